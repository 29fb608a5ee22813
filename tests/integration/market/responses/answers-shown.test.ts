import { beforeAll, describe, expect, test } from 'vitest';
import { NOBODY, type Person } from '@/lib/core/rights';
import { answersOf } from '@/lib/job/answers/queries';
import { archivedCount, conversationOf, conversationsOf } from '@/lib/job/conversations/queries';
import { requestsOf } from '@/lib/job/own-requests/queries';
import { footingOf } from '@/lib/market/footing/queries';
import { answerTimesOf } from '@/lib/market/response-times/queries';
import { requestForExpert } from '@/lib/market/responses/queries';
import { database } from '@/lib/platform/db/client';
import { appNow } from '@/lib/platform/db/clock';
import { answerOf, archive, makeSeller, type Seller, settleWith } from '@/tests/fixtures/answers';
import { doneOf } from '@/tests/fixtures/outcome';
import { makeConversation, makeRequest } from '@/tests/fixtures/requests';
import { costOf, read } from '@/tests/fixtures/talk';
import { makeWorld, type World } from '@/tests/fixtures/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
const freshRequest = () => makeRequest(database(), world.customerId, world.people.owner.personId);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

type Line = [side: 'customer' | 'company' | null, minutes: number];

/** A conversation of the seller's whose lines were said so many minutes after a beginning. */
async function talked({ companyId, expertId }: Seller, begin: Date, lines: readonly Line[]): Promise<void> {
  const requestId = await freshRequest();
  const of = { requestId, customerId: world.customerId, companyId, expertId };
  const { conversationId } = await makeConversation(database(), of);
  await database().message.createMany({
    data: lines.map(([side, minutes], index) => ({
      conversationId,
      seq: index + 1,
      side,
      authorId: side ? world.people.owner.personId : null,
      clientId: `line-${index}`,
      body: 'Something was said.',
      at: new Date(begin.getTime() + minutes * MINUTE),
    })),
  });
  const last = lines.at(-1)?.[1] ?? 0;
  await database().conversation.update({
    where: { id: conversationId },
    data: { lastSeq: lines.length, lastAt: new Date(begin.getTime() + last * MINUTE) },
  });
}

describe('how long a company takes to answer', () => {
  test('is the median from what a customer said to what the company said next, several lines being one wait', async () => {
    const seller = await makeSeller('Alma Quick');
    const now = await appNow();
    const begin = new Date(now.getTime() - 3 * DAY);
    // Waits of 10 (from the first of two lines, a line of Groundcrew's between), 30 and 120 minutes; the last is unanswered.
    await talked(seller, begin, [
      ['company', 0],
      ['customer', 10],
      ['customer', 15],
      [null, 16],
      ['company', 20],
      ['company', 21],
      ['customer', 30],
      ['company', 60],
    ]);
    await talked(seller, begin, [
      ['customer', 0],
      ['company', 120],
      ['customer', 200],
    ]);
    const times = await answerTimesOf([seller.companyId], now);
    expect([...times]).toEqual([[seller.companyId, 30 * MINUTE]]);
  });

  test('is not said on fewer than three answers, nor on what was said more than 90 days ago', async () => {
    const [two, old] = [await makeSeller('Bent Few'), await makeSeller('Carl Old')];
    const now = await appNow();
    const twice: Line[] = [
      ['customer', 0],
      ['company', 5],
      ['customer', 10],
      ['company', 15],
    ];
    await talked(two, new Date(now.getTime() - DAY), twice);
    for (let count = 0; count < 3; count += 1) await talked(old, new Date(now.getTime() - 91 * DAY), twice);
    expect((await answerTimesOf([two.companyId, old.companyId], now)).size).toBe(0);
    expect((await answerTimesOf([], now)).size).toBe(0);
  });

  test('of many companies takes one query', async () => {
    const ids = [world.companyId, world.otherCompanyId, crypto.randomUUID()];
    expect((await costOf(async () => answerTimesOf(ids, new Date()))).queries).toBe(1);
  });
});

describe('the answers that a customer reads', () => {
  test('carry what is compared, and nothing by which an expert could be reached elsewhere', async () => {
    const requestId = await freshRequest();
    const seller = await makeSeller('Dora Vale');
    const id = await answerOf(seller, requestId);
    await database().company.update({
      where: { id: seller.companyId },
      data: { size: '11-50', partner: true },
    });
    const [answer] = await answersOf(world.people.member, requestId, await appNow());
    expect(answer).toMatchObject({
      id,
      origin: 'answer',
      archived: false,
      headline: 'Databases and networks on AWS',
      languages: ['English', 'Swedish'],
      company: { size: '11-50', partner: true, freelancer: false },
      answerTime: null,
      proposal: null,
    });
    const json = JSON.stringify(answer, (_key, value) => (typeof value === 'bigint' ? String(value) : value));
    expect(json).not.toContain('@');
    expect(json).not.toContain(seller.person.email);
    expect(json).not.toContain('contactEmail');
  });

  test('are for the members of its customer alone, archived ones too', async () => {
    const requestId = await freshRequest();
    const seller = await makeSeller('Egil Brun');
    const id = await answerOf(seller, requestId);
    doneOf(await archive(world.people.owner, { responseId: id, archived: 'true' }));
    const now = await appNow();
    expect(await answersOf(world.people.buyer, requestId, now)).toMatchObject([{ id, archived: true }]);
    for (const viewer of [
      world.people.otherOwner,
      world.people.otherExpert,
      world.people.admin,
      world.people.newcomer,
      seller.person,
      NOBODY,
    ])
      expect(await answersOf(viewer, requestId, now)).toEqual([]);
  });

  test('take as many queries for five as for one', async () => {
    const now = await appNow();
    const [few, many] = [await freshRequest(), await freshRequest()];
    await answerOf(await makeSeller('Frida One'), few);
    for (const name of ['Gaute A', 'Hanne B', 'Ivar C', 'Jorun D', 'Knut E'])
      await answerOf(await makeSeller(name), many);
    const cost = async (requestId: string) =>
      (await costOf(() => answersOf(world.people.owner, requestId, now))).queries;
    expect(await cost(many)).toBe(await cost(few));
  });
});

