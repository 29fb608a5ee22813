import { DAY, SECOND } from '@/lib/core/time';
import type { Decline } from './cards';
import type { Body, Entry } from './entry';
import { only, text } from './form';
import type { Intent } from './intent';
import { listing } from './listing';
import type { Method } from './methods';
import { type Call, now } from './sandbox';
import { mustFind, newId, save } from './store';

export type Charge = Entry & {
  amount: number;
  amount_refunded: number;
  currency: string;
  customer: string | null;
  payment_intent: string;
  payment_method: string;
  refunded: boolean;
  status: 'succeeded' | 'failed';
};

export function newCharge(call: Call, intent: Intent, method: Method, refused: Decline | null): Charge {
  const { store } = call;
  const id = newId('ch');
  const paid = refused === null;
  return save(store, {
    id,
    object: 'charge',
    amount: intent.amount,
    amount_captured: paid ? intent.amount : 0,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: paid ? balanceOf(call, id, 'charge', intent.amount, intent.currency).id : null,
    billing_details: { address: null, email: null, name: null, phone: null, tax_id: null },
    calculated_statement_descriptor: 'SANDBOX',
    captured: paid,
    created: now(store),
    currency: intent.currency,
    customer: intent.customer,
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: refused?.code ?? null,
    failure_message: refused?.message ?? null,
    fraud_details: {},
    livemode: false,
    metadata: intent.metadata,
    on_behalf_of: null,
    outcome: {
      advice_code: null,
      network_advice_code: null,
      network_decline_code: null,
      network_status: paid ? 'approved_by_network' : 'declined_by_network',
      reason: refused?.declineCode ?? null,
      risk_level: 'normal',
      risk_score: 20,
      seller_message: paid
        ? 'Payment complete.'
        : 'The bank did not return any further details with this decline.',
      type: paid ? 'authorized' : 'issuer_declined',
    },
    paid,
    payment_intent: intent.id,
    payment_method: method.id,
    payment_method_details: { card: method.card, type: 'card' },
    receipt_email: null,
    receipt_number: null,
    receipt_url: paid ? `${call.sandbox.origin}/objects/${id}` : null,
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: paid ? 'succeeded' : 'failed',
    transfer_data: null,
    transfer_group: intent.transfer_group,
  });
}

/** The movement on the platform's balance; refunds are negative and, as at Stripe, give no fee back. */
export function balanceOf(
  call: Call,
  source: string,
  type: 'charge' | 'refund',
  amount: number,
  currency: string,
): Entry {
  const fee = type === 'charge' ? stripeFee(amount) : 0;
  const created = now(call.store);
  return save(call.store, {
    id: newId('txn'),
    object: 'balance_transaction',
    amount,
    available_on: created + (2 * DAY) / SECOND,
    balance_type: 'payments',
    created,
    currency,
    description: null,
    exchange_rate: null,
    fee,
    fee_details: fee
      ? [
          {
            amount: fee,
            application: null,
            currency,
            description: 'Stripe processing fees',
            type: 'stripe_fee',
          },
        ]
      : [],
    net: amount - fee,
    reporting_category: type,
    source,
    status: 'pending',
    type,
  });
}

/** 2.9 % + 30, the US list price for cards, in whole minor units. */
function stripeFee(amount: number): number {
  return Math.floor((amount * 29 + 500) / 1000) + 30;
}

export function retrieveCharge(call: Call): Charge {
  return mustFind(call.store, 'charge', call.ids[0]!);
}

export function listCharges(call: Call): Body {
  only(call.form, ['customer', 'payment_intent', 'limit', 'starting_after', 'ending_before']);
  const where = { customer: text(call.form, 'customer'), payment_intent: text(call.form, 'payment_intent') };
  return listing(call, 'charge', '/v1/charges', where);
}

export function listBalanceTransactions(call: Call): Body {
  only(call.form, ['type', 'source', 'currency', 'limit', 'starting_after', 'ending_before']);
  const where = {
    type: text(call.form, 'type'),
    source: text(call.form, 'source'),
    currency: text(call.form, 'currency'),
  };
  return listing(call, 'balance_transaction', '/v1/balance_transactions', where);
}
