import { formatMoney } from './money';
import { type Confirm, type No, no } from './refusal';
import type { CommandName } from './rights';

/** What a fresh proof is asked for: money moves, somebody gets access, or the ways of proving change. */
export type Purpose = Confirm['for'];

/** Commands that a right alone does not allow: the person must have proved lately that it is them. Never for what takes back. */
export const STEP_UP = {
  'proposals.accept': 'money',
  'payments.approve': 'money',
  'payments.retry': 'money',
  'grants.accept': 'access',
  'grants.openSession': 'access',
  // Whoever is let in, or made an owner, proves themselves with factors of their own: this must not be a way around.
  'members.invite': 'members',
  'members.setRights': 'members',
  'people.askChange': 'factors',
  'auth.askFactorLater': 'factors',
  'auth.enrolAuthenticator': 'factors',
  'auth.confirmAuthenticator': 'factors',
  'auth.removeAuthenticator': 'factors',
  'auth.makeRecoveryCodes': 'factors',
  'auth.askPasskey': 'factors',
  'auth.enrolPasskey': 'factors',
  'auth.removePasskey': 'factors',
} as const satisfies Partial<Record<CommandName, Purpose>>;

type StepUp = typeof STEP_UP;
type MoneyCommand = { [Name in keyof StepUp]: StepUp[Name] extends 'money' ? Name : never }[keyof StepUp];

/** What is enrolled, and what somebody proves it with; a code by e-mail stands in where nothing is enrolled. */
export const FACTORS = ['passkey', 'authenticator'] as const;
export type Factor = (typeof FACTORS)[number];
export type Proof = Factor | 'recovery' | 'email';

/** How long a proof serves. Wall time. */
export const PROOF_MINUTES = 10;

/** How much money a command commits, and below which amount a code by e-mail is enough for that. */
export type Commits = { minor: bigint; currency: string; emailBelow: bigint };
/** What `authorise` takes after the tenants: the amount, for the commands that move money, and nothing for others. */
export type Amount<Name extends CommandName> = Name extends MoneyCommand ? [commits: Commits] : [];

/** What somebody has enrolled, and what they have proved within the last minutes. */
export type Proved = { factors: readonly Factor[]; proved: Proof | null };

export function purposeOf(command: CommandName): Purpose | null {
  return command in STEP_UP ? STEP_UP[command as keyof StepUp] : null;
}

const WAYS: Record<Factor, string> = { passkey: 'your passkey', authenticator: 'your authenticator app' };
const FIRST: Record<Purpose, string> = {
  money: 'before money moves',
  access: 'before access is given',
  members: 'before somebody else may act',
  factors: 'before the ways to prove it change',
};

/** Whether the proof is enough for this purpose and amount; otherwise a "no" that names what to do. */
export function mayProceed(of: Proved, purpose: Purpose, commits?: Commits): No | null {
  const { factors, proved } = of;
  if (proved && proved !== 'email') return null;
  const ask = (message: string, factor: boolean): No => ({
    ...no('forbidden', message),
    confirm: { for: purpose, factor },
  });
  if (factors.length > 0) {
    const ways = factors.map((factor) => WAYS[factor]).join(' or ');
    return ask(`Confirm with ${ways} that it is you, ${FIRST[purpose]}.`, true);
  }
  if (purpose === 'access')
    return ask(
      'Set up a passkey or an authenticator app first: access to AWS and to accounts is never given on an e-mail alone.',
      true,
    );
  if (purpose === 'money' && commits && commits.minor >= commits.emailBelow)
    return ask(
      commits.emailBelow > 0n
        ? `Set up a passkey or an authenticator app first: it is needed for amounts from ${formatMoney({ minor: commits.emailBelow, currency: commits.currency }, { short: true })} on.`
        : 'Set up a passkey or an authenticator app first: it is needed before money moves.',
      true,
    );
  return proved === 'email'
    ? null
    : ask(`Confirm by a code from your mail that it is you, ${FIRST[purpose]}.`, false);
}
