import { Avatar } from '@/components/ui/avatar';
import { cn } from '@/components/ui/cn';
import { Count } from '@/components/ui/count';
import { Instant } from '@/components/ui/instant';
import { Link } from '@/components/ui/link';
import { showId } from '@/lib/core/id';
import { firstLine } from '@/lib/core/text';
import type { ListedConversation } from '@/lib/job/conversations/queries';
import { photoPath } from '@/lib/market/photos/rules';
import { Standing } from './standing';

type ConversationListProps = {
  conversations: ListedConversation[];
  /** The open one. */
  current?: string;
  timeZone: string;
  now: Date;
};

/** Conversations, the latest first: with whom, about what, the last line, and what is unread. */
export function ConversationList({ conversations, current, timeZone, now }: ConversationListProps) {
  return (
    <ul className="grid grid-cols-[minmax(0,1fr)] gap-0.5">
      {conversations.map((conversation) => {
        const { person } = conversation.expert;
        const toExpert = conversation.side === 'customer';
        const name = toExpert ? person.name : conversation.request.contactName;
        return (
          <li key={conversation.id}>
            <Link
              href={`/conversations/${showId(conversation.id)}`}
              aria-current={conversation.id === current ? 'page' : undefined}
              className={cn(
                'grid grid-cols-[2.25rem_minmax(0,1fr)] gap-2.5 rounded-md p-2.5 hover:bg-sunken',
                conversation.id === current && 'bg-accent-soft hover:bg-accent-soft',
              )}
            >
              <Avatar name={name} photo={toExpert ? photoPath(person.photo?.hash) : null} />
              <span className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-0.5">
                <span className="flex items-baseline justify-between gap-2">
                  <b className="truncate text-sm font-semibold">
                    <bdi>{name}</bdi>
                  </b>
                  <Instant
                    at={conversation.lastAt}
                    timeZone={timeZone}
                    now={now}
                    show="ago"
                    className="shrink-0 text-xs text-muted"
                  />
                </span>
                <span dir="auto" className="truncate text-xs text-muted">
                  {conversation.side === 'customer' ? `${conversation.company.name} · ` : ''}
                  <bdi>{conversation.request.title}</bdi>
                </span>
                {conversation.standing.settled || conversation.standing.response === 'withdrawn' ? (
                  <span className="flex flex-wrap gap-1">
                    <Standing
                      standing={conversation.standing}
                      side={conversation.side}
                      timeZone={timeZone}
                      now={now}
                    />
                  </span>
                ) : null}
                <span className="flex items-center justify-between gap-2 text-xs">
                  <span className="truncate">{firstLine(conversation.lastLine, 80)}</span>
                  <Count value={conversation.unread} label="unread" />
                </span>
              </span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
