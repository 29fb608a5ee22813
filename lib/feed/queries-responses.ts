import { database } from '@/lib/db/client';
import type { ResponseOrigin, ResponseStatus } from '@/lib/responses/rules';

/** What has become of the response of the viewer's company, as far as a card shows it. */
export type CardResponse = {
  id: string;
  status: ResponseStatus;
  origin: ResponseOrigin;
  readAt: Date | null;
  settled: 'us' | 'another' | null;
};

/**
 * Puts the responses beside the cards that have one: by their ids alone, and without a question where no card has one, as
 * on most pages of a long list.
 */
export async function withResponses<Row extends { responseId: string | null }>(
  rows: readonly Row[],
): Promise<(Omit<Row, 'responseId'> & { response: CardResponse | null })[]> {
  const ids = rows.flatMap(({ responseId }) => responseId ?? []);
  const found =
    ids.length === 0
      ? []
      : await database().$queryRaw<CardResponse[]>`
          SELECT a.id, a.status::text AS status, a.origin::text AS origin, a."readAt",
            CASE WHEN r."settledAt" IS NOT NULL THEN CASE WHEN r."chosenId" = a.id THEN 'us' ELSE 'another' END END AS settled
          FROM "response" a JOIN "request" r ON r.id = a."requestId" WHERE a.id = ANY(${ids}::uuid[])`;
  const byId = new Map(found.map((response) => [response.id, response]));
  return rows.map(({ responseId, ...row }) => ({
    ...row,
    response: responseId ? (byId.get(responseId) ?? null) : null,
  }));
}