describe('a request that was settled, put aside or read', () => {
  async function answered() {
    const requestId = await freshRequest();
    const [one, two] = [await makeSeller('Laila Stark'), await makeSeller('Mons Tveten')];
    return { requestId, one, two, ids: [await answerOf(one, requestId), await answerOf(two, requestId)] };
  }
  const standingOf = async (viewer: Person, id: string) => (await conversationOf(viewer, id))?.standing;
  const listOf = async (viewer: Person, which: Parameters<typeof conversationsOf>[1], requestId: string) =>
    (await conversationsOf(viewer, { ...which, requestId })).rows.map(({ id }) => id);

  test('says so to each side, and no company learns whom the customer chose instead', async () => {
    const { requestId, one, two, ids } = await answered();
    const { owner } = world.people;
    doneOf(await settleWith(owner, { responseId: ids[0], thanks: 'Thank you.' }));
    expect(await standingOf(one.person, ids[0]!)).toMatchObject({ settled: 'this' });
    expect(await standingOf(two.person, ids[1]!)).toMatchObject({ settled: 'another' });
    const seen: unknown[] = [await conversationOf(two.person, ids[1]!), await conversationsOf(two.person)];
    const footing = await footingOf(two.person, await appNow());
    const item = await requestForExpert(two.person, footing!, requestId);
    expect(item).toMatchObject({ settled: 'another', refusal: expect.anything() });
    const json = JSON.stringify([...seen, item], (_key, value) =>
      typeof value === 'bigint' ? String(value) : value,
    );
    for (const secret of [ids[0]!, 'Laila Stark', 'chosenId', 'archivedAt', 'contactEmail', 'thanks'])
      expect(json).not.toContain(secret);
    const [card] = (await requestsOf(owner)).rows.filter((row) => row.id === requestId);
    expect(card).toMatchObject({ chosen: 'Laila Stark', answers: 2, status: 'paused' });
  });

  test('has its archived conversation in a list of its own for the customer, and in the usual one for the company', async () => {
    const { requestId, one, ids } = await answered();
    const { owner } = world.people;
    doneOf(await archive(owner, { responseId: ids[0], archived: 'true' }));
    expect(await listOf(owner, {}, requestId)).toEqual([ids[1]]);
    expect(await listOf(owner, { archived: true }, requestId)).toEqual([ids[0]]);
    expect(await listOf(owner, { also: ids[0] }, requestId)).toHaveLength(2);
    expect(await listOf(one.person, {}, requestId)).toEqual([ids[0]]);
    expect(await listOf(one.person, { archived: true }, requestId)).toEqual([]);
    expect(await archivedCount(owner)).toBeGreaterThan(0);
    for (const stranger of [world.people.otherOwner, world.people.otherExpert]) {
      expect(await listOf(stranger, { also: ids[0] }, requestId)).toEqual([]);
      expect(await listOf(stranger, { archived: true }, requestId)).toEqual([]);
      expect(await archivedCount(stranger)).toBe(0);
    }
    expect(await standingOf(owner, ids[0]!)).toMatchObject({ archived: true });
    expect(await standingOf(one.person, ids[0]!)).toMatchObject({ archived: false });
    const [card] = (await requestsOf(owner)).rows.filter((row) => row.id === requestId);
    expect(card).toMatchObject({ answers: 1, unread: 1 });
  });

  test('tells the company when it was first read, and the customer nothing of the kind', async () => {
    const { requestId, one, ids } = await answered();
    doneOf(await read(world.people.member, ids[0]!, 1));
    expect((await standingOf(one.person, ids[0]!))?.readAt).toBeInstanceOf(Date);
    expect((await standingOf(world.people.owner, ids[0]!))?.readAt).toBeNull();
    const footing = await footingOf(one.person, await appNow());
    expect((await requestForExpert(one.person, footing!, requestId))?.mine?.readAt).toBeInstanceOf(Date);
  });

  test('by one company alone is there for that company, marked as private, and for no other', async () => {
    const [one, two] = [await makeSeller('Nora Vik'), await makeSeller('Odd Lie')];
    const direct = await freshRequest();
    await database().request.update({
      where: { id: direct },
      data: { audience: 'direct', toCompanyId: one.companyId },
    });
    const of = {
      requestId: direct,
      customerId: world.customerId,
      companyId: one.companyId,
      expertId: one.expertId,
    };
    await makeConversation(database(), of);
    const now = await appNow();
    const seen = async (seller: Seller) =>
      requestForExpert(seller.person, (await footingOf(seller.person, now))!, direct);
    expect(await seen(one)).toMatchObject({ private: true, mine: { status: 'open' } });
    expect(await seen(two)).toBeNull();
  });
});
