import type { Metadata } from 'next';
import { EmptyState } from '@/components/layout/empty-state';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { OpenRequestTabs } from '@/components/market/open-requests/open-request-tabs';
import { SavedSearch } from '@/components/market/open-requests/saved-search';
import { NotYet } from '@/components/market/responses/not-yet';
import { ButtonLink } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { footingOf } from '@/lib/market/footing/queries';
import { searchesOf } from '@/lib/market/saved-searches/queries';
import { MOST_SEARCHES } from '@/lib/market/saved-searches/rules';
import { appNow } from '@/lib/platform/db/clock';
import { requirePerson } from '@/lib/platform/session/viewer';

export const metadata: Metadata = { title: 'Saved searches' };

/** The searches that an expert keeps. */
export default async function SavedSearchesPage() {
  const viewer = await requirePerson('/work/searches');
  const footing = await footingOf(viewer, await appNow());
  if (!footing) {
    return (
      <Page>
        <PageHeader title="Saved searches" />
        <NotYet refusal={null} />
      </Page>
    );
  }
  const searches = await searchesOf(viewer);
  return (
    <Page>
      <PageHeader
        title="Saved searches"
        note={`We check requests against them when they’re posted and when they’re edited. You can keep ${MOST_SEARCHES}. The morning email comes at eight o’clock in your time zone.`}
      />
      <OpenRequestTabs current="/work/searches" />
      {footing.refusal && searches.length > 0 ? (
        <Callout tone="wait" title="No emails for now" className="mb-4">
          {footing.refusal.message} We tell you about new requests once you can respond to them.
        </Callout>
      ) : null}
      {searches.length > 0 ? (
        <ul aria-label="Saved searches" className="grid gap-2.5">
          {searches.map((search) => (
            <li key={search.id}>
              <SavedSearch search={search} />
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState
          title="No saved searches yet"
          action={<ButtonLink href="/work">Search open requests</ButtonLink>}
        >
          Search or choose filters in the list, then choose “Save this search”. We tell you about matching
          requests, right away or each morning.
        </EmptyState>
      )}
    </Page>
  );
}
