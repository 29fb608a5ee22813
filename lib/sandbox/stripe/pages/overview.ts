import { formatMoney } from '@/lib/core/money';
import type { Entry } from '../entry';
import type { Call } from '../sandbox';
import { findAny, page as slice } from '../store';
import { frame, KINDS, notFoundPage, type Shown } from './frame';
import { html, type Markup } from './html';
import { instant, lamp, page } from './look';

const ON_OVERVIEW = 8;
const ON_PAGE = 50;

/** `GET /`: the newest of everything. */
export function showOverview(call: Call): Shown {
  const sections = KINDS.map(({ kind, text }) => {
    const { entries, more } = slice<Entry>(call.store, kind, {}, { limit: ON_OVERVIEW });
    const all = more
      ? html`<p class="small"><a href="/list/${kind}">All ${text.toLowerCase()}</a></p>`
      : null;
    return html`<section aria-labelledby="${kind}"><h2 id="${kind}">${text}</h2>${rows(call, kind, entries)}${all}</section>`;
  });
  const hook = call.sandbox.webhook;
  const body = html`<h1>What’s in this sandbox</h1>
    <p class="muted">Webhooks go to ${hook ? html`<code>${hook.url}</code>` : 'no one'}.</p>${sections}`;
  return { status: 200, text: page(frame('Overview', 'overview'), body) };
}

/** `GET /list/:kind?before=`: one kind, page by page. */
export function showKind(call: Call, before: string | null): Shown {
  const named = KINDS.find(({ kind }) => kind === call.ids[0]);
  if (!named) return notFoundPage('No such list here.');
  // `after` in the store's newest-first order is what a reader calls older.
  const after = before && findAny(call.store, before) ? before : undefined;
  const { entries, more } = slice<Entry>(call.store, named.kind, {}, { limit: ON_PAGE, after });
  const older = more
    ? html`<p><a href="/list/${named.kind}?before=${entries.at(-1)?.id}">Older</a></p>`
    : null;
  const body = html`<h1>${named.text}</h1>${rows(call, named.kind, entries)}${older}`;
  return { status: 200, text: page(frame(named.text, named.kind), body) };
}

type Column = { head: string; cell: (entry: Entry, call: Call) => Markup };

const id: Column = { head: 'Id', cell: (entry) => link(entry.id) };
const created: Column = { head: 'Created', cell: (entry) => html`${instant(entry.created)}` };
const customer: Column = { head: 'Customer', cell: (entry) => link(entry.customer) };
const amount: Column = {
  head: 'Amount',
  cell: (entry) => html`${money(Number(entry.amount), String(entry.currency))}`,
};

const COLUMNS: Record<string, Column[]> = {
  customer: [
    id,
    { head: 'Name', cell: (entry) => html`${said(entry.name)}` },
    { head: 'Email', cell: (entry) => html`${said(entry.email)}` },
    created,
  ],
  payment_method: [id, { head: 'Card', cell: (entry) => card(entry) }, customer, created],
  payment_intent: [id, { head: 'State', cell: (entry) => state(entry) }, amount, customer, created],
  refund: [
    id,
    { head: 'State', cell: (entry) => state(entry) },
    amount,
    { head: 'Payment', cell: (entry) => link(entry.payment_intent) },
    created,
  ],
  balance_transaction: [
    id,
    { head: 'Kind', cell: (entry) => html`${said(entry.type)}` },
    amount,
    { head: 'Fee', cell: (entry) => html`${money(Number(entry.fee), String(entry.currency))}` },
    { head: 'For', cell: (entry) => link(entry.source) },
    created,
  ],
  event: [
    id,
    { head: 'Kind', cell: (entry) => html`<code>${said(entry.type)}</code>` },
    { head: 'Webhook', cell: (entry, call) => delivery(call, entry.id) },
    created,
  ],
};

function rows(call: Call, kind: string, entries: Entry[]): Markup {
  const columns = COLUMNS[kind] ?? [id, created];
  if (entries.length === 0) return html`<p class="muted">None yet.</p>`;
  const name = KINDS.find((each) => each.kind === kind)?.text ?? kind;
  return html`<div class="scroll" role="region" aria-label="${name}: table" tabindex="0"><table><thead><tr>${columns.map(
    ({ head }) => html`<th scope="col">${head}</th>`,
  )}</tr></thead><tbody>${entries.map(
    (entry) => html`<tr>${columns.map(({ cell }) => html`<td>${cell(entry, call)}</td>`)}</tr>`,
  )}</tbody></table></div>`;
}

function link(value: unknown): Markup {
  if (typeof value !== 'string') return html`<span class="muted">none</span>`;
  return html`<a class="id" href="/objects/${value}">${value}</a>`;
}

function said(value: unknown): string {
  return typeof value === 'string' && value !== '' ? value : 'none';
}

function card(entry: Entry): Markup {
  const details = entry.card as { brand: string; last4: string; exp_month: number; exp_year: number };
  return html`${details.brand} ending ${details.last4}, until ${details.exp_month}/${details.exp_year}`;
}

const TONES: Record<string, 'go' | 'wait' | 'stop' | 'off'> = {
  succeeded: 'go',
  delivered: 'go',
  processing: 'wait',
  pending: 'wait',
  requires_action: 'wait',
  requires_confirmation: 'wait',
  requires_payment_method: 'stop',
  failed: 'stop',
  dropped: 'stop',
};

export function state(entry: Entry): Markup {
  const word = said(entry.status);
  const error = entry.last_payment_error as { message?: string } | null | undefined;
  const why = error?.message ? html` <span class="small muted">${error.message}</span>` : null;
  return html`${lamp(TONES[word] ?? 'off', word.replaceAll('_', ' '))}${why}`;
}

function delivery(call: Call, event: string): Markup {
  const row = call.store
    .prepare('SELECT state, attempts FROM delivery WHERE event = ? ORDER BY seq DESC LIMIT 1')
    .get(event);
  if (!row) return html`<span class="muted">not sent</span>`;
  const tries = Number(row.attempts);
  const word = tries > 1 ? `${row.state} after ${tries} tries` : String(row.state);
  return lamp(TONES[String(row.state)] ?? 'off', word);
}

/** Minor units as people write them. */
export function money(minor: number, currency: string): string {
  return formatMoney({ minor: BigInt(minor), currency: currency.toUpperCase() });
}
