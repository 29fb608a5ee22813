import type { Body, Entry } from './entry';
import { emit } from './events';
import { list, type Metadata, metadata, only, table, text } from './form';
import { listing } from './listing';
import { type Call, now } from './sandbox';
import { mustFind, newId, save } from './store';

export type Customer = Entry & { name: string | null; email: string | null; metadata: Metadata };

const FIELDS = ['name', 'email', 'description', 'phone', 'metadata', 'preferred_locales', 'invoice_settings'];

export function createCustomer(call: Call): Customer {
  const { form, store } = call;
  only(form, FIELDS);
  const customer: Customer = {
    id: newId('cus', 14),
    object: 'customer',
    address: null,
    balance: 0,
    created: now(store),
    currency: null,
    default_source: null,
    delinquent: false,
    description: text(form, 'description') ?? null,
    discount: null,
    email: text(form, 'email') ?? null,
    invoice_prefix: newId('x', 8).slice(2).toUpperCase(),
    invoice_settings: {
      custom_fields: null,
      default_payment_method: text(table(form, 'invoice_settings'), 'default_payment_method') ?? null,
      footer: null,
      rendering_options: null,
    },
    livemode: false,
    metadata: metadata(form),
    name: text(form, 'name') ?? null,
    next_invoice_sequence: 1,
    phone: text(form, 'phone') ?? null,
    preferred_locales: list(form, 'preferred_locales'),
    shipping: null,
    tax_exempt: 'none',
    test_clock: null,
  };
  save(store, customer);
  emit(call, 'customer.created', customer);
  return customer;
}

export function updateCustomer(call: Call): Customer {
  const { form, store } = call;
  only(form, FIELDS);
  const before = mustFind<Customer>(store, 'customer', call.ids[0]!);
  const after: Customer = { ...before, metadata: metadata(form, before.metadata) };
  for (const field of ['name', 'email', 'description', 'phone']) {
    if (field in form) after[field] = text(form, field) ?? null;
  }
  const method = text(table(form, 'invoice_settings'), 'default_payment_method');
  if (method) {
    mustFind(store, 'payment_method', method, 'invoice_settings[default_payment_method]');
    after.invoice_settings = { ...(before.invoice_settings as object), default_payment_method: method };
  }
  save(store, after);
  emit(call, 'customer.updated', after);
  return after;
}

export function retrieveCustomer(call: Call): Customer {
  return mustFind(call.store, 'customer', call.ids[0]!);
}

export function listCustomers(call: Call): Body {
  only(call.form, ['email', 'limit', 'starting_after', 'ending_before']);
  return listing(call, 'customer', '/v1/customers', { email: text(call.form, 'email') });
}
