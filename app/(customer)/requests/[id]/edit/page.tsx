import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { EditForm } from '@/components/market/requests/edit-form';
import { readId, showId } from '@/lib/core/id';
import { requestToEdit } from '@/lib/market/requests/queries';
import { requirePerson } from '@/lib/platform/session/viewer';

export const metadata: Metadata = { title: 'Edit request' };

export default async function EditRequestPage({ params }: { params: Promise<{ id: string }> }) {
  const { id: shown } = await params;
  const viewer = await requirePerson(`/requests/${shown}/edit`);
  const id = readId(shown);
  const request = id ? await requestToEdit(viewer, id) : null;
  if (!request) notFound();
  const crumbs = [
    { label: 'Requests', href: '/requests' },
    { label: request.title, href: `/requests/${showId(request.id)}` },
  ];
  return (
    <Page width="narrow">
      <PageHeader title="Edit request" crumbs={crumbs} />
      <EditForm request={request} ownEmail={viewer.email} />
    </Page>
  );
}
