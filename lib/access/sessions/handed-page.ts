import type { Confirm } from '@/lib/core/refusal';
import type { Handed } from '@/lib/platform/broker-line/ask';
import { barePage, text } from '@/lib/platform/posted/bare-page';
import { PAGE_FIELD } from '@/lib/platform/posted/unsent';

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

/** A passkey needs our scripts, which this page has none of: with it, the page of the access is where to press again. */
function carryOn(confirm: Confirm, pressed: Record<string, string>, backTo: string): string {
  const query = new URLSearchParams({ for: confirm.for, factor: '1' });
  const hidden = Object.entries({ ...pressed, [PAGE_FIELD]: '/api/sessions' })
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${text(value)}">`)
    .join('');
  const form = `<form method="post" action="/api/confirm/asked?${text(query.toString())}" enctype="multipart/form-data">${hidden}<button>Confirm with a code</button></form>`;
  query.set('next', backTo);
  return `${form}<p><a href="/confirm?${text(query.toString())}">Confirm with a passkey</a></p>`;
}

/** No session, and why; where it only wants a fresh proof, with the way to that, which carries on with what was pressed. */
export function refusedPage(
  message: string,
  backTo: string,
  nonce: string,
  asked?: { confirm: Confirm; pressed: Record<string, string> },
): string {
  const confirm = asked?.confirm;
  const way = asked ? carryOn(asked.confirm, asked.pressed, backTo) : '';
  return page(
    confirm ? 'Confirm first' : 'No session was opened',
    `<p role="alert">${text(message)}</p>${way}<p><a href="${text(backTo)}">Back to access</a></p>`,
    nonce,
  );
}
