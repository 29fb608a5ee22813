import { invalid, missing } from './failure';

/** Decoded form body: `a[b][c]=d` becomes `{ a: { b: { c: 'd' } } }`; arrays are objects with number keys. */
export type Form = { [key: string]: string | Form };

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

export function parseForm(encoded: string): Form {
  const root: Form = {};
  for (const [name, value] of new URLSearchParams(encoded)) {
    const path = [...name.matchAll(/^[^[]+|\[([^\]]*)\]/g)].map((part, i) =>
      i === 0 ? part[0] : (part[1] ?? ''),
    );
    let at = root;
    path.forEach((raw, depth) => {
      if (FORBIDDEN.has(raw)) throw invalid(`Invalid parameter name: ${name}`);
      const key = raw === '' ? String(Object.keys(at).length) : raw;
      if (depth === path.length - 1) {
        at[key] = value;
        return;
      }
      const below = at[key];
      const next: Form = typeof below === 'object' ? below : {};
      at[key] = next;
      at = next;
    });
  }
  return root;
}

/** Refuses parameters the endpoint does not know, as Stripe does. */
export function only(form: Form, known: string[]): void {
  const unknown = Object.keys(form).find((key) => key !== 'expand' && !known.includes(key));
  if (unknown) throw invalid(`Received unknown parameter: ${unknown}`, unknown, 'parameter_unknown');
}

/** An empty string means "unset" in Stripe's encoding, so it reads as undefined. */
export function text(form: Form, key: string): string | undefined {
  const value = form[key];
  if (value === undefined || value === '') return undefined;
  if (typeof value !== 'string') throw invalid(`Invalid string: ${key}`, key);
  if (value.length > 5000) throw invalid(`Invalid string: ${key}; must be at most 5000 characters`, key);
  return value;
}

export function requiredText(form: Form, key: string): string {
  const value = text(form, key);
  if (value === undefined) throw missing(key);
  return value;
}

export function integer(form: Form, key: string): number | undefined {
  const value = text(form, key);
  if (value === undefined) return undefined;
  if (!/^-?\d{1,15}$/.test(value)) {
    throw invalid(`Invalid integer: ${value}`, key, 'parameter_invalid_integer');
  }
  return Number(value);
}

export function flag(form: Form, key: string): boolean {
  const value = text(form, key);
  if (value === undefined || value === 'false') return false;
  if (value === 'true') return true;
  throw invalid(`Invalid boolean: ${value}`, key);
}

export function list(form: Form, key: string): string[] {
  const value = form[key];
  if (value === undefined || value === '') return [];
  if (typeof value === 'string') throw invalid('Invalid array', key);
  return Object.values(value).filter((item) => typeof item === 'string');
}

export function table(form: Form, key: string): Form {
  const value = form[key];
  if (value === undefined || value === '') return {};
  if (typeof value === 'string') throw invalid('Invalid object', key);
  return value;
}

/** Stripe's 2026 versions take `allowed_payment_method_types` where older ones took `payment_method_types`. */
export function allowedTypes(form: Form): string[] | null {
  const types = list(form, 'allowed_payment_method_types');
  if (types.length > 0 && !types.includes('card')) {
    throw invalid('This sandbox knows cards only', 'allowed_payment_method_types');
  }
  return types.length > 0 ? types : null;
}

export type Metadata = Record<string, string>;

/** Merges `metadata[...]` into what is there; an empty value removes its key, `metadata=` removes them all. */
export function metadata(form: Form, before: Metadata = {}): Metadata {
  if (form.metadata === '') return {};
  const merged: Metadata = { ...before };
  for (const [key, value] of Object.entries(table(form, 'metadata'))) {
    if (typeof value !== 'string' || value.length > 500 || key.length > 40) {
      throw invalid('Metadata keys hold at most 40 characters and values at most 500', `metadata[${key}]`);
    }
    if (value === '') delete merged[key];
    else merged[key] = value;
  }
  if (Object.keys(merged).length > 50) throw invalid('Metadata holds at most 50 keys', 'metadata');
  return merged;
}
