import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { MissingRight } from '@/components/identity/members/missing-right';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { Consequences, PaymentSteps } from '@/components/money/payments/approve';
import { DeclinePayment } from '@/components/money/payments/decline';
import { PaymentOutcome } from '@/components/money/payments/outcome';
import { partOf } from '@/components/money/payments/panel';
import { PaymentLamp } from '@/components/money/payments/state';
import { Callout } from '@/components/ui/callout';
import { Card } from '@/components/ui/card';
import { Countdown } from '@/components/ui/countdown';
import { DescriptionList } from '@/components/ui/description-list';
import { Instant } from '@/components/ui/instant';
import { Link } from '@/components/ui/link';
import { readId, showId } from '@/lib/core/id';
import { formatMoney } from '@/lib/core/money';
import { missingRight } from '@/lib/identity/members/rules';
import { isAwaiting } from '@/lib/money/payment-requests/lifecycle';
import { paymentRequestOf } from '@/lib/money/payment-requests/queries';
import { requirePerson } from '@/lib/platform/session/viewer';

export const metadata: Metadata = { title: 'Payment request' };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ saved?: string }> };

export default async function PaymentRequestPage({ params, searchParams }: Props) {
  const [{ id: shownId }, { saved }] = await Promise.all([params, searchParams]);
  const viewer = await requirePerson(`/payment-requests/${shownId}`);
  const id = readId(shownId);
  const payment = id ? await paymentRequestOf(viewer, id) : null;
  if (!payment) notFound();
  const missing = missingRight(viewer, 'buy', payment.customerId);
  const { now, may, status, amountMinor, currency, autoApproveAt } = payment;
  const amount = formatMoney({ minor: amountMinor, currency });
  const times = { timeZone: viewer.timeZone, now };
  const awaiting = isAwaiting(status);
  return (
    <Page width="narrow">
      <PageHeader
        title={`Payment of ${amount}`}
        lamp={<PaymentLamp payment={payment} />}
        crumbs={[
          { label: 'Conversations', href: '/conversations' },
          { label: payment.requestTitle, href: `/conversations/${showId(payment.conversationId)}` },
        ]}
      />
      <div className="grid gap-4">
        {saved ? (
          <Callout tone="go" role="status">
            Your card is saved. We’ll use it from now on.
          </Callout>
        ) : null}
        <Card tone={may.approve ? 'wait' : payment.shown.lamp === 'stop' ? 'stop' : undefined}>
          <DescriptionList
            layout="rows"
            items={[
              { term: 'Amount', value: <span className="text-2xl font-semibold">{amount}</span> },
              {
                term: 'For',
                value: `${payment.milestone ? payment.milestone.title : 'Work on the proposal'} (${partOf(payment)})`,
              },
              {
                term: 'Proposal',
                value: (
                  <Link href={`/proposals/${showId(payment.proposal.id)}`} className="underline">
                    <bdi>{payment.proposal.title}</bdi>
                  </Link>
                ),
              },
              { term: 'Requested by', value: `${payment.expertName}, ${payment.companyName}` },
              { term: 'Requested', value: <Instant at={payment.requestedAt} {...times} /> },
              ...(awaiting
                ? [
                    {
                      term: 'Time left',
                      value: (
                        <>
                          <Countdown
                            until={autoApproveAt.toISOString()}
                            now={now.toISOString()}
                            over="due now"
                          />
                          , until <Instant at={autoApproveAt} {...times} />
                        </>
                      ),
                    },
                  ]
                : []),
              ...(payment.note
                ? [
                    {
                      term: 'Note',
                      value: (
                        <span dir="auto" className="whitespace-pre-wrap">
                          {payment.note}
                        </span>
                      ),
                    },
                  ]
                : []),
              ...(payment.declineReason
                ? [
                    {
                      term: 'Reason for declining',
                      value: (
                        <span dir="auto" className="whitespace-pre-wrap">
                          {payment.declineReason}
                        </span>
                      ),
                    },
                  ]
                : []),
            ]}
          />
          <div className="mt-4 grid gap-3">
            {awaiting ? (
              <Consequences payment={payment} {...times} />
            ) : (
              <PaymentOutcome payment={payment} {...times} />
            )}
            {missing && awaiting ? (
              <MissingRight missing={missing} to="approve or decline this payment" />
            ) : null}
            <PaymentSteps payment={payment} page />
          </div>
        </Card>
        {may.decline ? (
          <Card title="Decline" level={2} id="decline">
            <DeclinePayment paymentRequestId={payment.id} companyName={payment.companyName} />
          </Card>
        ) : null}
      </div>
    </Page>
  );
}
