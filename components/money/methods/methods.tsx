import { MissingRight } from '@/components/identity/members/missing-right';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Details } from '@/components/ui/details';
import { Form } from '@/components/ui/form';
import { Instant } from '@/components/ui/instant';
import { Submit } from '@/components/ui/submit';
import { Tag } from '@/components/ui/tag';
import type { Missing } from '@/lib/identity/members/rules';
import { removeMethod } from '@/lib/money/methods/actions';
import type { methodsOf } from '@/lib/money/methods/queries';

type Customer = Awaited<ReturnType<typeof methodsOf>>[number];

const BRANDS: Record<string, string> = {
  visa: 'Visa',
  mastercard: 'Mastercard',
  amex: 'American Express',
  discover: 'Discover',
  diners: 'Diners Club',
  jcb: 'JCB',
  unionpay: 'UnionPay',
};

/** "Visa •••• 4242" */
export function cardName({ brand, last4 }: { brand: string; last4: string }): string {
  return `${BRANDS[brand] ?? brand} •••• ${last4}`;
}

/** One customer's cards, and the form that leads to Stripe's page for another. */
export function CustomerMethods({
  customer,
  missing,
  next,
  timeZone,
}: {
  customer: Customer;
  missing: Missing | null;
  next: string;
  timeZone: string;
}) {
  const { id, name, methods, refusal } = customer;
  return (
    <Card title={<bdi>{name}</bdi>} level={2}>
      {methods.length > 0 ? (
        <ul className="mb-4 divide-y divide-line border-y border-line">
          {methods.map((method, at) => (
            <li key={method.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2.5 text-sm">
              <span className="font-medium">{cardName(method)}</span>
              <span className="text-muted">
                expires {String(method.expMonth).padStart(2, '0')}/{method.expYear}
              </span>
              {at === 0 ? <Tag>Used for payments</Tag> : null}
              <span className="ml-auto text-xs text-muted">
                saved <Instant at={method.createdAt} timeZone={timeZone} show="day" />
              </span>
              {missing || refusal ? null : (
                <Details summary={`Remove ${cardName(method)}`} className="w-full">
                  <Form
                    action={removeMethod}
                    id={`remove-${method.id}`}
                    hidden={{ methodId: method.id }}
                    label={`Remove ${cardName(method)}`}
                    className="grid gap-2"
                  >
                    <p className="text-muted">It won’t be charged again. You can add it back later.</p>
                    <Submit variant="danger" className="justify-self-start">
                      Remove this card
                    </Submit>
                  </Form>
                </Details>
              )}
            </li>
          ))}
        </ul>
      ) : (
        <p className="mb-4 text-sm text-muted">
          No card yet. You need one to accept a proposal. Nothing is charged when you save it.
        </p>
      )}
      {missing ? (
        <MissingRight missing={missing} to="save a card" />
      ) : refusal ? (
        <p className="text-sm text-muted">{refusal}</p>
      ) : (
        <form action="/api/payment-methods/setup" method="post" className="grid justify-items-start gap-2">
          <input type="hidden" name="customerId" value={id} />
          <input type="hidden" name="next" value={next} />
          <Button type="submit" variant={methods.length > 0 ? 'secondary' : 'primary'}>
            Add a card
          </Button>
          <p className="text-xs text-muted">
            Opens a Stripe page. Your card number goes only to Stripe. The newest card is used for payments.
          </p>
        </form>
      )}
    </Card>
  );
}
