import { HIDDEN, insist, no, Refusal } from '@/lib/core/refusal';
import { type Actor, authorise, type Person, personOf } from '@/lib/core/rights';
import { customerOf } from '@/lib/identity/customers/store';
import { canBeNamed } from '@/lib/identity/names/rules';
import { isInvited } from '@/lib/identity/people/rules-invited';
import { canPostFor } from '@/lib/market/requests/rules';
import { audit } from '@/lib/platform/audit/store';
import { begin, move } from '@/lib/platform/db/move';
import type { Tx } from '@/lib/platform/db/transaction';
import { env } from '@/lib/platform/env';
import { enqueue } from '@/lib/platform/jobs/queue';
import { hashOf } from '@/lib/platform/session/person';
import { sendClientInvitation } from './jobs';
import { CLIENT_COMMANDS } from './rights';
import { CLIENT_INVITATION, canAnswer, canInvite, canSend, mayInvite } from './rules';
import type { AcceptInvitation, DeclineInvitation, InviteClient, OneInvitation } from './schema';
import * as store from './store';

const OBJECT = 'client_invitation';
/** With its answer, or its end, the secret of its mail is worth nothing. */
const OVER = { tokenHash: null };

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
  const id = await store.addInvitation(tx, { ...input, expertId: expert!.id, at });
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
  const { id, status: from, expiresAt } = await store.lockedInvitation(tx, input.invitationId);
  const at = await tx.now();
  insist(canAnswer({ status: from, expiresAt }, at));
  await move(tx, CLIENT_INVITATION, {
    id,
    from,
    event: 'withdraw',
    actor,
    of: { companyId },
    at,
    data: OVER,
  });
  await audit(tx, actor, at, { action: 'clients.withdraw', object: OBJECT, id, companyId });
  return { invitationId: id };
}

/** Becomes the company's client: a private request, its conversation, and everything that follows. */
export async function accept(tx: Tx, actor: Actor, input: AcceptInvitation): Promise<{ requestId: string }> {
  authorise(actor, CLIENT_COMMANDS.accept);
  const person = personOf(actor);
  const { id, status: from, expiresAt, companyId, expertId } = await forMe(tx, person, input);
  const at = await tx.now();
  insist(canAnswer({ status: from, expiresAt }, at));
  if (!(await store.companyStands(tx, { companyId, expertId })))
    throw new Refusal(no('conflict', 'This expert cannot begin anything at the moment.'));
  const customerId = input.customerId ?? (await customerOf(tx, person));
  // A customer that was made just now is not among the viewer's yet.
  if (input.customerId || person.customers.length > 0) insist(canPostFor(person, customerId));
  if (await store.shareMembers(tx, { customerId, companyId }))
    throw new Refusal(
      no('forbidden', 'You and this company have people in common. Nobody is their own client.'),
    );
  const requestId = await store.newRequestId(tx);
  const { personId } = person;
  const data = { requestId, decidedBy: personId, decidedAt: at, ...OVER };
  await move(tx, CLIENT_INVITATION, { id, from, event: 'accept', actor, of: { companyId }, at, data });
  await audit(tx, actor, at, { action: 'clients.accept', object: OBJECT, id, companyId, customerId });
  tx.emit({
    name: 'client.accepted',
    invitationId: id,
    requestId,
    personId,
    customerId,
    companyId,
    expertId,
  });
  return { requestId };
}

export async function decline(
  tx: Tx,
  actor: Actor,
  input: DeclineInvitation,
): Promise<{ invitationId: string }> {
  authorise(actor, CLIENT_COMMANDS.decline);
  const person = personOf(actor);
  const { personId } = person;
  const { id, status: from, expiresAt, companyId } = await forMe(tx, person, input);
  const at = await tx.now();
  insist(canAnswer({ status: from, expiresAt }, at));
  const data = { decidedBy: personId, decidedAt: at, ...OVER };
  await move(tx, CLIENT_INVITATION, { id, from, event: 'decline', actor, of: { companyId }, at, data });
  await audit(tx, actor, at, { action: 'clients.decline', object: OBJECT, id, companyId });
  return { invitationId: id };
}

/** The clock: expires one invitation that nobody answered in time. False: there is none left. */
export async function expireNext(tx: Tx, actor: Actor): Promise<boolean> {
  authorise(actor, CLIENT_COMMANDS.expire);
  const over = await store.nextOver(tx);
  if (!over) return false;
  const { id, companyId } = over;
  const at = await tx.now();
  await move(tx, CLIENT_INVITATION, {
    id,
    from: 'sent',
    event: 'expire',
    actor,
    of: { companyId },
    at,
    data: OVER,
  });
  await audit(tx, actor, at, { action: 'clients.expire', object: OBJECT, id, companyId });
  return true;
}

/** An invitation that this person may answer, held; any other is not there. */
async function forMe(tx: Tx, person: Person, { invitationId, token }: DeclineInvitation) {
  const invitation = await store.lockedInvitation(tx, invitationId);
  const proofs = { signsInWith: person.email, tokenHash: token ? hashOf(token) : null };
  if (isInvited(invitation, proofs)) return invitation;
  throw new Refusal(no('not_found', HIDDEN));
}
