import { HOUR } from '@/lib/core/time';
import { CURRENCY } from '@/lib/job/proposals/rules';
import { keepStripeCustomer, type Saving, saveMethod } from '@/lib/money/methods/commands';
import { METHOD_COMMANDS } from '@/lib/money/methods/rights';
import { SaveMethod } from '@/lib/money/methods/schema';
import { perform } from '@/lib/platform/doors/perform';
import { answerJson, route } from '@/lib/platform/doors/route';
import { env } from '@/lib/platform/env';
import { log } from '@/lib/platform/log/logger';
import { readViewer } from '@/lib/platform/session/viewer';
import { stripeConfig } from '@/lib/vendors/stripe/config';
import { ensureCustomer } from '@/lib/vendors/stripe/customers';
import type { StripeProblem } from '@/lib/vendors/stripe/result';
import { createSetupSession } from '@/lib/vendors/stripe/setup';

const away = (to: string) => new Response(null, { status: 303, headers: { location: to } });

/** **Add a card**: a form that leads to Stripe's own page. Card numbers never come to us. */
export const POST = route(
  { may: METHOD_COMMANDS.saveMethod, schema: SaveMethod, command: saveMethod },
  {
    limit: {
      points: 10,
      within: HOUR,
      why: 'each opens a page at Stripe: someone who tries stolen cards wants many',
    },
    answer: open,
    // Our own page posts a form: whoever posted something else is no browser of it.
    refuse: (outcome) =>
      outcome.status ? answerJson(outcome) : away(`/payment-methods?problem=${outcome.code}`),
  },
);

async function open(saving: Saving): Promise<Response> {
  const customerId = saving.stripeCustomerId ?? (await makeCustomer(saving));
  if (typeof customerId !== 'string') return unanswered(customerId);
  const session = await createSetupSession(stripeConfig(), {
    customerId,
    currency: CURRENCY,
    successUrl: `${env.APP_URL}/api/payment-methods/saved?session={CHECKOUT_SESSION_ID}&next=${encodeURIComponent(saving.next)}`,
    cancelUrl: `${env.APP_URL}${saving.next}`,
    idempotencyKey: `setup:${crypto.randomUUID()}`,
  });
  return session.ok ? away(session.value.url) : unanswered(session);
}

async function makeCustomer({ customerId, personId, name, email }: Saving): Promise<string | StripeProblem> {
  const made = await ensureCustomer(stripeConfig(), {
    customerId,
    name,
    email,
    // Two members at once make two customers at Stripe, of which the first one kept is used.
    idempotencyKey: `cus:${customerId}:${personId}`,
  });
  if (!made.ok) return made;
  const viewer = await readViewer();
  return perform(viewer, (tx) =>
    keepStripeCustomer(tx, viewer, { customerId, stripeCustomerId: made.value.id }),
  );
}

function unanswered({ problem, code, message }: StripeProblem): Response {
  log().error({ problem, code, message }, 'Stripe did not open its page for a card');
  return away('/payment-methods?problem=upstream');
}
