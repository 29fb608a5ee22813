'use client';

import { sentenceOf } from '@/lib/core/events';
import { firstLine } from '@/lib/core/text';
import type { ListedConversation } from '@/lib/job/conversations/queries';
import { ConversationList } from './conversation-list';
import { useChatRoom } from './room';

type LiveListProps = {
  conversations: readonly ListedConversation[];
  timeZone: string;
  now: Date;
};

/** So much of the last line stands in the list. */
const LINE_MAX = 80;

/** The list beside an open conversation: what is said there moves it up at once, with its last line. */
export function LiveList({ conversations, timeZone, now }: LiveListProps) {
  const { conversationId } = useChatRoom();
  const latest = useLatest();
  const open = conversations.find(({ id }) => id === conversationId);
  const moved =
    open && latest && latest.at >= open.lastAt ? { ...open, last: latest, lastAt: latest.at } : open;
  const rows = conversations
    .map((row) => (row === open && moved ? moved : row))
    .sort((a, b) => b.lastAt.getTime() - a.lastAt.getTime());
  return <ConversationList conversations={rows} current={conversationId} timeZone={timeZone} now={now} />;
}

/** What was said last in the room, one's own unsent line too. */
function useLatest(): { own: boolean; text: string; at: Date } | null {
  const { messages, pending, viewerId, past } = useChatRoom();
  if (past) return null;
  const last = messages.at(-1);
  const at = new Date(last?.at ?? 0);
  const waiting = pending.findLast(({ state }) => state !== 'failed');
  if (waiting) return { own: true, text: firstLine(waiting.body, LINE_MAX), at };
  if (!last) return null;
  const text = last.line ? sentenceOf(last.line, viewerId) : last.body;
  return { own: last.author?.id === viewerId, text: firstLine(text, LINE_MAX), at };
}
