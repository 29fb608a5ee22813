import { PrismaPg } from '@prisma/adapter-pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { NOBODY, type Person } from '@/lib/core/rights';
import { conversationOf, conversationsOf } from '@/lib/job/conversations/queries';
import { messagesOf } from '@/lib/job/messages/queries';
import { footingOf } from '@/lib/market/footing/queries';
import { markedRequestsOf } from '@/lib/market/marks/queries';
import { openRequestsOf } from '@/lib/market/open-requests/queries';
import { readSearch } from '@/lib/market/open-requests/rules';
import * as commands from '@/lib/market/responses/commands';
import { requestForExpert } from '@/lib/market/responses/queries';
import { RESPONSE_COMMANDS } from '@/lib/market/responses/rights';
import { Respond } from '@/lib/market/responses/schema';
import { adoptDatabase, database, databaseUrl } from '@/lib/platform/db/client';
import { appNow } from '@/lib/platform/db/clock';
import { PrismaClient } from '@/lib/platform/db/generated/client';
import { pass } from '@/lib/platform/doors/pass';
import { doneOf } from '@/tests/fixtures/outcome';

/** The time, the footing, and the list. */
const LIST_QUERIES = 3;

import { makeRequest, WORDS } from '@/tests/fixtures/requests';
import {
  makeCompany,
  makeCustomer,
  makeExpert,
  makePerson,
  makeWorld,
  viewerOf,
  type World,
} from '@/tests/fixtures/world';

const text = 'I have done this for three shops and could begin on Monday.\nFirst I would read the slow log.';
let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const respond = (actor: Person, input: object) =>
  pass({ may: RESPONSE_COMMANDS.respond, schema: Respond, command: commands.respond }, actor, input);
const freshRequest = (words = {}) =>
  makeRequest(database(), world.customerId, world.people.owner.personId, words);

/** An expert of their own company; certified unless told otherwise. */
async function makeColleague(name: string, state: Parameters<typeof makeExpert>[3] = {}) {
  const personId = await makePerson(database(), name);
  const companyId = await makeCompany(database(), `${name} Ltd`, [[personId, ['owner']]]);
  await makeExpert(database(), companyId, personId, state);
  return { companyId, person: await viewerOf(database(), personId) };
}

async function listOf(viewer: Person, filter: { text?: string } = {}) {
  const now = await appNow();
  const footing = await footingOf(viewer, now);
  if (!footing) throw new Error('not on the expert side');
  const reader = { person: viewer, whole: footing.refusal === null };
  return { footing, page: await openRequestsOf(reader, readSearch({ q: filter.text }).search, { now }) };
}

async function itemOf(viewer: Person, id: string) {
  const footing = await footingOf(viewer, await appNow());
  return footing ? requestForExpert(viewer, footing, id) : null;
}

