import type { Decline } from './cards';
import type { Entry } from './entry';
import { emit } from './events';
import { invalid, type Reply, type StripeError, wrongState } from './failure';
import { allowedTypes, flag, type Metadata, metadata, only, text } from './form';
import { attach, cardOf, type Method, methodFor } from './methods';
import { type Call, now } from './sandbox';
import { mustFind, newId, save } from './store';

export type Setup = Entry & {
  customer: string | null;
  payment_method: string | null;
  status: 'requires_payment_method' | 'requires_confirmation' | 'requires_action' | 'succeeded' | 'canceled';
  metadata: Metadata;
  last_setup_error: StripeError | null;
  /** Where the bank's page sends the person afterwards. */
  _return: string | null;
};

const FIELDS = [
  'customer',
  'usage',
  'payment_method',
  'allowed_payment_method_types',
  'automatic_payment_methods',
  'confirm',
  'return_url',
  'metadata',
  'description',
];

export function createSetup(call: Call): Reply {
  const { form } = call;
  only(form, FIELDS);
  const setup = newSetup(call, { usage: text(form, 'usage') ?? 'off_session' });
  if (flag(form, 'confirm')) return confirmWith(call, setup);
  return { status: 200, body: setup };
}

export function newSetup(call: Call, given: { usage: string }): Setup {
  const { form, store } = call;
  const customer = text(form, 'customer') ?? null;
  if (customer) mustFind(store, 'customer', customer, 'customer');
  const named = text(form, 'payment_method');
  const method = named ? methodFor(call, named) : null;
  const id = newId('seti');
  const setup: Setup = {
    id,
    object: 'setup_intent',
    allowed_payment_method_types: allowedTypes(form),
    application: null,
    automatic_payment_methods: null,
    cancellation_reason: null,
    client_secret: newId(`${id}_secret`),
    created: now(store),
    customer,
    customer_account: null,
    description: text(form, 'description') ?? null,
    excluded_payment_method_types: null,
    flow_directions: null,
    last_setup_error: null,
    latest_attempt: null,
    livemode: false,
    mandate: null,
    metadata: metadata(form),
    next_action: null,
    on_behalf_of: null,
    payment_method: method?.id ?? null,
    payment_method_configuration_details: null,
    payment_method_options: {
      card: { mandate_options: null, network: null, request_three_d_secure: 'automatic' },
    },
    payment_method_types: ['card'],
    single_use_mandate: null,
    status: method ? 'requires_confirmation' : 'requires_payment_method',
    usage: given.usage,
    _return: null,
  };
  save(store, setup);
  emit(call, 'setup_intent.created', setup);
  return setup;
}

export function confirmSetup(call: Call): Reply {
  only(call.form, ['payment_method', 'return_url', 'mandate_data']);
  return confirmWith(call, mustFind<Setup>(call.store, 'setup_intent', call.ids[0]!));
}

function confirmWith(call: Call, setup: Setup): Reply {
  const id = text(call.form, 'payment_method') ?? setup.payment_method;
  if (!id) {
    const message =
      'You cannot confirm this SetupIntent because it is missing a payment method. Update it with a payment method and then confirm it again.';
    throw wrongState('setup_intent_unexpected_state', message, { setup_intent: setup });
  }
  const method =
    id === setup.payment_method ? mustFind<Method>(call.store, 'payment_method', id) : methodFor(call, id);
  return setUp(call, setup, method, text(call.form, 'return_url') ?? null);
}

/** Keeps the card, asks the bank first, or is declined: the card decides. */
export function setUp(call: Call, setup: Setup, method: Method, returnUrl: string | null): Reply {
  if (setup.status === 'succeeded' || setup.status === 'canceled') {
    const message = `You cannot confirm this SetupIntent because it has already ${setup.status}.`;
    throw wrongState('setup_intent_unexpected_state', message, { setup_intent: setup });
  }
  if (method.customer && method.customer !== setup.customer) {
    throw invalid('The payment method belongs to another customer.', 'payment_method');
  }
  const { saving } = cardOf(method);
  if (typeof saving === 'object') return declineSetup(call, setup, method, saving);
  if (saving === 'authenticate') return askBank(call, setup, method, returnUrl);
  return { status: 200, body: succeedSetup(call, setup, method) };
}

function askBank(call: Call, setup: Setup, method: Method, returnUrl: string | null): Reply {
  const url = `${call.sandbox.origin}/authenticate/${setup.id}`;
  const waiting = save(call.store, {
    ...setup,
    payment_method: method.id,
    status: 'requires_action',
    next_action: returnUrl
      ? { type: 'redirect_to_url', redirect_to_url: { return_url: returnUrl, url } }
      : { type: 'use_stripe_sdk', use_stripe_sdk: { type: 'three_d_secure_redirect', stripe_js: url } },
    _return: returnUrl,
  });
  emit(call, 'setup_intent.requires_action', waiting);
  return { status: 200, body: waiting };
}

/** The bank's answer to a set-up that waited for it. */
export function answerSetup(call: Call, id: string, approved: boolean): Setup {
  const setup = mustFind<Setup>(call.store, 'setup_intent', id);
  if (setup.status !== 'requires_action') throw invalid('This card is not waiting for the bank.');
  const method = mustFind<Method>(call.store, 'payment_method', setup.payment_method!);
  if (approved) return succeedSetup(call, setup, save(call.store, { ...method, _authenticated: true }));
  const message =
    'We are unable to authenticate your payment method. Please choose a different payment method and try again.';
  declineSetup(call, setup, method, { code: 'setup_intent_authentication_failure', message });
  return mustFind<Setup>(call.store, 'setup_intent', id);
}

function succeedSetup(call: Call, setup: Setup, method: Method): Setup {
  const kept = setup.customer ? attach(call, method, setup.customer) : method;
  const done = save(call.store, {
    ...setup,
    last_setup_error: null,
    latest_attempt: newId('setatt'),
    next_action: null,
    payment_method: kept.id,
    status: 'succeeded' as const,
  });
  emit(call, 'setup_intent.succeeded', done);
  return done;
}

function declineSetup(call: Call, setup: Setup, method: Method, decline: Decline): Reply {
  const error: StripeError = {
    type: decline.code === 'setup_intent_authentication_failure' ? 'invalid_request_error' : 'card_error',
    code: decline.code,
    decline_code: decline.declineCode,
    message: decline.message,
    payment_method: method,
  };
  const failed = save(call.store, {
    ...setup,
    last_setup_error: error,
    latest_attempt: newId('setatt'),
    next_action: null,
    payment_method: null,
    status: 'requires_payment_method' as const,
  });
  emit(call, 'setup_intent.setup_failed', failed);
  return { status: 402, body: { error: { ...error, setup_intent: failed } } };
}

export function retrieveSetup(call: Call): Setup {
  return mustFind(call.store, 'setup_intent', call.ids[0]!);
}
