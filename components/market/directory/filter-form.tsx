import { ChevronDown } from 'lucide-react';
import { ServiceSelect } from '@/components/market/tags/tag-selects';
import { Button, ButtonLink } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { countryOptions } from '@/lib/identity/companies/countries';
import { CERTIFICATIONS, LEVELS } from '@/lib/market/certifications/catalog';
import { type Filters, RATES, SEARCH_TEXT_MAX, STARS } from '@/lib/market/directory/schema';
import { LANGUAGES } from '@/lib/market/tags/languages';
import type { DirectoryPath } from './address';
import { chosenOf } from './chosen';

type Choice = {
  name: keyof Filters;
  label: string;
  any: string;
  /** Null: AWS's services, which are part of the script. */
  options: Parameters<typeof Select>[0]['options'] | null;
};

const CHOICES: readonly Choice[] = [
  {
    name: 'code',
    label: 'Certification',
    any: 'Any certification',
    options: LEVELS.map((level) => ({
      label: level,
      options: CERTIFICATIONS.filter((held) => held.level === level).map(({ code, name }) => ({
        value: code,
        label: name.replace(/^AWS Certified:? /, ''),
      })),
    })),
  },
  {
    name: 'level',
    label: 'Level',
    any: 'Any level',
    options: LEVELS.map((level) => ({ value: level.toLowerCase(), label: level })),
  },
  { name: 'country', label: 'Country', any: 'Any country', options: countryOptions() },
  { name: 'service', label: 'Service they mention', any: 'Any service', options: null },
  {
    name: 'language',
    label: 'Language',
    any: 'Any language',
    options: LANGUAGES.map((name) => ({ value: name.toLowerCase(), label: name })),
  },
  {
    name: 'rate',
    label: 'Rate starts at',
    any: 'Any rate',
    options: RATES.map((rate) => ({ value: String(rate), label: `$${rate} an hour or less` })),
  },
  {
    name: 'stars',
    label: 'Rating',
    any: 'Any rating',
    options: STARS.map((stars) => ({ value: String(stars), label: `${(stars / 10).toFixed(1)} or more` })),
  },
  {
    name: 'kind',
    label: 'Works as',
    any: 'Freelancer or company',
    options: [
      { value: 'freelancer', label: 'Freelancer' },
      { value: 'firm', label: 'Company' },
    ],
  },
];

/** Words and filters as one plain form: what is looked for becomes the page's address. */
export function FilterForm({ path, filters }: { path: DirectoryPath; filters: Filters }) {
  const chosen = chosenOf(filters);
  const on = chosen.filter(({ name }) => name !== 'q').length;
  return (
    <search>
      <form action={path} className="grid gap-3" key={JSON.stringify(filters)}>
        <div className="flex gap-2">
          <Input
            id="directory-q"
            type="search"
            name="q"
            defaultValue={filters.q}
            required={false}
            maxLength={SEARCH_TEXT_MAX}
            aria-label={
              path === '/experts' ? 'Name or words in a profile' : 'Name or words about the company'
            }
            placeholder={
              path === '/experts' ? 'For example: Aurora, or a name' : 'For example: migration, or a name'
            }
          />
          <Button type="submit" variant="primary">
            Search
          </Button>
          {chosen.length ? (
            <ButtonLink href={path} variant="quiet" className="max-sm:hidden">
              Clear
            </ButtonLink>
          ) : null}
        </div>
        <details open={on > 0} className="group rounded-lg border border-line bg-surface">
          <summary className="flex min-h-10 items-center justify-between gap-3 rounded-lg px-4 py-2 text-sm font-semibold pointer-coarse:min-h-11">
            <span>
              Filters{' '}
              <span className="font-normal text-muted">
                {on ? `· ${on} active` : '· certification, country, rate and more'}
              </span>
            </span>
            <ChevronDown aria-hidden="true" className="size-4 shrink-0 group-open:rotate-180" />
          </summary>
          <div className="grid gap-x-4 gap-y-3 border-t border-line p-4 sm:grid-cols-2 lg:grid-cols-4">
            {CHOICES.map(({ name, label, any, options }) => {
              const field = {
                id: `directory-${name}`,
                name,
                required: false,
                placeholder: any,
                defaultValue: String(filters[name] ?? ''),
              };
              return (
                <div key={name} className="grid min-w-0 content-start gap-1.5">
                  <label htmlFor={field.id} className="text-sm font-semibold">
                    {label}
                  </label>
                  {options ? <Select {...field} options={options} /> : <ServiceSelect {...field} />}
                </div>
              );
            })}
            <div className="flex flex-wrap items-center justify-between gap-3 sm:col-span-2 lg:col-span-4">
              <Checkbox
                name="partner"
                value="yes"
                label="AWS Partners only (self-declared)"
                defaultChecked={filters.partner === 'yes'}
              />
              <Button type="submit">Apply</Button>
            </div>
          </div>
        </details>
      </form>
    </search>
  );
}
