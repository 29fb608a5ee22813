import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { escapeHtml, html, type Markup } from './html';

/** The tokens of the product's own pages, so that the sandboxes read as part of the same house. */
const STYLE = `
:root{color-scheme:light dark;--bg:#fbfaf8;--surface:#fff;--sunken:#f3f1ed;--line:#e4e0d9;--strong:#8c857a;--ink:#1b1a18;--ink2:#57534c;
--accent:#0b6b75;--on-accent:#fff;--green:#18794e;--green-soft:#e3f4ea;--amber:#8a5a00;--amber-soft:#fdf1d8;--red:#b42318;--red-soft:#fdebe9;--grey:#625d55;--grey-soft:#efede9}
@media (prefers-color-scheme:dark){:root{--bg:#141413;--surface:#1c1b1a;--sunken:#232220;--line:#32302d;--strong:#7d776d;--ink:#f1efea;--ink2:#b9b4aa;
--accent:#5cc3cc;--on-accent:#06282b;--green:#5bc78d;--green-soft:#14301f;--amber:#e5b04a;--amber-soft:#352710;--red:#ff8a7d;--red-soft:#3a1a17;--grey:#b1aba1;--grey-soft:#2a2826}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--ink);font:15px/1.5 ui-sans-serif,system-ui,-apple-system,"Segoe UI","Liberation Sans",Roboto,sans-serif;font-variant-numeric:tabular-nums}
h1,h2,p,ul,dl,dd,fieldset,legend{margin:0;padding:0}
h1{font-size:26px;line-height:1.2;letter-spacing:-.015em;font-weight:650}
h2{font-size:18px;letter-spacing:-.01em;font-weight:620;margin-bottom:8px}
a{color:var(--accent);text-underline-offset:3px}
code,pre,.id{font-family:ui-monospace,"SF Mono",Menlo,"Liberation Mono",monospace;font-size:12.5px;overflow-wrap:anywhere}
pre{background:var(--sunken);border:1px solid var(--line);border-radius:8px;padding:12px;white-space:pre-wrap;margin:0}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.banner{background:var(--amber-soft);color:var(--amber);font-weight:600;font-size:13.5px;text-align:center;padding:6px 16px}
.top{padding:10px 24px;background:var(--surface);border-bottom:1px solid var(--line);display:flex;flex-wrap:wrap;gap:4px 20px;align-items:center}
.top strong{font-weight:700;letter-spacing:-.01em}.top a[aria-current]{color:var(--ink);font-weight:600;text-decoration:none}
main{max-width:1120px;margin:0 auto;padding:28px 24px 56px;display:grid;gap:24px}main.narrow{max-width:560px}
section{min-width:0}.muted{color:var(--ink2)}.small{font-size:13px}
.card{background:var(--surface);border:1px solid var(--line);border-radius:10px;padding:18px 20px;display:grid;gap:14px}
.problem{background:var(--red-soft);color:var(--red);border-radius:8px;padding:10px 14px;font-weight:570}
.scroll{overflow-x:auto;background:var(--surface);border:1px solid var(--line);border-radius:10px}
table{border-collapse:collapse;width:100%;font-size:13.5px}th,td{text-align:left;padding:8px 12px;border-bottom:1px solid var(--line);vertical-align:top}
tr:last-child td{border-bottom:0}th{font-size:12px;color:var(--ink2);font-weight:570}td.number{text-align:right;white-space:nowrap}
.lamp{display:inline-flex;align-items:center;gap:7px;padding:2px 9px 2px 8px;border-radius:99px;font-size:12.5px;font-weight:580;background:var(--grey-soft);color:var(--grey);white-space:nowrap}
.lamp::before{content:"";width:8px;height:8px;border-radius:50%;background:currentColor}
.lamp.go{background:var(--green-soft);color:var(--green)}.lamp.wait{background:var(--amber-soft);color:var(--amber)}.lamp.stop{background:var(--red-soft);color:var(--red)}
fieldset{border:0;display:grid;gap:8px;min-width:0}legend{font-weight:600;margin-bottom:8px}
.choice{display:grid;grid-template-columns:24px 1fr;align-items:start;border:1px solid var(--line);border-radius:8px;padding:10px 12px;background:var(--surface)}
.choice:has(:checked){border-color:var(--accent)}.choice input{margin:4px 0 0;width:16px;height:16px;accent-color:var(--accent)}.choice span{display:block}
label.field{display:grid;gap:6px;font-weight:570;font-size:14px}
input[type=text],input[type=search]{width:100%;border:1px solid var(--strong);border-radius:8px;background:var(--surface);color:var(--ink);padding:9px 12px;font:inherit}
.actions{display:flex;flex-wrap:wrap;gap:10px;align-items:center}
button,.button{display:inline-flex;align-items:center;min-height:40px;padding:0 16px;border-radius:8px;border:1px solid var(--strong);background:var(--surface);color:var(--ink);font:inherit;font-weight:570;font-size:14px;text-decoration:none;cursor:pointer}
form.actions{align-items:end}
.primary{background:var(--accent);border-color:var(--accent);color:var(--on-accent)}.danger{color:var(--red);border-color:currentColor}button.small{min-height:28px;padding:0 10px;font-size:13px}
dl.facts{display:grid;grid-template-columns:max-content 1fr;gap:4px 16px}dt{color:var(--ink2)}dd{overflow-wrap:anywhere}
iframe{width:100%;min-height:480px;border:1px solid var(--line);border-radius:10px;background:#fff}
`;

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

