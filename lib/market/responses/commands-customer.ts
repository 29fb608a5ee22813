import { type Actor, authorise } from '@/lib/core/rights';
import { audit } from '@/lib/platform/audit/store';
import type { Tx } from '@/lib/platform/db/transaction';
import { RESPONSE_COMMANDS } from './rights';
import type { ArchiveResponse } from './schema';
import * as store from './store';

/** Puts an answer aside, or back. The company is not told. Asking for what is so already changes nothing. */
export async function archive(
  tx: Tx,
  actor: Actor,
  input: ArchiveResponse,
): Promise<{ responseId: string; requestId: string }> {
  const { id, requestId, request } = await store.responseById(tx, input.responseId);
  const { customerId } = request;
  authorise(actor, RESPONSE_COMMANDS.archive, { customerId });
  const at = await tx.now();
  if (await store.setArchived(tx, id, input.archived ? at : null)) {
    const detail = { archived: input.archived };
    await audit(tx, actor, at, { action: 'responses.archive', object: 'response', id, customerId, detail });
  }
  return { responseId: id, requestId };
}

/** A reaction to the first reading: the company sees when. */
export async function noteRead(tx: Tx, _actor: Actor, input: { responseId: string }): Promise<void> {
  await store.keepReadAt(tx, input.responseId, await tx.now());
}
