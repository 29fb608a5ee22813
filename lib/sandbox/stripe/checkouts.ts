import { DAY, SECOND } from '@/lib/core/time';
import type { Entry } from './entry';
import { emit } from './events';
import { invalid } from './failure';
import { allowedTypes, integer, type Metadata, metadata, only, requiredText, table, text } from './form';
import { type Call, now } from './sandbox';
import { newSetup, type Setup } from './setups';
import { mustFind, newId, page, save } from './store';

export type Checkout = Entry & {
  customer: string | null;
  setup_intent: string;
  status: 'open' | 'complete' | 'expired';
  success_url: string;
  cancel_url: string | null;
  expires_at: number;
  metadata: Metadata;
};

const FIELDS = [
  'mode',
  'currency',
  'customer',
  'success_url',
  'cancel_url',
  'allowed_payment_method_types',
  'setup_intent_data',
  'client_reference_id',
  'metadata',
  'expires_at',
  'locale',
];

export function createCheckout(call: Call): Checkout {
  const { form, store } = call;
  only(form, FIELDS);
  if (requiredText(form, 'mode') !== 'setup') throw invalid('This sandbox knows mode=setup only', 'mode');
  const currency = requiredText(form, 'currency').toLowerCase();
  const success = webAddress(requiredText(form, 'success_url'), 'success_url');
  const cancel = text(form, 'cancel_url');
  const data = table(form, 'setup_intent_data');
  const setup = newSetup(
    { ...call, form: { ...data, ...(form.customer ? { customer: form.customer } : {}) } },
    { usage: 'off_session' },
  );
  const id = newId('cs_test', 58);
  const checkout: Checkout = {
    id,
    object: 'checkout.session',
    adaptive_pricing: null,
    after_expiration: null,
    allow_promotion_codes: null,
    allowed_payment_method_types: allowedTypes(form),
    amount_subtotal: null,
    amount_total: null,
    automatic_tax: { enabled: false, liability: null, provider: null, status: null },
    billing_address_collection: null,
    cancel_url: cancel ? webAddress(cancel, 'cancel_url') : null,
    client_reference_id: text(form, 'client_reference_id') ?? null,
    client_secret: null,
    created: now(store),
    currency,
    custom_fields: [],
    custom_text: {
      after_submit: null,
      shipping_address: null,
      submit: null,
      terms_of_service_acceptance: null,
    },
    customer: text(form, 'customer') ?? null,
    customer_creation: null,
    customer_details: null,
    customer_email: null,
    expires_at: integer(form, 'expires_at') ?? now(store) + DAY / SECOND,
    invoice: null,
    livemode: false,
    locale: null,
    metadata: metadata(form),
    mode: 'setup',
    payment_intent: null,
    payment_link: null,
    payment_method_collection: 'always',
    payment_method_options: {},
    payment_method_types: ['card'],
    payment_status: 'no_payment_required',
    recovered_from: null,
    setup_intent: setup.id,
    shipping_options: [],
    status: 'open',
    submit_type: null,
    subscription: null,
    success_url: success,
    ui_mode: 'hosted_page',
    url: `${call.sandbox.origin}/checkout/${id}`,
  };
  return save(store, checkout);
}

function webAddress(url: string, param: string): string {
  const parsed = URL.parse(url);
  if (!parsed || !['http:', 'https:'].includes(parsed.protocol))
    throw invalid('Not a valid URL', param, 'url_invalid');
  return url;
}

export function retrieveCheckout(call: Call): Checkout {
  return current(call, mustFind<Checkout>(call.store, 'checkout.session', call.ids[0]!));
}

export function expireCheckout(call: Call): Checkout {
  only(call.form, []);
  const checkout = retrieveCheckout(call);
  if (checkout.status !== 'open') throw invalid('Only open Checkout Sessions can be expired.');
  return expire(call, checkout);
}

/** The session as of now: an open one whose time is over has expired. */
export function current(call: Call, checkout: Checkout): Checkout {
  if (checkout.status === 'open' && checkout.expires_at <= now(call.store)) return expire(call, checkout);
  return checkout;
}

function expire(call: Call, checkout: Checkout): Checkout {
  const expired = save(call.store, { ...checkout, status: 'expired' as const, url: null });
  emit(call, 'checkout.session.expired', expired);
  return expired;
}

export function checkoutOf(call: Call, setup: Setup): Checkout | null {
  return (
    page<Checkout>(call.store, 'checkout.session', { setup_intent: setup.id }, { limit: 1 }).entries[0] ??
    null
  );
}

/** Ends the session and answers where the person goes next. */
export function completeCheckout(call: Call, checkout: Checkout): string {
  const done = save(call.store, { ...checkout, status: 'complete' as const, url: null });
  emit(call, 'checkout.session.completed', done);
  return done.success_url.replaceAll('{CHECKOUT_SESSION_ID}', done.id);
}
