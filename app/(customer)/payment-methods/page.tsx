import type { Metadata } from 'next';
import { EmptyState } from '@/components/layout/empty-state';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { CustomerMethods } from '@/components/money/methods/methods';
import { ButtonLink } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { missingRight } from '@/lib/identity/members/rules';
import { methodsOf } from '@/lib/money/methods/queries';
import { requirePerson } from '@/lib/platform/session/viewer';

export const metadata: Metadata = { title: 'Payment methods' };

type Props = { searchParams: Promise<{ saved?: string; removed?: string; problem?: string; next?: string }> };

const PROBLEMS: Record<string, string> = {
  upstream: 'Stripe isn’t responding right now. Nothing was saved or charged. Try again in a minute.',
  limited: 'Too many attempts. Try again later.',
  forbidden: 'You can’t save a card here yet. See below for what you need.',
  conflict: 'The card was not saved. Nothing was charged.',
};

export default async function PaymentMethodsPage({ searchParams }: Props) {
  const { saved, removed, problem, next = '' } = await searchParams;
  const viewer = await requirePerson('/payment-methods');
  const customers = await methodsOf(viewer);
  return (
    <Page width="narrow">
      <PageHeader title="Payment methods" crumbs={[{ label: 'Payments', href: '/payments' }]} />
      <div className="grid gap-4">
        {saved ? (
          <Callout tone="go" role="status">
            Your card is saved. Nothing was charged.
          </Callout>
        ) : null}
        {removed ? (
          <Callout tone="go" role="status">
            Card removed. It won’t be charged again.
          </Callout>
        ) : null}
        {problem ? (
          <Callout tone="stop" role="alert" title="We couldn’t save the card">
            {PROBLEMS[problem] ?? 'Something went wrong. Nothing was saved or charged. Try again.'}
          </Callout>
        ) : null}
        {customers.map((customer) => (
          <CustomerMethods
            key={customer.id}
            customer={customer}
            missing={missingRight(viewer, 'buy', customer.id)}
            next={next}
            timeZone={viewer.timeZone}
          />
        ))}
        {customers.length === 0 ? (
          <EmptyState
            title="Nothing to pay for yet"
            action={<ButtonLink href="/requests/new">Post a request</ButtonLink>}
          >
            You can save a card once you’re a customer. Post your first request to become one.
          </EmptyState>
        ) : null}
      </div>
    </Page>
  );
}
