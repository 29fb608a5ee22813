/** Facts for search engines. Data, never run: "<" is written so that no text can close the element. */
export function JsonLd({ facts }: { facts: Record<string, unknown> }) {
  const text = JSON.stringify({ '@context': 'https://schema.org', ...facts }).replaceAll('<', '\\u003c');
  // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON, with the one dangerous letter escaped
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: text }} />;
}
