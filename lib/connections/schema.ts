import { z } from 'zod';
import { idField } from '@/lib/core/id';
import { textField } from '@/lib/core/text';

/** An AWS account number as people write it: twelve digits, with or without spaces or hyphens between them. */
const accountField = z
  .string({ error: 'AWS account ID is missing.' })
  .transform((text) => text.replace(/[\s-]/g, ''))
  .check((context) => {
    const say = (message: string) => context.issues.push({ code: 'custom', message, input: context.value });
    if (context.value === '') say('AWS account ID is missing.');
    else if (!/^\d{12}$/.test(context.value))
      say('An AWS account ID has 12 digits. It stands in the menu at the top right of the AWS console.');
  });

export const addSchema = z.object({
  /** Only for a person who manages access for several customers. */
  customerId: z.preprocess((value) => value || undefined, idField.optional()),
  awsAccountId: accountField,
  label: textField('Name of the account', { min: 1, max: 60 }),
});
export type Add = z.output<typeof addSchema>;

export const verifySchema = z.object({ connectionId: idField });
export type Verify = z.output<typeof verifySchema>;

export const CONNECTION_ROLES = ['revoker', 'grantor'] as const;

/** One question that was put to AWS about one of the two roles, and what came of it. */
export const checkSchema = z.object({
  role: z.enum(CONNECTION_ROLES),
  /** AssumeRole without an ExternalId, with a wrong one, with ours; and whose account the role is in. */
  kind: z.enum(['without', 'wrong', 'right', 'account']),
  /** `tooOpen`: let in where it must not be. `refused`: not let in where it should. `unknown`: AWS said neither. */
  outcome: z.enum(['passed', 'tooOpen', 'refused', 'wrongAccount', 'unknown']),
  /** AWS's name for its answer, such as AccessDenied. */
  code: z.string().nullable(),
  at: z.coerce.date(),
});
export type Check = z.output<typeof checkSchema>;
/** A check that was just made, so many milliseconds ago. */
export type FreshCheck = Omit<Check, 'at'> & { agoMs: number };

export const externalIdSchema = z.object({ connectionId: z.uuid(), personId: z.uuid() });
