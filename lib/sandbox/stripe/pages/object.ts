import { serialise } from '../events';
import { notFound } from '../failure';
import type { Call } from '../sandbox';
import { findAny } from '../store';
import { frame, type Shown } from './frame';
import { html, type Markup } from './html';
import { instant, page } from './look';

/** `GET /objects/:id`: one object as the API gives it, and for an event what became of its webhooks. */
export function showObject(call: Call): Shown {
  const entry = findAny(call.store, call.ids[0]!);
  if (!entry) throw notFound('object', call.ids[0]!);
  const kind = entry.object.replaceAll('_', ' ').replaceAll('.', ' ');
  const body = html`<h1>${kind} <span class="id">${entry.id}</span></h1>
    ${entry.object === 'event' ? deliveries(call, entry.id) : null}
    <section><h2 id="json">As the API returns it</h2>
    <pre tabindex="0" role="region" aria-labelledby="json">${JSON.stringify(JSON.parse(serialise(entry)), null, 2)}</pre></section>`;
  return { status: 200, text: page(frame(entry.id, entry.object), body) };
}

function deliveries(call: Call, event: string): Markup {
  const rows = call.store
    .prepare('SELECT state, attempts, status, problem, ended FROM delivery WHERE event = ? ORDER BY seq')
    .all(event);
  const items = rows.map((row) => {
    const ended = row.ended ? html`, ${instant(Number(row.ended) / 1000)}` : null;
    const problem = row.problem ? html`: ${String(row.problem)}` : null;
    return html`<tr><td>${String(row.state)}${ended}${problem}</td><td>${Number(row.attempts)}</td><td>${
      row.status === null ? 'none' : Number(row.status)
    }</td></tr>`;
  });
  const list =
    items.length > 0
      ? html`<div class="scroll"><table><thead><tr><th scope="col">State</th><th scope="col">Tries</th><th scope="col">HTTP status</th></tr></thead><tbody>${items}</tbody></table></div>`
      : html`<p class="muted">Never sent.</p>`;
  const again = call.sandbox.webhook
    ? html`<form method="post" action="/objects/${event}/redeliver"><button>Send again</button></form>`
    : null;
  return html`<section aria-labelledby="sent"><h2 id="sent">Webhooks</h2>${list}${again}</section>`;
}
