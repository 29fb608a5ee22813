import { AGREEMENT } from './agreement';
import type { LegalDocument, Version } from './document';
import { PRIVACY } from './privacy';
import { TERMS } from './terms';

export const DOCUMENTS: readonly LegalDocument[] = [TERMS, PRIVACY, AGREEMENT];

/** What the installation's settings and our rules say, for the places that the texts leave open. */
export type Named = { operator: string; email: string; fee: string; approvalDays: string };

export function documentOf(slug: string): LegalDocument | null {
  return DOCUMENTS.find((one) => one.slug === slug) ?? null;
}

/** The version that holds now. */
export function current(document: LegalDocument): Version {
  return document.versions[0]!;
}

/** A version by its number as it stands in an address. */
export function versionOf(document: LegalDocument, number: string): Version | null {
  return /^\d{1,4}$/.test(number)
    ? (document.versions.find((one) => one.number === Number(number)) ?? null)
    : null;
}

/** The text with what it leaves open. */
export function withNames(text: string, named: Named): string {
  return text.replace(/\{(operator|email|fee|approvalDays)\}/g, (_place, key: keyof Named) => named[key]);
}

/** Every change of every document, the newest first: the document history. */
export function history(
  documents: readonly LegalDocument[] = DOCUMENTS,
): { document: LegalDocument; version: Version }[] {
  return documents
    .flatMap((document) => document.versions.map((version) => ({ document, version })))
    .sort((a, b) => b.version.date.localeCompare(a.version.date) || b.version.number - a.version.number);
}

/** The document history as RSS 2.0. A version's own address is its guid, since it never changes. */
export function feedOf(
  of: { appUrl: string; named: Named },
  documents: readonly LegalDocument[] = DOCUMENTS,
): string {
  const { appUrl, named } = of;
  const at = (path: string) => escapeXml(new URL(path, appUrl).href);
  const entries = history(documents);
  const day = (date: string) => new Date(`${date}T00:00:00Z`).toUTCString();
  const items = entries.map(({ document, version }) => {
    const link = at(`/legal/${document.slug}/${version.number}`);
    const about = withNames(version.changed, named);
    return `    <item>
      <title>${escapeXml(`${document.title}, version ${version.number}`)}</title>
      <link>${link}</link>
      <guid isPermaLink="true">${link}</guid>
      <pubDate>${day(version.date)}</pubDate>
      <description>${escapeXml(about)}</description>
    </item>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
  <channel>
    <title>${escapeXml(`${named.operator}’s Groundcrew: document history`)}</title>
    <link>${at('/legal')}</link>
    <description>Changes to the terms, the privacy page, and the engagement agreement.</description>
    <language>en</language>
    <lastBuildDate>${day(entries[0]!.version.date)}</lastBuildDate>
    <atom:link href="${at('/legal/feed.xml')}" rel="self" type="application/rss+xml"/>
${items.join('\n')}
  </channel>
</rss>
`;
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');
}