export type Frame = {
  title: string;
  /** The sentence across the top: what these pages are not. */
  banner: string;
  /** The name of the place and where its start page is. */
  place: string;
  links?: { href: string; text: string; current?: boolean }[];
  narrow?: boolean;
};

/** A whole page: no scripts, nothing fetched from anywhere. */
export function page(frame: Frame, body: Markup): string {
  const links = (frame.links ?? []).map(
    (link) => html`<a href="${link.href}"${link.current ? CURRENT : null}>${link.text}</a>`,
  );
  const nav = links.length > 0 ? html`<nav aria-label="Pages">${spaced(links)}</nav>` : null;
  const frameTop = html`<header><p class="banner">${frame.banner}</p><div class="top"><strong>${frame.place}</strong>${nav}</div></header>`;
  const main = html`<main${frame.narrow ? NARROW : null}>${body}</main>`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeHtml(frame.title)}</title><link rel="icon" href="data:,"><style>${STYLE}</style></head><body>${frameTop.markup}${main.markup}</body></html>`;
}

const CURRENT: Markup = { markup: ' aria-current="page"' };
const NARROW: Markup = { markup: ' class="narrow"' };

function spaced(links: Markup[]): Markup {
  return { markup: links.map((link) => link.markup).join(' · ') };
}

/**
 * Sends a page. Browsers apply `form-action` to the redirect after a form too, so a page whose form leads
 * elsewhere names those origins in `formsLeadTo`.
 */
export function sendPage(
  response: ServerResponse,
  status: number,
  text: string,
  formsLeadTo: string[] = [],
): void {
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${STYLE_HASH}'`,
    'img-src data:',
    "frame-src 'self'",
    ["form-action 'self'", ...formsLeadTo].join(' '),
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy.join('; '),
    'cache-control': 'no-store',
    // Not no-referrer: that would blank the Origin that forms are checked by.
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
  });
  response.end(text);
}

export function originOf(url: string): string[] {
  const parsed = URL.parse(url);
  return parsed ? [parsed.origin] : [];
}

export function lamp(tone: 'go' | 'wait' | 'stop' | 'off', word: string): Markup {
  return html`<span class="lamp ${tone}">${word}</span>`;
}

/** An instant in seconds, in UTC: the sandbox does not know where the reader is. */
export function instant(seconds: number): Markup {
  const iso = new Date(seconds * 1000).toISOString();
  return html`<time datetime="${iso}">${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC</time>`;
}
