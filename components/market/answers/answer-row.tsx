import { BadgeCheck } from 'lucide-react';
import { shortRate } from '@/components/market/responses/rate';
import { Avatar } from '@/components/ui/avatar';
import { cn } from '@/components/ui/cn';
import { Lamp } from '@/components/ui/lamp';
import { Link } from '@/components/ui/link';
import { Stars } from '@/components/ui/stars';
import { formatInstant } from '@/components/ui/time';
import { showId } from '@/lib/core/id';
import { countryName } from '@/lib/identity/companies/countries';
import type { Answer } from '@/lib/job/answers/queries';
import { certificationParts, shortCertification } from '@/lib/market/certifications/catalog';
import { photoPath } from '@/lib/market/photos/rules';
import { isWithdrawn, RESPONSE } from '@/lib/market/responses/lifecycle';
import { AnswerAction } from './answer-action';
import { AnswerDetails } from './answer-details';
import { ASKED } from './asked';
import { COLUMNS } from './columns';

type AnswerRowProps = {
  answer: Answer;
  requestId: string;
  timeZone: string;
  now: Date;
  /** It stands open under its row. */
  opened: boolean;
  /** This is the one that the request was settled with. */
  chosen: boolean;
  /** The request is open to a choice. */
  mayChoose: boolean;
};

/** One answer to a request: what is compared stands in columns, the words have the width. The whole row opens it in place. */
export function AnswerRow(props: AnswerRowProps) {
  const { answer, requestId, now, opened, chosen } = props;
  const { company, expertName: name } = answer;
  const id = showId(answer.id);
  const place = `response-${id}`;
  const unread = answer.unread && !answer.archived;
  const here = `/requests/${showId(requestId)}`;
  const rate = shortRate(answer.rate);
  return (
    <li id={place} className="relative scroll-mt-20 border-b border-line last:border-b-0">
      <div
        className={cn(
          'relative grid grid-cols-[0.5rem_2.25rem_minmax(0,1fr)_auto] items-start gap-x-2.5 gap-y-1 px-3 py-3.5 hover:bg-sunken/60 @4xl:px-4',
          COLUMNS,
        )}
      >
        <span className="grid h-5 place-items-center @4xl:h-6">
          {unread ? <span aria-hidden="true" className="size-2 rounded-full bg-accent" /> : null}
        </span>
        <Avatar name={name} photo={photoPath(answer.photo)} />
        <div className="min-w-0">
          <p className="flex flex-wrap items-center gap-x-2">
            <Link
              href={`${here}${opened ? '' : `?response=${id}`}#${place}`}
              scroll={false}
              aria-expanded={opened}
              className="min-w-0 truncate font-medium after:absolute after:inset-0 after:rounded-lg"
            >
              {unread ? <span className="sr-only">Unread: </span> : null}
              <bdi>{name}</bdi>
            </Link>
            {chosen ? <Lamp tone="go">Chosen</Lamp> : null}
            {isWithdrawn(answer.status) ? (
              <Lamp tone={RESPONSE.words.withdrawn.lamp}>{RESPONSE.words.withdrawn.word}</Lamp>
            ) : null}
          </p>
          <p className="truncate text-xs text-muted">
            {company.freelancer ? 'Freelancer' : <bdi>{company.name}</bdi>}
          </p>
        </div>
        <div
          className={cn(
            'relative z-1 @4xl:col-start-8 @4xl:row-start-1 @4xl:justify-self-end',
            answer.proposal
              ? '@max-4xl:col-span-2 @max-4xl:col-start-3 @max-4xl:row-start-4'
              : '@max-4xl:col-start-4 @max-4xl:row-start-1',
          )}
        >
          <AnswerAction answer={answer} />
        </div>
        <div className="flex flex-wrap items-center text-sm @max-4xl:col-span-2 @max-4xl:col-start-3 @max-4xl:gap-x-3 @max-4xl:text-muted @4xl:contents">
          <Certified codes={answer.certifications} />
          <p className="@4xl:row-start-1 @4xl:col-start-5">
            <span className="sr-only">Rate: </span>
            {rate ?? <span className="text-muted">On request</span>}
          </p>
          <Rated answer={answer} />
          <p className="@4xl:row-start-1 @4xl:col-start-7">
            <span className="sr-only">Time there: </span>
            {formatInstant(now, { timeZone: answer.expertTimeZone, show: 'clock' })}
            <span className="@4xl:hidden"> there</span>
            <span className="hidden truncate text-xs text-muted @4xl:block">
              {countryName(company.country)}
            </span>
          </p>
        </div>
        {opened ? null : (
          <p
            dir="auto"
            className={cn(
              'line-clamp-2 text-sm wrap-anywhere @max-4xl:col-span-2 @max-4xl:col-start-3 @4xl:col-span-5 @4xl:col-start-3 @4xl:mt-1',
              unread ? 'text-ink' : 'text-muted',
            )}
          >
            {answer.text || ASKED[answer.origin]}
          </p>
        )}
      </div>
      {opened ? <AnswerDetails {...props} /> : null}
    </li>
  );
}

function Certified({ codes }: { codes: readonly string[] }) {
  const [first, ...others] = codes;
  if (!first)
    return (
      <p className="text-muted @max-4xl:order-last @max-4xl:w-full @4xl:col-start-4">Not certified now</p>
    );
  const { role, level } = certificationParts(first);
  return (
    <p
      title={codes.map(shortCertification).join(', ')}
      className="grid min-w-0 grid-cols-[auto_minmax(0,1fr)] items-start gap-x-1.5 @max-4xl:order-last @max-4xl:w-full @4xl:col-start-4 @4xl:row-start-1"
    >
      <BadgeCheck aria-hidden="true" className="mt-0.5 size-4 text-go" />
      <span className="min-w-0 truncate">
        <span className="sr-only">Verified certification: </span>
        {role}
        <span className="text-xs text-muted @4xl:block">
          <span className="@4xl:hidden"> – </span>
          {level}
          {others.length ? ` · ${others.length} more` : null}
        </span>
      </span>
    </p>
  );
}

/** The person's stars; under them the company's, under its name. */
function Rated({ answer: { rating, companyRating, company } }: { answer: Answer }) {
  return (
    <div className="min-w-0 @max-4xl:order-first @4xl:col-start-6 @4xl:row-start-1">
      <Stars rating={rating?.average ?? null} count={rating?.count} short />
      {companyRating && !company.freelancer ? (
        <p className="hidden gap-x-1 text-xs text-muted @4xl:flex">
          <bdi className="min-w-0 truncate">{company.name}</bdi>
          <span className="shrink-0">
            {companyRating.average.toFixed(1)} · {companyRating.count}
          </span>
        </p>
      ) : null}
    </div>
  );
}
