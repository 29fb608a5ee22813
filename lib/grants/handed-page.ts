import type { Confirm } from '@/lib/core/refusal';
import type { Handed } from './ask';

type Credentials = Extract<Handed, { purpose: 'credentials' }>;

/** Anything that may stand in HTML, as text. */
function text(value: string): string {
  return value.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

// Beside the app: this page must never enter the app's caches, its router or its scripts.
const STYLE = `
:root { color-scheme: light dark; --ink: #16191d; --muted: #596068; --line: #d9dce0; --ground: #fff; --sunken: #f4f5f7; --accent: #2450c8; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8eaed; --muted: #a0a7b0; --line: #363b42; --ground: #14171a; --sunken: #1d2126; --accent: #8fb0ff; } }
body { margin: 0; padding: 2rem 1rem; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 46rem; margin: 0 auto; display: grid; gap: 1rem; }
h1 { margin: 0; font-size: 1.4rem; } h2 { margin: 0; font-size: 1rem; } p { margin: 0; } .muted { color: var(--muted); }
section { border: 1px solid var(--line); border-radius: 8px; overflow: hidden; }
header.bar { display: flex; justify-content: space-between; align-items: center; gap: 1rem; padding: .4rem .8rem; border-bottom: 1px solid var(--line); }
pre { margin: 0; padding: .8rem; background: var(--sunken); overflow-x: auto; font: 13px/1.6 ui-monospace, monospace; user-select: all; }
button { min-height: 2.25rem; padding: 0 .8rem; border: 1px solid var(--line); border-radius: 6px; background: var(--ground); color: var(--ink); font: inherit; font-weight: 600; cursor: pointer; }
a { color: var(--accent); } :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
`;

const SCRIPT = `
for (const button of document.querySelectorAll('button[data-copies]')) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    const text = document.getElementById(button.dataset.copies).textContent;
    try { await navigator.clipboard.writeText(text); button.textContent = 'Copied'; }
    catch { button.textContent = 'Select the text and copy it'; }
  });
}
`;

function page(title: string, body: string, nonce: string): string {
  const allowed = nonce ? ` nonce="${text(nonce)}"` : '';
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer"><title>${text(title)} · Groundcrew</title><style${allowed}>${STYLE}</style></head>
<body><main><h1>${text(title)}</h1>${body}</main><script${allowed}>${SCRIPT}</script></body></html>
`;
}

function block(id: string, title: string, lines: readonly string[]): string {
  return `<section aria-labelledby="${id}-title"><header class="bar"><h2 id="${id}-title">${text(title)}</h2>
<button type="button" hidden data-copies="${id}">Copy</button></header>
<pre id="${id}" tabindex="0">${text(lines.join('\n'))}</pre></section>`;
}

/** One-hour credentials, shown once: the page is not kept anywhere, and a reload asks for new ones. */
export function credentialsPage(credentials: Credentials, backTo: string, nonce: string): string {
  const { accessKeyId, secretAccessKey, sessionToken, accountId, expiresAt } = credentials;
  const pairs = [
    ['AWS_ACCESS_KEY_ID', accessKeyId],
    ['AWS_SECRET_ACCESS_KEY', secretAccessKey],
    ['AWS_SESSION_TOKEN', sessionToken],
  ] as const;
  const utc = `${expiresAt.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return page(
    'One-hour credentials',
    `<p>For account ${text(accountId)}, until <time datetime="${expiresAt.toISOString()}">${utc}</time>. Shown once: they are kept nowhere. They stop working earlier if the access is revoked.</p>
${block(
  'shell',
  'Linux, macOS',
  pairs.map(([name, value]) => `export ${name}="${value}"`),
)}
${block(
  'powershell',
  'PowerShell',
  pairs.map(([name, value]) => `$Env:${name} = "${value}"`),
)}
<p class="muted">Keep them out of files, chats and tickets. Everything done with them is in CloudTrail under your name.</p>
<p><a href="${text(backTo)}">Back to the access</a></p>`,
    nonce,
  );
}

/** No session, and why; where it only wants a fresh proof, with the way to that. */
export function refusedPage(message: string, backTo: string, nonce: string, confirm?: Confirm): string {
  const query = confirm && new URLSearchParams({ for: confirm.for, factor: '1', next: backTo });
  const way = query ? `<p><a href="/confirm?${text(query.toString())}">Confirm that it is you</a></p>` : '';
  return page(
    confirm ? 'Confirm first' : 'No session was opened',
    `<p role="alert">${text(message)}</p>${way}<p><a href="${text(backTo)}">Back to the access</a></p>`,
    nonce,
  );
}
