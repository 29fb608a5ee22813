import { beforeEach, describe, expect, test } from 'vitest';
import { CLOCK, type Person } from '@/lib/core/rights';
import * as savedSearches from '@/lib/market/saved-searches/commands';
import { peopleToTell } from '@/lib/market/saved-searches/queries';
import { database } from '@/lib/platform/db/client';
import { rowsOf } from '@/lib/platform/db/rows';
import { perform } from '@/lib/platform/doors/perform';
import { mark } from '@/tests/fixtures/marks';
import { doneOf } from '@/tests/fixtures/outcome';
import { makeConversation, makeRequest } from '@/tests/fixtures/requests';
import { edit, save as saveSearch } from '@/tests/fixtures/saved-searches';
import { makeWorld, viewerOf, type World } from '@/tests/fixtures/world';

let world: World;
let expert: Person;
let word: string;
beforeEach(async () => {
  await database().savedSearch.deleteMany();
  world = await makeWorld();
  expert = world.people.otherExpert;
  word = `axolotl${Math.random().toString(36).slice(2, 8)}`;
});

const save = (actor: Person, input: object = {}) => saveSearch(actor, { query: `q=${word}`, ...input });
const posted = (words = {}) =>
  makeRequest(database(), world.customerId, world.people.owner.personId, {
    title: `Care of an ${word}`,
    ...words,
  });
const matched = async (requestId: string) =>
  (await perform(CLOCK, (tx) => savedSearches.match(tx, CLOCK, { requestId }))).hits;
const tell = (person: Person) =>
  perform(CLOCK, (tx) => savedSearches.tellFound(tx, CLOCK, { personId: person.personId }));
const toldTo = (person: Person) =>
  database().notification.findMany({ where: { personId: person.personId, kind: 'search.found' } });

