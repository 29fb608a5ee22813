import type { Actor } from '@/lib/core/rights';
import { sayFirst } from '@/lib/job/messages/commands';
import type { Tx } from '@/lib/platform/db/transaction';
import { insertConversation, responseById } from './store';

/** Opens the conversation of a response, with the response's text as its first message. One conversation a response, of the same id. */
export async function open(tx: Tx, _actor: Actor, input: { responseId: string }): Promise<void> {
  const { id, requestId, request, companyId, expertId, expert, text } = await responseById(
    tx,
    input.responseId,
  );
  const { customerId } = request;
  await insertConversation(tx, { id, requestId, customerId, companyId, expertId, at: await tx.now() });
  // A company that was asked, or that brought its client, has not said anything yet. The writer is the expert, also
  // where an admin's check of their certification has sent it.
  if (text) await sayFirst(tx, { conversationId: id, authorId: expert.personId, body: text });
}
