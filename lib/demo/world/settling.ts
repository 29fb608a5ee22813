import { markRead } from '@/lib/job/messages/commands';
import { LAST_POSITION, MarkRead } from '@/lib/job/messages/schema';
import { settle } from '@/lib/market/settling/commands';
import { Settle } from '@/lib/market/settling/schema';
import type { CastCustomer } from './cast';
import { act } from './stage';

/** The customer has read every response and chooses the first; the others are thanked. Conversation and response share an id. */
export async function settleWithFirst(
  { person }: CastCustomer,
  conversations: readonly string[],
  thanks: string,
): Promise<void> {
  for (const conversationId of conversations)
    await act(person, markRead, MarkRead, { conversationId, seq: LAST_POSITION });
  await act(person, settle, Settle, { responseId: conversations[0]!, thanks });
}
