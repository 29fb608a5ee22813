import { CompanyLink } from '@/components/market/records/company-link';
import { JobsDone } from '@/components/market/records/jobs-done';
import { answerTime } from '@/components/market/responses/answer-time';
import { rateOf } from '@/components/market/responses/rate';
import { Avatar } from '@/components/ui/avatar';
import { Link } from '@/components/ui/link';
import { Stars } from '@/components/ui/stars';
import { Tag } from '@/components/ui/tag';
import { formatInstant } from '@/components/ui/time';
import { showId } from '@/lib/core/id';
import { countryName } from '@/lib/identity/companies/countries';
import type { ListedExpert } from '@/lib/market/directory/queries';
import { photoPath } from '@/lib/market/photos/rules';
import type { TrackRecord } from '@/lib/market/profiles/queries';
import { Held } from './held';

type ExpertRowProps = {
  expert: ListedExpert;
  now: Date;
  /** How long the company takes to answer, in milliseconds, where that is known. */
  pace?: number;
  record?: TrackRecord;
};

/** One expert of the directory: who, from where, with what proof, at what rate. */
export function ExpertRow({ expert, now, pace, record }: ExpertRowProps) {
  const { name, rateFromMinor: fromMinor, rateToMinor: toMinor, currency, timeZone, stars } = expert;
  const rate = rateOf({ fromMinor, toMinor, currency });
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3.5 gap-y-2 border-b border-line px-3 py-4 last:border-b-0 sm:px-4">
      <Avatar
        name={name}
        photo={photoPath(expert.photo)}
        size="lg"
        className="max-sm:size-10 max-sm:text-sm"
      />
      <div className="grid min-w-0 gap-1">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5">
          <h2 className="min-w-0 text-base">
            <Link href={`/experts/${showId(expert.id)}`} className="hover:underline">
              <bdi>{name}</bdi>
            </Link>
          </h2>
          <Stars rating={stars === null ? null : stars / 100} count={expert.reviews || undefined} short />
        </div>
        <p>
          <bdi>{expert.headline}</bdi>
        </p>
        <p className="flex min-w-0 flex-wrap items-center gap-x-2.5 text-sm wrap-anywhere text-muted">
          {expert.freelancer ? (
            <span>Freelancer</span>
          ) : (
            <CompanyLink
              company={{ id: expert.companyId, name: expert.companyName }}
              rating={record?.companyRating}
              className="hover:underline"
            />
          )}
          {expert.partner ? <Tag>AWS Partner</Tag> : null}
          <span>
            {countryName(expert.country)}, {formatInstant(now, { timeZone, show: 'clock' })} there
          </span>
          <span>{expert.languages.join(', ')}</span>
          <JobsDone jobs={record?.jobs} />
          {pace === undefined ? null : <span>responds in {answerTime(pace)}</span>}
        </p>
      </div>
      <div className="flex min-w-0 flex-wrap items-baseline justify-between gap-x-4 gap-y-1 max-sm:col-span-2 sm:col-start-2">
        <Held codes={expert.codes} most={3} />
        {rate ? <p className="text-sm font-semibold whitespace-nowrap">{rate}</p> : null}
      </div>
    </li>
  );
}
