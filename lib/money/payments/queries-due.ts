import { database } from '@/lib/platform/db/client';

/** Payment requests whose 10 days are over, the longest first: for the clock alone. */
export async function dueRequests(limit: number): Promise<string[]> {
  const rows = await database().$queryRaw<{ id: string }[]>`
    SELECT id FROM "payment_request" WHERE status = 'awaiting' AND "autoApproveAt" <= app_now()
    ORDER BY "autoApproveAt" LIMIT ${limit}`;
  return rows.map(({ id }) => id);
}
