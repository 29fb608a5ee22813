import { Card } from '@/components/ui/card';
import { Count } from '@/components/ui/count';
import { Instant } from '@/components/ui/instant';
import { Lamp } from '@/components/ui/lamp';
import { Link } from '@/components/ui/link';
import { showId } from '@/lib/core/id';
import { formatMoney } from '@/lib/core/money';
import type { RequestCard as Row } from '@/lib/job/own-requests/queries';
import { budgetInWords } from '@/lib/market/requests/schema';
import { RequestState } from './request-state';

type RequestCardProps = {
  request: Row;
  timeZone: string;
  now: Date;
  /** Somebody with several customers is told whose request it is. */
  named: boolean;
};

/** One of the customer's own requests, in their list: where it stands, what waits, and what happened last. */
export function RequestCard({ request, timeZone, now, named }: RequestCardProps) {
  const { answers, last, waiting } = request;
  return (
    <Card as="li" className="relative grid grid-cols-[minmax(0,1fr)] gap-1.5 hover:border-line-strong">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 className="min-w-0 text-base">
          <Link
            href={`/requests/${showId(request.id)}`}
            className="after:absolute after:inset-0 after:rounded-lg hover:underline"
          >
            <bdi>{request.title}</bdi>
          </Link>
        </h2>
        {waiting ? <Lamp tone="turn">{waitingInWords(waiting)}</Lamp> : null}
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-muted">
        <RequestState request={request} />
        {request.chosen ? (
          <span>
            You chose <bdi>{request.chosen}</bdi>
          </span>
        ) : null}
        <span>{budgetInWords(request.budget)}</span>
        <span>
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
      <div className="flex items-baseline justify-between gap-x-4 text-sm text-muted">
        <p className="min-w-0 truncate">
          {last ? (
            <>
              {last.who ? (
                <>
                  <bdi>{last.who}</bdi>:{' '}
                </>
              ) : null}
              <bdi>{last.text}</bdi>
            </>
          ) : (
            'Posted'
          )}
        </p>
        <Instant at={last?.at ?? request.createdAt} timeZone={timeZone} now={now} show="ago" />
      </div>
    </Card>
  );
}

/** "1 proposal waiting · $1,200", "2 proposals waiting · $900–$1,200". */
export function waitingInWords({
  count,
  leastMinor,
  mostMinor,
  currency,
}: NonNullable<Row['waiting']>): string {
  const shown = (minor: bigint) => formatMoney({ minor, currency }, { short: true });
  const amounts = leastMinor === mostMinor ? shown(leastMinor) : `${shown(leastMinor)}–${shown(mostMinor)}`;
  return `${count} ${count === 1 ? 'proposal' : 'proposals'} waiting · ${amounts}`;
}
