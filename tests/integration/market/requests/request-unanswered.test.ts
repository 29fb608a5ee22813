import { beforeAll, describe, expect, test } from 'vitest';
import { type Actor, CLOCK } from '@/lib/core/rights';
import { improve, noteNextUnanswered } from '@/lib/market/advice/commands';
import { ADVICE_COMMANDS } from '@/lib/market/advice/rights';
import { adviceFor, type Improvable } from '@/lib/market/advice/rules';
import { ImproveRequest } from '@/lib/market/advice/schema';
import { requestOf } from '@/lib/market/requests/queries';
import { database } from '@/lib/platform/db/client';
import { pass } from '@/lib/platform/doors/pass';
import { perform } from '@/lib/platform/doors/perform';
import { codeOf, doneOf } from '@/tests/fixtures/outcome';
import { makeRequest } from '@/tests/fixtures/requests';
import { makeWorld, type World } from '@/tests/fixtures/world';

const DAY = 86_400_000;
const change = (actor: Actor, input: object) =>
  pass({ may: ADVICE_COMMANDS.improve, schema: ImproveRequest, command: improve }, actor, input);
const sweep = async () => {
  while (await perform(CLOCK, (tx) => noteNextUnanswered(tx, CLOCK)));
};

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

async function posted(days: number, data: object = {}): Promise<string> {
  const id = await makeRequest(database(), world.customerId, world.people.owner.personId);
  const createdAt = new Date(Date.now() - days * DAY);
  await database().request.update({ where: { id }, data: { createdAt, ...data } });
  return id;
}
const noted = async (id: string) =>
  (await database().request.findUniqueOrThrow({ where: { id } })).unansweredAt !== null;

describe('a request that nobody answers', () => {
  test('is told of on the third day, to every member, once', async () => {
    const [young, due] = [await posted(2.9), await posted(3.1)];
    await Promise.all([sweep(), sweep()]);
    expect([await noted(young), await noted(due)]).toEqual([false, true]);
    await sweep();
    const told = await database().notification.findMany({ where: { key: `request.unanswered:${due}` } });
    const { owner, member, buyer, granter } = world.people;
    expect(told.map(({ personId }) => personId).sort()).toEqual(
      [owner, member, buyer, granter].map(({ personId }) => personId).sort(),
    );
  });

  test('is left alone while it is private, closed, answered, or old', async () => {
    const ids = [
      await posted(4, { status: 'paused' }),
      await posted(4, { audience: 'direct', toCompanyId: world.companyId }),
      await posted(4, { responseCount: 1 }),
      await posted(40),
      await posted(40, { openedAt: new Date(Date.now() - DAY) }),
    ];
    await sweep();
    for (const id of ids) expect(await noted(id)).toBe(false);
  });

  test('is changed by one press, with its history; a second press changes nothing', async () => {
    const id = await posted(4, { location: 'fr', slots: 2 });
    const { member, expert, otherOwner } = world.people;
    for (const by of ['anywhere', 'unlimited', 'services', 'services'])
      doneOf(await change(member, { requestId: id, by }));
    const request = await requestOf(member, id);
    expect(request).toMatchObject({ location: 'anywhere', slots: null, services: ['rds'] });
    expect(request?.edits).toMatchObject([
      { location: 'anywhere', services: [] },
      { location: 'fr', services: [] },
    ]);
    for (const who of [expert, otherOwner])
      expect(codeOf(await change(who, { requestId: id, by: 'anywhere' }))).toBe('not_found');
  });
});

describe('what is advised', () => {
  const fine: Improvable = {
    title: 'ECS tasks cannot reach RDS after a change of the VPC',
    description: 'x'.repeat(300),
    budget: 'from100',
    location: 'anywhere',
    services: ['ecs'],
    slots: null,
  };
  test('is nothing for a request that says everything', () => expect(adviceFor(fine)).toEqual([]));
  test.each<[Partial<Improvable>, string]>([
    [{ title: 'Need help urgently please' }, 'Change the title'],
    [{ description: 'x'.repeat(50) }, 'Write more'],
    [{ budget: 'unknown' }, 'Add a budget'],
    [{ services: [] }, 'Add the services your text names'],
    [{ services: [], title: 'Someone to move our shop' }, 'Choose services'],
    [{ location: 'uk' }, 'Ask experts from anywhere'],
    [{ slots: 2 }, 'Remove the limit'],
  ])('for %o is to %s', (part, label) =>
    expect(adviceFor({ ...fine, ...part }).map(({ action }) => action.label)).toEqual([label]),
  );
});
