import { formatMoney } from './money';
import { type Confirm, type No, no } from './refusal';

/** What a fresh proof is asked for: money moves, somebody gets access, or the ways of proving change. */
export type Purpose = Confirm['for'];

/** What is enrolled, and what somebody proves it with; a code by e-mail stands in where nothing is enrolled. */
export const FACTORS = ['passkey', 'authenticator'] as const;
export type Factor = (typeof FACTORS)[number];
export type Proof = Factor | 'recovery' | 'email';

/** How long a proof serves. Wall time. */
export const PROOF_MINUTES = 10;

/** How many digits a code has, from a mail as from an authenticator app. */
export const CODE_DIGITS = 6;

/** How much money a command commits, and below which amount a code by e-mail is enough for that. */
export type Commits = { minor: bigint; currency: string; emailBelow: bigint };
/** What somebody has enrolled, and what they have proved within the last minutes. */
export type Proved = { factors: readonly Factor[]; proved: Proof | null };

const WAYS: Record<Factor, string> = { passkey: 'your passkey', authenticator: 'your authenticator app' };
const FIRST: Record<Purpose, string> = {
  money: 'before money moves',
  access: 'before access is given',
  members: 'before someone else can act',
  factors: 'before you change how you confirm',
};

/** Whether the proof is enough for this purpose and amount; otherwise a "no" that names what to do. */
export function mayProceed(of: Proved, purpose: Purpose, commits?: Commits): No | null {
  const { factors, proved } = of;
  if (proved && proved !== 'email') return null;
  const ask = (message: string, factor: boolean): No => ({
    ...no('forbidden', message),
    confirm: { for: purpose, factor, ways: factors, mailed: proved === 'email' },
  });
  if (factors.length > 0) {
    const ways = factors.map((factor) => WAYS[factor]).join(' or ');
    return ask(`Confirm it’s you with ${ways} ${FIRST[purpose]}.`, true);
  }
  if (purpose === 'access')
    return ask(
      'Set up a passkey or an authenticator app first. An email alone never gives access to AWS or to accounts.',
      true,
    );
  if (purpose === 'money' && commits && commits.minor >= commits.emailBelow)
    return ask(
      commits.emailBelow > 0n
        ? `Set up a passkey or an authenticator app first. You need one for amounts of ${formatMoney({ minor: commits.emailBelow, currency: commits.currency }, { short: true })} or more.`
        : 'Set up a passkey or an authenticator app first. You need one before money moves.',
      true,
    );
  return proved === 'email'
    ? null
    : ask(`Confirm it’s you with a code from your email ${FIRST[purpose]}.`, false);
}
