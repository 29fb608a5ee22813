import { SlidersHorizontal } from 'lucide-react';
import { RegionSelect, ServiceSelect } from '@/components/market/tags/tag-selects';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import {
  type OpenRequestSearch,
  RESPONSES_LABELS,
  SORT_LABELS,
  WITHIN_LABELS,
} from '@/lib/market/open-requests/schema';
import { BUDGET_LABELS, budgetInWords, LOCATION_LABELS } from '@/lib/market/requests/schema';

const optionsOf = (labels: Record<string, string>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

type SearchFormProps = {
  search: OpenRequestSearch;
  /** What was typed, also where it cannot be searched for. */
  typed: string;
  /** Titles alone are searched. */
  titlesOnly: boolean;
  /** Whether the filters are shown: one is set, or they were asked for. Sent only then: they are as long as twenty requests. */
  open: boolean;
};

/** Words and filters: an ordinary form whose answer is an address. Services and Regions are added one at a time. */
export function SearchForm({ search, typed, titlesOnly, open }: SearchFormProps) {
  const boxes = (name: 'budget' | 'location', labels: Record<string, string>) =>
    optionsOf(labels).map(({ value, label }) => (
      <Checkbox
        key={value}
        name={name}
        value={value}
        label={label}
        defaultChecked={(search[name] as string[]).includes(value)}
      />
    ));
  return (
    <search className="mb-3 block">
      <form action="/work" className="grid gap-2.5">
        <div className="flex gap-2">
          <Input
            id="work-q"
            type="search"
            name="q"
            defaultValue={typed}
            aria-label={titlesOnly ? 'Words in the title' : 'Words in the request'}
            placeholder="For example: lambda cost"
            required={false}
          />
          <Button type="submit" variant="primary">
            Search
          </Button>
        </div>
        {open ? (
          <fieldset className="rounded-lg border border-line bg-surface px-4 pt-1 pb-4">
            <legend className="px-1.5 font-medium">Filter and sort</legend>
            <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2 lg:grid-cols-3">
              <Field group name="budget" label="Budget">
                <div>{boxes('budget', { ...BUDGET_LABELS, unknown: budgetInWords('unknown') })}</div>
              </Field>
              <Field group name="location" label="Preferred location">
                <div>{boxes('location', LOCATION_LABELS)}</div>
              </Field>
              <div className="grid content-start gap-4">
                {search.service.map((code) => (
                  <input key={code} type="hidden" name="service" value={code} />
                ))}
                <Field name="service" label={search.service.length ? 'Or with this service' : 'Service'}>
                  <ServiceSelect placeholder="Any service" required={false} />
                </Field>
                {search.region.map((code) => (
                  <input key={code} type="hidden" name="region" value={code} />
                ))}
                <Field name="region" label={search.region.length ? 'Or in this Region' : 'Region'}>
                  <RegionSelect placeholder="Any Region" required={false} />
                </Field>
              </div>
              <Field name="within" label="Posted">
                <Select
                  options={optionsOf(WITHIN_LABELS)}
                  placeholder="Any time"
                  defaultValue={search.within ?? ''}
                  required={false}
                />
              </Field>
              <Field name="responses" label="Responses">
                <Select
                  options={optionsOf(RESPONSES_LABELS)}
                  placeholder="Any number"
                  defaultValue={search.responses ?? ''}
                  required={false}
                />
              </Field>
              <Field name="sort" label="Sort by">
                <Select
                  options={optionsOf(SORT_LABELS)}
                  defaultValue={search.sort ?? 'new'}
                  required={false}
                />
              </Field>
              <div className="self-end">
                <Checkbox
                  name="free"
                  value="yes"
                  label="Only with spots left"
                  defaultChecked={search.free === 'yes'}
                />
              </div>
            </div>
            <Button type="submit" className="mt-4">
              Apply filters
            </Button>
          </fieldset>
        ) : (
          <Button
            type="submit"
            name="filters"
            value="open"
            aria-expanded={false}
            className="justify-self-start"
          >
            <SlidersHorizontal aria-hidden="true" className="size-4" />
            Filter and sort
          </Button>
        )}
      </form>
    </search>
  );
}
