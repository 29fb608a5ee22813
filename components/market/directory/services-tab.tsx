import { EmptyState } from '@/components/layout/empty-state';
import { Link } from '@/components/ui/link';
import { Tag } from '@/components/ui/tag';
import { certificationName } from '@/lib/market/certifications/catalog';
import type { CompanyProfile } from '@/lib/market/profiles/queries';
import { serviceName, servicesNamedIn } from '@/lib/market/tags/rules';
import { Part } from './expert-profile';

type ServicesTabProps = {
  company: CompanyProfile;
  done: { jobs: number; services: Map<string, number> };
};

/** What a company can be hired for, from what is known: certificates, its own words, and the jobs it has completed. */
export function ServicesTab({ company, done }: ServicesTabProps) {
  const holders = new Map<string, number>();
  for (const expert of company.experts)
    for (const { code } of expert.certifications) holders.set(code, (holders.get(code) ?? 0) + 1);
  const text = company.experts.map((expert) =>
    [expert.headline, expert.summary, expert.experience].join('\n'),
  );
  const named = servicesNamedIn([company.about, ...text].join('\n'));
  if (holders.size === 0 && named.length === 0 && done.services.size === 0)
    return (
      <EmptyState title="Nothing to show yet">
        This tab shows what its experts are certified for, which AWS services they mention, and what customers
        asked for in the jobs they completed.
      </EmptyState>
    );
  return (
    <div className="grid gap-7">
      {holders.size ? (
        <Part title="Certified for">
          <ul className="grid gap-1.5">
            {[...holders].map(([code, count]) => (
              <li key={code}>
                <Link href={`/experts?code=${code}`} className="link">
                  {certificationName(code)}
                </Link>
                {company.freelancer ? null : (
                  <span className="text-sm text-muted">
                    {' '}
                    · {count === 1 ? '1 expert' : `${count} experts`}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </Part>
      ) : null}
      {named.length ? (
        <Part title="AWS services they mention">
          <ul className="flex flex-wrap gap-1.5">
            {named.map((code) => (
              <li key={code}>
                <Tag>{serviceName(code)}</Tag>
              </li>
            ))}
          </ul>
        </Part>
      ) : null}
      {done.services.size ? (
        <Part title="Requested in completed jobs">
          <ul className="flex flex-wrap gap-1.5">
            {[...done.services].map(([code, count]) => (
              <li key={code}>
                <Tag>
                  {serviceName(code)} · {count}
                </Tag>
              </li>
            ))}
          </ul>
        </Part>
      ) : null}
    </div>
  );
}
