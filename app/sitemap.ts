import type { MetadataRoute } from 'next';
import { current, DOCUMENTS } from '@/lib/legal/documents';
import { env } from '@/lib/platform/env';
import { CHAPTERS } from './(public)/guide/chapters';

/** Settings are read when it is asked for, not when it is built. */
export const dynamic = 'force-dynamic';

const PAGES = [
  ...['/', '/experts', '/companies', '/how-it-works', '/pricing', '/faq', '/for-experts'],
  ...['/guide', '/guide/rights', '/legal'],
];

/** The pages that everybody may read. Experts and companies have files of their own, as they may be many. */
export default function sitemap(): MetadataRoute.Sitemap {
  const at = (path: string) => new URL(path, env.APP_URL).href;
  return [
    ...[...PAGES, ...CHAPTERS.map(({ slug }) => `/guide/${slug}`)].map((path) => ({ url: at(path) })),
    ...DOCUMENTS.map((document) => ({
      url: at(`/legal/${document.slug}`),
      lastModified: current(document).date,
    })),
  ];
}
