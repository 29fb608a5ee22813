import type { MetadataRoute } from 'next';
import { showId } from '@/lib/core/id';
import { publishedCompanies } from '@/lib/market/directory/queries';
import { env } from '@/lib/platform/env';

/** What is published is asked for each time. */
export const dynamic = 'force-dynamic';

export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const companies = await publishedCompanies();
  return companies.map(({ id }) => ({ url: new URL(`/companies/${showId(id)}`, env.APP_URL).href }));
}
