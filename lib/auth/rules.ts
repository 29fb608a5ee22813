import { type No, no } from '@/lib/core/refusal';
import { type Factor, PROOF_MINUTES } from '@/lib/core/step-up';

/** Wall time, as everything about signing in (ASVS 6.5.5: at most 10 minutes). */
export const SIGN_IN_MINUTES = 10;
/** Wrong codes before the whole sign-in is void, its link included. */
export const MOST_TRIES = 5;
/** Mails to one address in `SIGN_IN_MINUTES`, whoever asks for them. */
export const MOST_ASKED = 5;
export const INVITATION_MINUTES = 60;
/** Characters of the name that somebody gives a passkey. */
export const PASSKEY_NAME = { min: 1, max: 40 };

type SignInState = { usedAt: Date | null; expiresAt: Date; tries: number };

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
  if (signIn.tries >= MOST_TRIES)
    return no(
      'limited',
      'There were too many wrong codes, so this code and its link are void. Ask for another one.',
    );
  return null;
}

/** Whether another mail may go to this address. Said of every address alike, known or not. */
export function canAsk(askedLately: number): No | null {
  return askedLately >= MOST_ASKED
    ? no(
        'limited',
        `We sent several mails to this address. Use the last one, or try again in ${SIGN_IN_MINUTES} minutes.`,
      )
    : null;
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

/** A search with every filter, and text that takes nine characters for each of its own in an address. */
const MOST_PATH = 2_000;

/** A path of ours to go to afterwards, or null: nothing that a browser would take for another site, and no door to sign-in itself. */
export function ownPath(text: string | null | undefined): string | null {
  if (!text || text.length > MOST_PATH || !/^\/(?![/\\])[\x21-\x7e]*$/.test(text) || text.includes('\\'))
    return null;
  const base = 'https://own.invalid';
  if (!URL.canParse(text, base)) return null;
  const url = new URL(text, base);
  if (url.origin !== base || /^\/(api|sign-in|sign-out)(\/|$)/.test(url.pathname)) return null;
  // A path such as "/x/..//elsewhere" comes out as "//elsewhere".
  return url.pathname.startsWith('//') ? null : url.pathname + url.search + url.hash;
}

/**
 * Where somebody comes back to who must sign in first: the address that was asked for, with its query, where it is the
 * page's own; what the page says of itself otherwise.
 */
export function wayBack(asked: string | null, page: string): string {
  const path = (address: string) => address.split('?')[0];
  return asked && path(asked) === path(page) && ownPath(asked) ? asked : page;
}

/** "maria.keller+aws@example.com" → "Maria Keller": a first name to be changed in the settings. */
export function nameFromAddress(email: string): string {
  const words = (email.split('@')[0] ?? '')
    .replace(/\+.*$/, '')
    .split(/[._-]+/)
    .filter((word) => /\p{L}/u.test(word))
    .map((word) => word[0]!.toUpperCase() + word.slice(1));
  return [...words.join(' ')].slice(0, 60).join('') || 'New person';
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
