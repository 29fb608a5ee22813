import { type No, no } from '@/lib/core/refusal';
import { MOST_ASKED, MOST_TRIES } from '@/lib/identity/factors/rules';
import { nameOrElse } from '@/lib/identity/names/rules';
import { SIGN_IN_MINUTES } from '@/lib/identity/sessions/rules';

/** The same for all networks together: a mailbox is not filled, and one network cannot use this up. */
export const MOST_ASKED_BY_ALL = 15;

/** Wrong codes for one address in a day, from one network and from all. After them its links work, and no code does. */
export const MOST_WRONG = 15;

export const MOST_WRONG_BY_ALL = 60;

type SignInState = { usedAt: Date | null; expiresAt: Date; tries: number };

/** What came lately for one address: from the network that asks now, and from all. */
export type Lately = { here: number; all: number };

/** Whether a sign-in can still be used, by its link or its code. */
export function canSignIn(signIn: SignInState | null, now: Date): No | null {
  if (!signIn)
    return no('not_found', 'This link isn’t valid, or a newer one replaced it. Ask for a new one.');
  if (signIn.usedAt) return no('conflict', 'This was already used to sign in. Ask for a new link.');
  if (signIn.expiresAt <= now)
    return no(
      'conflict',
      `This has expired: links and codes work for ${SIGN_IN_MINUTES} minutes. Ask for a new one.`,
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

/** Where the second factor is given, and where it leads on to. */
export function factorPage(next: string | null): string {
  return `/sign-in/factor${next ? `?next=${encodeURIComponent(next)}` : ''}`;
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
