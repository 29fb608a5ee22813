import { insist } from '@/lib/core/refusal';
import { type Actor, authorise, type Person, personOf } from '@/lib/core/rights';
import { customerOf } from '@/lib/identity/customers/store';
import { canBeNamed } from '@/lib/identity/names/rules';
import { announce } from '@/lib/platform/announce/announce';
import { audit } from '@/lib/platform/audit/store';
import { begin, move } from '@/lib/platform/db/move';
import type { Tx } from '@/lib/platform/db/transaction';
import { env } from '@/lib/platform/env';
import { answererOf, canAskDirectly } from './direct-rules';
import { REQUEST_COMMANDS } from './rights';
import { canEdit, canPostFor, canPublish, REQUEST, type RequestStatus, tellsOtherwise } from './rules';
import type { EditRequest, PostRequest, SetAccepting } from './schema';
import * as store from './store';
import { directTarget, shareMembers } from './store-direct';
import { removeDraft } from './store-drafts';

/** Publishes a request to experts, for one of the person's customers; their first is made where there is none. */
export async function post(tx: Tx, actor: Actor, input: PostRequest): Promise<{ requestId: string }> {
  authorise(actor, REQUEST_COMMANDS.post);
  const person = personOf(actor);
  insist(canPublish(input));
  insist(canBeNamed({ contactName: input.contactName }, 'person', env.OPERATOR_NAME));
  const customerId = input.customerId ?? (await customerOf(tx, person));
  // A customer that was made just now is not among the viewer's yet.
  if (input.customerId || person.customers.length > 0) insist(canPostFor(person, customerId));
  const at = await tx.now();
  const answerer = await answererFor(tx, input, { customerId, at });
  const { id } = await store.addRequest(tx, { ...input, customerId, postedBy: person.personId, at });
  await begin(tx, REQUEST, { id, actor, at });
  const { draftId, draftHash } = input;
  if (draftId) await removeDraft(tx, { draftId, personId: person.personId, draftHash });
  await audit(tx, actor, at, { action: 'requests.post', object: 'request', id, customerId });
  if (answerer)
    tx.emit({ name: 'request.private', requestId: id, customerId, origin: 'direct', ...answerer });
  else tx.emit({ name: 'request.posted', requestId: id, customerId });
  nameContact(tx, person, id, input.contactEmail);
  await tellPages(tx, { id, customerId });
  return { requestId: id };
}

/** Who opens the conversation of a direct request; null for a request to everyone. */
async function answererFor(
  tx: Tx,
  { toCompanyId, toExpertId }: PostRequest,
  of: { customerId: string; at: Date },
): Promise<{ companyId: string; expertId: string } | null> {
  if (!toCompanyId) return null;
  const target = await directTarget(tx.db, toCompanyId);
  const ownPeople = await shareMembers(tx.db, { customerId: of.customerId, companyId: toCompanyId });
  insist(canAskDirectly(target, toExpertId ?? null, of.at, ownPeople));
  const expert = answererOf(target!, toExpertId ?? null, of.at);
  return { companyId: toCompanyId, expertId: expert!.id };
}

/** Changes what a request says; what it said before stays readable, and experts who responded are told. */
export async function edit(tx: Tx, actor: Actor, input: EditRequest): Promise<{ requestId: string }> {
  const { customerId } = await store.requestById(tx, input.requestId);
  authorise(actor, REQUEST_COMMANDS.edit, { customerId });
  const before = await store.lockedRequest(tx, input.requestId);
  insist(canEdit(input.edits, await store.countEdits(tx, before.id)));
  insist(canPublish(input));
  const { contactName } = input;
  if (contactName !== before.contactName) insist(canBeNamed({ contactName }, 'person', env.OPERATOR_NAME));
  const at = await tx.now();
  const told = tellsOtherwise(before, input);
  if (told) {
    const { personId } = personOf(actor);
    await store.keepEdit(tx, { ...before, requestId: before.id, personId, at });
    tx.emit({ name: 'request.edited', requestId: before.id, customerId });
  }
  await store.rewriteRequest(tx, before.id, input, told ? at : undefined);
  if (before.contactEmail !== input.contactEmail)
    nameContact(tx, personOf(actor), before.id, input.contactEmail);
  const detail = { text: told };
  await audit(tx, actor, at, {
    action: 'requests.edit',
    object: 'request',
    id: before.id,
    customerId,
    detail,
  });
  await tellPages(tx, before);
  return { requestId: before.id };
}

/** An address that is not the poster's own has to be proved before anything is sent to it. */
function nameContact(tx: Tx, { personId, email: own }: Person, requestId: string, email: string): void {
  if (email !== own.toLowerCase()) tx.emit({ name: 'request.contactNamed', requestId, personId, email });
}

/** **Accepting new responses**: on or off, at any time. Asking for what is so already changes nothing. */
export async function setAccepting(
  tx: Tx,
  actor: Actor,
  input: SetAccepting,
): Promise<{ requestId: string; status: RequestStatus }> {
  const { customerId } = await store.requestById(tx, input.requestId);
  authorise(actor, REQUEST_COMMANDS.setAccepting, { customerId });
  const request = await store.lockedRequest(tx, input.requestId);
  const { id, status: from } = request;
  if ((from === 'accepting') === input.accepting) return { requestId: id, status: from };
  const at = await tx.now();
  const event = input.accepting ? 'resume' : 'pause';
  // Open again, it is not settled any more: who was chosen can be chosen anew.
  const data = input.accepting ? { settledAt: null, chosenId: null, thanks: null } : {};
  const status = await move(tx, REQUEST, { id, from, event, actor, of: { customerId }, at, data });
  const detail = { accepting: input.accepting };
  await audit(tx, actor, at, { action: 'requests.setAccepting', object: 'request', id, customerId, detail });
  await tellPages(tx, request);
  return { requestId: id, status };
}

/** A reaction to a response: one company more has answered. */
export async function countResponse(tx: Tx, _actor: Actor, input: { requestId: string }): Promise<void> {
  const request = await store.lockedRequest(tx, input.requestId);
  await store.addResponseToCount(tx, request.id);
  await tellPages(tx, request);
}

/** Open pages of a request are drawn anew: everybody's, or of a private one those of its people alone. */
export async function tellPages(tx: Tx, request: { id: string; customerId: string }): Promise<void> {
  const members = await store.memberIdsOf(tx, request.customerId);
  const others = await store.privateReadersOf(tx, request.id);
  const personIds = [...new Set([...members, ...(others ?? [])])];
  await announce(tx, {
    what: 'request',
    requestId: request.id,
    personIds,
    ...(others ? { only: true } : {}),
  });
}
