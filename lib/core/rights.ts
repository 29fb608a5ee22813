import { HIDDEN, type No, no, Refusal } from './refusal';
import { memberOf, membershipsIn, whoGives } from './scope';
import { type Amount, type Commits, mayProceed, type Proved, purposeOf } from './step-up';

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
export const RIGHTS = {
  'auth.askSignIn': ['anyone'],
  'auth.signIn': ['anyone'],
  'auth.enterDemo': ['anyone'],
  'auth.giveFactor': ['anyone'],
  'auth.askPasskeyFactor': ['anyone'],
  'auth.giveFactorByPasskey': ['anyone'],
  'auth.askFactorAtSignIn': ['person'],
  'auth.askFactorLater': ['person'],
  'auth.becomeAdmin': ['person'],
  'auth.ticket': ['person'],
  'auth.confirm': ['person'],
  'auth.askConfirmCode': ['person'],
  'auth.enrolAuthenticator': ['person'],
  'auth.confirmAuthenticator': ['person'],
  'auth.removeAuthenticator': ['person'],
  'auth.makeRecoveryCodes': ['person'],
  'auth.askPasskeySignIn': ['anyone'],
  'auth.signInByPasskey': ['anyone'],
  'auth.askPasskeyConfirm': ['person'],
  'auth.confirmByPasskey': ['person'],
  'auth.askPasskey': ['person'],
  'auth.enrolPasskey': ['person'],
  'auth.renamePasskey': ['person'],
  'auth.removePasskey': ['person'],
  'people.rename': ['person'],
  'people.endSession': ['person'],
  'people.askContact': ['person'],
  'people.confirmContact': ['anyone'],
  'people.askChange': ['person'],
  'people.confirmChange': ['person'],
  'people.forgetAddress': ['person'],
  'people.find': ['admin'],
  'people.suspend': ['admin'],
  'experts.register': ['person'],
  'experts.editProfile': ['person'],
  'experts.setHandle': ['person'],
  'experts.setPhoto': ['person'],
  'experts.removePhoto': ['person'],
  'experts.claim': ['person'],
  'experts.verify': ['admin'],
  'experts.reject': ['admin'],
  'experts.undo': ['admin'],
  'experts.revoke': ['admin'],
  'experts.expire': ['clock'],
  'experts.warn': ['clock'],
  'companies.edit': ['company:owner'],
  'companies.close': ['company:owner'],
  'experts.addProfile': ['company:member'],
  'customers.rename': ['customer:owner'],
  'members.invite': ['customer:owner', 'company:owner'],
  'members.sendAgain': ['customer:owner', 'company:owner'],
  'members.withdraw': ['customer:owner', 'company:owner'],
  'members.accept': ['person'],
  'members.decline': ['person'],
  'members.expire': ['clock'],
  'members.setRights': ['customer:owner', 'company:owner'],
  'members.remove': ['customer:owner', 'company:owner'],
  'members.leave': ['customer:member', 'company:member'],
  'members.takeOver': ['admin'],
  'members.askRight': ['customer:member', 'company:member'],
  'requests.begin': ['anyone'],
  'requests.beginDirect': ['anyone'],
  'requests.saveDraft': ['person'],
  'requests.dropDraft': ['person'],
  'requests.forgetDrafts': ['clock'],
  'requests.post': ['person'],
  'requests.edit': ['customer:member'],
  'requests.setAccepting': ['customer:member'],
  'requests.openToAll': ['customer:member'],
  'requests.noteUnanswered': ['clock'],
  'requests.improve': ['customer:member'],
  'requests.view': ['company:member'],
  'requests.settle': ['customer:member'],
  'feed.mark': ['person'],
  'feed.saveSearch': ['person'],
  'feed.editSearch': ['person'],
  'feed.removeSearch': ['person'],
  'feed.match': ['clock'],
  'feed.tell': ['clock'],
  'clients.invite': ['company:member'],
  'clients.withdraw': ['company:member'],
  'clients.accept': ['person'],
  'clients.decline': ['person'],
  'clients.expire': ['clock'],
  'responses.respond': ['company:member'],
  'responses.withdraw': ['company:member', 'clock'],
  'responses.saveDraft': ['company:member'],
  'responses.hold': ['company:member'],
  'responses.release': ['person'],
  'responses.archive': ['customer:member'],
  'chat.send': ['customer:member', 'company:chat'],
  'chat.markRead': ['party'],
  'drafts.save': ['party'],
  'proposals.propose': ['company:sell'],
  'proposals.withdraw': ['company:sell', 'clock'],
  'proposals.accept': ['customer:buy'],
  'proposals.decline': ['customer:buy'],
  'proposals.complete': ['company:sell'],
  'proposals.end': ['customer:buy'],
  'payments.saveMethod': ['customer:buy'],
  'payments.removeMethod': ['customer:buy'],
  'payments.recordMethod': ['vendor', 'customer:buy'],
  'payments.request': ['company:bill'],
  'payments.withdraw': ['company:bill'],
  'payments.approve': ['customer:buy'],
  'payments.decline': ['customer:buy'],
  'payments.autoApprove': ['clock'],
  'payments.retry': ['customer:buy'],
  'payments.charge': ['vendor'],
  'connections.add': ['customer:grant'],
  'connections.verify': ['customer:grant'],
  'connections.record': ['vendor'],
  'grants.request': ['company:access'],
  'grants.withdraw': ['company:access'],
  'grants.accept': ['customer:grant'],
  'grants.decline': ['customer:grant'],
  'grants.revoke': ['customer:grant'],
  'grants.openSession': ['company:access'],
  'grants.provision': ['vendor'],
  'grants.teardown': ['vendor', 'clock'],
  'activity.record': ['vendor'],
  'reviews.write': ['customer:member'],
  'notifications.markRead': ['person'],
  'notifications.seePage': ['person'],
  'notifications.choosePaces': ['person'],
  'notifications.resumeMail': ['person'],
  'notifications.unsubscribe': ['vendor'],
  'notifications.stopMail': ['vendor'],
  'notifications.deliver': ['vendor', 'clock'],
  'audit.seal': ['clock'],
  'demo.moveClock': ['anyone'],
} as const satisfies Record<string, readonly Need[]>;

