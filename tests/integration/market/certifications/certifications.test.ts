import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { CLOCK, NOBODY, VENDOR } from '@/lib/core/rights';
import * as commands from '@/lib/market/certifications/commands';
import { ownProfile } from '@/lib/market/experts/queries';
import { claimsToVerify, claimToVerify, countClaims } from '@/lib/market/verification/queries';
import { database } from '@/lib/platform/db/client';
import { perform } from '@/lib/platform/doors/perform';
import { DEADLINES } from '@/lib/wiring/deadlines';
import {
  certificate,
  claim,
  complete,
  DAY,
  expertCard,
  history,
  newNumber,
  note,
  register,
  registered,
  registration,
  reject,
  statusOf,
  verify,
} from '@/tests/fixtures/experts';
import { codeOf, doneOf } from '@/tests/fixtures/outcome';
import { makeExpert, makePerson, makeWorld, viewerOf, type World } from '@/tests/fixtures/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

describe('deciding about a claim', () => {
  test('verified: the expert can respond, is told, and the card shows it', async () => {
    const { person, expertId, certificationId } = await registered();
    await complete(person, expertId);
    expect(await expertCard(expertId)).toBeNull();
    doneOf(await verify(world.people.admin, { certificationId, note }));
    expect(await ownProfile(person)).toMatchObject({ responds: true });
    expect((await expertCard(expertId))?.certifications).toMatchObject([{ code: 'SAA' }]);
    expect(await history(certificationId)).toEqual([
      { event: 'begin', to: 'claimed' },
      { event: 'verify', to: 'verified' },
    ]);
    expect(
      await database().notification.count({
        where: { personId: person.personId, key: `certification.verified:${certificationId}` },
      }),
    ).toBe(1);
  });

  test('rejected: the expert reads why and can claim again', async () => {
    const { person, expertId, certificationId } = await registered();
    const reason = 'The number is not known at AWS.';
    doneOf(await reject(world.people.admin, { certificationId, preset: 'own', reason }));
    expect((await ownProfile(person))?.certifications).toMatchObject([{ status: 'rejected', reason }]);
    expect(codeOf(await verify(world.people.admin, { certificationId, note }))).toBe('conflict');
    expect(codeOf(await claim(person, { expertId, ...certificate() }))).toBe('done');
  });

  test('what an admin saw is not shown to the expert, and to nobody in public', async () => {
    const { person, expertId, certificationId } = await registered();
    await complete(person, expertId);
    doneOf(await verify(world.people.admin, { certificationId, note }));
    const shown = JSON.stringify([await ownProfile(person), await expertCard(expertId)], (_, value) =>
      typeof value === 'bigint' ? String(value) : value,
    );
    expect(shown).not.toContain(note);
  });

  test('is for admins', async () => {
    const { person, certificationId } = await registered();
    for (const actor of [person, world.people.owner, world.people.expert])
      expect(codeOf(await verify(actor, { certificationId, note }))).toBe('forbidden');
    expect(codeOf(await reject(person, { certificationId, preset: 'own', reason: note }))).toBe('forbidden');
    expect(codeOf(await verify(NOBODY, { certificationId, note }))).toBe('unauthenticated');
    expect(codeOf(await verify({ ...world.people.admin, suspended: true }, { certificationId, note }))).toBe(
      'forbidden',
    );
    expect(codeOf(await verify(VENDOR, { certificationId, note }))).toBe('forbidden');
    expect(await statusOf(certificationId)).toBe('claimed');
  });

  test("is not for the admin's own claim", async () => {
    const personId = await makePerson(database(), 'Both Sides', { admin: true });
    const made = doneOf(await register(await viewerOf(database(), personId), registration()));
    const { id } = await database().certification.findFirstOrThrow({ where: { expertId: made.expertId } });
    const own = await viewerOf(database(), personId);
    expect(codeOf(await verify(own, { certificationId: id, note }))).toBe('forbidden');
    expect((await claimToVerify(own, id, new Date()))?.own).toBe(true);
  });

  test('by two admins at once happens once', async () => {
    const { certificationId } = await registered();
    const { admin } = world.people;
    const answers = await Promise.all([
      verify(admin, { certificationId, note }),
      reject(admin, { certificationId, preset: 'own', reason: note }),
      verify(admin, { certificationId, note }),
    ]);
    expect(answers.map(codeOf).sort()).toEqual(['conflict', 'conflict', 'done']);
    expect(await history(certificationId)).toHaveLength(2);
  });

  test('one number is verified for one claim, also when two are decided at once', async () => {
    const [one, other] = [await registered(), await registered()];
    const number = newNumber();
    for (const { certificationId } of [one, other])
      await database().certification.update({
        where: { id: certificationId },
        data: { validationNumber: number },
      });
    const answers = await Promise.all(
      [one, other].map(({ certificationId }) => verify(world.people.admin, { certificationId, note })),
    );
    expect(answers.map(codeOf).sort()).toEqual(['conflict', 'done']);
    const claimed = (await statusOf(one.certificationId)) === 'claimed' ? one : other;
    const page = await claimToVerify(world.people.admin, claimed.certificationId, new Date());
    expect(page?.others).toMatchObject([{ sameNumber: true, status: 'verified' }]);
    expect(codeOf(await verify(world.people.admin, { certificationId: claimed.certificationId, note }))).toBe(
      'conflict',
    );
  });
});

