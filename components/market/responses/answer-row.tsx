import { BadgeCheck, MessageSquare } from 'lucide-react';
import { Avatar } from '@/components/ui/avatar';
import { ButtonLink } from '@/components/ui/button';
import { Lamp } from '@/components/ui/lamp';
import { Link } from '@/components/ui/link';
import { Stars } from '@/components/ui/stars';
import { formatInstant } from '@/components/ui/time';
import { showId } from '@/lib/core/id';
import { firstLine } from '@/lib/core/text';
import { countryName } from '@/lib/identity/companies/countries';
import type { Answer } from '@/lib/job/answers/queries';
import { certificationName } from '@/lib/market/certifications/catalog';
import { photoPath } from '@/lib/market/photos/rules';
import { isStanding, RESPONSE } from '@/lib/market/responses/lifecycle';

import { AnswerActions } from './answer-actions';
import { answerTime } from './answer-time';
import { rateOf } from './rate';

type AnswerRowProps = {
  answer: Answer;
  requestId: string;
  now: Date;
  /** This is the one that the request was settled with. */
  chosen: boolean;
  /** The request is open to a choice. */
  mayChoose: boolean;
};

/** One answer to a request: who, from where, with what proof, at what rate, how quick, and how it begins. */
export function AnswerRow({ answer, requestId, now, chosen, mayChoose }: AnswerRowProps) {
  const { company, certifications, expertTimeZone: timeZone, rating } = answer;
  const rate = rateOf(answer.rate);
  const [first, ...others] = certifications;
  const known = answer.experience || answer.headline;
  const open = isStanding(answer.status);
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-1 border-b border-line px-3 py-2.5 last:border-b-0 sm:grid-cols-[auto_minmax(0,1fr)_auto] sm:px-4">
      <Avatar name={answer.expertName} photo={photoPath(answer.photo)} className="mt-0.5 max-sm:hidden" />
      <div className="grid min-w-0 content-start gap-0.5">
        <p className="flex flex-wrap items-center gap-x-2.5 gap-y-0.5">
          <span className="min-w-0">
            <b className="font-semibold">
              <bdi>{answer.expertName}</bdi>
            </b>{' '}
            <Link href={`/companies/${showId(company.id)}`} className="text-muted hover:underline">
              <bdi>{company.name}</bdi>
            </Link>
          </span>
          {chosen ? <Lamp tone="go">Chosen</Lamp> : null}
          {answer.unread && !answer.archived ? (
            <Lamp tone="turn" className="max-sm:hidden">
              Unread
            </Lamp>
          ) : null}
          {open ? null : <Lamp tone={RESPONSE.words.withdrawn.lamp}>{RESPONSE.words.withdrawn.word}</Lamp>}
        </p>
        <div className="min-w-0 text-sm text-muted sm:flex sm:flex-wrap sm:gap-x-2.5">
          <p className="flex min-w-0 items-center gap-x-2.5">
            <Stars rating={rating?.average ?? null} count={rating?.count} short className="shrink-0" />
            {first ? (
              <span className="inline-flex min-w-0 items-center gap-1">
                <BadgeCheck aria-hidden="true" className="size-3.5 shrink-0 text-go" />
                <span className="sr-only">Verified: </span>
                <span className="truncate">{shortName(first)}</span>
                {others.length ? (
                  <span title={others.map(shortName).join(', ')}>+{others.length}</span>
                ) : null}
              </span>
            ) : (
              <span>No active certification</span>
            )}
          </p>
          <p className="flex min-w-0 gap-x-2.5">
            {rate ? <span className="whitespace-nowrap">{rate}</span> : null}
            <span className="truncate">
              {countryName(company.country)}, {formatInstant(now, { timeZone, show: 'clock' })}
            </span>
          </p>
          {answer.answerTime === null ? null : (
            <p className="max-sm:hidden">responds in {answerTime(answer.answerTime)}</p>
          )}
        </div>
        {known ? (
          <p dir="auto" className="truncate text-sm text-muted max-sm:hidden">
            {firstLine(known, 140)}
          </p>
        ) : null}
        <p className="line-clamp-2 text-sm wrap-anywhere">
          {answer.unread && !answer.archived ? (
            <b className="font-semibold text-accent sm:hidden">Unread: </b>
          ) : null}
          {answer.text || ASKED[answer.origin]}
        </p>
      </div>
      <div className="flex flex-col items-end gap-1.5 sm:flex-row sm:items-start">
        <ButtonLink
          href={`/conversations/${showId(answer.id)}`}
          size="sm"
          variant={answer.unread && !answer.archived ? 'primary' : 'secondary'}
          aria-label={`Chat with ${answer.expertName}`}
        >
          <MessageSquare aria-hidden="true" className="size-3.5" />
          <span className="max-sm:sr-only">Chat</span>
        </ButtonLink>
        {open ? <AnswerActions answer={answer} requestId={requestId} mayChoose={mayChoose} /> : null}
      </div>
    </li>
  );
}

/** What stands where a company has not written: nobody answered, somebody was asked. */
const ASKED = {
  answer: '',
  direct: 'You asked them directly. See the conversation.',
  client: 'They invited you. See the conversation.',
};

function shortName(code: string): string {
  return certificationName(code).replace(/^AWS Certified:? /, '');
}
