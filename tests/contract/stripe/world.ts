import Stripe from 'stripe';
import { type StripeSandbox, startStripeSandbox } from '@/lib/sandbox/servers/stripe';
import type { StripeConfig } from '@/lib/vendors/stripe/client';
import { ensureCustomer } from '@/lib/vendors/stripe/customers';
import type { StripeResult } from '@/lib/vendors/stripe/result';

export const SECRET_KEY = 'sk_test_sandbox';
export const WEBHOOK_SECRET = 'whsec_sandbox';

export type World = {
  sandbox: StripeSandbox;
  config: StripeConfig;
  /** The official client, bare: no retries but the one it always makes after a closed connection. */
  stripe: Stripe;
  control: (path: string, body: unknown) => Promise<void>;
  state: () => Promise<State>;
};

type State = {
  objects: Record<string, Record<string, unknown>[]>;
  held: number;
  deliveries: { state: string; attempts: number }[];
};

export async function startWorld(given: { webhookUrl?: string; database?: string } = {}): Promise<World> {
  const sandbox = await startStripeSandbox({
    port: 0,
    database: given.database ?? ':memory:',
    secretKey: SECRET_KEY,
    webhook: given.webhookUrl ? { url: given.webhookUrl, secret: WEBHOOK_SECRET } : null,
  });
  return {
    sandbox,
    config: { secretKey: SECRET_KEY, endpoint: sandbox.url },
    stripe: new Stripe(SECRET_KEY, {
      host: '127.0.0.1',
      port: sandbox.port,
      protocol: 'http',
      telemetry: false,
      maxNetworkRetries: 0,
    }),
    control: async (path, body) => {
      const answer = await fetch(`${sandbox.url}/_sandbox/${path}`, {
        method: 'POST',
        body: JSON.stringify(body),
      });
      if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
    },
    state: async () => (await fetch(`${sandbox.url}/_sandbox/state`)).json() as Promise<State>,
  };
}

/** The value of a call that must succeed; a problem fails the test with its own words. */
export function value<T>(result: StripeResult<T>): T {
  if (!result.ok) throw new Error(`${result.problem}: ${result.message}`);
  return result.value;
}

let made = 0;

/** A name that no other test of this file uses. */
export function fresh(name: string): string {
  made += 1;
  return `${name}-${made}`;
}

/** A customer with a saved card, by one of Stripe's magic method ids. */
export async function payer(world: World, card: string): Promise<{ customerId: string; methodId: string }> {
  const key = fresh('customer');
  const customer = value(
    await ensureCustomer(world.config, {
      customerId: key,
      name: 'Harbour Analytics',
      email: 'billing@harbour.example',
      idempotencyKey: key,
    }),
  );
  const method = await world.stripe.paymentMethods.attach(card, { customer: customer.id });
  return { customerId: customer.id, methodId: method.id };
}
