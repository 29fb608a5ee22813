import { MessageSquare } from 'lucide-react';
import { CompanyLink } from '@/components/market/records/company-link';
import { answerTime } from '@/components/market/responses/answer-time';
import { ButtonLink } from '@/components/ui/button';
import { DescriptionList } from '@/components/ui/description-list';
import { Instant } from '@/components/ui/instant';
import { Link } from '@/components/ui/link';
import { Stars } from '@/components/ui/stars';
import { showId } from '@/lib/core/id';
import type { Answer } from '@/lib/job/answers/queries';
import { shortCertification } from '@/lib/market/certifications/catalog';
import { isStanding } from '@/lib/market/responses/lifecycle';
import { ArchiveForm } from './archive-form';
import { ASKED } from './asked';

type AnswerDetailsProps = {
  answer: Answer;
  requestId: string;
  timeZone: string;
  now: Date;
  mayChoose: boolean;
};

/** The whole answer, under its row: every word of it, what the columns had no room for, and what one can do. */
export function AnswerDetails({ answer, requestId, timeZone, now, mayChoose }: AnswerDetailsProps) {
  const { company, companyRating, expertName: name, lastReview, jobs, languages } = answer;
  const open = isStanding(answer.status);
  const facts = [
    ...(answer.certifications.length > 1
      ? [{ term: 'Certifications', value: answer.certifications.map(shortCertification).join(', ') }]
      : []),
    { term: 'Jobs on Groundcrew', value: jobs || 'None yet' },
    ...(answer.answerTime === null
      ? []
      : [{ term: 'Usually responds in', value: answerTime(answer.answerTime) }]),
    ...(languages.length ? [{ term: 'Languages', value: languages.join(', ') }] : []),
    ...(companyRating && !company.freelancer
      ? [
          {
            term: <bdi>{company.name}</bdi>,
            value: <Stars rating={companyRating.average} count={companyRating.count} short />,
          },
        ]
      : []),
  ];
  return (
    <div className="grid gap-4 px-3 pb-4 @4xl:grid-cols-[minmax(0,1fr)_20rem] @4xl:gap-x-10 @4xl:pr-4 @4xl:pl-[5.5rem]">
      <div className="grid min-w-0 content-start gap-2.5">
        <p dir="auto" className="max-w-[70ch] whitespace-pre-wrap">
          {answer.text || ASKED[answer.origin]}
        </p>
        <p className="text-sm text-muted">
          {answer.origin === 'answer' ? 'Responded' : 'Since'}{' '}
          <Instant at={answer.createdAt} timeZone={timeZone} now={now} />
        </p>
        {lastReview ? (
          <blockquote dir="auto" className="max-w-[70ch] border-l-2 border-line-strong pl-3 text-sm">
            <p className="line-clamp-3">“{lastReview.text}”</p>
            <p className="text-muted">Last review, {lastReview.stars} of 5</p>
          </blockquote>
        ) : null}
      </div>
      <DescriptionList items={facts} className="content-start" />
      <div className="flex flex-wrap items-center gap-2 @4xl:col-span-2">
        {answer.proposal ? (
          <ButtonLink href={`/conversations/${showId(answer.id)}`} size="sm" aria-label={`Chat with ${name}`}>
            <MessageSquare aria-hidden="true" className="size-3.5" />
            Chat
          </ButtonLink>
        ) : null}
        {open && mayChoose ? (
          <ButtonLink
            href={`/requests/${showId(requestId)}/choose?answer=${showId(answer.id)}`}
            size="sm"
            aria-label={`Choose ${name}`}
          >
            Choose
          </ButtonLink>
        ) : null}
        {open ? (
          // On a phone it stands in the bar below.
          <span className="max-sm:hidden">
            <ArchiveForm answer={answer} />
          </span>
        ) : null}
        <span className="flex min-w-0 flex-wrap items-center gap-x-4 gap-y-1 text-sm @4xl:ml-auto">
          <Link href={`/experts/${showId(answer.expertId)}`} className="link">
            Profile
          </Link>
          <CompanyLink company={company} />
        </span>
      </div>
    </div>
  );
}
