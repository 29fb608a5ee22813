import { type No, no } from '@/lib/core/refusal';
import { type Factor, PROOF_MINUTES } from '@/lib/core/step-up';
import { nameOrElse } from '@/lib/identity/names/rules';

/** Wall time, as everything about signing in (ASVS 6.5.5: at most 10 minutes). */
export const SIGN_IN_MINUTES = 10;
/** Wrong codes before a code is void. The link in the same mail stays good: it cannot be guessed. */
export const MOST_TRIES = 5;
/** Mails to one address in `SIGN_IN_MINUTES` that one network may ask for. */
export const MOST_ASKED = 5;
/** The same for all networks together: a mailbox is not filled, and one network cannot use this up. */
export const MOST_ASKED_BY_ALL = 15;
/** Wrong codes for one address in a day, from one network and from all. After them its links work, and no code does. */
export const MOST_WRONG = 15;
export const MOST_WRONG_BY_ALL = 60;
export const INVITATION_MINUTES = 60;
/** Characters of the name that somebody gives a passkey. */
export const PASSKEY_NAME = { min: 1, max: 40 };

type SignInState = { usedAt: Date | null; expiresAt: Date; tries: number };

/** What came lately for one address: from the network that asks now, and from all. */
export type Lately = { here: number; all: number };

/** Whether a sign-in can still be used, by its link or its code. */
export function canSignIn(signIn: SignInState | null, now: Date): No | null {
  if (!signIn)
    return no('not_found', 'This link is not one of ours, or a newer one was sent. Ask for another one.');
  if (signIn.usedAt) return no('conflict', 'This was used to sign in already. Ask for another link.');
  if (signIn.expiresAt <= now)
    return no(
      'conflict',
      `This has expired: links and codes are good for ${SIGN_IN_MINUTES} minutes. Ask for another one.`,
    );
  return null;
}

/** Whether its code may be tried. Guessing voids codes alone: whoever gets the mail signs in by its link. */
export function canTryCode(signIn: { tries: number }, wrong: Lately): No | null {
  if (signIn.tries >= MOST_TRIES)
    return no(
      'limited',
      'Too many wrong codes, so this code no longer works. Open the link in the email, or ask for a new one.',
    );
  if (wrong.here >= MOST_WRONG || wrong.all >= MOST_WRONG_BY_ALL)
    return no(
      'limited',
      'Too many wrong codes for this address today. Open the link in the newest email instead.',
    );
  return null;
}

/** Whether another mail may go to this address. Said of every address alike, known or not. */
export function canAsk(asked: Lately): No | null {
  return asked.here >= MOST_ASKED || asked.all >= MOST_ASKED_BY_ALL
    ? no(
        'limited',
        `We sent several emails to this address. Open the link in the newest one, or try again in ${SIGN_IN_MINUTES} minutes.`,
      )
    : null;
}

/** Whether what somebody has enrolled is asked for at sign-in: unless they chose otherwise, and of admins always. */
export function asksFactor(of: {
  factors: readonly Factor[];
  factorAtSignIn: boolean;
  admin: boolean;
}): boolean {
  return of.factors.length > 0 && (of.factorAtSignIn || of.admin);
}

/** Whether a person may choose to be asked later than at sign-in. */
export function canAskLater(of: { factors: readonly Factor[]; admin: boolean }): No | null {
  if (of.factors.length === 0)
    return no(
      'conflict',
      'Set up a passkey or an authenticator app first. Without one, we have nothing to ask for.',
    );
  return of.admin ? no('forbidden', 'Admins always confirm at sign-in. This can’t be switched off.') : null;
}

/** Where the second factor is given, and where it leads on to. */
export function factorPage(next: string | null): string {
  return `/sign-in/factor${next ? `?next=${encodeURIComponent(next)}` : ''}`;
}

/**
 * Wrong codes of one authenticator app in a day, from all networks together: three codes of a million are right at a time,
 * so that guessing takes nine years. Only somebody with the person's mailbox or session can spend them, and a passkey and
 * the recovery codes go on working.
 */
