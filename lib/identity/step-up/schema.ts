import { z } from 'zod';
import { together } from '@/lib/core/together';
import { CHOOSE, codeField, readCode } from '@/lib/identity/factors/schema';
import { answerField } from '@/lib/identity/passkeys/schema';
import { nextField } from '@/lib/identity/sessions/schema';

/** A code of an app, of a mail, or one of those for recovery; and where to go on. */
export const Confirm = together(
  z.object({
    way: z.enum(['authenticator', 'recovery', 'email'], { error: CHOOSE }),
    code: codeField,
    next: nextField,
  }),
  ['way', 'code'],
  readCode,
);
export type Confirm = z.output<typeof Confirm>;

export const AskConfirm = z.object({
  for: z.enum(['money', 'access', 'members', 'factors']).catch('money'),
  next: nextField,
});
export type AskConfirm = z.output<typeof AskConfirm>;

export const UsePasskey = z.object({ answer: answerField, next: nextField });
export type UsePasskey = z.output<typeof UsePasskey>;
