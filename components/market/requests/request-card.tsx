import { MessagesSquare } from 'lucide-react';
import { Card } from '@/components/ui/card';
import { Count } from '@/components/ui/count';
import { Instant } from '@/components/ui/instant';
import { Link } from '@/components/ui/link';
import { showId } from '@/lib/core/id';
import type { RequestCard as Row } from '@/lib/market/requests/queries';
import { RequestState } from './request-state';

type RequestCardProps = {
  request: Row;
  timeZone: string;
  now: Date;
  /** Somebody with several customers is told whose request it is. */
  named: boolean;
};

/** One of the customer's own requests, in their list. */
export function RequestCard({ request, timeZone, now, named }: RequestCardProps) {
  const { answers } = request;
  return (
    <Card as="li" className="relative grid gap-1.5 hover:border-line-strong">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 className="min-w-0 text-base">
          <Link
            href={`/requests/${showId(request.id)}`}
            className="after:absolute after:inset-0 hover:underline"
          >
            <bdi>{request.title}</bdi>
          </Link>
        </h2>
        <Instant
          at={request.createdAt}
          timeZone={timeZone}
          now={now}
          show="ago"
          className="text-sm text-muted"
        />
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1.5 text-sm text-muted">
        <RequestState request={request} />
        {request.chosen ? (
          <span>
            You chose <bdi>{request.chosen}</bdi>
          </span>
        ) : null}
        <span className="inline-flex items-center gap-1.5">
          <MessagesSquare aria-hidden="true" className="size-4" />
          {answers} {answers === 1 ? 'response' : 'responses'}
        </span>
        {request.unread > 0 ? (
          <span className="inline-flex items-center gap-1.5 font-medium text-accent">
            <Count value={request.unread} label="" />
            unread
          </span>
        ) : null}
        {named ? (
          <span>
            <bdi>{request.customerName}</bdi>
          </span>
        ) : null}
      </div>
    </Card>
  );
}
