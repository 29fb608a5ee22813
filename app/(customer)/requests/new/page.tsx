import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { PostForm } from '@/components/requests/post-form';
import { textsOf } from '@/components/requests/texts';
import { requirePerson } from '@/lib/auth/viewer';
import { readId } from '@/lib/core/id';
import { tidy } from '@/lib/core/text';
import { customersToPostFor } from '@/lib/requests/queries';
import { draftById } from '@/lib/requests/queries-drafts';
import { TITLE } from '@/lib/requests/schema';
import { MOST_TAGS, serviceCode } from '@/lib/requests/tags';

export const metadata: Metadata = { title: 'New request' };

type Search = Record<string, string | string[] | undefined>;
type NewRequestProps = { searchParams: Promise<Search> };

/** What a link from elsewhere may begin a request with: a title of any length is cut, a service must be one of the list. */
function givenBy(search: Search): { title: string; services: string[] } {
  const title = typeof search.title === 'string' ? search.title : '';
  const named = [search.service ?? []].flat().flatMap((text) => text.split(','));
  const services = named.map(serviceCode).filter((code) => code !== null);
  return {
    title: [...tidy(title).replace(/\s+/g, ' ')].slice(0, TITLE.max).join(''),
    services: [...new Set(services)].slice(0, MOST_TAGS),
  };
}

/** The same address again, of what is understood alone: where signing in leads back to. */
function addressOf({ title, services }: ReturnType<typeof givenBy>, draft: string | null): string {
  const query = new URLSearchParams();
  if (draft) query.set('draft', draft);
  if (title) query.set('title', title);
  if (services.length) query.set('service', services.join(','));
  return query.size ? `/requests/new?${query}` : '/requests/new';
}

/** The whole form at once: empty, begun by a link (`?title=`, `?service=`), or a draft of one's own (`?draft=`). */
export default async function NewRequestPage({ searchParams }: NewRequestProps) {
  const search = await searchParams;
  const given = givenBy(search);
  const shown = typeof search.draft === 'string' ? search.draft : null;
  const viewer = await requirePerson(addressOf(given, shown));
  const id = shown ? readId(shown) : null;
  const draft = id ? await draftById(viewer, id) : null;
  if (shown && !draft) notFound();
  return (
    <Page width="narrow">
      <PageHeader
        title="New request"
        crumbs={[{ label: 'Requests', href: '/requests' }]}
        note="Everything is required unless it says optional. Nothing is published before you post it."
      />
      <PostForm
        texts={textsOf(draft, { ...viewer, ...given })}
        customers={await customersToPostFor(viewer)}
        ownEmail={viewer.email}
        draft={{ id: draft?.id ?? null, saved: search.saved === 'yes' }}
      />
    </Page>
  );
}
