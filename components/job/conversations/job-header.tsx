import { Avatar } from '@/components/ui/avatar';
import { Link } from '@/components/ui/link';
import { Tag } from '@/components/ui/tag';
import { formatInstant } from '@/components/ui/time';
import { showId } from '@/lib/core/id';
import type { conversationOf } from '@/lib/job/conversations/queries';
import { certificationName } from '@/lib/market/certifications/catalog';
import { photoPath } from '@/lib/market/photos/rules';
import { Online } from './online';
import { Standing } from './standing';

type JobHeaderProps = {
  conversation: NonNullable<Awaited<ReturnType<typeof conversationOf>>>;
  timeZone: string;
  now: Date;
};

/** With whom one talks: the expert for the customer, the customer for the company. */
export function JobHeader({ conversation, timeZone, now }: JobHeaderProps) {
  const { expert } = conversation.response;
  const { person } = expert;
  const { settled, response } = conversation.standing;
  const certification = expert.certifications[0];
  const toExpert = conversation.side === 'customer';
  const name = toExpert ? person.name : conversation.request.contactName;
  return (
    <div className="flex items-center gap-3">
      <Avatar name={name} photo={toExpert ? photoPath(person.photo?.hash) : null} />
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2">
          <b className="font-semibold">
            <bdi>{name}</bdi>
          </b>
          {toExpert && certification ? (
            <Tag className="max-sm:hidden">{certificationName(certification.code)}</Tag>
          ) : null}
          <Standing standing={conversation.standing} side={conversation.side} timeZone={timeZone} now={now} />
        </p>
        <p className="flex flex-wrap items-center gap-x-3 text-xs text-muted *:py-1">
          {toExpert ? (
            <>
              <Link href={`/requests/${showId(conversation.request.id)}`} className="link">
                Request
              </Link>
              {settled === null && response === 'open' ? (
                <Link
                  href={`/requests/${showId(conversation.request.id)}/choose?answer=${showId(conversation.id)}`}
                  className="link"
                >
                  Choose
                </Link>
              ) : null}
              <Link href={`/companies/${showId(conversation.company.id)}`}>
                <bdi>{conversation.company.name}</bdi>
              </Link>
              <span>{formatInstant(now, { timeZone: person.timeZone, show: 'clock' })} there</span>
              <Online personId={person.id} />
            </>
          ) : (
            <Link href={`/work/${showId(conversation.request.id)}`} className="truncate">
              <bdi>{conversation.request.title}</bdi>
            </Link>
          )}
        </p>
      </div>
    </div>
  );
}
