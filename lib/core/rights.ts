import { HIDDEN, type No, no, Refusal } from './refusal';
import { memberOf, membershipsIn, whoGives } from './scope';
import { type Commits, mayProceed, type Proved, type Purpose } from './step-up';

export const CUSTOMER_RIGHTS = ['owner', 'buy', 'grant'] as const;
export const COMPANY_RIGHTS = ['owner', 'sell', 'bill', 'access', 'chat'] as const;
export type CustomerRight = (typeof CUSTOMER_RIGHTS)[number];
export type CompanyRight = (typeof COMPANY_RIGHTS)[number];

/**
 * Who may: a member of the object's customer or company with a right (`member` = any right or none), a member of either
 * (`party`), any signed-in person, anyone at all, an admin of the installation, or no person: the clock or a vendor.
 */
export type Need =
  | `customer:${CustomerRight | 'member'}`
  | `company:${CompanyRight | 'member'}`
  | 'party'
  | 'person'
  | 'anyone'
  | 'admin'
  | 'clock'
  | 'vendor';

/** Every command and who may run it: the whole of authorisation by role. docs/security.md is rendered from it. */
/** One command: its name in the audit and the log, who may run it, and what they must have proved lately. */
export type Command<Proof extends Purpose | undefined = Purpose | undefined> = {
  name: string;
  by: readonly Need[];
  proof: Proof;
  whileClosed: boolean;
};
type Declared = {
  by: readonly Need[];
  /** A right alone does not allow it: the person must have proved lately that it is them. Never for what takes back. */
  proof?: Purpose;
  /**
   * What the people of a closed company may still do in it: read on, answer where a job's money or access is still open
   * (the command looks), and go, or be taken out. It begins nothing: of everything else `mayRun` says no.
   */
  whileClosed?: true;
};

/** Declares a noun's commands, in its `rights.ts`. `lib/wiring` collects them: docs/security.md is rendered from that. */
export function commands<const Table extends Record<string, Declared>>(
  noun: string,
  table: Table,
): { [Key in keyof Table]: Command<Table[Key] extends { proof: infer P extends Purpose } ? P : undefined> } {
  const entries = Object.entries(table as Record<string, Declared>).map(
    ([key, { by, proof, whileClosed }]) => [
      key,
      { name: `${noun}.${key}`, by, proof, whileClosed: whileClosed ?? false },
    ],
  );
  return Object.fromEntries(entries) as never;
}

type Membership<Right> = {
  tenantId: string;
  /** The customer's or company's name, as it stands in the frame of every page. */
  name?: string;
  rights: readonly Right[];
  /** An admin stopped it: nothing in it can be read or changed. */
  suspended: boolean;
  /** The company stopped by itself: its people read on, and may do what is declared `whileClosed`. */
  closed?: boolean;
  /** Names of owners who could give a right, to whoever is none. */
  owners?: readonly string[] | null;
};

/** A signed-in person with their memberships, and what they have proved lately, read anew for each door call. */
export type Person = Proved & {
  kind: 'person';
  personId: string;
  sessionId: string;
  name: string;
  email: string;
  admin: boolean;
  suspended: boolean;
  timeZone: string;
  customers: readonly Membership<CustomerRight>[];
  companies: readonly Membership<CompanyRight>[];
};
export type Nobody = { kind: 'nobody' };
export type Viewer = Person | Nobody;
/** Whoever acts: a viewer, the clock (a deadline), or a vendor (a webhook, AWS's answer). */
export type Actor = Viewer | { kind: 'clock' } | { kind: 'vendor' };

export const NOBODY: Nobody = { kind: 'nobody' };
export const CLOCK = { kind: 'clock' } as const;
export const VENDOR = { kind: 'vendor' } as const;

/** The tenants that an object belongs to: what a right is held against. */
export type Tenants = { customerId?: string | null; companyId?: string | null };

const RIGHT_WORDS: Record<string, string> = {
  owner: '“Owner” right',
  buy: '“Buy” right (proposals and payments)',
  grant: '“Grant access” right (to AWS)',
  sell: '“Sell” right (proposals)',
  bill: '“Bill” right (payment requests)',
  access: '“Access” right (access requests)',
  chat: '“Chat” right (messages)',
};

