import type { ReactNode } from 'react';
import { CompanyLink } from '@/components/market/records/company-link';
import { JobsDone } from '@/components/market/records/jobs-done';
import { answerTime } from '@/components/market/responses/answer-time';
import { rateOf } from '@/components/market/responses/rate';
import { Avatar } from '@/components/ui/avatar';
import { cn } from '@/components/ui/cn';
import { Link } from '@/components/ui/link';
import { Stars } from '@/components/ui/stars';
import { Tag } from '@/components/ui/tag';
import { formatInstant } from '@/components/ui/time';
import { showId } from '@/lib/core/id';
import { countryName } from '@/lib/identity/companies/countries';
import { photoPath } from '@/lib/market/photos/rules';
import type { ExpertProfile as Profile } from '@/lib/market/profiles/queries';
import { serviceName, servicesNamedIn } from '@/lib/market/tags/rules';
import { Certificates } from './certificates';

type ExpertProfileProps = {
  expert: Profile;
  now: Date;
  /** How long the company takes to answer, in milliseconds, where that is known. */
  pace?: number;
  /** How many jobs the expert finished. */
  jobs?: number;
  /** Beside the profile, where one can ask the expert. Absent in the expert's own preview. */
  ask?: ReactNode;
  /** Reviews of what this expert did. */
  children?: ReactNode;
};

/** An expert as customers see them: the public page, and the expert's own preview of it. */
export function ExpertProfile({ expert, now, pace, jobs, ask, children }: ExpertProfileProps) {
  const {
    name,
    company,
    companyRating,
    rateFromMinor: fromMinor,
    rateToMinor: toMinor,
    currency,
    timeZone,
  } = expert;
  const rate = rateOf({ fromMinor, toMinor, currency });
  const services = servicesNamedIn([expert.headline, expert.summary, expert.experience].join('\n'));
  return (
    <div className={cn('grid items-start gap-x-10 gap-y-6', ask && 'lg:grid-cols-[minmax(0,1fr)_20rem]')}>
      <header className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-3">
        <Avatar
          name={name}
          photo={photoPath(expert.photo, 'large')}
          size="lg"
          className="size-16 text-xl sm:row-span-2 sm:size-20 sm:text-2xl"
        />
        <div className="grid min-w-0 gap-1 self-center">
          <h1 className="text-2xl max-sm:text-xl">
            <bdi>{name}</bdi>
          </h1>
          <p className="text-lg max-sm:text-base">
            <bdi>{expert.headline}</bdi>
          </p>
        </div>
        <div className="flex min-w-0 flex-wrap items-center gap-x-4 gap-y-1 text-sm text-muted max-sm:col-span-2">
          <Stars rating={expert.rating} count={expert.reviewCount || undefined} />
          <JobsDone jobs={jobs} />
          {company.freelancer ? (
            <Link href={`/companies/${showId(company.id)}`} className="link">
              Freelancer
            </Link>
          ) : (
            <CompanyLink
              company={company}
              rating={
                companyRating.rating === null
                  ? null
                  : { average: companyRating.rating, count: companyRating.reviewCount }
              }
            />
          )}
          {expert.partner ? <Tag>AWS Partner (self-declared)</Tag> : null}
          <span>
            {countryName(company.country)}, {formatInstant(now, { timeZone, show: 'clock' })} there
          </span>
          {rate ? <span className="font-semibold text-ink">{rate}</span> : <span>Rate on request</span>}
          {pace === undefined ? null : <span>responds in {answerTime(pace)}</span>}
          {expert.languages.length ? <span>{expert.languages.join(', ')}</span> : null}
        </div>
      </header>
      {ask ? <aside className="lg:row-span-2">{ask}</aside> : null}
      <div className="grid min-w-0 gap-7">
        <Part title="Certifications">
          {expert.certifications.length ? (
            <Certificates held={expert.certifications} />
          ) : (
            <p className="text-muted">No active certifications.</p>
          )}
        </Part>
        {expert.summary ? (
          <Part title="Summary">
            <p dir="auto" className="max-w-[70ch] whitespace-pre-line">
              {expert.summary}
            </p>
          </Part>
        ) : null}
        {expert.experience ? (
          <Part title="Experience">
            <p dir="auto" className="max-w-[70ch] whitespace-pre-line">
              {expert.experience}
            </p>
          </Part>
        ) : null}
        {services.length ? (
          <Part title="AWS services they mention">
            <ul className="flex flex-wrap gap-1.5">
              {services.map((code) => (
                <li key={code}>
                  <Tag>{serviceName(code)}</Tag>
                </li>
              ))}
            </ul>
          </Part>
        ) : null}
        {children}
      </div>
    </div>
  );
}

export function Part({ title, id, children }: { title: string; id?: string; children: ReactNode }) {
  return (
    <section className="grid gap-2.5" id={id}>
      <h2 className="text-lg">{title}</h2>
      {children}
    </section>
  );
}
