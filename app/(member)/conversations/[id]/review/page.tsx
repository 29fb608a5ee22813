import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { ReviewForm } from '@/components/trust/reviews/form';
import { Callout } from '@/components/ui/callout';
import { readId, showId } from '@/lib/core/id';
import { draftIn } from '@/lib/job/drafts/queries';
import { requirePerson } from '@/lib/platform/session/viewer';
import { reviewOf } from '@/lib/trust/reviews/queries';

export const metadata: Metadata = { title: 'Review' };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ proposal?: string }> };

export default async function ReviewPage({ params, searchParams }: Props) {
  const [{ id: shownId }, query] = await Promise.all([params, searchParams]);
  const viewer = await requirePerson(`/conversations/${shownId}/review`);
  const id = readId(shownId);
  const { reviews } = id ? await reviewOf(viewer, id) : { reviews: [] };
  const asked = readId(query.proposal ?? '');
  const customers = reviews.filter(({ side }) => side === 'customer');
  const of =
    customers.find(({ proposalId }) => proposalId === asked) ??
    customers.find(({ mayWrite }) => mayWrite) ??
    customers[0];
  if (!id || !of) notFound();
  const draft = await draftIn(viewer, id, 'review');
  const back = `/conversations/${showId(id)}`;
  return (
    <Page width="narrow">
      <PageHeader
        title={`Review ${of.companyName}`}
        crumbs={[
          { label: 'Conversations', href: '/conversations' },
          { label: of.title, href: back },
        ]}
        note={`For “${of.title}” by ${of.expertName}.`}
      />
      {of.mayWrite ? (
        <ReviewForm
          proposalId={of.proposalId}
          companyName={of.companyName}
          expertName={of.expertName}
          answered={of.workAgain != null}
          back={back}
          conversationId={id}
          draft={draft}
          timeZone={viewer.timeZone}
        />
      ) : (
        <Callout tone="ended" title={of.review ? 'Already reviewed' : 'Not yet'}>
          {of.review
            ? 'Each proposal gets one review, and this one already has it.'
            : 'You can write a review once the final payment succeeds, unless you’re also a member of the company.'}
        </Callout>
      )}
    </Page>
  );
}
