import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { NOBODY } from '@/lib/core/rights';
import * as clock from '@/lib/market/certifications/commands';
import { sweeps } from '@/lib/market/certifications/handlers';
import { ownProfile } from '@/lib/market/experts/queries';
import { respond } from '@/lib/market/responses/commands';
import { RESPONSE_COMMANDS } from '@/lib/market/responses/rights';
import { Respond } from '@/lib/market/responses/schema';
import { database } from '@/lib/platform/db/client';
import { pass } from '@/lib/platform/doors/pass';
import { perform } from '@/lib/platform/doors/perform';
import {
  certificate,
  claim,
  DAY,
  history,
  note,
  registered,
  reject,
  statusOf,
  undo,
  verify,
} from '@/tests/fixtures/experts';
import { codeOf, doneOf } from '@/tests/fixtures/outcome';
import { makeConversation, makeRequest } from '@/tests/fixtures/requests';
import { makeExpert, makePerson, makeWorld, type World } from '@/tests/fixtures/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const told = (personId: string, kind: string) => database().notification.count({ where: { personId, kind } });
const certificationOf = (id: string) => database().certification.findUniqueOrThrow({ where: { id } });

describe('taking a decision back', () => {
  test('puts the claim among those that wait; what was decided stays in its history', async () => {
    const { person, certificationId } = await registered();
    const { admin } = world.people;
    doneOf(await verify(admin, { certificationId, note }));
    doneOf(await undo(admin, certificationId));
    expect(await certificationOf(certificationId)).toMatchObject({
      status: 'claimed',
      decidedAt: null,
      decidedBy: null,
      evidence: null,
    });
    expect((await ownProfile(person))?.responds).toBe(false);
    const kept = await database().auditEntry.findFirstOrThrow({
      where: { objectId: certificationId, action: 'experts.undo' },
    });
    expect(kept.detail).toMatchObject({ was: 'verified', reason: expect.stringContaining(note) });
    doneOf(await reject(admin, { certificationId, preset: 'name' }));
    doneOf(await undo(admin, certificationId));
    doneOf(await verify(admin, { certificationId }));
    expect((await history(certificationId)).map(({ event }) => event)).toEqual([
      'begin',
      'verify',
      'undo',
      'reject',
      'undo',
      'verify',
    ]);
    expect(await told(person.personId, 'certification.verified')).toBe(2);
    expect(await told(person.personId, 'certification.undone')).toBe(2);
  });

  test('is for admins, not of their own claims, and only of what is decided', async () => {
    const { person, certificationId } = await registered();
    const { admin, owner } = world.people;
    expect(codeOf(await undo(admin, certificationId))).toBe('conflict');
    doneOf(await verify(admin, { certificationId }));
    for (const actor of [person, owner]) expect(codeOf(await undo(actor, certificationId))).toBe('forbidden');
    expect(codeOf(await undo(NOBODY, certificationId))).toBe('unauthenticated');
    expect(codeOf(await undo({ ...person, admin: true }, certificationId))).toBe('forbidden');
    expect(await statusOf(certificationId)).toBe('verified');
  });

  test('is over after a day', async () => {
    const { certificationId } = await registered();
    doneOf(await reject(world.people.admin, { certificationId, preset: 'unknown' }));
    const decidedAt = new Date(Date.now() - DAY - 1_000);
    await database().certification.update({ where: { id: certificationId }, data: { decidedAt } });
    expect(codeOf(await undo(world.people.admin, certificationId))).toBe('conflict');
  });

  test('is refused once something was begun on its strength, and not where another one carries it', async () => {
    const { person, expertId, companyId, certificationId } = await registered();
    const { admin } = world.people;
    doneOf(await verify(admin, { certificationId }));
    const { otherCustomerId: customerId, otherRequestId: requestId } = world;
    await makeConversation(database(), { requestId, customerId, companyId, expertId });
    expect(codeOf(await undo(admin, certificationId))).toBe('conflict');
    const { certificationId: second } = doneOf(
      await claim(person, { expertId, ...certificate(), code: 'SCS' }),
    );
    doneOf(await verify(admin, { certificationId: second }));
    expect(codeOf(await undo(admin, certificationId))).toBe('done');
  });

  test('of a rejection is refused once the certification is claimed anew', async () => {
    const { person, expertId, certificationId } = await registered();
    doneOf(await reject(world.people.admin, { certificationId, preset: 'dates' }));
    doneOf(await claim(person, { expertId, ...certificate() }));
    expect(codeOf(await undo(world.people.admin, certificationId))).toBe('conflict');
  });

  test('and an answer that rests on it, at once: only one of the two happens', async () => {
    const { admin, owner } = world.people;
    for (let round = 0; round < 4; round += 1) {
      const { person, companyId, certificationId } = await registered();
      doneOf(await verify(admin, { certificationId }));
      const requestId = await makeRequest(database(), world.customerId, owner.personId);
      const text = 'I have mended a dozen of these and could begin tomorrow.';
      const call = { may: RESPONSE_COMMANDS.respond, schema: Respond, command: respond };
      const answers = await Promise.all([
        undo(admin, certificationId),
        pass(call, person, { requestId, companyId, text }),
      ]);
      const codes = answers.map(codeOf);
      expect([
        ['done', 'forbidden'],
        ['conflict', 'done'],
      ]).toContainEqual(codes);
    }
  });

  test('twice at once happens once', async () => {
    const { certificationId } = await registered();
    doneOf(await verify(world.people.admin, { certificationId }));
    const answers = await Promise.all([1, 2, 3].map(() => undo(world.people.admin, certificationId)));
    expect(answers.map(codeOf).sort()).toEqual(['conflict', 'conflict', 'done']);
  });
});

