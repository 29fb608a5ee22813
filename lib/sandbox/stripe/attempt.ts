import type { Decline, TestCard } from './cards';
import { newCharge } from './charges';
import { emit } from './events';
import { invalid, type Reply, type StripeError } from './failure';
import { takeFault } from './faults';
import type { Intent } from './intent';
import { cardOf, type Method } from './methods';
import type { Call } from './sandbox';
import { mustFind, save } from './store';

/** From https://docs.stripe.com/declines/codes: the bank wants its customer asked, and nobody is there. */
const ABSENT: Decline = {
  code: 'authentication_required',
  declineCode: 'authentication_required',
  message: 'Your card was declined. This transaction requires authentication.',
};
const NOT_AUTHENTICATED: Decline = {
  code: 'payment_intent_authentication_failure',
  message:
    'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
};

/** One try to take the money. The reply is 402 when the card refuses, and the intent keeps why. */
export function attempt(
  call: Call,
  intent: Intent,
  method: Method,
  how: { offSession: boolean; returnUrl: string | null },
): Reply {
  const verdict = judge(cardOf(method), method, how.offSession);
  if (verdict === 'ask') return askBank(call, intent, method, how.returnUrl);
  if (verdict !== 'accepted') return decline(call, intent, method, verdict);
  const taken: Intent = { ...intent, payment_method: method.id, next_action: null, last_payment_error: null };
  if (takeFault(call.store, '/v1/payment_intents', ['processing'])) {
    const waiting = save(call.store, { ...taken, status: 'processing' as const });
    emit(call, 'payment_intent.processing', waiting);
    return { status: 200, body: waiting };
  }
  return { status: 200, body: succeed(call, taken, method) };
}

function judge(card: TestCard, method: Method, offSession: boolean): 'accepted' | 'ask' | Decline {
  if (card.charging === 'authenticateAlways') return offSession ? ABSENT : 'ask';
  if (card.charging === 'authenticateOnce') {
    if (method._authenticated) return 'accepted';
    return offSession ? ABSENT : 'ask';
  }
  return card.charging;
}

function askBank(call: Call, intent: Intent, method: Method, returnUrl: string | null): Reply {
  const url = `${call.sandbox.origin}/authenticate/${intent.id}`;
  const waiting = save(call.store, {
    ...intent,
    payment_method: method.id,
    status: 'requires_action' as const,
    next_action: returnUrl
      ? { type: 'redirect_to_url', redirect_to_url: { return_url: returnUrl, url } }
      : { type: 'use_stripe_sdk', use_stripe_sdk: { type: 'three_d_secure_redirect', stripe_js: url } },
    _return: returnUrl,
  });
  emit(call, 'payment_intent.requires_action', waiting);
  return { status: 200, body: waiting };
}

function succeed(call: Call, intent: Intent, method: Method): Intent {
  const charge = newCharge(call, intent, method, null);
  const paid = save(call.store, {
    ...intent,
    amount_received: intent.amount,
    last_payment_error: null,
    latest_charge: charge.id,
    next_action: null,
    processing: null,
    status: 'succeeded' as const,
  });
  emit(call, 'charge.succeeded', charge);
  emit(call, 'payment_intent.succeeded', paid);
  return paid;
}

function decline(call: Call, intent: Intent, method: Method, reason: Decline): Reply {
  const charge = newCharge(call, intent, method, reason);
  const error: StripeError = {
    type: reason === NOT_AUTHENTICATED ? 'invalid_request_error' : 'card_error',
    charge: charge.id,
    code: reason.code,
    decline_code: reason.declineCode,
    message: reason.message,
    payment_method: method,
  };
  const failed = save(call.store, {
    ...intent,
    last_payment_error: error,
    latest_charge: charge.id,
    next_action: null,
    payment_method: null,
    processing: null,
    status: 'requires_payment_method' as const,
  });
  emit(call, 'charge.failed', charge);
  emit(call, 'payment_intent.payment_failed', failed);
  return { status: 402, body: { error: { ...error, payment_intent: failed } } };
}

/** The bank's answer to a payment that waited for it. */
export function answerIntent(call: Call, id: string, approved: boolean): Intent {
  const intent = mustFind<Intent>(call.store, 'payment_intent', id);
  if (intent.status !== 'requires_action') throw invalid('This payment is not waiting for the bank.');
  const method = mustFind<Method>(call.store, 'payment_method', intent.payment_method!);
  if (!approved) decline(call, intent, method, NOT_AUTHENTICATED);
  else succeed(call, intent, method);
  return mustFind<Intent>(call.store, 'payment_intent', id);
}

/** Ends a payment that the `processing` fault left in the air. */
export function settleIntent(call: Call, id: string, outcome: 'succeed' | 'fail'): Intent {
  const intent = mustFind<Intent>(call.store, 'payment_intent', id);
  if (intent.status !== 'processing') throw invalid('This payment is not processing.');
  const method = mustFind<Method>(call.store, 'payment_method', intent.payment_method!);
  if (outcome === 'succeed') return succeed(call, intent, method);
  const message = 'Your card was declined.';
  decline(call, intent, method, { code: 'card_declined', declineCode: 'generic_decline', message });
  return mustFind<Intent>(call.store, 'payment_intent', id);
}