export type CommandName = keyof typeof RIGHTS;

/**
 * What the people of a closed company may still do in it: read on, answer where a job's money or access is still open (the
 * command looks), and go, or be taken out. It begins nothing: of everything else `mayRun` says no.
 */
export const WHILE_CLOSED: readonly CommandName[] = [
  'drafts.save',
  'chat.send',
  'chat.markRead',
  'members.remove',
  'members.leave',
];

type Membership<Right> = {
  tenantId: string;
  rights: readonly Right[];
  /** An admin stopped it: nothing in it can be read or changed. */
  suspended: boolean;
  /** The company stopped by itself: its people read on, and may do what `WHILE_CLOSED` names. */
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
  owner: 'owner',
  buy: 'buy (proposals and payments)',
  grant: 'grant (access to AWS)',
  sell: 'sell (proposals)',
  bill: 'bill (payment requests)',
  access: 'access (permission requests)',
  chat: 'chat (messages)',
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
export function mayRun(actor: Actor, command: CommandName, tenants: Tenants = {}): No | null {
  const needs: readonly Need[] = RIGHTS[command];
  if (actor.kind === 'clock' || actor.kind === 'vendor')
    return needs.includes(actor.kind) ? null : no('forbidden', 'This is for a person to decide.');
  if (needs.includes('anyone') && actor.kind === 'nobody') return null;
  if (actor.kind === 'nobody') return no('unauthenticated', 'Sign in to do this.');
  if (actor.suspended)
    return no('forbidden', 'Your account is suspended. Write to the operator of this installation.');
  const closedToo = WHILE_CLOSED.includes(command);
  if (needs.some((need) => holds(actor, need, tenants, closedToo))) return null;
  const scoped = needs.some((need) => need.includes(':') || need === 'party');
  if (scoped && !memberOf(actor, tenants)) return no('not_found', HIDDEN);
  const standing = membershipsIn(actor, tenants);
  if (standing.some(({ suspended }) => suspended))
    return no('forbidden', 'This account is suspended. Nothing can be changed in it.');
  if (standing.some(({ closed }) => closed) && !WHILE_CLOSED.includes(command))
    return no('forbidden', 'This company is closed. You can still read what it has.');
  const rights = needs.filter((need) => need.includes(':')).map((need) => RIGHT_WORDS[need.split(':')[1]!]);
  return no(
    'forbidden',
    rights.length
      ? `You need the right ${rights.join(' or ')}. ${whoGives(actor, tenants)} can give it to you.`
      : 'This is for admins.',
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

/**
 * Throws unless the actor may run the command: by their rights and, where `STEP_UP` asks for it, by a fresh proof. Every
 * command calls it before it decides anything; one that moves money says how much.
 */
export function authorise<Name extends CommandName>(
  actor: Actor,
  command: Name,
  tenants: Tenants = {},
  ...amount: Amount<Name>
): void {
  const answer = mayRun(actor, command, tenants);
  if (answer) throw new Refusal(answer);
  const purpose = purposeOf(command);
  if (!purpose || actor.kind !== 'person') return;
  const stale = mayProceed(actor, purpose, amount[0] as Commits | undefined);
  if (stale) throw new Refusal(stale);
}

/** The person behind the actor, where the command was authorised for persons alone. */
export function personOf(actor: Actor): Person {
  if (actor.kind !== 'person') throw new Refusal(no('unauthenticated', 'Sign in to do this.'));
  return actor;
}
