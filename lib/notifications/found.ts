import type { EventOf } from '@/lib/core/events';
import { showId } from '@/lib/core/id';
import type { Tx } from '@/lib/platform/db/transaction';
import type { Detail } from './kinds';

/** Titles that one notification names; the rest is counted. */
const MOST_TITLES = 10;

const quoted = (texts: string[]) => texts.map((text) => `“${text}”`).join(', ');

/** Whose searches they are; nobody where the person is suspended. */
export async function reader(tx: Tx, { personId }: EventOf<'search.found'>): Promise<string[]> {
  const found = await tx.db.person.findFirst({
    where: { id: personId, suspendedAt: null },
    select: { id: true },
  });
  return found ? [found.id] : [];
}

/** What a person is told when their saved searches have found requests, and where it leads. */
export async function foundBySearches(tx: Tx, { savedSearchIds, requestIds }: EventOf<'search.found'>) {
  const searches = await tx.db.savedSearch.findMany({
    where: { id: { in: savedSearchIds } },
    select: { name: true, query: true },
    orderBy: { name: 'asc' },
  });
  const requests = await tx.db.request.findMany({
    where: { id: { in: requestIds } },
    select: { title: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: MOST_TITLES,
  });
  const [only] = requestIds.length === 1 ? requestIds : [];
  const more = requestIds.length - requests.length;
  const detail: Detail = {
    title: requests[0]?.title ?? '',
    customer: '',
    expert: '',
    company: '',
    count: requestIds.length,
    searches: quoted(searches.map(({ name }) => name)),
    titles: quoted(requests.map(({ title }) => title)) + (more > 0 ? `, and ${more} more` : ''),
  };
  const path = only
    ? `/work/${showId(only)}`
    : searches.length === 1
      ? `/work?${searches[0]!.query}`
      : '/work/searches';
  return {
    kind: 'search.found' as const,
    detail,
    path,
    key: () => `search.found:${requestIds[0]}:${requestIds.at(-1)}:${requestIds.length}`,
  };
}
