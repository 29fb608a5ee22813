import Stripe from 'stripe';
import { z } from 'zod';

export type WebhookNotice = {
  id: string;
  type: string;
  objectId: string | null;
  /** The payment intent and the charge that the object is or names: what a refund or a dispute is about. */
  intentId: string | null;
  chargeId: string | null;
};

// Stripe's type allows for a build without it; to go on without it would be to believe everybody.
const SIGNATURES = Stripe.webhooks.signature!;

/** An id of Stripe's, or the whole object where it was expanded. */
const reference = z
  .union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)])
  .nullish()
  .catch(null);
const snapshot = z.object({
  id: z.string().min(1),
  type: z.string().min(1),
  data: z.object({
    object: z.object({ id: z.string().nullish(), payment_intent: reference, charge: reference }),
  }),
});
/** A thin event names its object and brings no picture of it. */
const thin = z.object({
  id: z.string().min(1),
  object: z.literal('v2.core.event'),
  type: z.string().min(1),
  related_object: z.object({ id: z.string() }).nullish(),
});

const startsWith = (prefix: string, ...ids: (string | null | undefined)[]) =>
  ids.find((id) => id?.startsWith(prefix)) ?? null;

/**
 * Stripe's word that something happened, or null where the signature is not Stripe's, is older than five minutes, or what
 * it stands under is no event. Only names what to look at: order is not promised and snapshots age, so the object is
 * fetched again.
 */
export function verifyWebhook(rawBody: string, signature: string, secret: string): WebhookNotice | null {
  try {
    SIGNATURES.verifyHeader(rawBody, signature, secret, Stripe.webhooks.DEFAULT_TOLERANCE);
  } catch (thrown) {
    if (thrown instanceof Stripe.errors.StripeSignatureVerificationError) return null;
    throw thrown;
  }
  const body = parsed(rawBody);
  const event = snapshot.safeParse(body);
  if (event.success) {
    const { id, type, data } = event.data;
    const { id: objectId = null, payment_intent, charge } = data.object;
    return {
      id,
      type,
      objectId,
      intentId: startsWith('pi_', objectId, payment_intent),
      chargeId: startsWith('ch_', objectId, charge),
    };
  }
  const named = thin.safeParse(body);
  if (!named.success) return null;
  const objectId = named.data.related_object?.id ?? null;
  return {
    id: named.data.id,
    type: named.data.type,
    objectId,
    intentId: startsWith('pi_', objectId),
    chargeId: startsWith('ch_', objectId),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
