import { beforeAll, describe, expect, test } from 'vitest';
import { database } from '@/lib/platform/db/client';
import { doors } from '@/tests/fixtures/members';
import { codeOf, doneOf } from '@/tests/fixtures/outcome';
import { makeCustomer, makePerson, makeWorld, viewerOf, type World } from '@/tests/fixtures/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const db = () => database();
const again = (personId: string) => viewerOf(db(), personId);
const rightsOf = async (customerId: string, personId: string) =>
  (await db().customerMember.findUnique({ where: { customerId_personId: { customerId, personId } } }))
    ?.rights ?? null;
/** Two owners and a member of a customer of their own. */
async function shop() {
  const ids = [
    await makePerson(db(), 'Anna One'),
    await makePerson(db(), 'Bert Two'),
    await makePerson(db(), 'Cleo Three'),
  ];
  const customerId = await makeCustomer(db(), 'Corner Shop', [
    [ids[0]!, ['owner']],
    [ids[1]!, ['owner']],
    [ids[2]!, ['buy']],
  ]);
  const [anna, bert, cleo] = await Promise.all(ids.map(again));
  return { customerId, anna: anna!, bert: bert!, cleo: cleo! };
}

describe('members', () => {
  test('two owners who remove each other at once leave one', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { customerId, anna, bert } = await shop();
      const answers = await Promise.all([
        doors.remove(anna, { customerId, personId: bert.personId }),
        doors.remove(bert, { customerId, personId: anna.personId }),
      ]);
      expect(answers.map(codeOf).sort()).toEqual(['conflict', 'done']);
      expect(await db().customerMember.count({ where: { customerId, rights: { has: 'owner' } } })).toBe(1);
    }
  });

  test('two owners who give up at once leave one, by whatever way', async () => {
    const { customerId, anna, bert } = await shop();
    const answers = await Promise.all([
      doors.setRights(anna, { customerId, personId: anna.personId, rights: ['buy'] }),
      doors.leave(bert, { customerId }),
    ]);
    expect(answers.map(codeOf).sort()).toEqual(['conflict', 'done']);
    expect(await db().customerMember.count({ where: { customerId, rights: { has: 'owner' } } })).toBe(1);
  });

  test('rights are changed by owners, at once, and the last owner stays one', async () => {
    const { customerId, anna, bert, cleo } = await shop();
    const give = (rights: string[]) => ({ customerId, personId: cleo.personId, rights });
    expect(codeOf(await doors.setRights(cleo, give(['owner'])))).toBe('forbidden');
    expect(codeOf(await doors.setRights(world.people.otherOwner, give(['owner'])))).toBe('not_found');
    doneOf(await doors.setRights(anna, give(['grant', 'buy'])));
    expect(await rightsOf(customerId, cleo.personId)).toEqual(['buy', 'grant']);
    doneOf(await doors.remove(anna, { customerId, personId: bert.personId }));
    expect(
      codeOf(await doors.setRights(anna, { customerId, personId: anna.personId, rights: ['buy'] })),
    ).toBe('conflict');
    expect(codeOf(await doors.remove(anna, { customerId, personId: anna.personId }))).toBe('conflict');
    expect(codeOf(await doors.setRights(anna, { ...give([]), personId: bert.personId }))).toBe('not_found');
    expect(codeOf(await doors.setRights(anna, give(['owner', 'sell'])))).toBe('invalid');
  });

  test('the last owner leaves by naming who takes over', async () => {
    const { customerId, anna, bert, cleo } = await shop();
    doneOf(await doors.leave(bert, { customerId }));
    expect(await doors.leave(anna, { customerId })).toMatchObject({
      code: 'conflict',
      fields: { successorId: expect.any(String) },
    });
    doneOf(await doors.leave(anna, { customerId, successorId: cleo.personId }));
    expect(await rightsOf(customerId, cleo.personId)).toEqual(['owner']);
    expect(await rightsOf(customerId, anna.personId)).toBeNull();
    expect(codeOf(await doors.leave(await again(cleo.personId), { customerId }))).toBe('conflict');
    expect(codeOf(await doors.leave(anna, { customerId }))).toBe('not_found');
  });

  test('an admin names an owner among the members, only where none can act', async () => {
    const { customerId, anna, bert, cleo } = await shop();
    const { admin } = world.people;
    const input = { customerId, personId: cleo.personId, reason: 'Both owners are suspended.' };
    expect(codeOf(await doors.takeOver(admin, input))).toBe('conflict');
    await db().person.updateMany({
      where: { id: { in: [anna.personId, bert.personId] } },
      data: { suspendedAt: new Date() },
    });
    expect(codeOf(await doors.takeOver(admin, { ...input, personId: world.people.newcomer.personId }))).toBe(
      'not_found',
    );
    expect(codeOf(await doors.takeOver(anna, input))).toBe('forbidden');
    doneOf(await doors.takeOver(admin, input));
    expect(await rightsOf(customerId, cleo.personId)).toEqual(['owner']);
  });
});

