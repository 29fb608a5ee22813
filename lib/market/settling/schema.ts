import type { z } from 'zod';
import { idField } from '@/lib/core/id';
import { sentForm, textField } from '@/lib/core/text';

/** What one would say to those who were not chosen; the customer may say it otherwise, or not at all. */
export const THANKS_MAX = 1000;
export const THANKS =
  'Thank you for your response and your time. We’ve chosen another expert for this request. We’d be glad to hear from you next time.';

export const Settle = sentForm(
  {
    responseId: idField,
    thanks: textField('Message', { min: 0, max: THANKS_MAX, lines: true }).optional(),
  },
  ['thanks'],
);
export type Settle = z.output<typeof Settle>;
