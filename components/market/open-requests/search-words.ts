import { writeSearch } from '@/lib/market/open-requests/rules';
import { type OpenRequestSearch, RESPONSES_LABELS, WITHIN_LABELS } from '@/lib/market/open-requests/schema';
import { budgetInWords, LOCATION_LABELS } from '@/lib/market/requests/schema';
import { serviceOf } from '@/lib/market/tags/aws-services';

export type ActiveFilter = { label: string; without: OpenRequestSearch };

/** What a search asks for, one by one, each with the search that is left without it. */
export function activeFilters(search: OpenRequestSearch): ActiveFilter[] {
  const { q, budget, location, service, region, within, responses, free } = search;
  const but = <Name extends 'budget' | 'location' | 'service' | 'region'>(name: Name, one: string) => ({
    ...search,
    [name]: search[name].filter((other) => other !== one),
  });
  return [
    ...(q ? [{ label: `“${q}”`, without: { ...search, q: '' } }] : []),
    ...budget.map((one) => ({ label: budgetInWords(one), without: but('budget', one) })),
    ...location.map((one) => ({ label: `prefers ${LOCATION_LABELS[one]}`, without: but('location', one) })),
    ...service.map((one) => ({ label: serviceOf(one)?.name ?? one, without: but('service', one) })),
    ...region.map((one) => ({ label: one, without: but('region', one) })),
    ...(within ? [{ label: WITHIN_LABELS[within], without: { ...search, within: undefined } }] : []),
    ...(responses
      ? [{ label: RESPONSES_LABELS[responses], without: { ...search, responses: undefined } }]
      : []),
    ...(free ? [{ label: 'Spots left', without: { ...search, free: undefined } }] : []),
  ];
}

/** A search in a line, for the list of those that are kept. */
export function inWords(search: OpenRequestSearch): string {
  return activeFilters(search)
    .map(({ label }) => label)
    .join(' · ');
}

/** The address of a list. */
export function addressOf(search: OpenRequestSearch, more: Record<string, string> = {}): string {
  const query = writeSearch(search, more);
  return query ? `/work?${query}` : '/work';
}