describe('a new request', () => {
  test('is matched in a job of its own, not while it is posted', async () => {
    doneOf(await save(expert));
    const requestId = await posted();
    await perform(world.people.owner, async (tx) => {
      tx.emit({ name: 'request.posted', requestId, customerId: world.customerId });
    });
    expect(await database().savedSearchHit.count({ where: { requestId } })).toBe(0);
    const [job] = await database().$queryRaw<{ count: bigint }[]>`
      SELECT count(*) FROM pgboss.job WHERE name = 'savedSearches.match' AND data->'payload'->>'requestId' = ${requestId}`;
    expect(job?.count).toBe(1n);
  });

  test('is found by words, phrases, alternatives and filters, and once however often it is matched', async () => {
    const finding = [
      `q=${word}`,
      `q="an ${word}"`,
      `q=nothing+or+${word}`,
      `q=${word}&budget=from100&budget=from50`,
      `q=${word}+-dragon&location=anywhere`,
      'budget=from100&responses=none&free=yes',
      'q=-dragon',
    ];
    const missing = [
      `q=${word}+dragon`,
      `q=${word}&budget=from50`,
      `q=-${word}`,
      `q="${word} care"`,
      'service=lambda',
    ];
    for (const query of [...finding, ...missing]) doneOf(await save(expert, { query, name: query }));
    const requestId = await posted();
    expect(await matched(requestId)).toBe(finding.length);
    expect(await matched(requestId)).toBe(0);
    const hits = await database().savedSearchHit.findMany({
      where: { requestId },
      include: { search: true },
    });
    expect(hits.map(({ search }) => search.name).sort()).toEqual([...finding].sort());
  });

  test('is found once more when it is edited, by whoever has neither been told of it nor answered it', async () => {
    const { people, companyId, expertId, customerId } = world;
    doneOf(await save(expert));
    doneOf(await save(expert, { name: 'Dragons', query: 'q=dragon' }));
    doneOf(await save(people.expert, { name: 'Dragons', query: 'q=dragon' }));
    const requestId = await posted();
    expect(await matched(requestId)).toBe(1);
    await makeConversation(database(), { requestId, customerId, companyId, expertId });
    await perform(people.owner, async (tx) => {
      await rowsOf(tx).request.update({
        where: { id: requestId },
        data: { title: `Care of a dragon, and of an ${word}` },
      });
      tx.emit({ name: 'request.edited', requestId, customerId });
    });
    const [job] = await database().$queryRaw<{ count: bigint }[]>`
      SELECT count(*) FROM pgboss.job WHERE name = 'savedSearches.match' AND data->'payload'->>'requestId' = ${requestId}`;
    expect(job?.count).toBe(1n);
    expect(await matched(requestId)).toBe(1);
    const hits = await database().savedSearchHit.findMany({
      where: { requestId },
      select: { search: { select: { name: true, personId: true } } },
    });
    const { personId } = expert;
    expect(hits.map(({ search }) => search)).toEqual(
      expect.arrayContaining([
        { name: 'Axolotls', personId },
        { name: 'Dragons', personId },
      ]),
    );
  });

  test('is told once, for all searches that found it, with the way to it', async () => {
    doneOf(await save(expert));
    doneOf(await save(expert, { name: 'Care', query: `q=care+${word}` }));
    const requestId = await posted();
    await matched(requestId);
    expect(await peopleToTell()).toContain(expert.personId);
    expect((await Promise.all([tell(expert), tell(expert)])).map(({ told }) => told).sort()).toEqual([0, 1]);
    const rows = await toldTo(expert);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ detail: { count: 1, title: `Care of an ${word}` } });
    expect(rows[0]?.path).toMatch(/^\/work\/[0-9a-z]{26}$/);
    expect(await peopleToTell()).not.toContain(expert.personId);
  });

  test('waits for eight in the morning of the person’s own day where they want one mail a day', async () => {
    await database().person.update({
      where: { id: expert.personId },
      data: { timeZone: 'Australia/Sydney' },
    });
    const { savedSearchId } = doneOf(await save(expert, { pace: 'daily' }));
    await matched(await posted());
    await matched(await posted());
    const [hit] = await database().savedSearchHit.findMany({ where: { savedSearchId } });
    const local = new Intl.DateTimeFormat('en-GB', { timeZone: 'Australia/Sydney', timeStyle: 'medium' });
    expect(local.format(hit!.dueAt!)).toBe('08:00:00');
    expect(hit!.dueAt!.getTime() - hit!.at.getTime()).toBeGreaterThan(0);
    expect(hit!.dueAt!.getTime() - hit!.at.getTime()).toBeLessThanOrEqual(25 * 3_600_000);
    expect((await tell(expert)).told).toBe(0);
    await database().savedSearchHit.updateMany({ where: { savedSearchId }, data: { dueAt: new Date(0) } });
    expect((await tell(expert)).told).toBe(2);
    expect(await toldTo(expert)).toMatchObject([{ detail: { count: 2 }, path: `/work?q=${word}` }]);
  });

  test('keeps to UTC for somebody whose time zone is not known any more, and finds everybody else’s', async () => {
    await database().person.update({ where: { id: expert.personId }, data: { timeZone: 'Mars/Base' } });
    const { savedSearchId } = doneOf(await save(expert, { pace: 'daily' }));
    expect(await matched(await posted())).toBe(1);
    const [hit] = await database().savedSearchHit.findMany({ where: { savedSearchId } });
    expect(hit?.dueAt?.toISOString()).toContain('T08:00:00');
  });

  test('is told by the new pace where that was changed in between, and never by none', async () => {
    const { savedSearchId } = doneOf(await save(expert, { pace: 'daily' }));
    await matched(await posted());
    doneOf(await edit(expert, { savedSearchId, name: 'Axolotls', pace: 'off' }));
    expect((await tell(expert)).told).toBe(0);
    expect(await matched(await posted())).toBe(0);
    doneOf(await edit(expert, { savedSearchId, name: 'Axolotls', pace: 'immediate' }));
    expect((await tell(expert)).told).toBe(1);
  });

  test('of one’s own customer, hidden, closed or answered meanwhile or private is not told', async () => {
    doneOf(await save(expert));
    const own = await posted();
    await database().customerMember.create({
      data: { customerId: world.customerId, personId: expert.personId, rights: [] },
    });
    expect(await matched(own)).toBe(0);
    await database().customerMember.deleteMany({ where: { personId: expert.personId } });
    const direct = await posted();
    await database().request.update({
      where: { id: direct },
      data: { audience: 'direct', toCompanyId: world.companyId },
    });
    expect(await matched(direct)).toBe(0);
    const [hidden, closed, answered] = [await posted(), await posted(), await posted()];
    expect(await matched(hidden)).toBe(1);
    expect(await matched(closed)).toBe(1);
    expect(await matched(answered)).toBe(1);
    const { customerId, otherCompanyId: companyId, otherExpertId: expertId } = world;
    await makeConversation(database(), { requestId: answered, customerId, companyId, expertId });
    doneOf(await mark(await viewerOf(database(), expert.personId), { requestId: hidden, mark: 'hidden' }));
    await database().request.update({ where: { id: closed }, data: { status: 'paused' } });
    expect((await tell(expert)).told).toBe(0);
    expect(await matched(hidden)).toBe(0);
  });

  test('is told to nobody who is suspended or cannot answer any more', async () => {
    doneOf(await save(expert));
    await matched(await posted());
    await database().certification.updateMany({ data: { status: 'rejected' } });
    expect((await tell(expert)).told).toBe(0);
    await database().person.update({ where: { id: expert.personId }, data: { suspendedAt: new Date() } });
    expect(await matched(await posted())).toBe(0);
    expect(await toldTo(expert)).toEqual([]);
  });
});
