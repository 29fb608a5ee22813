import Link from 'next/link';
import { ResponseState } from '@/components/responses/response-state';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Instant } from '@/components/ui/instant';
import { Lamp } from '@/components/ui/lamp';
import { Tag } from '@/components/ui/tag';
import { showId } from '@/lib/core/id';
import type { WorkCard as Row } from '@/lib/feed/queries';
import { serviceOf } from '@/lib/requests/aws-services';
import { BUDGET_LABELS, LOCATION_LABELS } from '@/lib/requests/schema';
import { MarkButtons } from './mark-form';

type WorkCardProps = {
  request: Row;
  /** Whether the viewer may answer requests at all. */
  mayRespond: boolean;
  timeZone: string;
  now: Date;
};

/** An open request in the list of those who look for work. */
export function WorkCard({ request, mayRespond, timeZone, now }: WorkCardProps) {
  const href = `/work/${showId(request.id)}`;
  const { responseCount: answers, response } = request;
  return (
    <Card as="article" className="grid gap-2 px-4.5 py-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 className="min-w-0 text-lg wrap-anywhere">
          <Link prefetch={false} href={href} className="hover:underline">
            {request.title}
          </Link>
        </h2>
        <Instant
          at={request.postedAt}
          timeZone={timeZone}
          now={now}
          show="ago"
          className="text-sm text-muted"
        />
      </div>
      {request.excerpt ? (
        <p className="line-clamp-2 text-sm wrap-anywhere text-muted">{request.excerpt}</p>
      ) : null}
      <div className="flex flex-wrap items-center justify-between gap-3">
        <ul className="flex flex-wrap gap-1.5" aria-label="Wishes">
          <Tag as="li">{BUDGET_LABELS[request.budget]}</Tag>
          <Tag as="li">
            {request.location === 'anywhere' ? 'Anywhere' : `prefers ${LOCATION_LABELS[request.location]}`}
          </Tag>
          {request.services.map((code) => (
            <Tag as="li" key={code}>
              {serviceOf(code)?.name ?? code}
            </Tag>
          ))}
          {request.regions.map((code) => (
            <Tag as="li" key={code}>
              {code}
            </Tag>
          ))}
        </ul>
        <div className="flex flex-wrap items-center gap-3 text-sm text-muted max-sm:w-full max-sm:justify-between">
          <span>{`${answers} ${answers === 1 ? 'response' : 'responses'}${placesOf(request.places)}`}</span>
          <MarkButtons request={request} />
          {response ? (
            <>
              <ResponseState response={response} timeZone={timeZone} now={now} />
              <Link
                prefetch={false}
                href={`/conversations/${showId(response.id)}`}
                className="link"
                aria-label={`Conversation: ${request.title}`}
              >
                Conversation
              </Link>
            </>
          ) : !request.open ? (
            <Lamp tone="ended">Not accepting</Lamp>
          ) : mayRespond ? (
            <ButtonLink href={href} size="sm" variant="primary" aria-label={`Respond: ${request.title}`}>
              Respond
            </ButtonLink>
          ) : null}
        </div>
      </div>
    </Card>
  );
}

/** How many places are left, where they are numbered. */
function placesOf(places: number | null): string {
  if (places === null) return '';
  if (places === 0) return ' · all places taken';
  return ` · ${places} ${places === 1 ? 'place' : 'places'} free`;
}
