import type { Metadata } from 'next';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { PostForm } from '@/components/requests/post-form';
import { requirePerson } from '@/lib/auth/viewer';
import { tidy } from '@/lib/core/text';
import { customersToPostFor } from '@/lib/requests/queries';
import { CONTACT_NAME, TITLE } from '@/lib/requests/schema';

export const metadata: Metadata = { title: 'New request' };

type NewRequestProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The whole form at once, for whoever knows what they want; `?title=` begins it. */
export default async function NewRequestPage({ searchParams }: NewRequestProps) {
  const { title } = await searchParams;
  const given = typeof title === 'string' ? [...tidy(title)].slice(0, TITLE.max).join('') : '';
  const viewer = await requirePerson(
    given ? `/requests/new?title=${encodeURIComponent(given)}` : '/requests/new',
  );
  const texts = {
    title: given,
    description: '',
    budget: null,
    location: null,
    contactName: [...viewer.name].slice(0, CONTACT_NAME.max).join(''),
    contactEmail: viewer.email,
  };
  return (
    <Page width="narrow">
      <PageHeader
        title="New request"
        crumbs={[{ label: 'Requests', href: '/requests' }]}
        note="All fields are required."
      />
      <PostForm texts={texts} customers={await customersToPostFor(viewer)} fromDraft={false} />
    </Page>
  );
}
