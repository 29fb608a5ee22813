import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { EmptyState } from '@/components/layout/empty-state';
import { ErrorState } from '@/components/layout/error-state';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { ActiveFilters } from '@/components/market/open-requests/active-filters';
import { HiddenNotice } from '@/components/market/open-requests/hidden-notice';
import { NewRequests } from '@/components/market/open-requests/new-requests';
import { OpenRequestList } from '@/components/market/open-requests/open-request-list';
import { OpenRequestTabs } from '@/components/market/open-requests/open-request-tabs';
import { SaveSearch } from '@/components/market/open-requests/save-search';
import { SearchForm } from '@/components/market/open-requests/search-form';
import { addressOf, inWords } from '@/components/market/open-requests/search-words';
import { NotYet } from '@/components/market/responses/not-yet';
import { ButtonLink } from '@/components/ui/button';
import { Pagination } from '@/components/ui/pagination';
import { readId } from '@/lib/core/id';
import { PAGE_SIZE } from '@/lib/core/page';
import { footingOf } from '@/lib/market/footing/queries';
import { hiddenTitle } from '@/lib/market/marks/queries';
import { openRequestsOf } from '@/lib/market/open-requests/queries';
import { readSearch, writeSearch } from '@/lib/market/open-requests/rules';
import { canKeep } from '@/lib/market/saved-searches/rules';
import { SEARCH_NAME } from '@/lib/market/saved-searches/schema';
import { appNow } from '@/lib/platform/db/clock';
import { env } from '@/lib/platform/env';
import { requirePerson } from '@/lib/platform/session/viewer';

export const metadata: Metadata = { title: 'Open requests' };

type OpenRequestsProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Open requests for experts. What is looked for and where one stands are in the address. */
export default async function OpenRequestsPage({ searchParams }: OpenRequestsProps) {
  const [viewer, now] = await Promise.all([requirePerson('/work'), appNow()]);
  const params = await searchParams;
  const { search, problems } = readSearch(params);
  const text = (name: string) => (typeof params[name] === 'string' ? params[name] : undefined);
  const [before, after, hid] = [text('before'), text('after'), text('hid')];
  const asked = text('filters') === 'open';
  // A form sends its empty fields as well: the address that is kept, shared and gone back to does without them.
  if (Object.values(params).flat().includes('') && Object.keys(problems).length === 0)
    redirect(addressOf(search, asked ? { filters: 'open' } : {}));
  const footing = await footingOf(viewer, now);
  if (!footing) {
    return (
      <Page>
        <PageHeader title="Open requests" />
        <NotYet refusal={null} />
      </Page>
    );
  }
  const whole = footing.refusal === null;
  const failed = Object.values(problems);
  const reader = { person: viewer, whole };
  const page = failed.length
    ? { rows: [], older: null, newer: null, stopped: false }
    : await openRequestsOf(reader, search, { before, after, now });
  const hidden = hid ? readId(hid) : null;
  const title = hidden ? await hiddenTitle(viewer, hidden) : null;
  const first = !before && !page.newer;
  const query = writeSearch(search);
  const back = addressOf(search, { ...(before ? { before } : {}), ...(after ? { after } : {}) });
  const narrowed = inWords(search);
  return (
    <Page>
      <PageHeader
        title="Open requests"
        note="A preferred location isn’t a requirement: anyone can respond."
      />
      <OpenRequestTabs current="/work" />
      {footing.refusal ? <NotYet refusal={footing.refusal} className="mb-4" /> : null}
      {hidden && title ? <HiddenNotice request={{ id: hidden, title }} back={back} /> : null}
      <SearchForm
        key={`${query} ${asked}`}
        search={search}
        typed={text('q') ?? ''}
        titlesOnly={!whole}
        open={asked || query !== writeSearch({ ...search, ...NO_FILTERS })}
      />
      <ActiveFilters search={search} />
      {canKeep(search) === null && failed.length === 0 ? (
        <SaveSearch
          key={`save ${query}`}
          query={query}
          suggested={[...narrowed].slice(0, SEARCH_NAME.max).join('')}
        />
      ) : null}
      {first && search.sort !== 'few' && failed.length === 0 ? (
        <NewRequests
          query={query}
          top={String(page.rows[0]?.position ?? -1n)}
          most={PAGE_SIZE}
          realtimeUrl={env.REALTIME_URL}
        />
      ) : null}
      {failed.length > 0 ? (
        <ErrorState
          title="We can’t run this search"
          action={<ButtonLink href="/work">Show all open requests</ButtonLink>}
        >
          {failed.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </ErrorState>
      ) : page.rows.length > 0 ? (
        <>
          <p className="mb-1 flex min-h-9 items-center text-sm text-muted pointer-coarse:min-h-11">
            {search.sort === 'few' ? 'Fewest responses first' : 'Newest first'}
          </p>
          <OpenRequestList
            label="Open requests"
            rows={page.rows}
            mayRespond={whole}
            back={back}
            timeZone={viewer.timeZone}
            now={now}
          />
        </>
      ) : page.stopped ? (
        <EmptyState title="No matches so far">
          There are many older requests. “Look further” continues from here.
        </EmptyState>
      ) : (
        <EmptyState
          title={
            narrowed
              ? 'No open requests match this search'
              : before
                ? 'No older requests'
                : 'No open requests right now'
          }
          action={narrowed || before ? <ButtonLink href="/work">Show all open requests</ButtonLink> : null}
        >
          {narrowed
            ? 'Remove a filter, or try fewer or different words. Search ignores words such as “the” or “with”. Put a phrase in quotation marks, and a minus sign before a word to leave it out.'
            : 'New requests appear here as soon as they’re posted.'}
        </EmptyState>
      )}
      <Pagination
        label="Open requests"
        previous={page.newer ? addressOf(search, { after: page.newer }) : before ? addressOf(search) : null}
        next={page.older ? addressOf(search, { before: page.older }) : null}
        previousLabel="Newer"
        nextLabel={page.stopped ? 'Look further' : 'Older'}
      />
    </Page>
  );
}

/** Everything but the words. */
const NO_FILTERS = {
  budget: [],
  location: [],
  service: [],
  region: [],
  within: undefined,
  responses: undefined,
  free: undefined,
  sort: undefined,
};
