/** Anything that may stand in HTML, as text. */
export function text(value: string): string {
  return value.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

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
dl { margin: 0; display: grid; gap: .3rem; } dt { color: var(--muted); font-size: .9rem; } dd { margin: 0; padding: .6rem .8rem; background: var(--sunken); border-radius: 6px; white-space: pre-wrap; overflow-wrap: anywhere; }
form { display: flex; flex-wrap: wrap; gap: .5rem; }
a { color: var(--accent); } :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
`;

type BarePage = {
  title: string;
  /** HTML. */
  body: string;
  nonce: string;
  script?: string;
  /** No other page is told of this one. Not for a page with a form: its Origin would be missing. */
  secret?: boolean;
};

/** A page beside the app: it never enters the app's caches, its router or its scripts. */
export function barePage({ title, body, nonce, script, secret }: BarePage): string {
  const allowed = nonce ? ` nonce="${text(nonce)}"` : '';
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
${secret ? '<meta name="referrer" content="no-referrer">' : ''}<title>${text(title)} · Groundcrew</title><style${allowed}>${STYLE}</style></head>
<body><main><h1>${text(title)}</h1>${body}</main>${script ? `<script${allowed}>${script}</script>` : ''}</body></html>
`;
}
