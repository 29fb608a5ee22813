import { type No, no } from '@/lib/core/refusal';
import { type Factor, PROOF_MINUTES } from '@/lib/core/step-up';
import { MINUTE } from '@/lib/core/time';
import { MOST_ASKED, MOST_TRIES } from '@/lib/identity/factors/rules';

/** Whether a code by e-mail may be mailed or used: only by whoever has enrolled nothing that proves more. */
export function canAskConfirm(factors: readonly Factor[], askedLately: number): No | null {
  if (factors.length > 0)
    return no('forbidden', 'Confirm with your passkey, your authenticator app or a recovery code.');
  return askedLately >= MOST_ASKED
    ? no('limited', `We sent several emails. Use the newest one, or try again in ${PROOF_MINUTES} minutes.`)
    : null;
}

type MailedCode = { usedAt: Date | null; expiresAt: Date; tries: number };

/** Whether the code that was mailed to confirm can still be used. */
export function canUseCode(code: MailedCode | null, now: Date): No | null {
  if (!code || code.usedAt) return no('conflict', 'Ask for a code first. Each code works once.');
  if (code.expiresAt <= now)
    return no(
      'conflict',
      `This code has expired: codes work for ${PROOF_MINUTES} minutes. Ask for a new one.`,
    );
  if (code.tries >= MOST_TRIES)
    return no('limited', 'Too many wrong codes, so this one no longer works. Ask for a new one.');
  return null;
}

/** How often a code is mailed, wherever it is asked for. */
export const OF_MAILS = {
  points: 10,
  within: 10 * MINUTE,
  closed: true,
  network: 'apart',
  why: 'each is an email',
} as const;
