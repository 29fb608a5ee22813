import { beforeAll, describe, expect, test } from 'vitest';
import { NOBODY, type Person } from '@/lib/core/rights';
import * as companies from '@/lib/identity/companies/commands';
import { COMPANY_COMMANDS } from '@/lib/identity/companies/rights';
import { Edit } from '@/lib/identity/companies/schema';
import * as people from '@/lib/identity/people/commands';
import { PERSON_COMMANDS } from '@/lib/identity/people/rights';
import { Suspend } from '@/lib/identity/people/schema';
import { ownProfile, ownProfilesOf } from '@/lib/market/experts/queries';
import { database } from '@/lib/platform/db/client';
import { pass } from '@/lib/platform/doors/pass';
import { perform } from '@/lib/platform/doors/perform';
import {
  complete,
  editProfile,
  expertCard,
  registered,
  setHandle,
  texts,
  undo,
  verify,
} from '@/tests/fixtures/experts';
import { codeOf, doneOf } from '@/tests/fixtures/outcome';
import { makeExpert, makePerson, makeWorld, type World } from '@/tests/fixtures/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const publishedAt = async (id: string) =>
  (await database().expert.findUniqueOrThrow({ where: { id } })).publishedAt;
const isPublic = async (id: string) => (await publishedAt(id)) !== null;

/** A whole profile that the public sees. */
async function published() {
  const made = await registered();
  await complete(made.person, made.expertId);
  doneOf(await verify(world.people.admin, { certificationId: made.certificationId }));
  expect(await isPublic(made.expertId)).toBe(true);
  return made;
}

describe('editing a profile', () => {
  test('is for its person, and shows in public once it is whole', async () => {
    const { person, expertId, certificationId } = await registered();
    const input = { expertId, ...texts, summary: 'One\r\ntwo', rateFrom: '90', rateTo: '120.50' };
    expect(codeOf(await editProfile(world.people.expert, input))).toBe('not_found');
    expect(codeOf(await editProfile(NOBODY, input))).toBe('unauthenticated');
    expect(codeOf(await editProfile(person, input))).toBe('done');
    expect(await expertCard(expertId)).toBeNull();
    doneOf(await verify(world.people.admin, { certificationId }));
    expect(await expertCard(expertId)).toMatchObject({
      headline: texts.headline,
      summary: 'One\ntwo',
      rateFromMinor: 9_000n,
      rateToMinor: 12_050n,
      languages: ['English'],
      timeZone: 'Europe/Stockholm',
    });
  });

  test('is over for somebody who has left the company', async () => {
    const { person, expertId } = await registered();
    await database().expert.update({ where: { id: expertId }, data: { leftAt: new Date() } });
    expect(codeOf(await editProfile(person, { expertId, ...texts }))).toBe('not_found');
    expect(await ownProfile(person)).toBeNull();
    expect(await ownProfilesOf(person)).toEqual([]);
  });
});

