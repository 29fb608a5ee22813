import type { Person } from '@/lib/core/rights';
import { mark } from '@/lib/market/marks/commands';
import { MarkRequest } from '@/lib/market/marks/schema';
import { saveSearch } from '@/lib/market/saved-searches/commands';
import { SaveSearch } from '@/lib/market/saved-searches/schema';
import { database } from '@/lib/platform/db/client';
import { act, setClock } from './stage';

/** What the expert whom one can be has kept of the open requests: a search, and the one that has waited longest for a response. */
export async function keepLists(person: Person): Promise<void> {
  await setClock(24 * 6);
  const query = 'service=lambda';
  await act(person, saveSearch, SaveSearch, { name: 'Lambda', pace: 'daily', query });
  await setClock(2);
  const { id: requestId } = await database().request.findFirstOrThrow({
    where: { status: 'accepting', audience: 'everyone', responseCount: 0 },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true },
  });
  await act(person, mark, MarkRequest, { requestId, mark: 'bookmark' });
}