describe('open requests', () => {
  const marker = `zebrafish${Math.random().toString(36).slice(2, 8)}`;

  test('are found by their words, with one’s own answer marked, and never with the customer’s address', async () => {
    const { companyId, person } = await makeColleague('Xenia Dahl');
    const requestId = await freshRequest({ title: `Costs of a ${marker} cluster` });
    await freshRequest({ title: `Paused ${marker} request`, status: 'paused' });
    doneOf(await respond(person, { requestId, companyId, text }));
    const { page } = await listOf(person, { text: `"${marker} cluster"` });
    const conversation = await database().conversation.findFirstOrThrow({ where: { requestId } });
    expect(page.rows).toMatchObject([{ id: requestId, response: { id: conversation.id }, responseCount: 1 }]);
    expect(page.rows[0]?.excerpt).toBe(WORDS.description);
    expect((await listOf(person, { text: marker })).page.rows).toHaveLength(1);
    expect((await listOf(person, { text: `${marker} -cluster` })).page.rows).toEqual([]);
  });

  test('say what became of one’s own answer: sent, read, chosen or passed over, withdrawn; in the bookmarks as well', async () => {
    const [first, second] = [await makeColleague('Wanda Ek'), await makeColleague('Viggo Dam')];
    const word = `ibex${Math.random().toString(36).slice(2, 8)}`;
    const requestId = await freshRequest({ title: `Costs of the ${word}` });
    const [readId, otherId] = await Promise.all(
      [first, second].map(async ({ person, companyId }) => {
        const { responseId } = doneOf(await respond(person, { requestId, companyId, text }));
        return responseId;
      }),
    );
    const listed = async ({ person }: typeof first) =>
      (await listOf(person, { text: word })).page.rows.map(({ response }) => response);
    const kept = async ({ person }: typeof first) =>
      (await markedRequestsOf({ person, whole: true }, 'bookmark')).rows.map(({ response }) => response);
    const sent = { status: 'open', origin: 'answer', readAt: null, settled: null };
    expect(await listed(first)).toEqual([{ id: readId, ...sent }]);
    const readAt = new Date();
    await database().response.update({ where: { id: readId }, data: { readAt } });
    expect(await listed(first)).toEqual([{ id: readId, ...sent, readAt }]);
    expect(await listed(second)).toEqual([{ id: otherId, ...sent }]);
    const stranger = await makeColleague('Ulla Berg');
    expect(await listed(stranger)).toEqual([null]);

    await database().requestMark.createMany({
      data: [first, second, stranger].map(({ person: { personId } }) => ({
        ...{ personId, requestId, mark: 'bookmark' as const, at: readAt },
      })),
    });
    await database().request.update({
      where: { id: requestId },
      data: { status: 'paused', settledAt: readAt, chosenId: readId },
    });
    expect(await kept(first)).toEqual([{ id: readId, ...sent, readAt, settled: 'us' }]);
    expect(await kept(second)).toEqual([{ id: otherId, ...sent, settled: 'another' }]);
    expect(await kept(stranger)).toEqual([null]);
    await database().response.update({ where: { id: otherId }, data: { status: 'withdrawn' } });
    expect(await kept(second)).toMatchObject([{ status: 'withdrawn' }]);
  });

  test('show titles, budgets and wishes alone to somebody who may not respond, who searches titles alone', async () => {
    const { person } = await makeColleague('Yara Finch', { status: 'claimed' });
    const word = `quokka${Math.random().toString(36).slice(2, 8)}`;
    const requestId = await freshRequest({ description: `${WORDS.description} It began with a ${word}.` });
    const { page, footing } = await listOf(person);
    expect(footing.refusal?.code).toBe('forbidden');
    expect(page.rows.map((row) => row.id)).toContain(requestId);
    expect(new Set(page.rows.map((row) => row.excerpt))).toEqual(new Set([null]));
    expect((await listOf(person, { text: word })).page.rows).toEqual([]);
    const item = await itemOf(person, requestId);
    expect(item).toMatchObject({
      title: WORDS.title,
      budget: 'from100',
      description: null,
      contactName: null,
    });
    expect(item?.refusal?.message).toContain('verified');
  });

  test('leave out one’s own and those of suspended customers', async () => {
    const { person, companyId } = await makeColleague('Zita Holt');
    const own = await makeCustomer(database(), 'Both Sides', [[person.personId, ['owner']]]);
    const owner = await makePerson(database(), 'Abel Cross');
    const closed = await makeCustomer(database(), 'Closed For Good', [[owner, ['owner']]]);
    const word = `okapi${Math.random().toString(36).slice(2, 8)}`;
    for (const customerId of [own, closed])
      await makeRequest(database(), customerId, owner, { title: `Something with ${word}` });
    await database().customer.update({ where: { id: closed }, data: { suspendedAt: new Date() } });
    const viewer = await viewerOf(database(), person.personId);
    expect(viewer.companies[0]?.tenantId).toBe(companyId);
    expect((await listOf(viewer, { text: word })).page.rows).toEqual([]);
  });

  test('of the company’s own people can be read, with the reason why not to respond', async () => {
    const requestId = await freshRequest();
    const { companyId, person } = await makeColleague('Greta Lowe');
    expect((await itemOf(person, requestId))?.refusal).toBeNull();
    const { personId } = world.people.buyer;
    await database().companyMember.create({ data: { companyId, personId, rights: [] } });
    expect((await itemOf(person, requestId))?.refusal?.message).toContain('own people');
  });

  test('are not for people without a company', async () => {
    expect(await footingOf(world.people.owner, await appNow())).toBeNull();
    expect(await footingOf(NOBODY, await appNow())).toBeNull();
  });

  test('one that was paused stays readable to those who answered it, and to nobody else', async () => {
    const requestId = await freshRequest();
    const [one, two] = [await makeColleague('Bodil Ray'), await makeColleague('Cato Lee')];
    doneOf(await respond(one.person, { requestId, companyId: one.companyId, text }));
    await database().request.update({ where: { id: requestId }, data: { status: 'paused' } });
    expect(await itemOf(one.person, requestId)).toMatchObject({ mine: { text, status: 'open' } });
    expect(await itemOf(two.person, requestId)).toBeNull();
  });

  test('in nothing that an expert reads stands the customer’s address', async () => {
    const requestId = await freshRequest();
    const { companyId, person } = await makeColleague('Dina Frost');
    const { responseId } = doneOf(await respond(person, { requestId, companyId, text }));
    const read: unknown[] = [
      await listOf(person),
      await itemOf(person, requestId),
      await itemOf(person, world.otherRequestId),
      await conversationOf(person, responseId),
      await conversationsOf(person),
      await messagesOf(person, responseId),
    ];
    const json = JSON.stringify(read, (_key, value) => (typeof value === 'bigint' ? String(value) : value));
    expect(json).toContain(WORDS.title);
    expect(json).toContain(text.split('\n')[0]);
    expect(json).not.toContain('contactEmail');
    expect(json).not.toContain(WORDS.contactEmail);
  });

  test(`twenty of them take ${LIST_QUERIES} queries`, async () => {
    const { person } = await makeColleague('Evert Quay');
    for (let count = 0; count < 21; count += 1) await freshRequest();
    const usual = database();
    const counted = new PrismaClient({
      adapter: new PrismaPg({ connectionString: databaseUrl() }),
      log: [{ emit: 'event', level: 'query' }],
    });
    const queries: string[] = [];
    counted.$on('query', (event) => queries.push(event.query));
    adoptDatabase(counted);
    try {
      const { page } = await listOf(person);
      expect(page.rows).toHaveLength(20);
      expect(page.older).not.toBeNull();
    } finally {
      adoptDatabase(usual);
      await counted.$disconnect();
    }
    expect(queries).toHaveLength(LIST_QUERIES);
  });
});
