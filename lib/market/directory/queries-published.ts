import { database } from '@/lib/platform/db/client';

/** As many addresses as a sitemap may have: https://www.sitemaps.org/protocol.html. */
const MOST = 50_000;

type PublishedExpert = { expertId: string /** Null where it is off. */; handle: string | null };

/** Whoever is in the directory, the best standing first. Public. */
export async function publishedExperts(most = MOST): Promise<PublishedExpert[]> {
  return database().$queryRaw`
    SELECT x.id AS "expertId", CASE WHEN e."handleOn" THEN e.handle END AS handle
    FROM expert_entry x JOIN "expert" e ON e.id = x.id
    ORDER BY x.standing DESC, x.id DESC LIMIT ${most}::int`;
}

/** The companies in the directory, the best standing first. Public. */
export async function publishedCompanies(most = MOST): Promise<{ id: string }[]> {
  return database().$queryRaw`
    SELECT id FROM company_entry ORDER BY standing DESC, id DESC LIMIT ${most}::int`;
}
