export type Message = {
  title: string;
  /** Plain sentences, one paragraph each. May hold what people typed. */
  sentences: string[];
  /** Under a heading of their own: what a digest is made of. */
  sections?: { heading: string; items: { text: string; detail: string; url: string }[] }[];
  /** The one thing to do. */
  button?: Link;
  /** Shown beside the subject in a list of mails. The first sentence where it is not given. */
  preheader?: string;
  /** Why the reader gets this mail. */
  footer: string;
  /** Under the footer: how to change that. */
  links?: Link[];
};
type Link = { label: string; url: string };

/** The product's tokens: light in the attributes, dark where the reader's program knows how. */
const DARK = `@media (prefers-color-scheme:dark){
.page{background:#141413!important}.card{background:#1c1b1a!important;border-color:#32302d!important}
.ink{color:#f1efea!important}.quiet{color:#b9b4aa!important}.link{color:#5cc3cc!important}.button{background:#5cc3cc!important;color:#06282b!important}}`;
const FONT =
  "font-family:ui-sans-serif,system-ui,-apple-system,'Segoe UI','Liberation Sans',Roboto,sans-serif";

/** One mail in both forms. Everything is escaped; nothing is fetched from anywhere. */
export function renderMail(message: Message): { text: string; html: string } {
  const { title, sentences, sections = [], button, footer, links = [] } = message;
  const items = sections.flatMap((section) => section.items);
  for (const { url } of [...(button ? [button] : []), ...items, ...links])
    if (!/^https?:\/\//.test(url)) throw new RangeError(`A link leads to a page: ${url}`);
  const text = [
    title,
    ...sentences,
    ...sections.flatMap(({ heading, items }) => [
      `${heading}\n${'-'.repeat(Math.min([...heading].length, 60))}`,
      ...items.map((item) => `* ${item.text}\n  ${item.detail}\n  ${item.url}`),
    ]),
    ...(button ? [`${button.label}:\n${button.url}`] : []),
    [`-- \n${footer}`, ...links.map(({ label, url }) => `${label}: ${url}`)].join('\n'),
  ].join('\n\n');
  return { text: `${text}\n`, html: htmlOf(message) };
}

function htmlOf({ title, sentences, sections = [], button, preheader, footer, links = [] }: Message): string {
  // Before the rest and out of sight; the spaces keep what follows out of the list's line.
  const inList = `<div style="display:none;max-height:0;overflow:hidden;mso-hide:all">${escapeHtml(preheader ?? sentences[0] ?? '')}${'&#847;&zwnj;&nbsp;'.repeat(40)}</div>`;
  const paragraphs = sentences
    .map((sentence) => `<p class="ink" style="margin:0 0 12px;color:#1b1a18">${lines(sentence)}</p>`)
    .join('\n');
  const action = button
    ? `<p style="margin:20px 0 8px"><a class="button" href="${escapeHtml(button.url)}" style="display:inline-block;padding:10px 18px;border-radius:8px;background:#0b6b75;color:#ffffff;font-weight:600;text-decoration:none">${escapeHtml(button.label)}</a></p>
<p class="quiet" style="margin:0;font-size:13px;color:#57534c">Or open this link: <a class="quiet" style="color:#57534c;overflow-wrap:anywhere" href="${escapeHtml(button.url)}">${escapeHtml(button.url)}</a></p>`
    : '';
  const parts = sections.map(sectionOf).join('\n');
  const ways = links
    .map(
      ({ label, url }) =>
        `<a class="quiet" style="color:#57534c;display:inline-block;padding:4px 0" href="${escapeHtml(url)}">${escapeHtml(label)}</a>`,
    )
    .join('<br>');
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${escapeHtml(title)}</title><style>${DARK}</style></head>
<body class="page" style="margin:0;background:#fbfaf8;${FONT};font-size:15px;line-height:1.5">
${inList}
<div class="page" style="background:#fbfaf8;padding:24px 16px"><div class="card" style="max-width:560px;margin:0 auto;padding:24px;background:#ffffff;border:1px solid #e4e0d9;border-radius:10px">
<h1 class="ink" style="margin:0 0 12px;font-size:20px;line-height:1.25;color:#1b1a18">${escapeHtml(title)}</h1>
${paragraphs}
${parts}
${action}
</div>
<p class="quiet" style="max-width:560px;margin:12px auto 0;font-size:13px;color:#57534c">${lines(footer)}${ways ? `<br>${ways}` : ''}</p></div>
</body></html>
`;
}

function sectionOf({ heading, items }: NonNullable<Message['sections']>[number]): string {
  const rows = items.map(
    ({ text, detail, url }) =>
      `<li style="margin:0 0 10px"><a class="link" style="color:#0b6b75;font-weight:600" href="${escapeHtml(url)}">${escapeHtml(text)}</a><br><span class="quiet" style="color:#57534c">${lines(detail)}</span></li>`,
  );
  return `<h2 class="ink" style="margin:20px 0 8px;font-size:16px;line-height:1.3;color:#1b1a18;overflow-wrap:anywhere">${escapeHtml(heading)}</h2>
<ul style="margin:0;padding:0 0 0 18px">${rows.join('')}</ul>`;
}

function lines(text: string): string {
  return escapeHtml(text).replaceAll('\n', '<br>');
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