describe('what an admin must say', () => {
  test('verifying takes all four checks; rejecting a reason', async () => {
    const { certificationId } = await registered();
    const { admin } = world.people;
    expect(await verify(admin, { certificationId, checked: ['number', 'name'] })).toMatchObject({
      code: 'invalid',
      fields: { checked: expect.any(String) },
    });
    expect(await reject(admin, { certificationId, reason: 'It says N. Arroyo.' })).toMatchObject({
      code: 'invalid',
      fields: { preset: expect.any(String) },
    });
    expect(await reject(admin, { certificationId, preset: 'own', reason: 'No' })).toMatchObject({
      code: 'invalid',
      fields: { reason: expect.any(String) },
    });
    doneOf(await reject(admin, { certificationId, preset: 'name', reason: 'It says N. Arroyo y Paz.' }));
    expect((await certificationOf(certificationId)).evidence).toBe(
      'The name there isn’t the name you gave.\nIt says N. Arroyo y Paz.',
    );
  });

  test('after a decision the claim that waits longest behind it comes next', async () => {
    const [first, second] = [await registered(), await registered()];
    const done = doneOf(await verify(world.people.admin, { certificationId: first.certificationId }));
    expect(done.nextId).toBe(second.certificationId);
    const certificationId = second.certificationId;
    const last = doneOf(await reject(world.people.admin, { certificationId, preset: 'over' }));
    expect(last.nextId).not.toBe(second.certificationId);
  });
});

describe('warnings before a certification expires', () => {
  const warn = sweeps.find(({ name }) => name === 'experts.warn')!;
  const lastDay = (days: number) => new Date(Math.floor(Date.now() / DAY) * DAY + days * DAY);
  const holder = async (days: number) => {
    const personId = await makePerson(database(), 'Warned Soon');
    const made = await makeExpert(database(), world.companyId, personId, { expiresOn: lastDay(days) });
    return { personId, ...made };
  };
  const days = async (id: string, left: number) => {
    await database().certification.update({ where: { id }, data: { expiresOn: lastDay(left) } });
    return warn.run();
  };
  beforeEach(async () => {
    while ((await warn.run()) > 0);
  });

  test('come 60, 30 and 7 days before, each once', async () => {
    const { personId, certificationId } = await holder(61);
    const seen: [number, number][] = [];
    for (const left of [61, 60, 59, 31, 30, 29, 8, 7, 6, 1, 0])
      seen.push([left, await days(certificationId, left)]);
    expect(seen.filter(([, count]) => count > 0)).toEqual([
      [60, 1],
      [30, 1],
      [7, 1],
    ]);
    expect(await told(personId, 'certification.expiring')).toBe(3);
    expect((await certificationOf(certificationId)).warnedDays).toBe(7);
  });

  test('where the clock jumps over several, the nearest alone is given', async () => {
    const { personId, certificationId } = await holder(300);
    expect(await days(certificationId, 3)).toBe(1);
    expect(await days(certificationId, 2)).toBe(0);
    const told = await database().notification.findMany({ where: { personId } });
    expect(told).toMatchObject([{ detail: { days: 'in 3 days' } }]);
  });

  test('come once from two processes', async () => {
    const { personId } = await holder(20);
    const done = await Promise.all([warn.run(), warn.run(), warn.run()]);
    expect(done.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(await told(personId, 'certification.expiring')).toBe(1);
  });

  test('do not come for claims, for what is renewed, and for whoever has left', async () => {
    const [waits, renewed, left] = [await holder(20), await holder(20), await holder(20)];
    await database().certification.update({
      where: { id: waits.certificationId },
      data: { status: 'claimed' },
    });
    await database().certification.create({
      data: {
        ...{ expertId: renewed.expertId, code: 'SAP', nameAsPrinted: 'Warned Soon', status: 'verified' },
        ...{ validationNumber: crypto.randomUUID(), issuedOn: lastDay(-1), expiresOn: lastDay(1_094) },
      },
    });
    await database().expert.update({ where: { id: left.expertId }, data: { leftAt: new Date() } });
    expect(await warn.run()).toBe(0);
  });

  test('are given by nobody but the clock', async () => {
    const { admin } = world.people;
    await expect(perform(admin, (tx) => clock.warnNext(tx, admin))).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});
