import { beforeAll, describe, expect, test } from 'vitest';
import { NOBODY } from '@/lib/core/rights';
import { expertCards, ownProfile } from '@/lib/market/experts/queries';
import { database } from '@/lib/platform/db/client';
import {
  admins,
  certificate,
  claim,
  claimRow,
  complete,
  history,
  registered,
  rename,
  revoke,
  statusOf,
  undo,
  verify,
} from '@/tests/fixtures/experts';
import { proposed, worldWithCard } from '@/tests/fixtures/money';
import { codeOf, doneOf } from '@/tests/fixtures/outcome';
import { makeWorld, type World } from '@/tests/fixtures/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const db = () => database();
const told = (personId: string, kind: string) => db().notification.count({ where: { personId, kind } });
const reason = 'The number belongs to somebody else.';

describe('revoking', () => {
  test('takes a certification back long after it was verified, with a reason; what rests on it ends', async () => {
    const own = await worldWithCard();
    const { expertId, certificationId, conversationId } = own;
    const { owner, expert: person } = own.people;
    const [admin] = await admins(own.people.admin.personId);
    await proposed(own);
    await db().certification.update({
      where: { id: certificationId },
      data: { decidedAt: new Date(Date.now() - 90 * 86_400_000) },
    });
    expect(codeOf(await undo(admin!, certificationId))).toBe('conflict');
    expect(await expertCards({ expertIds: [expertId] })).toHaveLength(1);

    expect(codeOf(await revoke(admin!, { certificationId, reason: 'no' }))).toBe('invalid');
    for (const actor of [person, owner])
      expect(codeOf(await revoke(actor, { certificationId, reason }))).toBe('forbidden');
    expect(codeOf(await revoke(NOBODY, { certificationId, reason }))).toBe('unauthenticated');
    doneOf(await revoke(admin!, { certificationId, reason }));

    expect((await history(certificationId)).at(-1)).toEqual({ event: 'revoke', to: 'revoked' });
    expect(await expertCards({ expertIds: [expertId] })).toEqual([]);
    expect(await ownProfile(person)).toMatchObject({
      responds: false,
      certifications: [{ status: 'revoked', reason }],
    });
    expect(await told(person.personId, 'certification.revoked')).toBe(1);
    const customers = await db().notification.findMany({
      where: { kind: 'certification.lost', conversationId },
    });
    expect(customers.map((row) => row.personId)).toContain(owner.personId);
    // The reason is between the admins and the expert.
    expect(JSON.stringify(customers)).not.toContain(reason);
    const kept = await db().auditEntry.findFirstOrThrow({
      where: { objectId: certificationId, action: 'experts.revoke' },
    });
    expect(kept).toMatchObject({ personId: admin!.personId, detail: { reason } });

    for (const again of [revoke(admin!, { certificationId, reason }), undo(admin!, certificationId)])
      expect(codeOf(await again)).toBe('conflict');
    expect(codeOf(await claim(person, { expertId, ...certificate() }))).toBe('done');
  });

  test('happens once, and only to what is verified', async () => {
    const { admin } = world.people;
    await admins(admin.personId);
    const { certificationId } = await registered();
    expect(codeOf(await revoke(admin, { certificationId, reason }))).toBe('conflict');
    doneOf(await verify(admin, { certificationId }));
    const answers = await Promise.all([1, 2, 3].map(() => revoke(admin, { certificationId, reason })));
    expect(answers.map(codeOf).sort()).toEqual(['conflict', 'conflict', 'done']);
    await expect(
      db().certification.update({ where: { id: certificationId }, data: { evidence: null } }),
    ).rejects.toThrow('certification_revoked_with_reason');
  });
});

describe('another name', () => {
  test('sends what was verified back to be verified, and says so before', async () => {
    const { admin } = world.people;
    await admins(admin.personId);
    const { person, expertId, certificationId } = await registered();
    await complete(person, expertId);
    doneOf(await verify(admin, { certificationId }));
    const word = (await claimRow(certificationId)).word;
    expect(await rename(person, { name: 'Wanted Name' })).toMatchObject({
      fields: { requeue: expect.any(String) },
    });
    expect(await statusOf(certificationId)).toBe('verified');
    // Another spelling is the same name.
    doneOf(await rename(person, { name: 'NILS  Arroyo' }));
    expect(await statusOf(certificationId)).toBe('verified');

    doneOf(await rename(person, { name: 'Wanted Name', requeue: 'on' }));
    const row = await claimRow(certificationId);
    expect(row).toMatchObject({ status: 'claimed', decidedBy: null, evidence: null });
    expect(row.word).not.toBe(word);
    expect(row.queuedAt.getTime()).toBeGreaterThan(row.createdAt.getTime());
    expect(await expertCards({ expertIds: [expertId] })).toEqual([]);
    expect((await ownProfile(person))?.certifications).toMatchObject([{ requeued: true, word: row.word }]);
    expect(await told(admin.personId, 'certification.requeued')).toBe(1);
    // The certificate has another name now: the admin must say why it is theirs.
    expect(codeOf(await verify(admin, { certificationId }))).toBe('invalid');
    doneOf(await rename(person, { name: 'Nils Arroyo' }));
    doneOf(await verify(admin, { certificationId }));
    expect(await told(person.personId, 'certification.verified')).toBe(2);
  });

  test('and a verification at once never leave a certificate verified for the name before', async () => {
    const { admin } = world.people;
    await admins(admin.personId);
    for (let round = 0; round < 5; round += 1) {
      const { person, certificationId } = await registered();
      await Promise.all([
        verify(admin, { certificationId }),
        rename(person, { name: 'Another Person', requeue: 'on' }),
      ]);
      expect(await statusOf(certificationId)).toBe('claimed');
    }
  });
});
