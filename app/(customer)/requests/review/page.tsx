import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { PostForm } from '@/components/market/requests/post-form';
import { textsOf } from '@/components/market/requests/texts';
import { readId, showId } from '@/lib/core/id';
import { type Draft, draftById, draftOf } from '@/lib/market/drafts/queries';
import { customersToPostFor } from '@/lib/market/requests/queries';
import { hashOf } from '@/lib/platform/session/person';
import { requirePerson } from '@/lib/platform/session/viewer';

export const metadata: Metadata = { title: 'Review request' };

type ReviewProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

function directAddress({ id, personId, toCompanyId, toExpertId }: Draft): string {
  if (personId) return `/requests/new?draft=${showId(id)}`;
  return `/requests/new?to=${showId(toCompanyId ?? '')}${toExpertId ? `&expert=${showId(toExpertId)}` : ''}`;
}

/** What was typed on the first page, completed and posted. It was kept while its writer signed in. */
export default async function ReviewRequestPage({ searchParams }: ReviewProps) {
  const { draft: shown } = await searchParams;
  const viewer = await requirePerson('/requests/review');
  const secret = (await cookies()).get('draft')?.value;
  const id = typeof shown === 'string' ? readId(shown) : null;
  const draft = id ? await draftById(viewer, id) : await draftOf(viewer, secret ? hashOf(secret) : null);
  if (!draft) redirect('/requests/new');
  // For one company alone: this page would publish it to all.
  if (draft.toCompanyId) redirect(directAddress(draft));
  return (
    <Page width="narrow">
      <PageHeader
        title="Review request"
        crumbs={[{ label: 'Home', href: '/' }]}
        note="Fields are required unless marked optional. Nothing is published until you post it."
      />
      <PostForm
        texts={textsOf(draft, viewer)}
        customers={await customersToPostFor(viewer)}
        ownEmail={viewer.email}
        draft={{ id: draft.id, claims: draft.personId === null }}
      />
    </Page>
  );
}
