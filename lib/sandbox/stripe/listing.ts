import type { Body, Json } from './entry';
import { invalid } from './failure';
import { integer, text } from './form';
import type { Call } from './sandbox';
import { find, page } from './store';

/** A page of Stripe's `list` object, newest first, filtered by top-level fields. */
export function listing(
  call: Call,
  kind: string,
  url: string,
  where: Record<string, string | undefined> = {},
): Body {
  const limit = limitOf(call);
  const after = cursor(call, kind, 'starting_after');
  const before = cursor(call, kind, 'ending_before');
  const { entries, more } = page(call.store, kind, where, { limit, after, before });
  return { object: 'list', data: entries as Json, has_more: more, url };
}

export function limitOf(call: Call): number {
  const limit = integer(call.form, 'limit') ?? 10;
  if (limit < 1 || limit > 100) throw invalid('Invalid limit: must be between 1 and 100', 'limit');
  return limit;
}

function cursor(call: Call, kind: string, param: string): string | undefined {
  const id = text(call.form, param);
  if (id && !find(call.store, kind, id)) {
    throw invalid(`No such ${kind}: '${id}'`, param, 'resource_missing');
  }
  return id;
}