describe('the list of claims', () => {
  test('is for admins, the oldest first, and its pages join', async () => {
    await registered();
    const { admin } = world.people;
    const seen: string[] = [];
    let cursor: { at: Date; id: string } | null = null;
    do {
      const page = await claimsToVerify(admin, cursor);
      seen.push(...page.rows.map((row) => row.id));
      const last = page.rows.at(-1);
      cursor = page.next && last ? { at: last.claimedAt, id: last.id } : null;
    } while (cursor);
    const all = await database().certification.findMany({
      where: { status: 'claimed' },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      select: { id: true },
    });
    expect(seen).toEqual(all.map((row) => row.id));
    expect(await countClaims(admin)).toBe(all.length);
  });

  test('is empty for everybody else', async () => {
    const { certificationId } = await registered();
    for (const viewer of [
      NOBODY,
      world.people.owner,
      world.people.expert,
      { ...world.people.admin, suspended: true },
    ]) {
      expect((await claimsToVerify(viewer, null)).rows).toEqual([]);
      expect(await claimToVerify(viewer, certificationId, new Date())).toBeNull();
      expect(await countClaims(viewer)).toBe(0);
    }
  });
});

describe('the clock', () => {
  const expire = DEADLINES.worker.find(({ name }) => name === 'certification expire')!;
  const lastDay = (days: number) => new Date(Math.floor(Date.now() / DAY) * DAY + days * DAY);
  beforeEach(async () => {
    await expire.run();
  });

  test('expires a certification after its last day, not on it; the expert is told', async () => {
    const personId = await makePerson(database(), 'Over Due');
    const over = await makeExpert(database(), world.companyId, personId, { expiresOn: lastDay(-1) });
    const today = await makeExpert(database(), world.otherCompanyId, personId, { expiresOn: lastDay(0) });
    await expire.run();
    expect(await statusOf(over.certificationId)).toBe('expired');
    expect(await statusOf(today.certificationId)).toBe('verified');
    expect(await history(over.certificationId)).toEqual([{ event: 'expire', to: 'expired' }]);
    expect(
      await database().notification.count({
        where: { personId, key: `certification.lapsed:${over.certificationId}` },
      }),
    ).toBe(1);
  });

  test('in two processes at once expires each once', async () => {
    const ids: string[] = [];
    for (let at = 0; at < 6; at += 1) {
      const personId = await makePerson(database(), `Over ${at}`);
      ids.push(
        (await makeExpert(database(), world.companyId, personId, { expiresOn: lastDay(-2) })).certificationId,
      );
    }
    await Promise.all([expire.run(), expire.run(), expire.run()]);
    for (const id of ids) expect(await history(id)).toEqual([{ event: 'expire', to: 'expired' }]);
  });

  test('leaves claims and rejections alone, and nobody else may expire', async () => {
    const personId = await makePerson(database(), 'Claim Only');
    const { certificationId } = await makeExpert(database(), world.companyId, personId, {
      expiresOn: lastDay(-2),
      status: 'claimed',
    });
    await expire.run();
    await perform(CLOCK, (tx) => commands.expire(tx, CLOCK, { certificationId }));
    expect(await statusOf(certificationId)).toBe('claimed');
    await expect(
      perform(world.people.admin, (tx) => commands.expire(tx, world.people.admin, { certificationId })),
    ).rejects.toMatchObject({ code: 'forbidden' });
  });
});
