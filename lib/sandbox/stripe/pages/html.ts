/** Markup that is already safe to send. Made by `html` alone, which escapes everything else put into it. */
export type Markup = { markup: string };

type Part = Markup | Markup[] | string | number | boolean | null | undefined;

export function html(fixed: TemplateStringsArray, ...parts: Part[]): Markup {
  const text = fixed.reduce((whole, piece, i) => whole + render(parts[i - 1]) + piece);
  return { markup: text };
}

function render(part: Part): string {
  if (part === null || part === undefined || part === false || part === true) return '';
  if (Array.isArray(part)) return part.map((each) => each.markup).join('');
  if (typeof part === 'object') return part.markup;
  return escapeHtml(String(part));
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
