import { beforeAll, describe, expect, test } from 'vitest';
import { NOBODY } from '@/lib/core/rights';
import { expertCards, ownProfile } from '@/lib/market/experts/queries';
import { claimToVerify } from '@/lib/market/verification/queries';
import { database } from '@/lib/platform/db/client';
import {
  certificate,
  claim,
  complete,
  history,
  note,
  registered,
  rename,
  revoke,
  statusOf,
  undo,
  verify,
} from '@/tests/fixtures/experts';
import { proposed, worldWithCard } from '@/tests/fixtures/money';
import { codeOf, doneOf } from '@/tests/fixtures/outcome';
import { makePerson, makeWorld, viewerOf, type World } from '@/tests/fixtures/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const db = () => database();
const rowOf = (id: string) => db().certification.findUniqueOrThrow({ where: { id } });
const told = (personId: string, kind: string) => db().notification.count({ where: { personId, kind } });
const nameReason = 'They married in May; the certificate has the name before.';
const reason = 'The number belongs to somebody else.';

/** A claim of a certificate that has another name than the person. */
async function ofAnotherName() {
  const made = await registered();
  await db().certification.update({
    where: { id: made.certificationId },
    data: { nameAsPrinted: 'Somebody Else' },
  });
  return made;
}
/** Whether the only admins who can act are these. */
async function admins(...personIds: string[]) {
  await db().person.updateMany({ where: { admin: true }, data: { suspendedAt: new Date() } });
  await db().person.updateMany({
    where: { id: { in: personIds } },
    data: { admin: true, suspendedAt: null },
  });
  return Promise.all(personIds.map((id) => viewerOf(db(), id)));
}

describe('a certificate with another name than its person', () => {
  test('is verified only with a written reason and by a second admin', async () => {
    const ids = [await makePerson(db(), 'Ada First'), await makePerson(db(), 'Bo Second')];
    const [first, second] = await admins(...ids);
    const { certificationId } = await ofAnotherName();
    expect(await verify(first!, { certificationId, note })).toMatchObject({
      code: 'invalid',
      fields: { nameReason: expect.any(String) },
    });
    expect(codeOf(await verify(first!, { certificationId, nameReason: 'so' }))).toBe('invalid');
    expect(doneOf(await verify(first!, { certificationId, nameReason }))).toMatchObject({ waits: true });
    expect(await rowOf(certificationId)).toMatchObject({ status: 'claimed', lookedReason: nameReason });
    // Not the one who looked first, whatever they tick.
    expect(codeOf(await verify(first!, { certificationId, again: 'on', nameReason }))).toBe('forbidden');
    const page = await claimToVerify(second!, certificationId, new Date());
    expect(page).toMatchObject({
      differs: true,
      firstLook: { by: 'Ada First', mine: false, reason: nameReason },
    });
    doneOf(await verify(second!, { certificationId, note }));
    expect(await statusOf(certificationId)).toBe('verified');
    const actions = (await claimToVerify(second!, certificationId, new Date()))?.history;
    expect(actions?.map(({ action, by }) => [action, by])).toEqual([
      ['experts.claim', 'Nils Arroyo'],
      ['experts.look', 'Ada First'],
      ['experts.verify', 'Bo Second'],
    ]);
  });

  test('is looked at again by the only admin, who says so', async () => {
    const [only] = await admins(await makePerson(db(), 'Solo Admin'));
    const { certificationId } = await ofAnotherName();
    doneOf(await verify(only!, { certificationId, nameReason }));
    expect(await verify(only!, { certificationId, nameReason })).toMatchObject({
      code: 'invalid',
      fields: { again: expect.any(String) },
    });
    doneOf(await verify(only!, { certificationId, again: 'on' }));
    expect(await statusOf(certificationId)).toBe('verified');
  });

  test('by two admins at once has one first look and one second', async () => {
    const people = await admins(await makePerson(db(), 'Ada One'), await makePerson(db(), 'Bo Two'));
    const { certificationId } = await ofAnotherName();
    const answers = await Promise.all(people.map((one) => verify(one, { certificationId, nameReason })));
    expect(answers.map(codeOf)).toEqual(['done', 'done']);
    const { lookedBy, decidedBy, status } = await rowOf(certificationId);
    expect(status).toBe('verified');
    expect(new Set([lookedBy, decidedBy])).toEqual(new Set(people.map(({ personId }) => personId)));
  });

  test('is not one where the words only stand in another order, or the case and accents differ', async () => {
    const [only] = await admins(await makePerson(db(), 'Solo Again'));
    const { certificationId } = await registered();
    const data = { nameAsPrinted: 'ARROYO, Níls' };
    await db().certification.update({ where: { id: certificationId }, data });
    expect((await claimToVerify(only!, certificationId, new Date()))?.differs).toBe(false);
    doneOf(await verify(only!, { certificationId }));
    expect(await statusOf(certificationId)).toBe('verified');
  });

  test('loses its first look when the person takes another name, and when a decision is undone', async () => {
    const ids = [await makePerson(db(), 'Ada Three'), await makePerson(db(), 'Bo Four')];
    const [first, second] = await admins(...ids);
    const { person, certificationId } = await ofAnotherName();
    doneOf(await verify(first!, { certificationId, nameReason }));
    doneOf(await rename(person, { name: 'Third Name' }));
    expect(await rowOf(certificationId)).toMatchObject({ lookedBy: null, lookedReason: null });
    doneOf(await verify(second!, { certificationId, nameReason }));
    doneOf(await verify(first!, { certificationId }));
    doneOf(await undo(second!, certificationId));
    expect(await rowOf(certificationId)).toMatchObject({ status: 'claimed', lookedBy: null });
  });
});

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
    const word = (await rowOf(certificationId)).word;
    expect(await rename(person, { name: 'Wanted Name' })).toMatchObject({
      fields: { requeue: expect.any(String) },
    });
    expect(await statusOf(certificationId)).toBe('verified');
    // Another spelling is the same name.
    doneOf(await rename(person, { name: 'NILS  Arroyo' }));
    expect(await statusOf(certificationId)).toBe('verified');

    doneOf(await rename(person, { name: 'Wanted Name', requeue: 'on' }));
    const row = await rowOf(certificationId);
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

