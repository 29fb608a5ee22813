import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { PostForm } from '@/components/requests/post-form';
import { hashOf } from '@/lib/auth/person';
import { requirePerson } from '@/lib/auth/viewer';
import { customersToPostFor, draftOf } from '@/lib/requests/queries';
import { CONTACT_NAME } from '@/lib/requests/schema';

export const metadata: Metadata = { title: 'Review request' };

/** What was typed on the first page, completed and posted. It was kept while its writer signed in. */
export default async function ReviewRequestPage() {
  const viewer = await requirePerson('/requests/review');
  const secret = (await cookies()).get('draft')?.value;
  const draft = await draftOf(viewer, secret ? hashOf(secret) : null);
  if (!draft) redirect('/requests/new');
  const texts = {
    ...draft,
    contactName: [...viewer.name].slice(0, CONTACT_NAME.max).join(''),
    contactEmail: viewer.email,
  };
  return (
    <Page width="narrow">
      <PageHeader
        title="Review request"
        crumbs={[{ label: 'Home', href: '/' }]}
        note="All fields are required. Nothing is published before you post it."
      />
      <PostForm texts={texts} customers={await customersToPostFor(viewer)} fromDraft />
    </Page>
  );
}
