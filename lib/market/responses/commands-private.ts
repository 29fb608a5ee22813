import type { EventOf } from '@/lib/core/events';
import type { Actor } from '@/lib/core/rights';
import { audit } from '@/lib/platform/audit/store';
import { begin } from '@/lib/platform/db/move';
import type { Tx } from '@/lib/platform/db/transaction';
import { RESPONSE } from './rules';
import { addResponse } from './store';

/** A reaction to a private request: the response that its conversation hangs on, without a text, since nobody has answered. */
export async function open(tx: Tx, actor: Actor, event: EventOf<'request.private'>): Promise<void> {
  const { requestId, customerId, companyId, expertId, origin } = event;
  const at = await tx.now();
  const { id } = await addResponse(tx, { requestId, companyId, expertId, text: '', origin, at });
  await begin(tx, RESPONSE, { id, actor, at });
  const detail = { origin };
  await audit(tx, actor, at, {
    action: 'responses.open',
    object: 'response',
    id,
    customerId,
    companyId,
    detail,
  });
  const job = { conversationId: id, customerId, companyId };
  tx.emit({ name: 'response.opened', responseId: id, requestId, origin, ...job });
}
