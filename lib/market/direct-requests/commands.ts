import { no, Refusal } from '@/lib/core/refusal';
import { type Actor, authorise } from '@/lib/core/rights';
import { tellPages } from '@/lib/market/requests/commands';
import * as requests from '@/lib/market/requests/store';
import { insertView } from '@/lib/market/views/store';
import { audit } from '@/lib/platform/audit/store';
import type { Tx } from '@/lib/platform/db/transaction';
import { DIRECT_REQUEST_COMMANDS } from './rights';
import type { OfRequest } from './schema';
import { companiesThatWrote } from './store';

/** A direct request, opened to every expert. There is no way back: what all have read is not private any more. */
export async function openToAll(tx: Tx, actor: Actor, input: OfRequest): Promise<{ requestId: string }> {
  const { customerId } = await requests.requestById(tx, input.requestId);
  authorise(actor, DIRECT_REQUEST_COMMANDS.openToAll, { customerId });
  const request = await requests.lockedRequest(tx, input.requestId);
  const { id } = request;
  if (request.audience === 'everyone') return { requestId: id };
  if (request.audience !== 'direct')
    throw new Refusal(
      no('conflict', 'Your expert started this conversation with you. Post a separate request.'),
    );
  const at = await tx.now();
  await requests.updateOpened(tx, id, at);
  for (const companyId of await companiesThatWrote(tx, id))
    await insertView(tx, { requestId: id, companyId, at });
  await audit(tx, actor, at, { action: 'requests.openToAll', object: 'request', id, customerId });
  tx.emit({ name: 'request.posted', requestId: id, customerId });
  await tellPages(tx, request);
  return { requestId: id };
}
