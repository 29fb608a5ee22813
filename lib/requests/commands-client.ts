import { audit } from '@/lib/audit/store';
import { type Actor, personOf } from '@/lib/core/rights';
import { begin } from '@/lib/db/move';
import type { Tx } from '@/lib/db/transaction';
import type { EventOf } from '@/lib/events';
import { tellPages } from './commands';
import { REQUEST } from './rules';
import { CONTACT_NAME } from './schema';
import { addClientRequest } from './store-direct';

/** A reaction to a client who accepted their expert's invitation: the private request that everything else hangs on. */
export async function postForClient(tx: Tx, actor: Actor, event: EventOf<'client.accepted'>): Promise<void> {
  const { requestId: id, customerId, companyId, expertId } = event;
  const { personId, name, email } = personOf(actor);
  const at = await tx.now();
  const contactName = [...name].slice(0, CONTACT_NAME.max).join('').trim() || 'Client';
  await addClientRequest(tx, { ...event, postedBy: personId, contactName, contactEmail: email, at });
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
