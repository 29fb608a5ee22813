import { z } from 'zod';
import { idField } from '@/lib/core/id';
import { textField } from '@/lib/core/text';
import { STARS, STARS_IN_WORDS, TEXT_MAX } from './rules';

const stars = z
  .union([z.literal(''), z.coerce.number().int().min(STARS.min).max(STARS.max)], {
    error: `Choose ${STARS_IN_WORDS}.`,
  })
  .default('')
  .transform((value) => (value === '' ? null : value));

const yesOrNo = z
  .enum(['', 'yes', 'no'], { error: 'Choose Yes or No.' })
  .default('')
  .transform((value) => (value === '' ? null : value === 'yes'));

export const Write = z.object({
  proposalId: idField,
  stars,
  text: textField('Review', { min: 0, max: TEXT_MAX, lines: true, readers: 'none' }).default(''),
  /** Private: would you work with this expert again? */
  workAgain: yesOrNo,
});
export type Write = z.output<typeof Write>;
