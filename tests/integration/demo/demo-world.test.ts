import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '@/lib/core/rights';
import { CUSTOMERS } from '@/lib/demo/world/customers';
import { keepLists } from '@/lib/demo/world/lists';
import { setClock } from '@/lib/demo/world/stage';
import { tell } from '@/lib/demo/world/story';
import { messagesOf } from '@/lib/job/messages/queries';
import { markedRequestsOf } from '@/lib/market/marks/queries';
import { searchOf } from '@/lib/market/open-requests/rules';
import { searchesOf } from '@/lib/market/saved-searches/queries';
import { adoptDatabase, type Database, database, openDatabase } from '@/lib/platform/db/client';
import { makeRequest } from '@/tests/fixtures/requests';
import { makeWorld, type World } from '@/tests/fixtures/world';
import { addresses } from '@/tests/setup/database';

/** The world is made as the database's owner, who alone may set the clock. */
const web = database();
const owner: Database = openDatabase(addresses().owner, 4);
let world: World;
beforeAll(async () => {
  world = await makeWorld();
  adoptDatabase(owner);
});
afterAll(async () => {
  await setClock(0);
  adoptDatabase(web);
  await owner.$disconnect();
});

const told = (person: Person, companyId: string, expertId: string) => ({
  expert: { person, companyId, expertId, story: { headline: 'Serverless' } as never },
  text: 'Which of the functions ran more often last month? Cost Explorer can group by usage type.',
});

describe('the demo world', () => {
  test('has settled requests: one response chosen, the others read and thanked', async () => {
    const { people, customerId, companyId, otherCompanyId, expertId, otherExpertId } = world;
    await tell({
      customer: { person: people.owner, customerId, name: 'Harbour Bookshop', preferred: 'Penny' },
      problem: ['Lambda bill', 'It has tripled in a month and no one can say which function does it.'],
      responses: [
        told(people.expert, companyId, expertId),
        told(people.otherExpert, otherCompanyId, otherExpertId),
      ],
      script: {},
      chapter: 'settled',
      hoursAgo: 500,
      dice: () => 0,
    });
    const request = await database().request.findFirstOrThrow({
      where: { title: 'Lambda bill' },
      include: { responses: { include: { conversation: { include: { messages: true } } } } },
    });
    expect(request).toMatchObject({ status: 'paused', responseCount: 2, viewCount: 2 });
    expect(request.thanks).toBeTruthy();
    // Somebody here goes by another name than their account's, so that a page that tells the wrong one is seen.
    expect(CUSTOMERS.some(({ owner, preferred }) => preferred && preferred !== owner)).toBe(true);
    const passedOver = request.responses.find(({ id }) => id !== request.chosenId)!;
    const read = (await messagesOf(people.otherExpert, passedOver.id))!.find(
      ({ side }) => side === 'customer',
    );
    expect(read?.author?.name).toBe('Penny');
    const of = (company: string) => request.responses.find((response) => response.companyId === company)!;
    expect(request.chosenId).toBe(of(companyId).id);
    expect(request.responses.every(({ readAt }) => readAt !== null)).toBe(true);
    const thanked = (company: string) =>
      of(company).conversation!.messages.some(({ body }) => body === request.thanks);
    expect([thanked(companyId), thanked(otherCompanyId)]).toEqual([false, true]);
  });

  test('has a search that the expert keeps, and a request that they have bookmarked', async () => {
    const { people, otherCustomerId } = world;
    await setClock(72);
    const waiting = await makeRequest(database(), otherCustomerId, people.otherOwner.personId);
    await keepLists(people.expert);
    await setClock(0);
    const [search] = await searchesOf(people.expert);
    expect(searchOf(search!.query)).toMatchObject({ service: ['lambda'] });
    const kept = await markedRequestsOf({ person: people.expert, whole: true }, 'bookmark');
    expect(kept.rows).toMatchObject([{ id: waiting, open: true }]);
  });
});
