import { JobsDone } from '@/components/market/records/jobs-done';
import { rateOf } from '@/components/market/responses/rate';
import { Avatar } from '@/components/ui/avatar';
import { Lamp } from '@/components/ui/lamp';
import { Link } from '@/components/ui/link';
import { Stars } from '@/components/ui/stars';
import { formatInstant } from '@/components/ui/time';
import { certificationName } from '@/lib/market/certifications/catalog';
import type { ExpertCard } from '@/lib/market/experts/queries';
import { photoPath } from '@/lib/market/photos/rules';
import type { TrackRecord } from '@/lib/market/profiles/queries';

type ExpertSummaryProps = { expert: ExpertCard; now: Date; href?: string; record?: TrackRecord };

/** An expert as anyone may read them. */
export function ExpertSummary({ expert, now, href, record }: ExpertSummaryProps) {
  const { timeZone, rateFromMinor: fromMinor, rateToMinor: toMinor, currency } = expert;
  return (
    <article className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-2 py-4">
      <Avatar name={expert.name} photo={photoPath(expert.photo)} size="lg" />
      <div className="grid gap-1">
        <h2 className="text-base">
          {href ? (
            <Link href={href} className="hover:underline">
              <bdi>{expert.name}</bdi>
            </Link>
          ) : (
            <bdi>{expert.name}</bdi>
          )}
        </h2>
        <p className="text-muted">
          <bdi>{expert.headline}</bdi>
        </p>
        <p className="flex flex-wrap items-center gap-x-4 text-sm text-muted">
          <Stars rating={record?.rating?.average ?? null} count={record?.rating?.count} short />
          <JobsDone jobs={record?.jobs} />
        </p>
        <p className="text-sm text-muted">
          {[
            rateOf({ fromMinor, toMinor, currency }),
            expert.languages.join(', '),
            `${formatInstant(now, { timeZone, show: 'clock' })} local time`,
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <div className="grid gap-3 max-sm:col-span-2 sm:col-start-2">
        {expert.certifications.length ? (
          <ul className="flex flex-wrap gap-x-4 gap-y-1">
            {expert.certifications.map((held) => (
              <li key={held.code}>
                <Lamp tone="go" plain>
                  {certificationName(held.code)}, verified
                </Lamp>
              </li>
            ))}
          </ul>
        ) : (
          <p className="text-sm text-muted">No active verified certification.</p>
        )}
        {expert.summary ? (
          <p dir="auto" className="max-w-[70ch] whitespace-pre-line">
            {expert.summary}
          </p>
        ) : null}
        {expert.experience ? (
          <div>
            <h3 className="text-sm font-medium">Experience</h3>
            <p dir="auto" className="max-w-[70ch] whitespace-pre-line">
              {expert.experience}
            </p>
          </div>
        ) : null}
      </div>
    </article>
  );
}
