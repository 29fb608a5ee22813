import { type No, no } from '@/lib/core/refusal';
import { MINUTE } from '@/lib/core/time';

/** Characters of the name that somebody gives a passkey. */
export const PASSKEY_NAME = { min: 1, max: 40 };

/** Enough for every device that somebody has. */
const MOST_PASSKEYS = 20;

export function canEnrolPasskey(count: number): No | null {
  return count >= MOST_PASSKEYS
    ? no('conflict', `You have ${MOST_PASSKEYS} passkeys. First remove one you no longer use.`)
    : null;
}

/** Said of every passkey that does not serve, known or not, whatever the reason. */
export const PASSKEY_FAILED = 'This passkey didn’t work here. Try again, or use another way.';

/** How often passkeys are asked for and tried. Nobody guesses one, so this only spares the server. */
export const OF_PASSKEYS = {
  points: 30,
  within: 10 * MINUTE,
  closed: true,
  network: 'apart',
  why: 'someone who tries elsewhere, with a stolen session, leaves the person theirs',
} as const;
