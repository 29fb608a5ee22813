import { accountRows, eventsIn } from '../state';
import type { World } from '../world';
import { html, page, time } from './page';

const SHOWN = 200;

/** Stands in for CloudTrail's Event history in one Region of one account, with AWS's own words for the filter. */
export function historyPage(world: World, query: URLSearchParams): string | undefined {
  const account = accountRows(world).find((row) => row.id === query.get('account'));
  const region = query.get('region') ?? '';
  if (!account || region === '') return undefined;
  const instant = (name: string) => Date.parse(query.get(name) ?? '') || undefined;
  const username = query.get('Username') ?? undefined;
  const events = eventsIn(world, {
    accountId: account.id,
    region,
    count: SHOWN,
    username,
    from: instant('StartTime'),
    to: instant('EndTime'),
  });
  const body = html`<header><h1>Event history</h1><p class="muted">Account <span class="mono">${account.id}</span>, Region <span class="mono">${region}</span>${username ? html`, user name <span class="mono">${username}</span>` : undefined}</p></header>
<main><section aria-labelledby="events"><h2 id="events">Events</h2>${
    events.length === 0
      ? html`<p class="muted">No matches.</p>`
      : html`<div class="scroll" tabindex="0" role="region" aria-label="Events"><table><thead><tr><th scope="col">Event time</th><th scope="col">Event name</th><th scope="col">Event source</th><th scope="col">Error code</th></tr></thead><tbody>${events.map(
          (one) =>
            html`<tr><td>${time(one.at)}</td><td>${one.name}</td><td class="mono">${one.source}</td><td>${(JSON.parse(one.event) as { errorCode?: string }).errorCode ?? '–'}</td></tr>`,
        )}</tbody></table></div>`
  }</section></main>`;
  return page('Event history', body);
}
