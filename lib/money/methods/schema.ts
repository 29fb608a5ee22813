import { z } from 'zod';
import { idField } from '@/lib/core/id';

/** Where the customer goes after saving a card: a page of ours, or the list of cards. */
const nextPath = z
  .string()
  .default('')
  .transform((text) => (/^\/(?!\/)[\w/?=&.-]{0,200}$/.test(text) ? text : '/payment-methods'));

export const SaveMethod = z.object({ customerId: idField, next: nextPath });
export type SaveMethod = z.output<typeof SaveMethod>;

export const RemoveMethod = z.object({ methodId: idField });
export type RemoveMethod = z.output<typeof RemoveMethod>;

/** What Stripe says of a finished set-up page; never what a browser says. */
export const RecordMethod = z.object({
  stripeCustomerId: z.string().min(1),
  method: z.object({
    id: z.string().min(1),
    brand: z.string(),
    last4: z.string().regex(/^\d{4}$/),
    expMonth: z.number().int().min(1).max(12),
    expYear: z.number().int(),
  }),
  next: nextPath,
});
export type RecordMethod = z.output<typeof RecordMethod>;
