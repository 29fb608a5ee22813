import type { MetadataRoute } from 'next';
import { env } from '@/lib/platform/env';

/** Settings are read when it is asked for, not when it is built. */
export const dynamic = 'force-dynamic';

/** What needs a session, or is not for reading. Each stands for every address that begins so. */
const CLOSED = {
  member: ['/confirm', '/conversations', '/notifications', '/payment-requests', '/proposals', '/settings'],
  customer: ['/access', '/connections', '/members', '/payment-methods', '/payments', '/requests'],
  expert: ['/clients', '/company', '/earnings', '/grants', '/profile', '/register', '/work'],
  admin: ['/admin'],
  nobody: ['/api', '/demo', '/dev'],
};
const SITEMAPS = ['/sitemap.xml', '/experts/sitemap.xml', '/companies/sitemap.xml'];

export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: '*', allow: '/', disallow: Object.values(CLOSED).flat() },
    sitemap: SITEMAPS.map((path) => new URL(path, env.APP_URL).href),
  };
}
