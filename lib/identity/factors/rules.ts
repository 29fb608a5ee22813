import { type No, no } from '@/lib/core/refusal';
import type { Factor } from '@/lib/core/step-up';
import { DAY, MINUTE } from '@/lib/core/time';

/**
 * Each network of a person's for itself: whoever guesses elsewhere, with a session that was stolen, leaves them theirs. The
 * app's wrong codes are also counted over all networks, in the command (`MOST_MISSES`).
 */
const GUESS = {
  of: { name: 'auth.confirm' },
  closed: true,
  network: 'apart',
  why: 'a code can be guessed; one budget for all ways; guesses elsewhere leave the person theirs',
} as const;
export const GUESSES = [
  { ...GUESS, points: 10, within: 10 * MINUTE },
  { ...GUESS, points: 40, within: DAY, part: 'daily' },
] as const;

/** Wrong codes before a code is void. The link in the same mail stays good: it cannot be guessed. */
export const MOST_TRIES = 5;

/** Mails to one address in `SIGN_IN_MINUTES` that one network may ask for. */
export const MOST_ASKED = 5;

/** Whether a person may choose to be asked later than at sign-in. */
export function canAskLater(of: { factors: readonly Factor[]; admin: boolean }): No | null {
  if (of.factors.length === 0)
    return no(
      'conflict',
      'Set up a passkey or an authenticator app first. Without one, we have nothing to ask for.',
    );
  return of.admin ? no('forbidden', 'Admins always confirm at sign-in. This can’t be switched off.') : null;
}

/**
 * Wrong codes of one authenticator app in a day, from all networks together: three codes of a million are right at a time,
 * so that guessing takes nine years. Only somebody with the person's mailbox or session can spend them, and a passkey and
 * the recovery codes go on working.
 */
export const MOST_MISSES = 100;

/** How many of today's wrong codes still count. */
export function missesOf(of: { misses: number; missesSince: Date | null }, now: Date): number {
  return of.missesSince && of.missesSince.getTime() + DAY > now.getTime() ? of.misses : 0;
}

/** How often an authenticator app shows a new code. */
export const APP_SECONDS = 30;

/** How many letters and digits a recovery code has. */
export const RECOVERY_LETTERS = 10;

/** How many recovery codes are made at a time. */
export const RECOVERY_CODES = 10;

/** What is said of a wrong code. */
export function triesLeft(left: number): string {
  return left > 0
    ? `This isn’t the code in the email. You have ${left === 1 ? 'one try' : `${left} tries`} left.`
    : 'This isn’t the code in the email, and that was your last try. Ask for a new code.';
}

/** Another app can be set up only where none counts yet. */
export function canEnrolAuthenticator(of: { confirmedAt: Date | null } | null): No | null {
  return of?.confirmedAt
    ? no('conflict', 'You already have an authenticator app. Remove it first to set up another.')
    : null;
}
