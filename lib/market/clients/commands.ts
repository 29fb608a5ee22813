import { insist, no, Refusal } from '@/lib/core/refusal';
import { type Actor, authorise, type Person, personOf } from '@/lib/core/rights';
import { ensureCustomer } from '@/lib/identity/customers/store';
import { endInvitation, proofsOf } from '@/lib/identity/invitations/ending';
import { CLIENT_INVITATION } from '@/lib/identity/invitations/lifecycle';
import { canAnswer, canSee, isOver } from '@/lib/identity/invitations/rules';
import type { AnswerInvitation, OneInvitation } from '@/lib/identity/invitations/schema';
import { canBeNamed } from '@/lib/identity/names/rules';
import { canPostFor } from '@/lib/market/requests/rules';
import { audit } from '@/lib/platform/audit/store';
import { begin } from '@/lib/platform/db/move';
import type { Tx } from '@/lib/platform/db/transaction';
import { env } from '@/lib/platform/env';
import { enqueue } from '@/lib/platform/jobs/queue';
import { sendClientInvitation } from './jobs';
import { CLIENT_COMMANDS } from './rights';
import { canInvite, canSend, mayInvite } from './rules';
import type { AcceptInvitation, InviteClient } from './schema';
import * as store from './store';

const OBJECT = 'client_invitation';

/** Asks a client of one's own by mail into a private conversation. Nothing is public, and nothing begins before they accept. */
export async function invite(tx: Tx, actor: Actor, input: InviteClient): Promise<{ invitationId: string }> {
  const { companyId, email, title } = input;
  authorise(actor, CLIENT_COMMANDS.invite, { companyId });
  const expert = await store.inviterOf(tx, { personId: personOf(actor).personId, companyId });
  insist(mayInvite(expert, await tx.now()));
  insist(canSend(input));
  insist(canBeNamed({ clientName: input.clientName }, 'person', env.OPERATOR_NAME));
  const at = await tx.now();
  insist(canInvite(await store.invitedSoFar(tx, { companyId, email, title, at })));
  const id = await store.insertInvitation(tx, { ...input, expertId: expert!.id, at });
  await begin(tx, CLIENT_INVITATION, { id, actor, at });
  await enqueue(tx, sendClientInvitation, { invitationId: id }, { key: id });
  await audit(tx, actor, at, { action: 'clients.invite', object: OBJECT, id, companyId });
  return { invitationId: id };
}

/** Takes an invitation back. Its link says so to whoever opens it. */
export async function withdraw(
  tx: Tx,
  actor: Actor,
  input: OneInvitation,
): Promise<{ invitationId: string }> {
  const { companyId } = await store.invitationById(tx, input.invitationId);
  authorise(actor, CLIENT_COMMANDS.withdraw, { companyId });
  const { id, status, expiresAt } = await store.lockedInvitation(tx, input.invitationId);
  const at = await tx.now();
  insist(canAnswer({ status, expiresAt }, at));
  await endInvitation(tx, CLIENT_INVITATION, { id, status, event: 'withdraw', actor, of: { companyId }, at });
  await audit(tx, actor, at, { action: 'clients.withdraw', object: OBJECT, id, companyId });
  return { invitationId: id };
}

/** Becomes the company's client: a private request, its conversation, and everything that follows. */
export async function accept(tx: Tx, actor: Actor, input: AcceptInvitation): Promise<{ requestId: string }> {
  authorise(actor, CLIENT_COMMANDS.accept);
  const person = personOf(actor);
  const { id, status, expiresAt, companyId, expertId } = await forMe(tx, person, input);
  const at = await tx.now();
  insist(canAnswer({ status, expiresAt }, at));
  if (!(await store.companyStands(tx, { companyId, expertId })))
    throw new Refusal(no('conflict', 'This expert can’t start anything new right now.'));
  const customerId = input.customerId ?? (await ensureCustomer(tx, person));
  // A customer that was made just now is not among the viewer's yet.
  if (input.customerId || person.customers.length > 0) insist(canPostFor(person, customerId));
  if (await store.shareMembers(tx, { customerId, companyId }))
    throw new Refusal(
      no('forbidden', 'You and this company have people in common, so you can’t be its client.'),
    );
  const requestId = await store.updateRequestId(tx, id);
  await endInvitation(tx, CLIENT_INVITATION, { id, status, event: 'accept', actor, of: { companyId }, at });
  await audit(tx, actor, at, { action: 'clients.accept', object: OBJECT, id, companyId, customerId });
  tx.emit({
    name: 'client.accepted',
    invitationId: id,
    requestId,
    personId: person.personId,
    customerId,
    companyId,
    expertId,
  });
  return { requestId };
}

export async function decline(
  tx: Tx,
  actor: Actor,
  input: AnswerInvitation,
): Promise<{ invitationId: string }> {
  authorise(actor, CLIENT_COMMANDS.decline);
  const { id, status, expiresAt, companyId } = await forMe(tx, personOf(actor), input);
  const at = await tx.now();
  insist(canAnswer({ status, expiresAt }, at));
  await endInvitation(tx, CLIENT_INVITATION, { id, status, event: 'decline', actor, of: { companyId }, at });
  await audit(tx, actor, at, { action: 'clients.decline', object: OBJECT, id, companyId });
  return { invitationId: id };
}

/** The clock: nobody has answered in time. */
export async function expire(tx: Tx, actor: Actor, input: OneInvitation): Promise<boolean> {
  authorise(actor, CLIENT_COMMANDS.expire);
  const { id, companyId, status, expiresAt } = await store.lockedInvitation(tx, input.invitationId);
  const at = await tx.now();
  if (!isOver({ status, expiresAt }, at)) return false;
  await endInvitation(tx, CLIENT_INVITATION, { id, status, event: 'expire', actor, of: { companyId }, at });
  await audit(tx, actor, at, { action: 'clients.expire', object: OBJECT, id, companyId });
  return true;
}

/** An invitation that this person may answer, held; any other is not there. */
async function forMe(tx: Tx, person: Person, { invitationId, token }: AnswerInvitation) {
  const invitation = await store.lockedInvitation(tx, invitationId);
  insist(canSee(invitation, proofsOf(person, token)));
  return invitation;
}
