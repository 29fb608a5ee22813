import { type No, no } from '@/lib/core/refusal';
import { type Factor, PROOF_MINUTES } from '@/lib/core/step-up';
import { MOST_ASKED, MOST_TRIES } from '@/lib/identity/factors/rules';

/** Whether a code by e-mail may be mailed or used: only by whoever has enrolled nothing that proves more. */
export function canAskConfirm(factors: readonly Factor[], askedLately: number): No | null {
  if (factors.length > 0)
    return no('forbidden', 'Confirm with your passkey, your authenticator app or a recovery code.');
  return askedLately >= MOST_ASKED
    ? no('limited', `We sent several mails. Use the last one, or try again in ${PROOF_MINUTES} minutes.`)
    : null;
}

type MailedCode = { usedAt: Date | null; expiresAt: Date; tries: number };

/** Whether the code that was mailed to confirm can still be used. */
export function canUseCode(code: MailedCode | null, now: Date): No | null {
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
