import type { EventOf } from '@/lib/core/events';
import { type Actor, personOf } from '@/lib/core/rights';
import { audit } from '@/lib/platform/audit/store';
import { begin } from '@/lib/platform/db/move';
import type { Tx } from '@/lib/platform/db/transaction';
import { tellPages } from './commands';
import { REQUEST } from './rules';
import { addClientRequest } from './store-direct';

/** A reaction to a client who accepted their expert's invitation: the private request that everything else hangs on. */
export async function postForClient(tx: Tx, actor: Actor, event: EventOf<'client.accepted'>): Promise<void> {
  const { requestId: id, customerId, companyId, expertId } = event;
  const { personId, email } = personOf(actor);
  const at = await tx.now();
  await addClientRequest(tx, { ...event, postedBy: personId, contactEmail: email, at });
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
