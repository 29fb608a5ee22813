import type { MetadataRoute } from 'next';
import { publishedExperts } from '@/lib/market/directory/queries';
import { env } from '@/lib/platform/env';
import { expertAddress } from './expert-address';

/** What is published is asked for each time. */
export const dynamic = 'force-dynamic';

export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const experts = await publishedExperts();
  return experts.map((expert) => ({ url: new URL(expertAddress(expert), env.APP_URL).href }));
}
