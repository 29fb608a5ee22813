import { EmptyState } from '@/components/layout/empty-state';
import { DescriptionList } from '@/components/ui/description-list';
import { formatInstant } from '@/components/ui/time';
import { countryName } from '@/lib/identity/companies/countries';
import { SIZES, type Size } from '@/lib/identity/companies/schema';
import type { CompanyProfile } from '@/lib/market/profiles/queries';

/** What a company says about itself. */
export function CompanyAbout({ company }: { company: CompanyProfile }) {
  const { about, website, size, country, experts, since } = company;
  const languages = [...new Set(experts.flatMap((expert) => expert.languages))];
  return (
    <div className="grid gap-5">
      {about ? (
        <p dir="auto" className="max-w-[70ch] whitespace-pre-line">
          {about}
        </p>
      ) : (
        <EmptyState title="No description yet">
          See who works here and their certifications on the Experts tab.
        </EmptyState>
      )}
      <DescriptionList
        items={[
          { term: 'Country', value: countryName(country) },
          ...(languages.length ? [{ term: 'Languages', value: languages.join(', ') }] : []),
          ...(size && size in SIZES ? [{ term: 'Company size', value: SIZES[size as Size] }] : []),
          ...(website ? [{ term: 'Website', value: <span className="break-all">{website}</span> }] : []),
          { term: 'Joined', value: formatInstant(since, { timeZone: 'UTC', show: 'day' }) },
        ]}
      />
    </div>
  );
}
