import { z } from 'zod';
import { idField } from '@/lib/core/id';
import { ownPath } from '@/lib/core/path';
import { addressField, textField } from '@/lib/core/text';
import { PASSKEY_NAME } from './rules';

const next = z
  .string()
  .optional()
  .transform((path) => ownPath(path));
/** A secret of `newSecret`: 32 bytes in base64url. */
const secret = z
  .string()
  .regex(/^[A-Za-z0-9_-]{43}$/, 'This link is not complete. Open it again from the mail.');
/** The secret in the cookie of the tab that asked, behind the id of what it asked for. */
const tab = z.string().max(200).optional();

export const AskSignIn = z.object({
  email: addressField,
  next,
  /** Made by the door for the tab's cookie. */
  tabSecret: secret,
  /** Added by the door: the network that asks. */
  network: z.string().max(60).nullish(),
});
export type AskSignIn = z.output<typeof AskSignIn>;

/** What the door adds for the new session: the browser's name and the token of the session that ends with it. */
const browser = {
  userAgent: z.string().nullish(),
  before: z.string().nullish(),
  /** The network, as coarse as it is shown. */
  address: z.string().max(60).nullish(),
};

const sixDigits = (message: string) =>
  z
    .string({ error: message })
    .transform((text) => text.replace(/\s+/g, ''))
    .pipe(z.string().regex(/^\d{6}$/, 'The code has six digits.'));

export const SignIn = z
  .object({
    token: secret.optional(),
    code: sixDigits('Enter the code from the mail.').optional(),
    tab,
    ...browser,
  })
  .check((context) => {
    const { token, code } = context.value;
    if (!token && !code)
      context.issues.push({
        code: 'custom',
        message: 'Enter the code from the mail.',
        path: ['code'],
        input: code,
      });
  });
export type SignIn = z.output<typeof SignIn>;

export const BecomeAdmin = z.object({ token: secret });
export type BecomeAdmin = z.output<typeof BecomeAdmin>;

const recoveryCode = z
  .string()
  .regex(/^[\s-]*([0-9a-z][\s-]*){10}$/i, 'A recovery code has ten letters and digits, such as 7k3mw-9xq2d.');

type Coded = { way: 'authenticator' | 'recovery' | 'email'; code: string };

/** The code as it was made: six digits, or the ten letters of one for recovery. */
function readCode<Typed extends Coded>(typed: Typed, context: z.RefinementCtx<Typed>): Typed {
  const { way, code } = typed;
  const read =
    way === 'recovery' ? recoveryCode.safeParse(code) : sixDigits('Enter the code.').safeParse(code);
  if (read.success) return { ...typed, code: read.data };
  const message = read.error.issues[0]?.message ?? 'Enter the code.';
  context.issues.push({ code: 'custom', message, path: ['code'], input: code });
  return z.NEVER;
}

const code = z.string({ error: 'Enter the code.' }).max(40, 'This is longer than a code.');
const CHOOSE = 'Choose how to confirm.';

/** A code of an app, of a mail, or one of those for recovery; and where to go on. */
export const Confirm = z
  .object({ way: z.enum(['authenticator', 'recovery', 'email'], { error: CHOOSE }), code, next })
  .transform(readCode);
export type Confirm = z.output<typeof Confirm>;

/** The same at sign-in, where a code of a mail is no second factor. `before`: the cookie of the session that awaits it. */
export const GiveFactor = z
  .object({
    way: z.enum(['authenticator', 'recovery'], { error: CHOOSE }),
    code,
    next,
    before: browser.before,
  })
  .transform(readCode);
export type GiveFactor = z.output<typeof GiveFactor>;

export const AskConfirm = z.object({
  for: z.enum(['money', 'access', 'members', 'factors']).catch('money'),
  next,
});
export type AskConfirm = z.output<typeof AskConfirm>;

export const Onward = z.object({ next });
export type Onward = z.output<typeof Onward>;

export const AppCode = z.object({ code: sixDigits('Enter the code that the app shows.'), next });
export type AppCode = z.output<typeof AppCode>;

export const Nothing = z.object({});

/** What a browser answers for a passkey, as JSON in a field. What it proves is looked at by the library. */
const answer = z
  .string({ error: 'The browser has sent no answer.' })
  .max(20_000, 'This is longer than an answer of a browser.')
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.issues.push({ code: 'custom', message: 'This is no answer of a browser.', input: text });
      return z.NEVER;
    }
  })
  .pipe(
    z.looseObject({
      id: z.string().min(1).max(1_400),
      rawId: z.string().max(1_400),
      type: z.literal('public-key'),
      response: z.looseObject({
        clientDataJSON: z.string().max(8_000),
        userHandle: z.string().max(200).optional(),
      }),
    }),
  );

export const AskPasskeySignIn = z.object({ tabSecret: secret });
export type AskPasskeySignIn = z.output<typeof AskPasskeySignIn>;

export const SignInByPasskey = z.object({ answer, next, tab, ...browser });
export type SignInByPasskey = z.output<typeof SignInByPasskey>;

export const AskPasskeyFactor = z.object({ before: browser.before });
export type AskPasskeyFactor = z.output<typeof AskPasskeyFactor>;

export const GiveFactorByPasskey = z.object({ answer, next, before: browser.before });
export type GiveFactorByPasskey = z.output<typeof GiveFactorByPasskey>;

export const UsePasskey = z.object({ answer, next });
export type UsePasskey = z.output<typeof UsePasskey>;

const passkeyName = textField('Name', PASSKEY_NAME);
export const EnrolPasskey = z.object({ answer, name: passkeyName, next });
export type EnrolPasskey = z.output<typeof EnrolPasskey>;

export const OnePasskey = z.object({ passkeyId: idField });
export type OnePasskey = z.output<typeof OnePasskey>;

export const NamePasskey = z.object({ passkeyId: idField, name: passkeyName });
export type NamePasskey = z.output<typeof NamePasskey>;