export const MOST_MISSES = 100;

/** How many of today's wrong codes still count. */
export function missesOf(of: { misses: number; missesSince: Date | null }, now: Date): number {
  return of.missesSince && of.missesSince.getTime() + 86_400_000 > now.getTime() ? of.misses : 0;
}

/** How many recovery codes are made at a time. */
export const RECOVERY_CODES = 10;

/** Whether a code by e-mail may be mailed or used: only by whoever has enrolled nothing that proves more. */
export function canAskConfirm(factors: readonly Factor[], askedLately: number): No | null {
  if (factors.length > 0)
    return no('forbidden', 'Confirm with your passkey, your authenticator app or a recovery code.');
  return askedLately >= MOST_ASKED
    ? no('limited', `We sent several mails. Use the last one, or try again in ${PROOF_MINUTES} minutes.`)
    : null;
}

/** Whether the code that was mailed to confirm can still be used. */
export function canUseCode(code: SignInState | null, now: Date): No | null {
  if (!code || code.usedAt) return no('conflict', 'Ask for a code first. Each is good once.');
  if (code.expiresAt <= now)
    return no(
      'conflict',
      `This code has expired: it is good for ${PROOF_MINUTES} minutes. Ask for another one.`,
    );
  if (code.tries >= MOST_TRIES)
    return no('limited', 'There were too many wrong codes, so this one is void. Ask for another one.');
  return null;
}

/** What is said of a wrong code. */
export function triesLeft(left: number): string {
  return left > 0
    ? `This is not the code in the mail. ${left === 1 ? 'One try is' : `${left} tries are`} left.`
    : 'This is not the code in the mail, and it was the last try. Ask for another one.';
}

/** Another app can be set up only where none counts yet. */
export function canEnrolAuthenticator(of: { confirmedAt: Date | null } | null): No | null {
  return of?.confirmedAt
    ? no('conflict', 'An authenticator app is set up already. Remove it first to set up another.')
    : null;
}

/** Enough for every device that somebody has. */
const MOST_PASSKEYS = 20;

export function canEnrolPasskey(count: number): No | null {
  return count >= MOST_PASSKEYS
    ? no('conflict', `You have ${MOST_PASSKEYS} passkeys. Remove one that you no longer use first.`)
    : null;
}

/** Said of every passkey that does not serve, known or not, whatever the reason. */
export const PASSKEY_FAILED = 'This passkey did not work here. Try again, or use another way.';

export function canBecomeAdmin(
  invitation: { usedAt: Date | null; expiresAt: Date; email: string } | null,
  email: string,
  now: Date,
): No | null {
  // Somebody else's invitation and none look the same.
  if (!invitation || invitation.email.toLowerCase() !== email.toLowerCase())
    return no('not_found', 'This link is not for the address with which you are signed in.');
  if (invitation.usedAt) return no('conflict', 'This link was used already.');
  if (invitation.expiresAt <= now)
    return no(
      'conflict',
      'This link has expired: it is good for an hour. Make another one with npm run admin.',
    );
  return null;
}

/** "maria.keller+aws@example.com" → "Maria Keller": a first name to be changed in the settings. */
export function nameFromAddress(email: string, operator: string): string {
  const words = (email.split('@')[0] ?? '')
    .replace(/\+.*$/, '')
    .split(/[._-]+/)
    .filter((word) => /\p{L}/u.test(word))
    .map((word) => word[0]!.toUpperCase() + word.slice(1));
  return nameOrElse([...words.join(' ')].slice(0, 60).join(''), 'New person', operator) || 'New person';
}

/** Where somebody goes who asked for nothing else: to what waits for them. */
export function homeOf(person: {
  admin: boolean;
  customers: readonly unknown[];
  companies: readonly unknown[];
}): string {
  if (person.customers.length) return '/requests';
  if (person.companies.length) return '/work';
  return person.admin ? '/admin/verification' : '/';
}
