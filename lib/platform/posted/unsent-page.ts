import { barePage, text } from './bare-page';
import { PAGE_FIELD, type Unsent } from './unsent';

type Field = { name: string; value: string };

/** What somebody wrote, and not what the form carries along: ids, keys and Next's own fields. */
function wasTyped({ name, value }: Field): boolean {
  if (name.startsWith('$') || /(^|\.)(key|\w*[iI]d|hash|textHash|draftOf|next|back|stay)$/.test(name))
    return false;
  return value.trim() !== '' && !/code|password|token/i.test(name);
}

/** "milestones.0.title" → "Milestones 1 title". */
function labelOf(name: string): string {
  const words = name
    .replace(/\[\]$/, '')
    .replace(/\.(\d+)\./g, (_, at: string) => ` ${Number(at) + 1} `)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const WORDS = {
  'signed-out': {
    title: 'You were signed out, so nothing was sent',
    todo: 'Sign in on a new tab, come back here, then send it again.',
  },
  outdated: {
    title: 'Groundcrew was updated, so nothing was sent',
    todo: 'Open the form again and copy your text from here.',
  },
} as const;

/** A form that did not reach its door: what was typed in it, and the way to send it all the same. */
export function unsentPage(of: { why: Unsent; page: string; fields: Field[]; nonce: string }): string {
  const { why, page, fields, nonce } = of;
  const { title, todo } = WORDS[why];
  const typed = fields.filter(wasTyped);
  const list = typed
    .map(({ name, value }) => `<dt>${text(labelOf(name))}</dt><dd dir="auto">${text(value)}</dd>`)
    .join('');
  const hidden = fields
    .map(({ name, value }) => `<input type="hidden" name="${text(name)}" value="${text(value)}">`)
    .join('');
  const ways =
    why === 'signed-out'
      ? `<p><a href="/sign-in?next=${text(encodeURIComponent(page))}" target="_blank" rel="noopener">Sign in on a new tab</a></p>
<form method="post" action="${text(page)}" enctype="multipart/form-data">${hidden}<button>Send it again</button></form>`
      : `<p><a href="${text(page)}" target="_blank" rel="noopener">Open the form again on a new tab</a></p>`;
  const body = `<p role="alert">${text(todo)}</p>${ways}${list ? `<h2>What you typed</h2><dl>${list}</dl>` : ''}`;
  return barePage({ title, body, nonce });
}

/** A form's texts in their order. A file cannot be given back: it is chosen again. */
export function fieldsOf(form: FormData): { page: string | null; fields: Field[] } {
  const fields = [...form].flatMap(([name, value]) => (typeof value === 'string' ? [{ name, value }] : []));
  return { page: fields.find(({ name }) => name === PAGE_FIELD)?.value ?? null, fields };
}
