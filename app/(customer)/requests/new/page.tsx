import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { notFound } from 'next/navigation';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { CannotAsk } from '@/components/market/direct-requests/cannot-ask';
import { PostForm } from '@/components/market/requests/post-form';
import { textsOf } from '@/components/market/requests/texts';
import { readId, showId } from '@/lib/core/id';
import type { Person } from '@/lib/core/rights';
import { tidy } from '@/lib/core/visible';
import { directedTo } from '@/lib/market/direct-requests/queries';
import { type Draft, draftBegun, draftById } from '@/lib/market/drafts/queries';
import { customersToPostFor } from '@/lib/market/requests/queries';
import { TITLE } from '@/lib/market/requests/schema';
import { MOST_TAGS, serviceCode } from '@/lib/market/tags/rules';
import { appNow } from '@/lib/platform/db/clock';
import { hashOf } from '@/lib/platform/session/person';
import { requirePerson } from '@/lib/platform/session/viewer';

export const metadata: Metadata = { title: 'New request' };

type Search = Record<string, string | string[] | undefined>;
type NewRequestProps = { searchParams: Promise<Search> };

/** One line, cut to what fits. */
function titleIn(given: Search[string]): string {
  const text = typeof given === 'string' ? tidy(given).replace(/\s+/g, ' ') : '';
  return [...text].slice(0, TITLE.max).join('');
}

/**
 * What a link from elsewhere may begin a request with; a service must be one of the list. Never who asks: an address is
 * kept in logs and histories and is told to other sites.
 */
function givenBy(search: Search) {
  const named = [search.service ?? []].flat().flatMap((text) => text.split(','));
  const services = named.map(serviceCode).filter((code) => code !== null);
  const idOf = (given: Search[string]) => (typeof given === 'string' ? readId(given) : null);
  return {
    title: titleIn(search.title),
    services: [...new Set(services)].slice(0, MOST_TAGS),
    to: idOf(search.to),
    expert: idOf(search.expert),
    draft: idOf(search.draft),
  };
}
type Given = ReturnType<typeof givenBy>;

/** The same address again, of what is understood alone: where signing in leads back to. */
function addressOf({ title, services, to, expert, draft }: Given): string {
  const query = new URLSearchParams();
  for (const [key, id] of Object.entries({ draft, to, expert })) if (id) query.set(key, showId(id));
  if (title) query.set('title', title);
  if (services.length) query.set('service', services.join(','));
  return query.size ? `/requests/new?${query}` : '/requests/new';
}

/** What was begun in this browser for the same company and expert, before its writer signed in. */
async function begunFor(viewer: Person, { to, expert }: Given): Promise<Draft | null> {
  const secret = to && (await cookies()).get('draft')?.value;
  const begun = secret ? await draftBegun(viewer, hashOf(secret)) : null;
  return begun?.toCompanyId === to && begun?.toExpertId === expert ? begun : null;
}

/** Whom it is for, by the link or by the draft; null for everyone. */
async function direction(viewer: Person, given: Given, draft: Draft | null) {
  const companyId = draft ? draft.toCompanyId : given.to;
  if (!companyId) return null;
  const expertId = draft ? draft.toExpertId : given.expert;
  return (await directedTo(viewer, { companyId, expertId }, await appNow())) ?? notFound();
}

/**
 * The whole form at once: empty, begun by a link (`?title=`, `?service=`), for one company alone (`?to=`, `?expert=`), or
 * a draft of one's own (`?draft=`).
 */
export default async function NewRequestPage({ searchParams }: NewRequestProps) {
  const search = await searchParams;
  const given = givenBy(search);
  const viewer = await requirePerson(addressOf(given));
  const draft = given.draft ? await draftById(viewer, given.draft) : await begunFor(viewer, given);
  if (search.draft && !draft) notFound();
  const direct = await direction(viewer, given, draft);
  const whom = direct && (direct.expertName ?? direct.companyName);
  const { title, services } = given;
  return (
    <Page width="narrow">
      <PageHeader
        title={whom ? <span className="wrap-anywhere">Request to {whom}</span> : 'New request'}
        crumbs={[{ label: 'Requests', href: '/requests' }]}
        note={
          direct?.refusal
            ? undefined
            : `Fields are required unless marked optional. Nothing is ${whom ? 'sent' : 'published'} until you ${whom ? 'send' : 'post'} it.`
        }
      />
      {direct?.refusal ? (
        <CannotAsk refusal={direct.refusal} />
      ) : (
        <PostForm
          texts={textsOf(draft, { name: viewer.name, email: viewer.email, title, services })}
          customers={await customersToPostFor(viewer)}
          ownEmail={viewer.email}
          direct={direct}
          draft={{
            id: draft?.id ?? null,
            saved: search.saved === 'yes',
            claims: draft !== null && draft.personId === null,
          }}
        />
      )}
    </Page>
  );
}
