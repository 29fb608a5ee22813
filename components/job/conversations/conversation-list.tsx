import { Avatar } from '@/components/ui/avatar';
import { cn } from '@/components/ui/cn';
import { Count } from '@/components/ui/count';
import { Instant } from '@/components/ui/instant';
import { Link } from '@/components/ui/link';
import { showId } from '@/lib/core/id';
import type { ListedConversation } from '@/lib/job/conversations/queries';
import { photoPath } from '@/lib/market/photos/rules';
import { standingInShort } from './standing';

type ConversationListProps = {
  conversations: readonly ListedConversation[];
  /** The open one: nothing in it is unread. */
  current?: string;
  timeZone: string;
  now: Date;
};

/** Conversations, the latest first: with whom, about what, the last line, and what is unread. */
export function ConversationList({ conversations, current, timeZone, now }: ConversationListProps) {
  return (
    <ul className="grid grid-cols-[minmax(0,1fr)] gap-0.5">
      {conversations.map((conversation) => {
        const { id, name, about, last, lastAt } = conversation;
        const unread = id === current ? 0 : conversation.unread;
        const standing = standingInShort(conversation.standing);
        return (
          <li key={id}>
            <Link
              href={`/conversations/${showId(id)}`}
              aria-current={id === current ? 'page' : undefined}
              className={cn(
                'grid grid-cols-[2.25rem_minmax(0,1fr)] gap-2.5 rounded-md p-2.5 hover:bg-sunken',
                id === current && 'bg-surface shadow-sm ring-1 ring-line hover:bg-surface',
              )}
            >
              <Avatar name={name} photo={photoPath(conversation.photo)} />
              <span className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-0.5 text-xs text-muted">
                <span className="flex items-baseline justify-between gap-2">
                  <bdi className={cn('truncate text-sm text-ink', unread ? 'font-semibold' : 'font-medium')}>
                    {name}
                  </bdi>
                  <Instant at={lastAt} timeZone={timeZone} now={now} show="ago" className="shrink-0" />
                </span>
                <span dir="auto" className="truncate">
                  {standing ? `${standing} · ` : ''}
                  <bdi>{about}</bdi>
                </span>
                <span className="flex items-center justify-between gap-2">
                  <span dir="auto" className={cn('truncate', unread > 0 && 'text-ink')}>
                    {last?.own ? 'You: ' : ''}
                    {last?.text}
                  </span>
                  <Count value={unread} label="unread" />
                </span>
              </span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
