import { balanceOf, type Charge } from './charges';
import type { Body, Entry } from './entry';
import { emit } from './events';
import { invalid, wrongState } from './failure';
import { integer, metadata, only, text } from './form';
import type { Intent } from './intent';
import { listing } from './listing';
import { type Call, now } from './sandbox';
import { mustFind, newId, save } from './store';

const REASONS = ['duplicate', 'fraudulent', 'requested_by_customer'];

export function createRefund(call: Call): Entry {
  const { form, store } = call;
  only(form, ['charge', 'payment_intent', 'amount', 'reason', 'metadata']);
  const charge = chargeOf(call);
  if (charge.refunded) {
    throw wrongState('charge_already_refunded', `Charge ${charge.id} has already been refunded.`);
  }
  const left = charge.amount - charge.amount_refunded;
  const amount = integer(form, 'amount') ?? left;
  if (amount < 1) throw invalid('Invalid positive integer', 'amount', 'parameter_invalid_integer');
  if (amount > left) {
    throw invalid(
      `Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`,
      'amount',
    );
  }
  const reason = text(form, 'reason') ?? null;
  if (reason && !REASONS.includes(reason)) throw invalid(`Invalid reason: ${reason}`, 'reason');
  const id = newId('re');
  const refund: Entry = {
    id,
    object: 'refund',
    amount,
    balance_transaction: balanceOf(call, id, 'refund', -amount, charge.currency).id,
    charge: charge.id,
    created: now(store),
    currency: charge.currency,
    customer: charge.customer,
    customer_account: null,
    destination_details: {
      card: { reference_status: 'pending', reference_type: 'acquirer_reference_number', type: 'refund' },
      type: 'card',
    },
    metadata: metadata(form),
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    reason,
    receipt_number: null,
    source_transfer_reversal: null,
    status: 'succeeded',
    transfer_reversal: null,
  };
  save(store, refund);
  const refunded = save(store, {
    ...charge,
    amount_refunded: charge.amount_refunded + amount,
    refunded: amount === left,
  });
  emit(call, 'refund.created', refund);
  emit(call, 'charge.refunded', refunded);
  return refund;
}

function chargeOf(call: Call): Charge {
  const { form, store } = call;
  const named = text(form, 'charge');
  const intentId = text(form, 'payment_intent');
  if (!named && !intentId) {
    throw invalid(
      'One of the following params should be provided for this request: payment_intent or charge.',
    );
  }
  const intent = intentId ? mustFind<Intent>(store, 'payment_intent', intentId, 'payment_intent') : null;
  const id = named ?? intent?.latest_charge;
  const charge = id ? mustFind<Charge>(store, 'charge', id, 'charge') : null;
  if (charge?.status !== 'succeeded') {
    throw wrongState('resource_missing', 'This payment has no successful charge to refund.');
  }
  return charge;
}

export function retrieveRefund(call: Call): Entry {
  return mustFind(call.store, 'refund', call.ids[0]!);
}

export function listRefunds(call: Call): Body {
  only(call.form, ['charge', 'payment_intent', 'limit', 'starting_after', 'ending_before']);
  const where = { charge: text(call.form, 'charge'), payment_intent: text(call.form, 'payment_intent') };
  return listing(call, 'refund', '/v1/refunds', where);
}
