import type { Confirm } from '@/lib/core/refusal';
import type { Handed } from '@/lib/platform/broker-line/ask';
import { barePage, text } from '@/lib/platform/posted/bare-page';

type Credentials = Extract<Handed, { purpose: 'credentials' }>;

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

const page = (title: string, body: string, nonce: string) =>
  barePage({ title, body, nonce, script: SCRIPT, secret: true });

function block(id: string, title: string, lines: readonly string[]): string {
  return `<section aria-labelledby="${id}-title"><header class="bar"><h2 id="${id}-title">${text(title)}</h2>
<button type="button" hidden data-copies="${id}">Copy</button></header>
<pre id="${id}" tabindex="0">${text(lines.join('\n'))}</pre></section>`;
}

/** One-hour credentials, shown once: the page is not kept anywhere, and a reload asks for new ones. */
export function credentialsPage(credentials: Credentials, backTo: string, nonce: string): string {
  const { accessKeyId, secretAccessKey, sessionToken, accountId, region, endpoint, expiresAt } = credentials;
  const pairs = [
    ['AWS_ACCESS_KEY_ID', accessKeyId],
    ['AWS_SECRET_ACCESS_KEY', secretAccessKey],
    ['AWS_SESSION_TOKEN', sessionToken],
    // The AWS CLI and most SDKs read the first, older ones the second.
    ['AWS_REGION', region],
    ['AWS_DEFAULT_REGION', region],
    ...(endpoint ? ([['AWS_ENDPOINT_URL', endpoint]] as const) : []),
  ] as const;
  const utc = `${expiresAt.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return page(
    'One-hour credentials',
    `<p>For account ${text(accountId)}, until <time datetime="${expiresAt.toISOString()}">${utc}</time>. Shown once: we don’t keep them. They stop working sooner if access is revoked.</p>
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
${endpoint ? '<p>This is a demo: the last line sends every command to the sandbox on this machine, never to AWS. It needs AWS CLI 2.13 or later.</p>' : ''}
<p class="muted">Their default Region is ${text(region)}. Choose another with <code>--region</code>. Keep them out of files, chats and tickets. Everything done with them is in CloudTrail under your name.</p>
<p><a href="${text(backTo)}">Back to access</a></p>`,
    nonce,
  );
}

/** No session, and why; where it only wants a fresh proof, with the way to that. */
export function refusedPage(message: string, backTo: string, nonce: string, confirm?: Confirm): string {
  const query = confirm && new URLSearchParams({ for: confirm.for, factor: '1', next: backTo });
  const way = query ? `<p><a href="/confirm?${text(query.toString())}">Confirm it’s you</a></p>` : '';
  return page(
    confirm ? 'Confirm first' : 'No session was opened',
    `<p role="alert">${text(message)}</p>${way}<p><a href="${text(backTo)}">Back to access</a></p>`,
    nonce,
  );
}
