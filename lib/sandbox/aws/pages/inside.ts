import { type AccountRow, accountRows, latestEvents, liveSessions, type RoleView, roleViews } from '../state';
import type { World } from '../world';
import { type Html, html, page, remaining, time } from './page';

const EVENTS_SHOWN = 30;

/** Every account from the inside: what is true, what has propagated, who is in, what happened. It changes nothing. */
export function insidePage(world: World): string {
  const accounts = accountRows(world);
  const body = html`<header><h1>Inside the AWS sandbox</h1>
<p class="muted">The clock here shows ${time(world.clock.now())}. Changes to rights take ${String(world.settings.propagationMs / 1000)} s to arrive, events ${String(world.settings.trailDelayMs / 1000)} s.</p></header>
<main>${whatToType(accounts)}${accounts.length === 0 ? html`<section><p>No accounts yet.</p></section>` : accounts.map((account) => accountSection(world, account.id, account.alias))}</main>`;
  return page('Look inside', body);
}

/** For whoever connects an account in the product, which asks for its number. */
function whatToType(accounts: readonly AccountRow[]): Html {
  const free = accounts.filter(({ platform, stacks }) => !platform && stacks === 0);
  const platform = accounts.find((one) => one.platform);
  return html`<section aria-labelledby="type"><h2 id="type">Which account ID to type</h2>
<p>When you connect an AWS account, Groundcrew asks for its ID. ${free.length > 0 ? 'Type one of these:' : 'Every account here is connected.'}</p>
${free.length > 0 ? html`<ul>${free.map(({ id, alias }) => html`<li><span class="mono">${id}</span> ${alias}</li>`)}</ul>` : undefined}
<p class="muted">Any other 12 digits work too: the sandbox then opens that account for you.${platform ? html` Groundcrew’s own account, <span class="mono">${platform.id}</span>, can’t be connected.` : undefined}</p></section>`;
}

function accountSection(world: World, id: string, alias: string): Html {
  const roles = roleViews(world, id);
  const sessions = liveSessions(world, id);
  const events = latestEvents(world, id, EVENTS_SHOWN);
  return html`<section aria-labelledby="account-${id}"><h2 id="account-${id}">${alias} <span class="mono muted">${id}</span></h2>
<h3>Roles</h3>${roles.length === 0 ? html`<p class="muted">No roles.</p>` : roles.map(roleDetails)}
<h3>Live sessions</h3>${
    sessions.length === 0
      ? html`<p class="muted">No one is signed in through a role.</p>`
      : html`<div class="scroll" tabindex="0" role="region" aria-label="Live sessions of ${alias}"><table><thead><tr><th scope="col">Role</th><th scope="col">Session</th><th scope="col">Source identity</th><th scope="col">Ends</th></tr></thead><tbody>${sessions.map(
          (one) =>
            html`<tr><td class="mono">${one.roleName}</td><td class="mono">${one.name}</td><td class="mono">${one.sourceIdentity ?? '–'}</td><td>${time(one.expiresAt)} (${remaining(one.expiresAt - world.clock.now())})</td></tr>`,
        )}</tbody></table></div>`
  }
<h3>Latest events</h3>${
    events.length === 0
      ? html`<p class="muted">Nothing has happened yet.</p>`
      : html`<div class="scroll" tabindex="0" role="region" aria-label="Latest events of ${alias}"><table><thead><tr><th scope="col">When</th><th scope="col">Event</th><th scope="col">Who</th><th scope="col">Region</th><th scope="col">Result</th></tr></thead><tbody>${events.map(
          (one) => {
            const code = (JSON.parse(one.event) as { errorCode?: string }).errorCode;
            return html`<tr><td>${time(one.at)}</td><td>${one.name}<br><span class="muted mono">${one.source}</span></td><td class="mono">${one.username ?? 'another account'}</td><td>${one.region}</td><td>${code ? html`<span class="lamp stop">${code}</span>` : html`<span class="lamp go">done</span>`}</td></tr>`;
          },
        )}</tbody></table></div>`
  }</section>`;
}

function roleDetails(role: RoleView): Html {
  const inline = Object.entries(role.state.inline);
  return html`<details><summary><span class="mono">${role.name}</span> ${role.pending ? html`<span class="lamp wait">still arriving</span>` : html`<span class="lamp go">in force</span>`}</summary>
<dl><dt>id</dt><dd class="mono">${role.id}</dd><dt>attached</dt><dd class="mono">${role.state.attached.join(', ') || 'nothing'}</dd><dt>boundary</dt><dd class="mono">${role.state.boundary ?? 'none'}</dd>
<dt>trust</dt><dd><pre>${pretty(role.state.trust)}</pre></dd>${inline.map(([name, text]) => html`<dt>inline ${name}</dt><dd><pre>${pretty(text)}</pre></dd>`)}</dl></details>`;
}

function pretty(json: string): string {
  return JSON.stringify(JSON.parse(json), null, 2);
}
