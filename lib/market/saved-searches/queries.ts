import type { Person } from '@/lib/core/rights';
import { database } from '@/lib/platform/db/client';
import type { PACE_LABELS } from './schema';

export type SavedSearch = {
  id: string;
  name: string;
  query: string;
  pace: keyof typeof PACE_LABELS;
  createdAt: Date;
};

/** The searches that a person keeps, the oldest first. */
export async function searchesOf({ personId }: Person): Promise<SavedSearch[]> {
  return database().savedSearch.findMany({
    where: { personId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, query: true, pace: true, createdAt: true },
  });
}

/** Who has something found that is due to be told, for the sweep. */
export async function peopleToTell(): Promise<string[]> {
  const rows = await database().$queryRaw<{ personId: string }[]>`
    SELECT DISTINCT s."personId" FROM (
      SELECT h."savedSearchId" FROM "saved_search_hit" h
      WHERE h."toldAt" IS NULL AND h."dueAt" <= app_now() ORDER BY h."dueAt" LIMIT 200
    ) AS due JOIN "saved_search" s ON s.id = due."savedSearchId"`;
  return rows.map((row) => row.personId);
}
