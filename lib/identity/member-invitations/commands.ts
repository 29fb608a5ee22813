import type { EventOf } from '@/lib/core/events';
import { insist, no, Refusal } from '@/lib/core/refusal';
import { type Actor, authorise, type Command, type Person, personOf } from '@/lib/core/rights';
import { endInvitation, proofsOf } from '@/lib/identity/invitations/ending';
import { MEMBER_INVITATION } from '@/lib/identity/invitations/lifecycle';
import { canAnswer, canSee, isOver } from '@/lib/identity/invitations/rules';
import type { AnswerInvitation, OneInvitation } from '@/lib/identity/invitations/schema';
import { invitedLately } from '@/lib/identity/invitations/store';
import { stillOwner } from '@/lib/identity/members/rules';
import { type Tenant, tenantsOf } from '@/lib/identity/members/schema';
import { insertMember, lockedTenant } from '@/lib/identity/members/store';
import { canBeNamed } from '@/lib/identity/names/rules';
import { audit } from '@/lib/platform/audit/store';
import { begin } from '@/lib/platform/db/move';
import type { Tx } from '@/lib/platform/db/transaction';
import { env } from '@/lib/platform/env';
import { enqueue } from '@/lib/platform/jobs/queue';
import { sendInvitation } from './jobs';
import { MEMBER_INVITATION_COMMANDS } from './rights';
import { canInvite } from './rules';
import type { Invite } from './schema';
import * as store from './store';

/** Asks somebody by e-mail to become a member. The first colleague of somebody who works alone makes a company of them. */
export async function invite(tx: Tx, actor: Actor, input: Invite): Promise<{ invitationId: string }> {
  const { tenant, email, rights, companyName } = input;
  authorise(actor, MEMBER_INVITATION_COMMANDS.invite, tenantsOf(tenant));
  insist(canBeNamed({ companyName }, 'organisation', env.OPERATOR_NAME));
  const { personId } = personOf(actor);
  const { members, freelancer } = await lockedTenant(tx, tenant);
  insist(stillOwner(members, personId));
  const at = await tx.now();
  const open = await store.openInvitations(tx, tenant);
  insist(
    canInvite({
      email,
      memberEmails: members.map((member) => member.email),
      count: members.length + open.length,
      openAlready: open.some((other) => other.email.toLowerCase() === email),
      askedLately: await invitedLately(tx, 'member_invitation', { email, at }),
      nameMissing: freelancer && companyName === null,
    }),
  );
  const id = await store.insertInvitation(tx, { tenant, email, rights, invitedBy: personId, at });
  await begin(tx, MEMBER_INVITATION, { id, actor, at });
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
  const { id, tenant } = await open(tx, actor, MEMBER_INVITATION_COMMANDS.sendAgain, input);
  const at = await tx.now();
  await store.updateEnd(tx, id, at);
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
  const { id, tenant, status } = await open(tx, actor, MEMBER_INVITATION_COMMANDS.withdraw, input);
  const at = await tx.now();
  await endInvitation(tx, MEMBER_INVITATION, {
    id,
    status,
    event: 'withdraw',
    actor,
    of: tenantsOf(tenant),
    at,
  });
  await keep(tx, actor, at, 'members.withdraw', { id, tenant });
  return { invitationId: id, tenant };
}

/** An invitation of a tenant whose owner acts, held, and still open. */
async function open(tx: Tx, actor: Actor, command: Command<undefined>, input: OneInvitation) {
  const seen = await store.invitationById(tx, input.invitationId);
  authorise(actor, command, tenantsOf(seen.tenant));
  const { members } = await lockedTenant(tx, seen.tenant);
  insist(stillOwner(members, personOf(actor).personId));
  const invitation = await store.lockedInvitation(tx, seen.id);
  insist(canAnswer(invitation, await tx.now()));
  return invitation;
}

/** Becomes a member, with the rights that the invitation names. */
export async function accept(
  tx: Tx,
  actor: Actor,
  input: AnswerInvitation,
): Promise<{ invitationId: string; tenant: Tenant }> {
  authorise(actor, MEMBER_INVITATION_COMMANDS.accept);
  const person = personOf(actor);
  const { personId } = person;
  const { tenant } = await forMe(tx, person, input);
  const held = await lockedTenant(tx, tenant);
  const { id, status, expiresAt, rights } = await store.lockedInvitation(tx, input.invitationId);
  const at = await tx.now();
  insist(canAnswer({ status, expiresAt }, at));
  if (held.still)
    throw new Refusal(no('conflict', `${held.name} is closed or suspended. No one can become a member now.`));
  if (!(await insertMember(tx, { tenant, personId, rights, at })))
    throw new Refusal(no('conflict', `You’re already a member of ${held.name}.`));
  await endInvitation(tx, MEMBER_INVITATION, {
    id,
    status,
    event: 'accept',
    actor,
    of: tenantsOf(tenant),
    at,
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
  authorise(actor, MEMBER_INVITATION_COMMANDS.decline);
  const { tenant } = await forMe(tx, personOf(actor), input);
  const { id, status, expiresAt } = await store.lockedInvitation(tx, input.invitationId);
  const at = await tx.now();
  insist(canAnswer({ status, expiresAt }, at));
  await endInvitation(tx, MEMBER_INVITATION, {
    id,
    status,
    event: 'decline',
    actor,
    of: tenantsOf(tenant),
    at,
  });
  await keep(tx, actor, at, 'members.decline', { id, tenant });
  return { invitationId: id };
}

/** An invitation that this person may answer; any other is not there. */
async function forMe(tx: Tx, person: Person, { invitationId, token }: AnswerInvitation) {
  const invitation = await store.invitationById(tx, invitationId);
  insist(canSee(invitation, proofsOf(person, token)));
  return invitation;
}

/** A reaction to a company that has closed: nobody is asked into it any more. */
export async function dropInvitations(tx: Tx, actor: Actor, event: EventOf<'company.closed'>): Promise<void> {
  const { companyId } = event;
  const at = await tx.now();
  for (const { id, status } of await store.openInvitations(tx, { side: 'company', id: companyId }))
    await endInvitation(tx, MEMBER_INVITATION, {
      id,
      status,
      event: 'withdraw',
      actor,
      of: { companyId },
      at,
    });
}

/** The clock: nobody has answered in time. */
export async function expire(tx: Tx, actor: Actor, input: OneInvitation): Promise<boolean> {
  authorise(actor, MEMBER_INVITATION_COMMANDS.expire);
  const { id, tenant, status, expiresAt } = await store.lockedInvitation(tx, input.invitationId);
  const at = await tx.now();
  if (!isOver({ status, expiresAt }, at)) return false;
  await endInvitation(tx, MEMBER_INVITATION, {
    id,
    status,
    event: 'expire',
    actor,
    of: tenantsOf(tenant),
    at,
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
