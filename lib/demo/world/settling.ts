import { markRead } from '@/lib/job/messages/commands';
import { LAST_POSITION, MarkRead } from '@/lib/job/messages/schema';
import { settle } from '@/lib/market/settling/commands';
import { Settle } from '@/lib/market/settling/schema';
import type { CastCustomer } from './cast';
import { act } from './stage';

const THANKS =
  'Thank you for your answer. We have chosen somebody who has done just this before, and would ask you again.';

/** The customer has read every answer and chooses the first; the others are thanked. Conversation and response share an id. */
export async function settleWithFirst(
  { person }: CastCustomer,
  conversations: readonly string[],
): Promise<void> {
  for (const conversationId of conversations)
    await act(person, markRead, MarkRead, { conversationId, seq: LAST_POSITION });
  await act(person, settle, Settle, { responseId: conversations[0]!, thanks: THANKS });
}
