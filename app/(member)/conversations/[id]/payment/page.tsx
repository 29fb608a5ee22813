import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { MissingRight } from '@/components/identity/members/missing-right';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { PaymentRequestForm } from '@/components/money/payments/request-form';
import { Callout } from '@/components/ui/callout';
import { readId, showId } from '@/lib/core/id';
import { formatMoney } from '@/lib/core/money';
import { missingRight } from '@/lib/identity/members/rules';
import { draftIn } from '@/lib/job/drafts/queries';
import { newPaymentRequestOf } from '@/lib/money/payment-requests/queries';
import { requirePerson } from '@/lib/platform/session/viewer';

export const metadata: Metadata = { title: 'Request payment' };

type Props = { params: Promise<{ id: string }> };

export default async function NewPaymentRequestPage({ params }: Props) {
  const { id: shownId } = await params;
  const viewer = await requirePerson(`/conversations/${shownId}/payment`);
  const id = readId(shownId);
  const of = id ? await newPaymentRequestOf(viewer, id) : null;
  if (!id || !of) notFound();
  const back = `/conversations/${showId(id)}`;
  const left = formatMoney({ minor: of.remainingMinor, currency: of.currency });
  const most = formatMoney({ minor: of.maximumMinor, currency: of.currency });
  const draft = await draftIn(viewer, id, 'payment');
  const missing = missingRight(viewer, 'bill', of.companyId);
  const refusal =
    of.refusal ??
    (of.finalAwaits
      ? 'The final payment is awaiting approval. Withdraw it before you request another.'
      : of.remainingMinor <= 0n
        ? "You've requested all of the proposal's maximum. For more, send another proposal."
        : null);
  return (
    <Page width="narrow">
      <PageHeader
        title="Request payment"
        crumbs={[
          { label: 'Conversations', href: '/conversations' },
          { label: of.requestTitle, href: back },
        ]}
        note={`For “${of.title}”. ${left} of ${most} is left.`}
      />
      {missing ? (
        <MissingRight missing={missing} to="request a payment" />
      ) : refusal ? (
        <Callout tone="wait" title="You can't request a payment now">
          {refusal}
        </Callout>
      ) : (
        <PaymentRequestForm
          of={of}
          back={back}
          conversationId={id}
          draft={draft}
          timeZone={viewer.timeZone}
        />
      )}
    </Page>
  );
}