describe('a profile is public', () => {
  test('only while nothing is missing; the checklist names what is', async () => {
    const { person, expertId, certificationId } = await registered();
    expect((await ownProfile(person))?.missing).toEqual(['certification', 'summary', 'timeZone']);
    doneOf(await verify(world.people.admin, { certificationId }));
    expect((await ownProfile(person))?.missing).toEqual(['summary', 'timeZone']);
    expect(await isPublic(expertId)).toBe(false);
    await complete(person, expertId);
    expect(await isPublic(expertId)).toBe(true);
    expect((await ownProfile(person))?.missing).toEqual([]);
    const since = await publishedAt(expertId);
    await complete(person, expertId, { headline: 'Databases and networks' });
    expect(await publishedAt(expertId)).toEqual(since);
    await complete(person, expertId, { summary: '' });
    expect(await isPublic(expertId)).toBe(false);
  });

  test("with the company's details in place of a summary, while there are any", async () => {
    const { person, expertId, companyId } = await published();
    await complete(person, expertId, { summary: 'Mine', sharesCompany: 'on' });
    expect(await isPublic(expertId)).toBe(false);
    const about = async (text: string) => {
      const input = { companyId, name: 'Gale Works', about: text, website: '', size: '', country: 'SE' };
      const call = { may: COMPANY_COMMANDS.edit, schema: Edit, command: companies.edit };
      return doneOf(await pass(call, person, input));
    };
    await about('We mend databases.');
    expect((await expertCard(expertId))?.summary).toBe('We mend databases.');
    await about('');
    expect(await expertCard(expertId)).toBeNull();
    expect(await isPublic(expertId)).toBe(false);
  });

  test('not while its person is suspended, and again afterwards', async () => {
    const { person, expertId } = await published();
    const suspend = async (suspended: boolean) => {
      const call = { may: PERSON_COMMANDS.suspend, schema: Suspend, command: people.suspend };
      const reason = 'The same offer to forty requests.';
      const input = { personId: person.personId, suspended: String(suspended), reason };
      doneOf(await pass(call, world.people.admin, input));
    };
    await suspend(true);
    expect(await isPublic(expertId)).toBe(false);
    await suspend(false);
    expect(await isPublic(expertId)).toBe(true);
  });

  test('not while its company is suspended', async () => {
    const { expertId, companyId } = await published();
    await database().company.update({ where: { id: companyId }, data: { suspendedAt: new Date() } });
    await perform(world.people.admin, async (tx) => tx.emit({ name: 'company.suspended', companyId }));
    expect(await isPublic(expertId)).toBe(false);
  });

  test('not after the decision about its certification was taken back', async () => {
    const { expertId, certificationId } = await published();
    doneOf(await undo(world.people.admin, certificationId));
    expect(await isPublic(expertId)).toBe(false);
  });

  test('by two changes at once, in the state of the last', async () => {
    const { person, expertId } = await published();
    await Promise.all(
      ['', 'A', '', 'B'].map((summary) => editProfile(person, { expertId, ...texts, summary })),
    );
    const row = await database().expert.findUniqueOrThrow({ where: { id: expertId } });
    expect(row.publishedAt !== null).toBe(row.summary !== '');
  });
});

describe('a handle', () => {
  const name = () => `h${crypto.randomUUID().slice(0, 8)}`;

  test('is taken once, in whatever case, stays its owner’s, and is switched on and off', async () => {
    const [one, other] = [await registered(), await registered()];
    const handle = name();
    const take = (who: { person: Person; expertId: string }, input: object) =>
      setHandle(who.person, { expertId: who.expertId, ...input });
    doneOf(await take(one, { handle: handle.toUpperCase(), on: 'on' }));
    expect(await ownProfile(one.person)).toMatchObject({ handle, handleOn: true });
    expect(await take(other, { handle, on: 'on' })).toMatchObject({
      code: 'invalid',
      fields: { handle: expect.stringContaining('Someone else') },
    });
    doneOf(await take(one, { handle }));
    expect(await ownProfile(one.person)).toMatchObject({ handle, handleOn: false });
    expect(codeOf(await take(other, { handle, on: 'on' }))).toBe('invalid');
    expect(codeOf(await take(one, { handle: name(), on: 'on' }))).toBe('invalid');
    expect(codeOf(await take({ person: other.person, expertId: one.expertId }, { handle }))).toBe(
      'not_found',
    );
  });

  test('that passes for ours is refused', async () => {
    const { person, expertId } = await registered();
    for (const handle of ['admin', 'AWS', 'groundcrew', 'sign-in', '-a-', 'a--b', 'ab', 'å'.repeat(4)])
      expect(codeOf(await setHandle(person, { expertId, handle, on: 'on' })), handle).toBe('invalid');
  });

  test('taken by two at once is one’s', async () => {
    const [one, other] = [await registered(), await registered()];
    const handle = name();
    const answers = await Promise.all(
      [one, other].map(({ person, expertId }) => setHandle(person, { expertId, handle, on: 'on' })),
    );
    const codes = answers.map(codeOf).sort();
    expect(codes).toContain('done');
    expect(['conflict', 'invalid']).toContain(codes.find((code) => code !== 'done'));
  });
});

test('a person with profiles in two companies edits each of them', async () => {
  const personId = await makePerson(database(), 'Two Desks');
  const first = await makeExpert(database(), world.companyId, personId);
  const second = await makeExpert(database(), world.otherCompanyId, personId);
  const viewer = { ...world.people.expert, personId };
  expect((await ownProfilesOf(viewer)).map(({ expertId }) => expertId)).toEqual([
    first.expertId,
    second.expertId,
  ]);
  expect(await ownProfile(viewer, second.expertId)).toMatchObject({ expertId: second.expertId });
  expect(await ownProfile(viewer, world.expertId)).toBeNull();
});