function holds(person: Person, need: Need, tenants: Tenants, closedToo: boolean): boolean {
  if (need === 'person' || need === 'anyone') return true;
  // The clock and vendors are no persons: whoever owns everything does not own time.
  if (need === 'clock' || need === 'vendor') return false;
  if (need === 'admin') return person.admin;
  const able = (m: Membership<string>) => !m.suspended && (!m.closed || closedToo);
  if (need === 'party') return membershipsIn(person, tenants).some(able);
  const [side, right] = need.split(':') as ['customer' | 'company', string];
  const { customerId, companyId } = tenants;
  return membershipsIn(person, side === 'customer' ? { customerId } : { companyId })
    .filter(able)
    .some(
      ({ rights }) => right === 'member' || [...rights].some((held) => held === 'owner' || held === right),
    );
}

/** Whether the actor may run the command on something of these tenants; null = yes. */
export function mayRun(actor: Actor, command: Command, tenants: Tenants = {}): No | null {
  const { by: needs, whileClosed } = command;
  if (actor.kind === 'clock' || actor.kind === 'vendor')
    return needs.includes(actor.kind) ? null : no('forbidden', 'Only a person can decide this.');
  if (needs.includes('anyone') && actor.kind === 'nobody') return null;
  if (actor.kind === 'nobody') return no('unauthenticated', 'Sign in to do this.');
  if (actor.suspended)
    return no('forbidden', 'Your account is suspended. Contact the operator of this installation.');
  if (needs.some((need) => holds(actor, need, tenants, whileClosed))) return null;
  const scoped = needs.some((need) => need.includes(':') || need === 'party');
  if (scoped && !memberOf(actor, tenants)) return no('not_found', HIDDEN);
  const standing = membershipsIn(actor, tenants);
  if (standing.some(({ suspended }) => suspended))
    return no('forbidden', 'This account is suspended. You can’t change anything in it.');
  if (standing.some(({ closed }) => closed) && !whileClosed)
    return no('forbidden', 'This company is closed. You can still read what’s in it.');
  const rights = needs.filter((need) => need.includes(':')).map((need) => RIGHT_WORDS[need.split(':')[1]!]);
  return no(
    'forbidden',
    rights.length
      ? `You need the ${rights.join(' or ')}. ${whoGives(actor, tenants)} can give it to you.`
      : 'Only admins can do this.',
  );
}

/** Whether a viewer is shown the button of something that these may do. */
export function mayPress(viewer: Viewer, by: readonly Need[], tenants: Tenants): boolean {
  if (viewer.kind !== 'person' || viewer.suspended) return false;
  return by.some((need) => holds(viewer, need, tenants, false));
}

/**
 * Whether a lifecycle lets the actor cause an event of something of these tenants. The command has been authorised before:
 * this is the second look, where the state changes. That a company has closed is the first one's matter, for what closing
 * itself sets off happens in its name.
 */
export function mayCause(actor: Actor, by: readonly Need[], tenants: Tenants): boolean {
  if (actor.kind !== 'person') return by.some((need) => need === actor.kind);
  return by.some((need) => holds(actor, need, tenants, true));
}

/** What `authorise` takes after the tenants: the amount, for the commands that move money, and nothing for others. */
type Amount<Proof> = Proof extends 'money' ? [commits: Commits] : [];

/**
 * Throws unless the actor may run the command: by their rights and, where it asks for one, by a fresh proof. Every command
 * calls it before it decides anything; one that moves money says how much.
 */
export function authorise<Proof extends Purpose | undefined>(
  actor: Actor,
  command: Command<Proof>,
  tenants: Tenants = {},
  ...amount: Amount<Proof>
): void {
  const answer = mayRun(actor, command, tenants);
  if (answer) throw new Refusal(answer);
  const { proof } = command;
  if (!proof || actor.kind !== 'person') return;
  const stale = mayProceed(actor, proof, amount[0]);
  if (stale) throw new Refusal(stale);
}

/** The person behind the actor, where the command was authorised for persons alone. */
export function personOf(actor: Actor): Person {
  if (actor.kind !== 'person') throw new Refusal(no('unauthenticated', 'Sign in to do this.'));
  return actor;
}
