import { z } from 'zod';
import { idField } from '@/lib/core/id';
import { textField } from '@/lib/core/text';
import { RESTRICTION_NAMES } from '@/lib/trust/restrictions/rules';

export const NOTE_MAX = 300;

export const Report = z.object({
  reviewId: idField,
  reason: z.enum(RESTRICTION_NAMES, { error: 'Choose what is wrong with this review.' }),
  note: textField('Details', { min: 0, max: NOTE_MAX, lines: true }).default(''),
});
export type Report = z.output<typeof Report>;
