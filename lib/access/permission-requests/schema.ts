import { z } from 'zod';
import { idField } from '@/lib/core/id';
import { sentForm, textField } from '@/lib/core/text';
import { PERMISSION_LEVELS } from '@/lib/policies/levels';

/** Days of access that a customer may allow at once; the end of the proposal comes first if it is earlier. */
export const DAYS = { least: 1, most: 30, usual: 14 } as const;

export const REASON = { min: 10, max: 1000 };

const levelField = z.enum(PERMISSION_LEVELS, { error: 'Choose a permission level.' });

export const requestSchema = sentForm(
  {
    proposalId: idField,
    level: levelField,
    reason: textField('Reason', { ...REASON, lines: true }),
  },
  ['reason'],
);
export type AskFor = z.output<typeof requestSchema>;

export const withdrawSchema = z.object({ permissionRequestId: idField });
export type Withdraw = z.output<typeof withdrawSchema>;

export const declineSchema = sentForm(
  {
    permissionRequestId: idField,
    reason: textField('Reason', { min: 0, max: REASON.max, lines: true }).optional(),
  },
  ['reason'],
);
export type Decline = z.output<typeof declineSchema>;

export const acceptSchema = z.object({
  permissionRequestId: idField,
  connectionId: z.string({ error: 'Choose an AWS account.' }).min(1, 'Choose an AWS account.').pipe(idField),
  endsInDays: z.coerce
    .number({ error: 'Choose a number of days.' })
    .int('Choose a whole number of days.')
    .min(DAYS.least, 'Access lasts at least one day.')
    .max(DAYS.most, `Access lasts at most ${DAYS.most} days. You can accept another request afterward.`)
    .default(DAYS.usual),
});
export type Accept = z.output<typeof acceptSchema>;
