import type { EventOf } from '@/lib/core/events';
import { HIDDEN, insist, no, Refusal } from '@/lib/core/refusal';
import type { Command } from '@/lib/core/rights';
import { type Actor, authorise, type Person, personOf } from '@/lib/core/rights';
import { canBeNamed } from '@/lib/identity/names/rules';
import { isInvited } from '@/lib/identity/people/rules-invited';
import { audit } from '@/lib/platform/audit/store';
import { begin, move } from '@/lib/platform/db/move';
import type { Tx } from '@/lib/platform/db/transaction';
import { env } from '@/lib/platform/env';
import { enqueue } from '@/lib/platform/jobs/queue';
import { hashOf } from '@/lib/platform/session/person';
import { sendInvitation } from './jobs';
import { MEMBER_COMMANDS } from './rights';
import { canAnswer, canInvite, INVITATION, stillOwner } from './rules';
import { type AnswerInvitation, type Invite, type OneInvitation, type Tenant, tenantsOf } from './schema';
import * as store from './store';

/** Asks somebody by e-mail to become a member. The first colleague of somebody who works alone makes a company of them. */
export async function invite(tx: Tx, actor: Actor, input: Invite): Promise<{ invitationId: string }> {
  const { tenant, email, rights, companyName } = input;
  authorise(actor, MEMBER_COMMANDS.invite, tenantsOf(tenant));
  insist(canBeNamed({ companyName }, 'organisation', env.OPERATOR_NAME));
  const { personId } = personOf(actor);
  const { members, freelancer } = await store.lockedTenant(tx, tenant);
  insist(stillOwner(members, personId));
  const at = await tx.now();
  const open = await store.openInvitations(tx, tenant);
  insist(
    canInvite({
      email,
      memberEmails: members.map((member) => member.email),
      count: members.length + open.length,
      openAlready: open.some((other) => other.email.toLowerCase() === email),
      askedLately: await store.invitedLately(tx, email, at),
      nameMissing: freelancer && companyName === null,
    }),
  );
  const id = await store.addInvitation(tx, { tenant, email, rights, invitedBy: personId, at });
  await begin(tx, INVITATION, { id, actor, at });
  await enqueue(tx, sendInvitation, { invitationId: id }, { key: id });
  await keep(tx, actor, at, 'members.invite', { id, tenant, detail: { rights: rights.join(' ') } });
  if (freelancer && companyName) tx.emit({ name: 'company.grown', companyId: tenant.id, companyName });
  return { invitationId: id };
}

/** Sends the mail of an open invitation again, with a new link and another fourteen days. */
export async function sendAgain(
  tx: Tx,
  actor: Actor,
  input: OneInvitation,
): Promise<{ invitationId: string; tenant: Tenant }> {
  const { id, tenant } = await open(tx, actor, MEMBER_COMMANDS.sendAgain, input);
  const at = await tx.now();
  await store.prolong(tx, id, at);
  await enqueue(tx, sendInvitation, { invitationId: id }, { key: id });
  await keep(tx, actor, at, 'members.sendAgain', { id, tenant });
  return { invitationId: id, tenant };
}

/** Takes an invitation back. Its link says so to whoever opens it. */
export async function withdraw(
  tx: Tx,
  actor: Actor,
  input: OneInvitation,
): Promise<{ invitationId: string; tenant: Tenant }> {
  const { id, tenant } = await open(tx, actor, MEMBER_COMMANDS.withdraw, input);
  const at = await tx.now();
  await move(tx, INVITATION, {
    id,
    from: 'sent',
    event: 'withdraw',
    actor,
    of: tenantsOf(tenant),
    at,
    data: OVER,
  });
  await keep(tx, actor, at, 'members.withdraw', { id, tenant });
  return { invitationId: id, tenant };
}

/** An invitation of a tenant whose owner acts, held, and still open. */
async function open(tx: Tx, actor: Actor, command: Command<undefined>, input: OneInvitation) {
  const seen = await store.invitationById(tx, input.invitationId);
  authorise(actor, command, tenantsOf(seen.tenant));
  const { members } = await store.lockedTenant(tx, seen.tenant);
  insist(stillOwner(members, personOf(actor).personId));
  const invitation = await store.lockedInvitation(tx, seen.id);
  insist(canAnswer(invitation, await tx.now()));
  return invitation;
}

