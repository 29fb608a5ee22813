import { z } from 'zod';
import { ownPath } from '@/lib/core/path';
import { MINUTE } from '@/lib/core/time';
import { together } from '@/lib/core/together';
import { DEMO_ROLES } from './people';

export const EnterDemo = z.object({
  as: z.enum(DEMO_ROLES, { error: 'Choose a person.' }),
  next: z
    .string()
    .optional()
    .transform((path) => ownPath(path)),
  /** Added by the door. */
  userAgent: z.string().nullish(),
  before: z.string().nullish(),
  address: z.string().nullish(),
});
export type EnterDemo = z.output<typeof EnterDemo>;

/** How far one press moves the clock, in minutes. */
export const AMOUNTS = {
  '1 hour': 60,
  '1 day': 24 * 60,
  '10 days': 10 * 24 * 60,
} as const;
export type Amount = keyof typeof AMOUNTS;
/** The database's own limit for one move: 366 days. */
export const MOST_MINUTES = 366 * 24 * 60;

/** A named amount, or "minutes" with a number of them; milliseconds come out. */
export const MoveClock = together(
  z.object({
    amount: z.enum([...(Object.keys(AMOUNTS) as Amount[]), 'minutes'], {
      error: 'Choose how far to move the clock.',
    }),
    minutes: z.string().optional(),
  }),
  ['amount', 'minutes'],
  ({ amount, minutes }, say) => {
    const count = amount === 'minutes' ? Number(minutes?.trim() || Number.NaN) : AMOUNTS[amount];
    if (Number.isInteger(count) && count >= 1 && count <= MOST_MINUTES) return { ms: count * MINUTE };
    return say(`Minutes must be a whole number from 1 to ${MOST_MINUTES.toLocaleString('en')}.`, 'minutes');
  },
);
export type MoveClock = z.output<typeof MoveClock>;
