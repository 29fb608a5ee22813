export type Message = {
  title: string;
  /** Plain sentences, one paragraph each. May hold what people typed. */
  sentences: string[];
  /** The one thing to do. */
  button?: { label: string; url: string };
  /** Why the reader gets this mail. */
  footer: string;
};

/** The product's tokens: light in the attributes, dark where the reader's program knows how. */
const DARK = `@media (prefers-color-scheme:dark){
.page{background:#141413!important}.card{background:#1c1b1a!important;border-color:#32302d!important}
.ink{color:#f1efea!important}.quiet{color:#b9b4aa!important}.button{background:#5cc3cc!important;color:#06282b!important}}`;
const FONT =
  "font-family:ui-sans-serif,system-ui,-apple-system,'Segoe UI','Liberation Sans',Roboto,sans-serif";

/** One mail in both forms. Everything is escaped; nothing is fetched from anywhere. */
export function renderMail(message: Message): { text: string; html: string } {
  const { title, sentences, button, footer } = message;
  if (button && !/^https?:\/\//.test(button.url))
    throw new RangeError(`A button leads to a page: ${button.url}`);
  const text = [
    title,
    ...sentences,
    ...(button ? [`${button.label}:\n${button.url}`] : []),
    `-- \n${footer}`,
  ].join('\n\n');
  return { text: `${text}\n`, html: htmlOf(message) };
}

function htmlOf({ title, sentences, button, footer }: Message): string {
  const paragraphs = sentences
    .map((sentence) => `<p class="ink" style="margin:0 0 12px;color:#1b1a18">${lines(sentence)}</p>`)
    .join('\n');
  const action = button
    ? `<p style="margin:20px 0 8px"><a class="button" href="${escapeHtml(button.url)}" style="display:inline-block;padding:10px 18px;border-radius:8px;background:#0b6b75;color:#ffffff;font-weight:600;text-decoration:none">${escapeHtml(button.label)}</a></p>
<p class="quiet" style="margin:0;font-size:13px;color:#57534c">Or open this address: <a class="quiet" style="color:#57534c;overflow-wrap:anywhere" href="${escapeHtml(button.url)}">${escapeHtml(button.url)}</a></p>`
    : '';
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark"><title>${escapeHtml(title)}</title><style>${DARK}</style></head>
<body class="page" style="margin:0;background:#fbfaf8;${FONT};font-size:15px;line-height:1.5">
<div class="page" style="background:#fbfaf8;padding:24px 16px"><div class="card" style="max-width:560px;margin:0 auto;padding:24px;background:#ffffff;border:1px solid #e4e0d9;border-radius:10px">
<h1 class="ink" style="margin:0 0 12px;font-size:20px;line-height:1.25;color:#1b1a18">${escapeHtml(title)}</h1>
${paragraphs}
${action}
</div>
<p class="quiet" style="max-width:560px;margin:12px auto 0;font-size:13px;color:#57534c">${lines(footer)}</p></div>
</body></html>
`;
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
