import type { EventOf } from '@/lib/core/events';
import { type Actor, authorise, type Person, personOf } from '@/lib/core/rights';
import { announce } from '@/lib/platform/announce/announce';
import { audit } from '@/lib/platform/audit/store';
import { begin, move } from '@/lib/platform/db/move';
import type { Tx } from '@/lib/platform/db/transaction';
import { REQUEST, type RequestStatus } from './lifecycle';
import { REQUEST_COMMANDS } from './rights';

import type { SetAccepting } from './schema';
import * as store from './store';

/** An address that is not the poster's own has to be proved before anything is sent to it. */
export function nameContact(
  tx: Tx,
  { personId, email: own }: Person,
  requestId: string,
  email: string,
): void {
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
  await store.updateResponded(tx, request.id);
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

/** A reaction to a client who accepted their expert's invitation: the private request that everything else hangs on. */
export async function postForClient(tx: Tx, actor: Actor, event: EventOf<'client.accepted'>): Promise<void> {
  const { requestId: id, customerId, companyId, expertId } = event;
  const { personId, email } = personOf(actor);
  const at = await tx.now();
  await store.insertClientRequest(tx, { ...event, postedBy: personId, contactEmail: email, at });
  await begin(tx, REQUEST, { id, actor, at });
  const detail = { origin: 'client' };
  await audit(tx, actor, at, {
    action: 'requests.post',
    object: 'request',
    id,
    customerId,
    companyId,
    detail,
  });
  tx.emit({ name: 'request.private', requestId: id, customerId, companyId, expertId, origin: 'client' });
  await tellPages(tx, { id, customerId });
}
