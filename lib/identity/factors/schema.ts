import { z } from 'zod';
import { CODE_DIGITS } from '@/lib/core/step-up';
import type { Say } from '@/lib/core/together';
import { inWords } from '@/lib/core/words';
import { nextField } from '@/lib/identity/sessions/schema';
import { RECOVERY_LETTERS } from './rules';

export const sixDigits = (message: string) =>
  z
    .string({ error: message })
    .transform((text) => text.replace(/\s+/g, ''))
    .pipe(
      z.string().regex(new RegExp(`^\\d{${CODE_DIGITS}}$`), `The code has ${inWords(CODE_DIGITS)} digits.`),
    );

const recoveryCode = z
  .string()
  .regex(
    new RegExp(`^[\\s-]*([0-9a-z][\\s-]*){${RECOVERY_LETTERS}}$`, 'i'),
    `A recovery code has ${inWords(RECOVERY_LETTERS)} letters and digits, such as 7k3mw-9xq2d.`,
  );

type Coded = { way: 'authenticator' | 'recovery' | 'email'; code: string };

/** The code as it was made: digits, or the letters of one for recovery. */
export function readCode<Typed extends Coded>(
  { way, code }: Typed,
  say: Say,
): Pick<Typed, 'way'> & { code: string } {
  const read =
    way === 'recovery' ? recoveryCode.safeParse(code) : sixDigits('Enter the code.').safeParse(code);
  if (read.success) return { way, code: read.data };
  return say(read.error.issues[0]?.message ?? 'Enter the code.', 'code');
}

export const codeField = z.string({ error: 'Enter the code.' }).max(40, 'This is too long for a code.');

export const CHOOSE = 'Choose how to confirm.';

export const Onward = z.object({ next: nextField });
export type Onward = z.output<typeof Onward>;

export const AppCode = z.object({ code: sixDigits('Enter the code from the app.'), next: nextField });
export type AppCode = z.output<typeof AppCode>;

export const Nothing = z.object({});
