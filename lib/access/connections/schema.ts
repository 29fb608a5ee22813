import { z } from 'zod';
import { idField } from '@/lib/core/id';
import { textField } from '@/lib/core/text';
import { readArn, refusedPartition } from '@/lib/policies/arn';

/** An AWS account number as people write it: twelve digits, with or without spaces or hyphens; or an ARN that holds it. */
const accountField = z.string({ error: 'AWS account ID is missing.' }).transform((text, context) => {
  const arn = readArn(text);
  const digits = arn?.accountId ?? text.replace(/[\s-]/g, '');
  const wrong =
    digits === '' && !arn
      ? 'AWS account ID is missing.'
      : ((arn && refusedPartition(arn.partition)) ??
        (/^\d{12}$/.test(digits)
          ? null
          : 'An AWS account ID has 12 digits. Find it in the top-right menu of the AWS console.'));
  if (wrong) context.issues.push({ code: 'custom', message: wrong, input: text });
  return digits;
});

export const LABEL = { min: 1, max: 60 };

export const addSchema = z.object({
  /** Only for a person who manages access for several customers. */
  customerId: z.preprocess((value) => value || undefined, idField.optional()),
  awsAccountId: accountField,
  label: textField('Account name', LABEL),
});
export type Add = z.output<typeof addSchema>;

export const verifySchema = z.object({ connectionId: idField });
export type Verify = z.output<typeof verifySchema>;

export const CONNECTION_ROLES = ['revoker', 'grantor'] as const;

/** One question that was put to AWS about one of the two roles, and what came of it. */
export const checkSchema = z.object({
  role: z.enum(CONNECTION_ROLES),
  /** AssumeRole without an ExternalId, with a wrong one, with ours; whose account it is; may it end access, and watch it. */
  kind: z.enum(['without', 'wrong', 'right', 'account', 'end', 'watch']),
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
