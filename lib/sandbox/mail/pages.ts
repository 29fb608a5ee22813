import type { ServerResponse } from 'node:http';
import { html, type Markup } from '../stripe/pages/html';
import { type Frame, instant, page, sendPage } from '../stripe/pages/look';
import { findMail, listMails, type MailStore, type StoredMail } from './store';

const ON_PAGE = 50;

/** What a mail's own markup may do: be read, and lead the whole window somewhere when it is clicked. */
const MAIL_POLICY = [
  'sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation',
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "form-action 'none'",
  "base-uri 'self'",
  "frame-ancestors 'self'",
].join('; ');

function frame(title: string): Frame {
  return {
    title: `${title}: email sandbox`,
    banner: 'Sandbox: no email leaves this machine',
    place: 'Email sandbox',
    links: [{ href: '/', text: 'Inbox', current: title === 'Inbox' }],
  };
}

/** `GET /?to=&before=`: everybody's mail, or one person's, newest first. */
export function showInbox(store: MailStore, query: URLSearchParams, response: ServerResponse): void {
  const to = (query.get('to') ?? '').slice(0, 254);
  const before = Number(query.get('before')) || undefined;
  const mails = listMails(store, { to, before }, ON_PAGE + 1);
  const shown = mails.slice(0, ON_PAGE);
  const older = new URLSearchParams({ ...(to ? { to } : {}), before: String(shown.at(-1)?.seq ?? '') });
  const body = html`<h1>Inbox</h1>
    <form class="actions" role="search" action="/" method="get">
      <label class="field">Only email to <input type="text" name="to" value="${to}" autocomplete="off" inputmode="email"></label>
      <button>Show</button>${to ? html`<a href="/">Show everyone's</a>` : null}
    </form>
    ${shown.length > 0 ? table(shown) : html`<p class="muted">${to ? `Nothing has been sent to ${to}.` : 'No email yet. What Groundcrew sends appears here.'}</p>`}
    ${mails.length > ON_PAGE ? html`<p><a href="/?${older.toString()}">Older</a></p>` : null}`;
  sendPage(response, 200, page(frame('Inbox'), body));
}

function table(mails: StoredMail[]): Markup {
  return html`<div class="scroll" role="region" aria-label="Emails" tabindex="0"><table><thead><tr>
    <th scope="col">To</th><th scope="col">Subject</th><th scope="col">Received</th></tr></thead><tbody>${mails.map(
      (mail) =>
        html`<tr><td>${recipients(mail)}</td><td><a href="/mails/${mail.seq}">${mail.subject || 'No subject'}</a></td><td>${received(mail)}</td></tr>`,
    )}</tbody></table></div>`;
}

function recipients(mail: StoredMail): Markup[] {
  return mail.to.map((address, i) => {
    const query = new URLSearchParams({ to: address }).toString();
    return html`${i > 0 ? ', ' : ''}<a href="/?${query}">${address}</a>`;
  });
}

function received(mail: StoredMail): Markup {
  return instant(Date.parse(mail.receivedAt) / 1000);
}

/** `GET /mails/:seq`: one mail, as text and as its own page. */
export function showMail(store: MailStore, seq: number, response: ServerResponse): void {
  const mail = findMail(store, seq);
  if (!mail) {
    showNothing(response);
    return;
  }
  const body = html`<h1>${mail.subject || 'No subject'}</h1>
    <dl class="facts"><dt>From</dt><dd>${mail.from}</dd><dt>To</dt><dd>${recipients(mail)}</dd><dt>Received</dt><dd>${received(mail)}</dd></dl>
    ${
      mail.html
        ? html`<section><h2 id="html">As sent</h2><iframe src="/mails/${mail.seq}/html" title="The email as its reader sees it"></iframe></section>`
        : null
    }
    <section><h2 id="text">As text</h2><pre tabindex="0" role="region" aria-labelledby="text">${mail.text}</pre></section>
    <section><h2 id="headers">Headers</h2><pre tabindex="0" role="region" aria-labelledby="headers">${mail.headers.map(({ name, value }) => `${name}: ${value}`).join('\n')}</pre></section>`;
  sendPage(response, 200, page(frame(mail.subject || 'No subject'), body));
}

/** `GET /mails/:seq/html`: the mail's own markup, for the frame. No script of it runs and nothing is fetched. */
export function showMarkup(store: MailStore, seq: number, response: ServerResponse): void {
  const mail = findMail(store, seq);
  if (!mail) {
    showNothing(response);
    return;
  }
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': MAIL_POLICY,
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  response.end(withTopLinks(mail.html));
}

/** Links leave the frame: what a reader clicks opens as it would from a mail program. */
function withTopLinks(markup: string): string {
  const base = '<base target="_top">';
  return /<head[^>]*>/i.test(markup)
    ? markup.replace(/<head[^>]*>/i, (head) => head + base)
    : `<!doctype html><html lang="en"><head><title>Email</title>${base}</head>${markup}`;
}

export function showNothing(response: ServerResponse): void {
  const body = html`<h1>Nothing to show</h1><p>No such email.</p><p><a href="/">Go to the inbox</a></p>`;
  sendPage(response, 404, page(frame('Nothing to show'), body));
}