describe('a right that is missing', () => {
  test('is named in the refusal, with who can give it', async () => {
    const { customerId, cleo } = await shop();
    const refused = await doors.setRights(cleo, { customerId, personId: cleo.personId, rights: ['grant'] });
    expect(refused).toMatchObject({
      message: expect.stringContaining('Anna One or Bert Two can give it to you'),
    });
    expect(cleo.customers[0]).toMatchObject({ owners: ['Anna One', 'Bert Two'] });
  });

  test('is asked of the owners by members alone', async () => {
    const { customerId, anna, cleo } = await shop();
    expect(codeOf(await doors.askRight(cleo, { customerId, right: 'grant' }))).toBe('done');
    expect(codeOf(await doors.askRight(cleo, { customerId, right: 'buy' }))).toBe('conflict');
    expect(codeOf(await doors.askRight(cleo, { customerId, right: 'sell' }))).toBe('invalid');
    expect(codeOf(await doors.askRight(anna, { customerId, right: 'grant' }))).toBe('conflict');
    expect(codeOf(await doors.askRight(world.people.otherOwner, { customerId, right: 'grant' }))).toBe(
      'not_found',
    );
  });
});

describe('who is told', () => {
  const toldTo = async (personId: string) =>
    (await db().notification.findMany({ where: { personId }, orderBy: { createdAt: 'asc' } })).map(
      ({ kind, path, detail }) => ({ kind, path, ...(detail as { company: string; reason?: string }) }),
    );

  test('the owners of a right that is asked for, once a day; the member of what was given; nobody of what they did', async () => {
    const { customerId, anna, bert, cleo } = await shop();
    doneOf(await doors.askRight(cleo, { customerId, right: 'grant' }));
    doneOf(await doors.askRight(cleo, { customerId, right: 'grant' }));
    for (const owner of [anna, bert])
      expect(await toldTo(owner.personId)).toMatchObject([
        {
          kind: 'member.asked',
          company: 'Corner Shop',
          reason: 'Grant access',
          path: expect.stringMatching(/^\/members/),
        },
      ]);
    doneOf(await doors.setRights(anna, { customerId, personId: cleo.personId, rights: ['buy', 'grant'] }));
    expect(await toldTo(cleo.personId)).toMatchObject([
      { kind: 'member.changed', reason: 'Buy, Grant access' },
    ]);
    doneOf(await doors.remove(anna, { customerId, personId: cleo.personId }));
    expect((await toldTo(cleo.personId)).map(({ kind }) => kind)).toEqual([
      'member.changed',
      'member.removed',
    ]);
    doneOf(await doors.leave(bert, { customerId }));
    expect((await toldTo(anna.personId)).map(({ kind }) => kind)).toEqual(['member.asked', 'member.left']);
  });
});
