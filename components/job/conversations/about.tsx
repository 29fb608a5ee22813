import { rateOf } from '@/components/market/responses/rate';
import { Avatar } from '@/components/ui/avatar';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { Instant } from '@/components/ui/instant';
import { Link } from '@/components/ui/link';
import { Stars } from '@/components/ui/stars';
import { formatInstant } from '@/components/ui/time';
import { showId } from '@/lib/core/id';
import { callName } from '@/lib/core/words';
import type { conversationOf } from '@/lib/job/conversations/queries';
import { certificationName } from '@/lib/market/certifications/catalog';
import { photoPath } from '@/lib/market/photos/rules';
import type { TrackRecord } from '@/lib/market/profiles/queries';
import { budgetInWords } from '@/lib/market/requests/schema';
import { hireAgain } from './outcome';

type Conversation = NonNullable<Awaited<ReturnType<typeof conversationOf>>>;

type ExpertCardProps = {
  conversation: Conversation;
  record: TrackRecord;
  now: Date;
  /** A job of theirs here is done. */
  done: boolean;
};

/** Who the expert is, for the customer. */
export function ExpertCard({ conversation, record, now, done }: ExpertCardProps) {
  const { company, response } = conversation;
  const { expert } = response;
  const { person, certifications, languages } = expert;
  const rate = rateOf({
    fromMinor: expert.rateFromMinor,
    toMinor: expert.rateToMinor,
    currency: expert.currency,
  });
  return (
    <Card
      title="Expert"
      aside={
        <Link href={`/experts/${showId(expert.id)}`} className="link text-sm">
          Profile
        </Link>
      }
    >
      <div className="mb-3 flex gap-3">
        <Avatar name={person.name} photo={photoPath(person.photo?.hash)} />
        <div className="min-w-0">
          <p className="font-medium">
            <bdi>{person.name}</bdi>
          </p>
          <p dir="auto" className="line-clamp-2 text-sm text-muted">
            {expert.headline}
          </p>
        </div>
      </div>
      <DescriptionList
        items={[
          {
            term: 'Rating',
            value: <Stars rating={record.rating?.average ?? null} count={record.rating?.count} short />,
          },
          ...(record.jobs > 0 ? [{ term: 'Jobs done', value: String(record.jobs) }] : []),
          ...(certifications[0]
            ? [{ term: 'Certified', value: certificationName(certifications[0].code) }]
            : []),
          ...(rate ? [{ term: 'Rate', value: rate }] : []),
          ...(company.freelancer ? [] : [{ term: 'Company', value: company.name }]),
          ...(languages.length ? [{ term: 'Speaks', value: languages.join(', ') }] : []),
          {
            term: 'Time there',
            value: formatInstant(now, { timeZone: person.timeZone, show: 'clock' }),
          },
        ]}
      />
      {done ? (
        <p className="mt-3 text-sm">
          <Link href={hireAgain(conversation)} className="link">
            Hire {callName(person.name)} again
          </Link>
        </p>
      ) : null}
    </Card>
  );
}

type RequestCardProps = {
  conversation: Conversation;
  timeZone: string;
  now: Date;
  /** The customer may still choose this expert. */
  mayChoose: boolean;
};

/** What the conversation is about: for the customer their own request, for the company the customer's. */
export function RequestCard({ conversation, timeZone, now, mayChoose }: RequestCardProps) {
  const { id, request, response, side } = conversation;
  const ofCustomer = side === 'customer';
  const own = `/requests/${showId(request.id)}`;
  return (
    <Card
      title={ofCustomer ? 'Your request' : 'Request'}
      aside={
        <Link href={ofCustomer ? own : `/work/${showId(request.id)}`} className="link text-sm">
          Open
        </Link>
      }
    >
      <p className="font-medium">
        <bdi>{request.title}</bdi>
      </p>
      <p dir="auto" className="mt-0.5 line-clamp-4 text-sm whitespace-pre-line text-muted">
        {request.description}
      </p>
      <p className="mt-2 text-xs text-muted">
        {ofCustomer ? 'Posted' : <bdi>{request.contactName}</bdi>}
        {ofCustomer ? ' ' : ' · '}
        <Instant at={request.createdAt} timeZone={timeZone} now={now} show="day" />
        {` · ${budgetInWords(request.budget)}`}
        {request.regions.length ? ` · ${request.regions.join(', ')}` : ''}
      </p>
      {mayChoose ? (
        <p className="mt-2 text-sm">
          <Link href={`${own}/choose?answer=${showId(id)}`} className="link">
            Choose {callName(response.expert.person.name)}
          </Link>
        </p>
      ) : null}
    </Card>
  );
}
