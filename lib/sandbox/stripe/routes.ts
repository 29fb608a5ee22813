import { listBalanceTransactions, listCharges, retrieveCharge } from './charges';
import { createCheckout, expireCheckout, retrieveCheckout } from './checkouts';
import { createCustomer, listCustomers, retrieveCustomer, updateCustomer } from './customers';
import type { Body } from './entry';
import type { Reply } from './failure';
import { only, text } from './form';
import { cancelIntent, confirmIntent, createIntent, listIntents, retrieveIntent } from './intents';
import { listing } from './listing';
import {
  attachMethod,
  createMethod,
  detachMethod,
  listMethods,
  retrieveCustomersMethod,
  retrieveMethod,
} from './methods';
import { createRefund, listRefunds, retrieveRefund } from './refunds';
import type { Call } from './sandbox';
import { searchIntents } from './search';
import { confirmSetup, createSetup, retrieveSetup } from './setups';
import { mustFind } from './store';

type Endpoint = (call: Call) => Body | Reply;

/** Every endpoint; `:id` stands for one segment. The first match wins, so `search` precedes `:id`. */
const ROUTES: [method: string, path: string, endpoint: Endpoint][] = [
  ['POST', '/v1/customers', createCustomer],
  ['GET', '/v1/customers', listCustomers],
  ['GET', '/v1/customers/:id', retrieveCustomer],
  ['POST', '/v1/customers/:id', updateCustomer],
  ['GET', '/v1/customers/:id/payment_methods', listMethods],
  ['GET', '/v1/customers/:id/payment_methods/:id', retrieveCustomersMethod],
  ['POST', '/v1/payment_methods', createMethod],
  ['GET', '/v1/payment_methods', listMethods],
  ['GET', '/v1/payment_methods/:id', retrieveMethod],
  ['POST', '/v1/payment_methods/:id/attach', attachMethod],
  ['POST', '/v1/payment_methods/:id/detach', detachMethod],
  ['POST', '/v1/setup_intents', createSetup],
  ['GET', '/v1/setup_intents/:id', retrieveSetup],
  ['POST', '/v1/setup_intents/:id/confirm', confirmSetup],
  ['POST', '/v1/checkout/sessions', createCheckout],
  ['GET', '/v1/checkout/sessions/:id', retrieveCheckout],
  ['POST', '/v1/checkout/sessions/:id/expire', expireCheckout],
  ['POST', '/v1/payment_intents', createIntent],
  ['GET', '/v1/payment_intents', listIntents],
  ['GET', '/v1/payment_intents/search', searchIntents],
  ['GET', '/v1/payment_intents/:id', retrieveIntent],
  ['POST', '/v1/payment_intents/:id/confirm', confirmIntent],
  ['POST', '/v1/payment_intents/:id/cancel', cancelIntent],
  ['GET', '/v1/charges', listCharges],
  ['GET', '/v1/charges/:id', retrieveCharge],
  ['POST', '/v1/refunds', createRefund],
  ['GET', '/v1/refunds', listRefunds],
  ['GET', '/v1/refunds/:id', retrieveRefund],
  ['GET', '/v1/balance_transactions', listBalanceTransactions],
  [
    'GET',
    '/v1/balance_transactions/:id',
    (call) => mustFind(call.store, 'balance_transaction', call.ids[0]!),
  ],
  ['GET', '/v1/events', listEvents],
  ['GET', '/v1/events/:id', (call) => mustFind(call.store, 'event', call.ids[0]!)],
];

function listEvents(call: Call): Body {
  only(call.form, ['type', 'limit', 'starting_after', 'ending_before']);
  return listing(call, 'event', '/v1/events', { type: text(call.form, 'type') });
}

export function match(method: string, path: string): { endpoint: Endpoint; ids: string[] } | null {
  const given = path.split('/');
  for (const [verb, pattern, endpoint] of ROUTES) {
    const parts = pattern.split('/');
    if (verb !== method || parts.length !== given.length) continue;
    if (!parts.every((part, i) => part === ':id' || part === given[i])) continue;
    return { endpoint, ids: given.filter((_, i) => parts[i] === ':id').map(decodeURIComponent) };
  }
  return null;
}
