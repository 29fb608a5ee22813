import { createHash } from 'node:crypto';
import { cardByMagic, cardByNumber, cardNamed, type Decline, type TestCard } from './cards';
import type { Body, Entry } from './entry';
import { emit } from './events';
import { type Failure, failure, invalid, notFound } from './failure';
import { type Form, type Metadata, metadata, only, requiredText, table, text } from './form';
import { listing } from './listing';
import { type Call, now } from './sandbox';
import { find, mustFind, newId, save } from './store';

export type Method = Entry & {
  customer: string | null;
  card: { brand: string; last4: string; exp_month: number; exp_year: number };
  metadata: Metadata;
  /** Which test card it stands for, and whether its owner approved keeping it at the bank. */
  _card: string;
  _authenticated: boolean;
};

export function cardOf(method: Method): TestCard {
  return cardNamed(method._card);
}

export function newMethod(call: Call, card: TestCard): Method {
  return save(call.store, {
    id: newId('pm'),
    object: 'payment_method',
    allow_redisplay: 'unspecified',
    billing_details: { address: null, email: null, name: null, phone: null, tax_id: null },
    card: {
      brand: card.brand,
      checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
      country: 'US',
      display_brand: card.brand,
      exp_month: 12,
      exp_year: new Date(now(call.store) * 1000).getUTCFullYear() + 3,
      fingerprint: fingerprint(card.number),
      funding: 'credit',
      generated_from: null,
      last4: card.number.slice(-4),
      networks: { available: [card.brand], preferred: null },
      regulated_status: 'unregulated',
      three_d_secure_usage: { supported: true },
      wallet: null,
    },
    created: now(call.store),
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: metadata(call.form),
    type: 'card',
    _card: card.name,
    _authenticated: false,
  });
}

/** The same for every method made from one number, as Stripe's is. */
function fingerprint(number: string): string {
  return createHash('sha256').update(number).digest('base64url').slice(0, 16);
}

export function createMethod(call: Call): Method {
  only(call.form, ['type', 'card', 'billing_details', 'metadata', 'allow_redisplay']);
  if (requiredText(call.form, 'type') !== 'card') throw invalid('This sandbox knows cards only', 'type');
  return newMethod(call, typedCard(table(call.form, 'card')));
}

function typedCard(form: Form): TestCard {
  const card = cardByNumber(requiredText(form, 'number'));
  if ('name' in card) return card;
  throw cardFailure(card, 'card[number]');
}

/** The method a request names: a saved one, or a fresh copy of one of Stripe's magic ones. */
export function methodFor(call: Call, id: string): Method {
  const saved = find<Method>(call.store, 'payment_method', id);
  if (saved?._detached) {
    const message = `The provided PaymentMethod ${id} was detached from a Customer and may not be used again.`;
    throw invalid(message, 'payment_method');
  }
  if (saved) return saved;
  const card = cardByMagic(id);
  if (!card) throw notFound('payment_method', id, 'payment_method');
  return newMethod({ ...call, form: {} }, card);
}

export function cardFailure(decline: Decline, param?: string): Failure {
  return failure(
    402,
    {
      type: 'card_error',
      code: decline.code,
      decline_code: decline.declineCode,
      message: decline.message,
      param,
    },
    true,
  );
}

export function attachMethod(call: Call): Method {
  only(call.form, ['customer']);
  const customer = requiredText(call.form, 'customer');
  mustFind(call.store, 'customer', customer, 'customer');
  const method = methodFor(call, call.ids[0]!);
  if (method.customer && method.customer !== customer) {
    throw invalid(
      'The payment method you provided has already been attached to a customer.',
      'payment_method',
    );
  }
  const { saving } = cardOf(method);
  if (typeof saving === 'object') throw cardFailure(saving);
  return attach(call, method, customer);
}

export function attach(call: Call, method: Method, customer: string): Method {
  if (method.customer === customer) return method;
  const attached = save(call.store, { ...method, customer });
  emit(call, 'payment_method.attached', attached);
  return attached;
}

export function detachMethod(call: Call): Method {
  only(call.form, []);
  const method = mustFind<Method>(call.store, 'payment_method', call.ids[0]!);
  if (!method.customer) {
    const message =
      'The payment method you provided is not attached to a customer so detachment is impossible.';
    throw invalid(message, 'payment_method');
  }
  const detached = save(call.store, { ...method, customer: null, _detached: true });
  emit(call, 'payment_method.detached', detached);
  return detached;
}

export function retrieveMethod(call: Call): Method {
  return mustFind(call.store, 'payment_method', call.ids[0]!);
}

/** `GET /v1/customers/:customer/payment_methods/:id`. */
export function retrieveCustomersMethod(call: Call): Method {
  const [customer, id] = call.ids;
  const method = mustFind<Method>(call.store, 'payment_method', id!);
  if (method.customer !== customer) throw notFound('payment_method', id!);
  return method;
}

/** `GET /v1/customers/:id/payment_methods` and `GET /v1/payment_methods?customer=`. */
export function listMethods(call: Call): Body {
  only(call.form, ['customer', 'type', 'limit', 'starting_after', 'ending_before', 'allow_redisplay']);
  const customer = call.ids[0] ?? requiredText(call.form, 'customer');
  mustFind(call.store, 'customer', customer, 'customer');
  const url = call.ids[0] ? `/v1/customers/${customer}/payment_methods` : '/v1/payment_methods';
  return listing(call, 'payment_method', url, { customer, type: text(call.form, 'type') });
}