/** With its answer, or its end, the secret of its mail is worth nothing. */
const OVER = { tokenHash: null };

/** Becomes a member, with the rights that the invitation names. */
export async function accept(
  tx: Tx,
  actor: Actor,
  input: AnswerInvitation,
): Promise<{ invitationId: string; tenant: Tenant }> {
  authorise(actor, MEMBER_COMMANDS.accept);
  const person = personOf(actor);
  const { personId } = person;
  const { tenant } = await forMe(tx, person, input);
  const held = await store.lockedTenant(tx, tenant);
  const { id, status, expiresAt, rights } = await store.lockedInvitation(tx, input.invitationId);
  const at = await tx.now();
  insist(canAnswer({ status, expiresAt }, at));
  if (held.still)
    throw new Refusal(no('conflict', `${held.name} is closed or suspended. Nobody can become a member now.`));
  if (!(await store.addMember(tx, { tenant, personId, rights, at })))
    throw new Refusal(no('conflict', `You are a member of ${held.name} already.`));
  const decided = { decidedBy: personId, decidedAt: at, ...OVER };
  await move(tx, INVITATION, {
    id,
    from: status,
    event: 'accept',
    actor,
    of: tenantsOf(tenant),
    at,
    data: decided,
  });
  await keep(tx, actor, at, 'members.accept', { id, tenant, detail: { rights: rights.join(' ') } });
  tx.emit({ name: 'member.joined', personId, ...tenantsOf(tenant) });
  return { invitationId: id, tenant };
}

export async function decline(
  tx: Tx,
  actor: Actor,
  input: AnswerInvitation,
): Promise<{ invitationId: string }> {
  authorise(actor, MEMBER_COMMANDS.decline);
  const person = personOf(actor);
  const { personId } = person;
  const { tenant } = await forMe(tx, person, input);
  const { id, status, expiresAt } = await store.lockedInvitation(tx, input.invitationId);
  const at = await tx.now();
  insist(canAnswer({ status, expiresAt }, at));
  const decided = { decidedBy: personId, decidedAt: at, ...OVER };
  await move(tx, INVITATION, {
    id,
    from: status,
    event: 'decline',
    actor,
    of: tenantsOf(tenant),
    at,
    data: decided,
  });
  await keep(tx, actor, at, 'members.decline', { id, tenant });
  return { invitationId: id };
}

/** An invitation that this person may answer; any other is not there. */
async function forMe(tx: Tx, person: Person, { invitationId, token }: AnswerInvitation) {
  const invitation = await store.invitationById(tx, invitationId);
  const proofs = { signsInWith: person.email, tokenHash: token ? hashOf(token) : null };
  if (isInvited(invitation, proofs)) return invitation;
  throw new Refusal(no('not_found', HIDDEN));
}

/** A reaction to a company that has closed: nobody is asked into it any more. */
export async function dropInvitations(tx: Tx, actor: Actor, event: EventOf<'company.closed'>): Promise<void> {
  const at = await tx.now();
  for (const { id } of await store.openInvitations(tx, { side: 'company', id: event.companyId }))
    await move(tx, INVITATION, {
      id,
      from: 'sent',
      event: 'withdraw',
      actor,
      of: { companyId: event.companyId },
      at,
      data: OVER,
    });
}

/** Expires one invitation that nobody answered in time. False: there is none left. */
export async function expireNext(tx: Tx, actor: Actor): Promise<boolean> {
  authorise(actor, MEMBER_COMMANDS.expire);
  const id = await store.nextOver(tx);
  if (!id) return false;
  const { tenant, status } = await store.invitationById(tx, id);
  const at = await tx.now();
  await move(tx, INVITATION, {
    id,
    from: status,
    event: 'expire',
    actor,
    of: tenantsOf(tenant),
    at,
    data: OVER,
  });
  await keep(tx, actor, at, 'members.expire', { id, tenant });
  return true;
}

async function keep(
  tx: Tx,
  actor: Actor,
  at: Date,
  action: string,
  of: { id: string; tenant: Tenant; detail?: Record<string, string> },
): Promise<void> {
  const { id, tenant, detail } = of;
  await audit(tx, actor, at, { action, object: 'member_invitation', id, ...tenantsOf(tenant), detail });
}
