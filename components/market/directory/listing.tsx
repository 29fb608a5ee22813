import type { ReactNode } from 'react';
import { EmptyState } from '@/components/layout/empty-state';
import { PageHeader } from '@/components/layout/page-header';
import { ButtonLink } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Pagination } from '@/components/ui/pagination';
import { Tabs } from '@/components/ui/tabs';
import { inWords } from '@/lib/core/words';
import type { Listing } from '@/lib/market/directory/queries';
import { BEGINS_WITH, type Filters } from '@/lib/market/directory/schema';
import { addressOf, type DirectoryPath } from './address';
import { Chips } from './chips';
import { chosenOf } from './chosen';
import { FilterForm } from './filter-form';

type DirectoryListingProps<Row> = {
  path: DirectoryPath;
  filters: Filters;
  listing: Listing<Row>;
  /** Whether this is a page after the first. */
  later: boolean;
  row: (row: Row) => ReactNode;
};

/** A page of the directory: what is looked for, who was found, and by which rule they stand in this order. */
export function DirectoryListing<Row>({ path, filters, listing, later, row }: DirectoryListingProps<Row>) {
  const what = path === '/experts' ? 'Experts' : 'Companies';
  const { rows, next, alike } = listing;
  return (
    <div className="mx-auto grid max-w-5xl gap-4 px-4 py-6 sm:px-8 sm:py-8">
      <PageHeader
        title={what}
        note="Everyone here holds an active AWS Certification that we’ve verified."
        className="mb-0"
      />
      <Tabs
        label="Directory"
        tabs={[
          { href: addressOf('/experts', filters), label: 'Experts', current: path === '/experts' },
          { href: addressOf('/companies', filters), label: 'Companies', current: path === '/companies' },
        ]}
      />
      <FilterForm path={path} filters={filters} />
      <Chips path={path} filters={filters} />
      {alike && rows.length ? (
        <Callout title={`No matches for “${filters.q}”`}>These have similar names.</Callout>
      ) : null}
      {rows.length ? (
        <ol aria-label={what} className="rounded-lg border border-line bg-surface shadow-md">
          {rows.map(row)}
        </ol>
      ) : (
        <Nobody path={path} filters={filters} later={later} />
      )}
      <Pagination
        label={what}
        previous={later ? addressOf(path, filters) : null}
        previousLabel="First page"
        next={next ? addressOf(path, filters, next) : null}
      />
      <p className="max-w-[75ch] text-sm text-muted">
        <b className="font-semibold">How this list is sorted.</b> By rating, weighted by the number of
        reviews: everyone starts as if {inWords(BEGINS_WITH.customers)} customers had given{' '}
        {inWords(BEGINS_WITH.stars)} stars, and each review counts as one more. Then by who responded to a
        request most recently. No one can pay for a better place.
      </p>
    </div>
  );
}

function Nobody({ path, filters, later }: { path: DirectoryPath; filters: Filters; later: boolean }) {
  const chosen = chosenOf(filters);
  if (later)
    return (
      <EmptyState
        title="Nothing left on this page"
        action={<ButtonLink href={addressOf(path, filters)}>Back to the first page</ButtonLink>}
      >
        The list has changed since you opened it.
      </EmptyState>
    );
  if (chosen.length === 0)
    return (
      <EmptyState
        title="No one is listed yet"
        action={<ButtonLink href="/register">Become an expert</ButtonLink>}
      >
        Experts appear here once their certification is verified and their profile is complete.
      </EmptyState>
    );
  return (
    <EmptyState
      title="No matches for these filters"
      action={
        <>
          <ButtonLink href={path}>Clear all filters</ButtonLink>
          <ButtonLink href="/requests/new" variant="primary">
            Post a request
          </ButtonLink>
        </>
      }
    >
      Remove a filter above, or try other words. Or describe the problem in a request, and experts who can
      solve it respond to you.
    </EmptyState>
  );
}
