import { JobsDone } from '@/components/market/records/jobs-done';
import { answerTime } from '@/components/market/responses/answer-time';
import { rateOf } from '@/components/market/responses/rate';
import { Avatar } from '@/components/ui/avatar';
import { Link } from '@/components/ui/link';
import { Stars } from '@/components/ui/stars';
import { Tag } from '@/components/ui/tag';
import { showId } from '@/lib/core/id';
import { countryName } from '@/lib/identity/companies/countries';
import type { ListedCompany } from '@/lib/market/directory/queries';
import { Held } from './held';

type CompanyRowProps = { company: ListedCompany; pace?: number; jobs?: number };

/** One company of the directory. */
export function CompanyRow({ company, pace, jobs }: CompanyRowProps) {
  const { name, rateFromMinor: fromMinor, rateToMinor: toMinor, stars, experts } = company;
  const rate = rateOf({ fromMinor, toMinor, currency: 'USD' });
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3.5 gap-y-2 border-b border-line px-3 py-4 last:border-b-0 sm:px-4">
      <Avatar name={name} size="lg" square className="max-sm:size-10 max-sm:text-sm" />
      <div className="grid min-w-0 gap-1">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5">
          <h2 className="min-w-0 text-base">
            <Link href={`/companies/${showId(company.id)}`} className="hover:underline">
              <bdi>{name}</bdi>
            </Link>
          </h2>
          <Stars rating={stars === null ? null : stars / 100} count={company.reviews || undefined} short />
        </div>
        {company.about ? <p className="line-clamp-2 wrap-anywhere">{company.about}</p> : null}
        <p className="flex min-w-0 flex-wrap items-center gap-x-2.5 text-sm wrap-anywhere text-muted">
          <span>
            {company.freelancer
              ? 'Freelancer'
              : `Company, ${experts === 1 ? '1 expert' : `${experts} experts`}`}
          </span>
          {company.partner ? <Tag>AWS Partner</Tag> : null}
          <span>{countryName(company.country)}</span>
          <JobsDone jobs={jobs} />
          {pace === undefined ? null : <span>responds in {answerTime(pace)}</span>}
        </p>
      </div>
      <div className="flex min-w-0 flex-wrap items-baseline justify-between gap-x-4 gap-y-1 max-sm:col-span-2 sm:col-start-2">
        <Held codes={company.codes} most={4} />
        {rate ? <p className="text-sm font-semibold whitespace-nowrap">{rate}</p> : null}
      </div>
    </li>
  );
}
