import type { Body, Json } from './entry';
import { invalid } from './failure';
import { only, requiredText, text } from './form';
import type { Intent } from './intent';
import { limitOf } from './listing';
import { type Call, now } from './sandbox';
import { setting } from './store';

type Clause = { field: string; key: string | null; value: string };

const CLAUSE = /^\s*(?:(metadata)\[(['"])(.+?)\2\]|([a-z_]+))\s*:\s*(['"]?)((?:[^'"\\]|\\.)*)\5\s*$/;
const FIELDS = ['metadata', 'status', 'customer', 'currency', 'amount'];

/**
 * Stripe's search, for clauses of exact matches joined by AND. The real index lags by up to a minute;
 * `POST /_sandbox/search {"lagSeconds":60}` does the same here.
 */
export function searchIntents(call: Call): Body {
  only(call.form, ['query', 'limit', 'page']);
  const clauses = parse(requiredText(call.form, 'query'));
  const limit = limitOf(call);
  const conditions = ["kind = 'payment_intent'", "json_extract(body, '$.created') <= ?"];
  const values: (string | number)[] = [
    now(call.store) - Number(setting(call.store, 'searchLagSeconds') ?? 0),
  ];
  for (const { field, key, value } of clauses) {
    if (key !== null) {
      conditions.push('id IN (SELECT entry FROM metadata WHERE key = ? AND value = ?)');
      values.push(key, value);
    } else {
      conditions.push(`json_extract(body, '$.${field}') = ?`);
      values.push(field === 'amount' ? Number(value) : value);
    }
  }
  const from = text(call.form, 'page');
  if (from) {
    conditions.push('seq < ?');
    values.push(Number(from));
  }
  const rows = call.store
    .prepare(`SELECT seq, body FROM entry WHERE ${conditions.join(' AND ')} ORDER BY seq DESC LIMIT ?`)
    .all(...values, limit + 1);
  const shown = rows.slice(0, limit);
  return {
    object: 'search_result',
    data: shown.map((row) => JSON.parse(String(row.body)) as Intent) as Json,
    has_more: rows.length > limit,
    next_page: rows.length > limit ? String(shown.at(-1)?.seq) : null,
    url: '/v1/payment_intents/search',
  };
}

function parse(query: string): Clause[] {
  return query.split(/\s+AND\s+/i).map((part) => {
    const found = CLAUSE.exec(part);
    const field = found?.[1] ?? found?.[4];
    if (!found || !field || !FIELDS.includes(field)) {
      throw invalid(`We were unable to parse your search query: ${query}`, 'query');
    }
    return { field, key: found[3] ?? null, value: (found[6] ?? '').replace(/\\(.)/g, '$1') };
  });
}
