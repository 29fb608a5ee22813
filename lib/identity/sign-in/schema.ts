import { z } from 'zod';
import { addressField } from '@/lib/core/text';
import { together } from '@/lib/core/together';
import { CHOOSE, codeField, readCode, sixDigits } from '@/lib/identity/factors/schema';
import { answerField } from '@/lib/identity/passkeys/schema';
import { browserFields, linkSecret, nextField } from '@/lib/identity/sessions/schema';

/** The secret in the cookie of the tab that asked, behind the id of what it asked for. */
const tab = z.string().max(200).optional();

export const AskSignIn = z.object({
  email: addressField,
  next: nextField,
  /** Made by the door for the tab's cookie. */
  tabSecret: linkSecret,
  /** Added by the door: the network that asks. */
  network: z.string().max(60).nullish(),
});
export type AskSignIn = z.output<typeof AskSignIn>;

export const SignIn = together(
  z.object({
    token: linkSecret.optional(),
    code: sixDigits('Enter the code from the email.').optional(),
    tab,
    ...browserFields,
  }),
  ['token', 'code'],
  ({ token, code }, say) => (token || code ? { token, code } : say('Enter the code from the email.', 'code')),
);
export type SignIn = z.output<typeof SignIn>;

/** The same at sign-in, where a code of a mail is no second factor. `before`: the cookie of the session that awaits it. */
export const GiveFactor = together(
  z.object({
    way: z.enum(['authenticator', 'recovery'], { error: CHOOSE }),
    code: codeField,
    next: nextField,
    before: browserFields.before,
  }),
  ['way', 'code'],
  readCode,
);
export type GiveFactor = z.output<typeof GiveFactor>;

export const AskPasskeySignIn = z.object({ tabSecret: linkSecret });
export type AskPasskeySignIn = z.output<typeof AskPasskeySignIn>;

export const SignInByPasskey = z.object({ answer: answerField, next: nextField, tab, ...browserFields });
export type SignInByPasskey = z.output<typeof SignInByPasskey>;

export const AskPasskeyFactor = z.object({ before: browserFields.before });
export type AskPasskeyFactor = z.output<typeof AskPasskeyFactor>;

export const GiveFactorByPasskey = z.object({
  answer: answerField,
  next: nextField,
  before: browserFields.before,
});
export type GiveFactorByPasskey = z.output<typeof GiveFactorByPasskey>;
