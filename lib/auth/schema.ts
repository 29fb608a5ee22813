import { z } from 'zod';
import { addressField } from '@/lib/core/text';
import { ownPath } from './rules';

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
});
export type AskSignIn = z.output<typeof AskSignIn>;

/** What the door adds for the new session: the browser's name and the token of the session that ends with it. */
const browser = {
  userAgent: z.string().nullish(),
  before: z.string().nullish(),
};

export const SignIn = z
  .object({
    token: secret.optional(),
    code: z
      .string()
      .transform((text) => text.replace(/\s+/g, ''))
      .pipe(z.string().regex(/^\d{6}$/, 'The code has six digits.'))
      .optional(),
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