describe('a word that proves the badge', () => {
  test('is shown with the claim to its expert and to admins, another one each time, and recorded as seen', async () => {
    const { admin } = world.people;
    await admins(admin.personId);
    const { person, expertId, certificationId } = await registered();
    const [shown] = (await ownProfile(person))!.certifications;
    expect(shown!.word).toMatch(/^gc-[a-z2-9]{8}$/);
    const badge = '3F2504E0-4F89-11D3-9A0C-0305E82C3301';
    for (const wrong of ['http://www.credly.com/badges/1', 'https://credly.com.evil.example/badges/x', 'x'])
      expect(await claim(person, { expertId, ...certificate(), code: 'DVA', badgeUrl: wrong })).toMatchObject(
        {
          fields: { badgeUrl: expect.any(String) },
        },
      );
    const made = doneOf(
      await claim(person, {
        ...{ expertId, ...certificate(), code: 'DVA' },
        badgeUrl: `https://www.credly.com/badges/${badge}/public_url?utm=x`,
      }),
    );
    const page = await claimToVerify(admin, made.certificationId, new Date());
    expect(page?.badgeUrl).toBe(`https://www.credly.com/badges/${badge.toLowerCase()}`);
    expect(page?.word).not.toBe(shown!.word);
    doneOf(await verify(admin, { certificationId: made.certificationId, wordSeen: 'on' }));
    const seen = await rowOf(made.certificationId);
    expect(seen.wordSeenAt).not.toBeNull();
    expect(seen.evidence).toContain('one-time word');
    doneOf(await verify(admin, { certificationId }));
    expect((await rowOf(certificationId)).wordSeenAt).toBeNull();
    expect(JSON.stringify((await ownProfile(person))?.certifications)).not.toContain(page!.word);
  });
});
