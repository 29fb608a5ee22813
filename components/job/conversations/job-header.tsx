import { Avatar } from '@/components/ui/avatar';
import { Chevron } from '@/components/ui/chevron';
import { Instant } from '@/components/ui/instant';
import { Link } from '@/components/ui/link';
import { Mark } from '@/components/ui/mark';
import { formatInstant } from '@/components/ui/time';
import { showId } from '@/lib/core/id';
import type { conversationOf } from '@/lib/job/conversations/queries';
import { certificationName } from '@/lib/market/certifications/catalog';
import { photoPath } from '@/lib/market/photos/rules';
import { isWithdrawn } from '@/lib/market/responses/lifecycle';
import { Online } from './online';
import { standingOf } from './standing';

type JobHeaderProps = {
  conversation: NonNullable<Awaited<ReturnType<typeof conversationOf>>>;
  timeZone: string;
  now: Date;
};

/** With whom one talks: the expert for the customer, the customer for the company. On a phone with the way back to the list. */
export function JobHeader({ conversation, timeZone, now }: JobHeaderProps) {
  const { company, request, response, standing, side } = conversation;
  const { person, certifications } = response.expert;
  const toExpert = side === 'customer';
  const name = toExpert ? person.name : request.contactName;
  const became = standingOf({ ...standing, withdrawn: isWithdrawn(response.status) }, toExpert);
  const read = !toExpert && became === null && standing.readAt;
  return (
    <div className="flex items-center gap-3 max-lg:gap-2">
      <Link
        href="/conversations"
        aria-label="Conversations"
        className="grid size-9 shrink-0 place-items-center rounded-md hover:bg-sunken lg:hidden print:hidden"
      >
        <Chevron className="rotate-90" />
      </Link>
      <Avatar name={name} photo={toExpert ? photoPath(person.photo?.hash) : null} />
      <div className="min-w-0 flex-1">
        <h1 className="truncate text-base">
          <bdi>{name}</bdi>
        </h1>
        <p className="flex min-w-0 items-center gap-x-2 text-xs text-muted *:shrink-0">
          {toExpert ? (
            <>
              <Link
                href={`/companies/${showId(company.id)}`}
                className="min-w-16 shrink! truncate hover:underline"
              >
                <bdi>{company.name}</bdi>
              </Link>
              {certifications[0] ? (
                <span className="flex items-center gap-1 max-lg:hidden">
                  <Mark of="shield" className="text-go" />
                  {certificationName(certifications[0].code)}
                </span>
              ) : null}
              <span>{formatInstant(now, { timeZone: person.timeZone, show: 'clock' })} there</span>
              <Online personId={person.id} />
            </>
          ) : (
            <Link href={`/work/${showId(request.id)}`} className="shrink! truncate hover:underline">
              <bdi>{request.title}</bdi>
            </Link>
          )}
          {/* That it is closed is what the top line says. */}
          {became && standing.settled !== 'another' ? (
            <span className="shrink! truncate">{became}</span>
          ) : null}
          {standing.private ? <span className="max-sm:hidden">Private</span> : null}
          {read ? (
            <span>
              Read <Instant at={read} timeZone={timeZone} now={now} />
            </span>
          ) : null}
        </p>
      </div>
    </div>
  );
}
