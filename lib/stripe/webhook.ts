import Stripe from 'stripe';

export type WebhookNotice = { id: string; type: string; objectId: string | null };

/**
 * Stripe's word that something happened, or null when the signature is not Stripe's or is older than five
 * minutes. Only names what to look at: order is not promised and snapshots age, so the object is fetched again.
 */
export function verifyWebhook(rawBody: string, signature: string, secret: string): WebhookNotice | null {
  try {
    const event = Stripe.webhooks.constructEvent(rawBody, signature, secret);
    const object = event.data.object as { id?: string };
    return { id: event.id, type: event.type, objectId: object.id ?? null };
  } catch (thrown) {
    if (thrown instanceof Stripe.errors.StripeSignatureVerificationError) return null;
    throw thrown;
  }
}
