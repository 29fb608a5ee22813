import { beforeAll, describe, expect, test } from 'vitest';
import { ownProfile } from '@/lib/market/experts/queries';
import { claimToVerify } from '@/lib/market/verification/queries';
import { database } from '@/lib/platform/db/client';
import {
  admins,
  certificate,
  claim,
  claimRow,
  note,
  registered,
  rename,
  statusOf,
  undo,
  verify,
} from '@/tests/fixtures/experts';
import { codeOf, doneOf } from '@/tests/fixtures/outcome';
import { makePerson, makeWorld, type World } from '@/tests/fixtures/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const db = () => database();
const nameReason = 'They married in May; the certificate has the name before.';

/** A claim of a certificate that has another name than the person. */
async function ofAnotherName() {
  const made = await registered();
  await db().certification.update({
    where: { id: made.certificationId },
    data: { nameAsPrinted: 'Somebody Else' },
  });
  return made;
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
    expect(await claimRow(certificationId)).toMatchObject({ status: 'claimed', lookedReason: nameReason });
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
    const { lookedBy, decidedBy, status } = await claimRow(certificationId);
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
    expect(await claimRow(certificationId)).toMatchObject({ lookedBy: null, lookedReason: null });
    doneOf(await verify(second!, { certificationId, nameReason }));
    doneOf(await verify(first!, { certificationId }));
    doneOf(await undo(second!, certificationId));
    expect(await claimRow(certificationId)).toMatchObject({ status: 'claimed', lookedBy: null });
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
    const seen = await claimRow(made.certificationId);
    expect(seen.wordSeenAt).not.toBeNull();
    expect(seen.evidence).toContain('one-time word');
    doneOf(await verify(admin, { certificationId }));
    expect((await claimRow(certificationId)).wordSeenAt).toBeNull();
    expect(JSON.stringify((await ownProfile(person))?.certifications)).not.toContain(page!.word);
  });
});
