import { attempt } from './attempt';
import type { Body } from './entry';
import { emit } from './events';
import { invalid, type Reply, wrongState } from './failure';
import { allowedTypes, flag, integer, metadata, only, requiredText, text } from './form';
import type { Intent } from './intent';
import { listing } from './listing';
import { type Method, methodFor } from './methods';
import { type Call, now } from './sandbox';
import { mustFind, newId, save } from './store';

const FIELDS = [
  'amount',
  'currency',
  'customer',
  'payment_method',
  'allowed_payment_method_types',
  'automatic_payment_methods',
  'confirm',
  'off_session',
  'return_url',
  'metadata',
  'description',
  'receipt_email',
  'setup_future_usage',
  'statement_descriptor_suffix',
  'transfer_group',
  'capture_method',
  'confirmation_method',
];
/** Stripe's smallest charge in most currencies; its largest amount has eight digits. */
const SMALLEST = 50;
const LARGEST = 99_999_999;

export function createIntent(call: Call): Reply {
  const { form, store } = call;
  only(form, FIELDS);
  const amount = amountOf(call);
  const currency = requiredText(form, 'currency').toLowerCase();
  if (!/^[a-z]{3}$/.test(currency)) throw invalid(`Invalid currency: ${currency}`, 'currency');
  if ((text(form, 'capture_method') ?? 'automatic') === 'manual') {
    throw invalid('This sandbox captures automatically only', 'capture_method');
  }
  const confirm = flag(form, 'confirm');
  if (flag(form, 'off_session') && !confirm) {
    throw invalid('off_session may only be set together with confirm=true.', 'off_session');
  }
  const customer = text(form, 'customer') ?? null;
  if (customer) mustFind(store, 'customer', customer, 'customer');
  const named = text(form, 'payment_method');
  const method = named ? methodFor(call, named) : null;
  if (method) mayUse(method, customer);
  const id = newId('pi');
  const intent: Intent = {
    id,
    object: 'payment_intent',
    allowed_payment_method_types: allowedTypes(form),
    amount,
    amount_capturable: 0,
    amount_details: { tip: {} },
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: 'automatic_async',
    client_secret: newId(`${id}_secret`),
    confirmation_method: 'automatic',
    created: now(store),
    currency,
    customer,
    customer_account: null,
    description: text(form, 'description') ?? null,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    metadata: metadata(form),
    next_action: null,
    on_behalf_of: null,
    payment_method: method?.id ?? null,
    payment_method_configuration_details: null,
    payment_method_options: {
      card: { installments: null, mandate_options: null, network: null, request_three_d_secure: 'automatic' },
    },
    payment_method_types: ['card'],
    processing: null,
    receipt_email: text(form, 'receipt_email') ?? null,
    review: null,
    setup_future_usage: text(form, 'setup_future_usage') ?? null,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: text(form, 'statement_descriptor_suffix') ?? null,
    status: method ? 'requires_confirmation' : 'requires_payment_method',
    transfer_data: null,
    transfer_group: text(form, 'transfer_group') ?? null,
    _return: null,
  };
  save(store, intent);
  emit(call, 'payment_intent.created', intent);
  if (!confirm) return { status: 200, body: intent };
  return confirmWith(call, intent, method);
}

function amountOf(call: Call): number {
  requiredText(call.form, 'amount');
  const amount = integer(call.form, 'amount')!;
  if (amount < 1) {
    throw invalid('This value must be greater than or equal to 1.', 'amount', 'parameter_invalid_integer');
  }
  if (amount < SMALLEST) {
    throw invalid(
      'The amount must be greater than or equal to the minimum charge amount.',
      'amount',
      'amount_too_small',
    );
  }
  if (amount > LARGEST) throw invalid('Amount must be no more than 99999999', 'amount', 'amount_too_large');
  return amount;
}

export function confirmIntent(call: Call): Reply {
  const { form, store } = call;
  only(form, [
    'payment_method',
    'off_session',
    'return_url',
    'setup_future_usage',
    'receipt_email',
    'mandate_data',
  ]);
  const intent = mustFind<Intent>(store, 'payment_intent', call.ids[0]!);
  if (!['requires_payment_method', 'requires_confirmation', 'requires_action'].includes(intent.status)) {
    const message =
      intent.status === 'succeeded'
        ? 'You cannot confirm this PaymentIntent because it has already succeeded after being previously confirmed.'
        : `This PaymentIntent's payment_method could not be updated because it has a status of ${intent.status}.`;
    throw wrongState('payment_intent_unexpected_state', message, { payment_intent: intent });
  }
  const named = text(form, 'payment_method');
  const method = named ? methodFor(call, named) : null;
  if (method) mayUse(method, intent.customer);
  return confirmWith(call, intent, method);
}

function confirmWith(call: Call, intent: Intent, named: Method | null): Reply {
  const method =
    named ??
    (intent.payment_method ? mustFind<Method>(call.store, 'payment_method', intent.payment_method) : null);
  if (!method) {
    const message =
      'You cannot confirm this PaymentIntent because it is missing a payment method. You can either update the PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a payment method or ConfirmationToken.';
    throw wrongState('payment_intent_unexpected_state', message, { payment_intent: intent });
  }
  return attempt(call, intent, method, {
    offSession: flag(call.form, 'off_session'),
    returnUrl: text(call.form, 'return_url') ?? null,
  });
}

function mayUse(method: Method, customer: string | null): void {
  if (!method.customer || method.customer === customer) return;
  const message = customer
    ? `The provided PaymentMethod ${method.id} does not belong to the Customer you supplied ${customer}. Please use this PaymentMethod with the Customer that it belongs to instead.`
    : 'The provided PaymentMethod is attached to a customer; supply that customer too.';
  throw invalid(message, 'payment_method');
}

export function cancelIntent(call: Call): Intent {
  const { form, store } = call;
  only(form, ['cancellation_reason']);
  const intent = mustFind<Intent>(store, 'payment_intent', call.ids[0]!);
  if (['succeeded', 'canceled', 'processing'].includes(intent.status)) {
    const message = `You cannot cancel this PaymentIntent because it has a status of ${intent.status}.`;
    throw wrongState('payment_intent_unexpected_state', message, { payment_intent: intent });
  }
  const canceled = save(store, {
    ...intent,
    canceled_at: now(store),
    cancellation_reason: text(form, 'cancellation_reason') ?? null,
    next_action: null,
    status: 'canceled' as const,
  });
  emit(call, 'payment_intent.canceled', canceled);
  return canceled;
}

export function retrieveIntent(call: Call): Intent {
  return mustFind(call.store, 'payment_intent', call.ids[0]!);
}

export function listIntents(call: Call): Body {
  only(call.form, ['customer', 'limit', 'starting_after', 'ending_before']);
  return listing(call, 'payment_intent', '/v1/payment_intents', { customer: text(call.form, 'customer') });
}
