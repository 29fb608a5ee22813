import { database } from '@/lib/platform/db/client';

/** A public review, for whoever may want to report it; null where it is not public. */
export async function reviewToReport(id: string) {
  const row = await database().review.findUnique({
    where: { id, status: 'published' },
    select: {
      id: true,
      stars: true,
      text: true,
      createdAt: true,
      company: { select: { id: true, name: true } },
    },
  });
  return row && { ...row, at: row.createdAt };
}
