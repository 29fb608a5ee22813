import Stripe from 'stripe';

export type StripeConfig = {
  secretKey: string;
  /** Where Stripe's protocol is spoken instead of api.stripe.com: the sandbox's URL. */
  endpoint?: string;
};

const ANSWER_WITHIN_MS = 20_000;
const RETRIES = 2;

const clients = new Map<string, Stripe>();

/** One client per key and endpoint, so that connections are reused. */
export function stripeClient(config: StripeConfig): Stripe {
  const name = `${config.secretKey} ${config.endpoint ?? ''}`;
  const known = clients.get(name);
  if (known) return known;
  const client = new Stripe(config.secretKey, {
    timeout: ANSWER_WITHIN_MS,
    maxNetworkRetries: RETRIES,
    telemetry: false,
    ...target(config),
  });
  clients.set(name, client);
  return client;
}

function target({ endpoint, secretKey }: StripeConfig): Stripe.StripeConfig {
  if (!endpoint) return {};
  if (/^[sr]k_live_/.test(secretKey))
    throw new Error('A live Stripe key must not be sent to another endpoint.');
  const url = new URL(endpoint);
  const protocol = url.protocol === 'https:' ? 'https' : 'http';
  return { host: url.hostname, port: url.port || (protocol === 'https' ? 443 : 80), protocol };
}
