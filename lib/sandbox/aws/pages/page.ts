import { MINUTE } from '@/lib/core/time';
import { escapeXml } from '../xml';

/** Markup that is safe to put into a page as it stands. */
export type Html = { html: string };

type Part = string | number | undefined | Html | Html[];

/** Escapes every value that is not markup already. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  const text = strings.reduce(
    (sum, string, index) => sum + string + (index < parts.length ? render(parts[index]) : ''),
    '',
  );
  return { html: text };
}

function render(part: Part): string {
  if (part === undefined) return '';
  if (Array.isArray(part)) return part.map((one) => one.html).join('');
  return typeof part === 'object' ? part.html : escapeXml(String(part));
}

const css = `
:root{color-scheme:light dark;--bg:#fbfaf8;--surface:#fff;--sunken:#f3f1ed;--line:#e4e0d9;--line-strong:#8f897f;--ink:#1b1a18;--ink-2:#57534c;--accent:#0b6b75;--accent-ink:#fff;--green:#18794e;--green-soft:#e3f4ea;--amber:#7a4f00;--amber-soft:#fdf1d8;--red:#b42318;--red-soft:#fdebe9}
@media (prefers-color-scheme:dark){:root{--bg:#141413;--surface:#1c1b1a;--sunken:#232220;--line:#32302d;--line-strong:#7d776d;--ink:#f1efea;--ink-2:#b9b4aa;--accent:#5cc3cc;--accent-ink:#06282b;--green:#5bc78d;--green-soft:#14301f;--amber:#e5b04a;--amber-soft:#352710;--red:#ff8a7d;--red-soft:#3a1a17}}
*{box-sizing:border-box}body{margin:0;background:var(--bg);color:var(--ink);font:15px/1.5 ui-sans-serif,system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;font-variant-numeric:tabular-nums}
.band{background:var(--amber-soft);color:var(--amber);border-bottom:1px solid currentColor;padding:8px 20px;font-weight:600}
main,header,footer{max-width:1040px;margin:0 auto;padding:16px 20px}header{padding-bottom:0}footer{color:var(--ink-2);font-size:13px}
h1{font-size:26px;line-height:1.2;margin:8px 0 4px}h2{font-size:18px;margin:0 0 10px}h3{font-size:15px;margin:14px 0 6px}p{margin:0 0 10px}.muted{color:var(--ink-2)}
section{background:var(--surface);border:1px solid var(--line);border-radius:10px;padding:16px 18px;margin:0 0 16px}
a{color:var(--accent);text-underline-offset:3px}code,.mono{font:13px ui-monospace,"SF Mono",Menlo,"Liberation Mono",monospace;overflow-wrap:anywhere}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:14px}th,td{text-align:left;padding:7px 10px;border-bottom:1px solid var(--line);vertical-align:top}th{color:var(--ink-2);font-size:13px;font-weight:600}
form.row{display:flex;flex-wrap:wrap;gap:10px;align-items:end;padding:10px 0;border-bottom:1px solid var(--line)}form.row:last-child{border:0}form.stack{display:grid;gap:14px;max-width:720px}
label{font-weight:600;font-size:14px;display:block}label.check{display:flex;gap:10px;align-items:start;font-weight:400}.hint{font-size:13px;color:var(--ink-2);margin:0 0 4px}
input:not([type=checkbox]),select{font:inherit;color:inherit;background:var(--bg);border:1px solid var(--line-strong);border-radius:8px;padding:7px 10px;min-height:38px;width:100%;max-width:100%}form.row input,form.row select{width:260px}input[type=checkbox]{width:20px;height:20px;flex:none}
button{font:inherit;font-weight:600;min-height:38px;padding:0 14px;border-radius:8px;border:1px solid var(--accent);background:var(--accent);color:var(--accent-ink);cursor:pointer;justify-self:start}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}.lamp{display:inline-flex;align-items:center;gap:7px;border-radius:99px;padding:1px 10px;font-size:13px;font-weight:600;background:var(--sunken);color:var(--ink-2)}.lamp::before{content:"";width:8px;height:8px;border-radius:50%;background:currentColor}.lamp.go{background:var(--green-soft);color:var(--green)}.lamp.wait{background:var(--amber-soft);color:var(--amber)}.lamp.stop{background:var(--red-soft);color:var(--red)}
.answer{border-left:4px solid var(--green)}.answer.refused{border-left-color:var(--red);background:var(--red-soft);color:var(--red)}pre{margin:0;white-space:pre-wrap;overflow-wrap:anywhere;font:13px ui-monospace,Menlo,monospace}
dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:2px 16px;margin:0;align-items:baseline}form.row .muted{padding-bottom:8px}dt{color:var(--ink-2)}dd{margin:0;overflow-wrap:anywhere}summary{cursor:pointer;font-weight:600}ul{margin:0;padding-left:20px}
@media (max-width:560px){dl{grid-template-columns:1fr}dt{margin-top:6px}form.row input,form.row select{width:100%}}
`;

/** A whole page of the sandbox; the band says on each that this is not AWS. */
export function page(title: string, body: Html): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeXml(title)} · AWS sandbox</title><link rel="icon" href="data:,"><style>${css}</style></head>
<body><aside class="band" aria-label="Sandbox">Sandbox, not AWS. Everything here lives on this computer and costs nothing.</aside>${body.html}
<footer><p>A local stand-in for AWS, for demos and tests. <a href="/">Look inside all accounts</a></p></footer></body></html>`;
}

export function time(ms: number): Html {
  const iso = new Date(ms).toISOString();
  return html`<time datetime="${iso}">${iso.slice(0, 19).replace('T', ' ')} UTC</time>`;
}

export function remaining(ms: number): string {
  if (ms <= 0) return 'ended';
  const minutes = Math.ceil(ms / MINUTE);
  return minutes >= 60 ? `${Math.floor(minutes / 60)} h ${minutes % 60} min` : `${minutes} min`;
}
