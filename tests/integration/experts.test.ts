import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as companies from '@/lib/companies/commands';
import { companiesOf, companyPage, ratingsOf, reviewsOf } from '@/lib/companies/queries';
import { Edit } from '@/lib/companies/schema';
import { type Actor, CLOCK, NOBODY, VENDOR } from '@/lib/core/rights';
import { database } from '@/lib/db/client';
import { pass } from '@/lib/doors/pass';
import { perform } from '@/lib/doors/perform';
import * as commands from '@/lib/experts/commands';
import { sweeps } from '@/lib/experts/handlers';
import { claimsToVerify, claimToVerify, countClaims, expertCard, ownProfile } from '@/lib/experts/queries';
import { AddClaim, EditProfile, Register, Reject, Verify } from '@/lib/experts/schema';
import { codeOf, doneOf } from '@/tests/fixtures/outcome';
import { makeExpert, makePerson, makeWorld, viewerOf, type World } from '@/tests/fixtures/world';

const register = (actor: Actor, input: object) =>
  pass({ name: 'experts.register', schema: Register, command: commands.register }, actor, input);
const claim = (actor: Actor, input: object) =>
  pass({ name: 'experts.claim', schema: AddClaim, command: commands.claim }, actor, input);
const editProfile = (actor: Actor, input: object) =>
  pass({ name: 'experts.editProfile', schema: EditProfile, command: commands.editProfile }, actor, input);
const verify = (actor: Actor, input: object) =>
  pass({ name: 'experts.verify', schema: Verify, command: commands.verify }, actor, input);
const reject = (actor: Actor, input: object) =>
  pass({ name: 'experts.reject', schema: Reject, command: commands.reject }, actor, input);
const editCompany = (actor: Actor, input: object) =>
  pass({ name: 'companies.edit', schema: Edit, command: companies.edit }, actor, input);

const DAY = 86_400_000;
const date = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
let numbers = 0;
const newNumber = () => `NUMBER-${String(++numbers).padStart(8, '0')}`;
const certificate = () => ({
  code: 'SAA',
  validationNumber: newNumber(),
  nameAsPrinted: 'Nils Arroyo',
  issuedOn: date(-100),
  expiresOn: date(900),
});
const registration = () => ({
  kind: 'alone',
  country: 'SE',
  headline: 'Databases on RDS and Aurora',
  ...certificate(),
});
const evidence = 'The page shows the same name, certification and dates.';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
const newPerson = async (name = 'Nils Arroyo') => viewerOf(database(), await makePerson(database(), name));
/** Somebody who has just registered, with the claim that waits. */
async function registered() {
  const person = await newPerson();
  const made = doneOf(await register(person, registration()));
  const { id } = await database().certification.findFirstOrThrow({ where: { expertId: made.expertId } });
  return { person: await viewerOf(database(), person.personId), ...made, certificationId: id };
}
const statusOf = async (id: string) =>
  (await database().certification.findUniqueOrThrow({ where: { id } })).status;
const history = (objectId: string) =>
  database().statusChange.findMany({
    where: { objectId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { event: true, to: true },
  });

describe('registering', () => {
  test('alone makes a company of the own name with every right, a profile, and a claim that waits', async () => {
    const { person, companyId, expertId, certificationId } = await registered();
    expect(person.companies).toEqual([{ tenantId: companyId, rights: ['owner'], suspended: false }]);
    expect(await companyPage(companyId)).toMatchObject({
      name: 'Nils Arroyo',
      freelancer: true,
      country: 'SE',
    });
    expect(await ownProfile(person)).toMatchObject({
      expertId,
      responds: false,
      certifications: [{ status: 'claimed' }],
    });
    expect(await history(certificationId)).toEqual([{ event: 'begin', to: 'claimed' }]);
  });

  test('for a company makes it under its name', async () => {
    const person = await newPerson();
    const made = doneOf(
      await register(person, { ...registration(), kind: 'company', companyName: 'Gale Works' }),
    );
    expect(await companyPage(made.companyId)).toMatchObject({ name: 'Gale Works', freelancer: false });
  });

  test('tells every admin that a claim waits', async () => {
    const { certificationId } = await registered();
    const told = await database().notification.findMany({
      where: { key: `certification.claimed:${certificationId}` },
    });
    expect(told.map((row) => row.personId)).toContain(world.people.admin.personId);
  });

  test('is refused to nobody, to somebody suspended, and a second time', async () => {
    const { person } = await registered();
    expect(codeOf(await register(NOBODY, registration()))).toBe('unauthenticated');
    expect(codeOf(await register(world.people.suspendedCustomer, registration()))).toBe('forbidden');
    expect(codeOf(await register(person, registration()))).toBe('conflict');
  });

  test('sent twice in parallel makes one company', async () => {
    const person = await newPerson();
    const answers = await Promise.all([register(person, registration()), register(person, registration())]);
    expect(answers.map(codeOf).sort()).toEqual(['conflict', 'done']);
    expect(await database().companyMember.count({ where: { personId: person.personId } })).toBe(1);
  });

  test('makes nothing where the certificate cannot be true', async () => {
    const person = await newPerson();
    const outcome = await register(person, { ...registration(), expiresOn: date(-1) });
    expect(outcome).toMatchObject({ ok: false, code: 'invalid', fields: { expiresOn: expect.any(String) } });
    expect(await database().companyMember.count({ where: { personId: person.personId } })).toBe(0);
  });
});

describe('claiming another certification', () => {
  test('is for the own profile alone, also against an owner of the company', async () => {
    const { expertId, people } = world;
    const input = { expertId, ...certificate(), code: 'SCS' };
    expect(codeOf(await claim(people.otherExpert, input))).toBe('not_found');
    expect(codeOf(await claim(people.chatter, input))).toBe('not_found');
    expect(codeOf(await claim(people.suspendedExpert, input))).toBe('forbidden');
    expect(codeOf(await claim(NOBODY, input))).toBe('unauthenticated');
    expect(codeOf(await claim(people.expert, input))).toBe('done');
  });

  test('sent twice in parallel is one claim', async () => {
    const { person, expertId } = await registered();
    const send = () => claim(person, { expertId, ...certificate(), code: 'DVA' });
    expect((await Promise.all([send(), send()])).map(codeOf).sort()).toEqual(['conflict', 'done']);
    expect(await database().certification.count({ where: { expertId, code: 'DVA' } })).toBe(1);
  });
});

describe('editing a profile', () => {
  const text = {
    headline: 'Databases, mended quickly',
    summary: 'One\r\ntwo',
    experience: '',
    languages: 'English',
  };
  test('is for its person, and shows in public', async () => {
    const { person, expertId } = await registered();
    const input = { expertId, ...text, rateFrom: '90', rateTo: '120.50' };
    expect(codeOf(await editProfile(world.people.expert, input))).toBe('not_found');
    expect(codeOf(await editProfile(NOBODY, input))).toBe('unauthenticated');
    expect(codeOf(await editProfile(person, input))).toBe('done');
    expect(await expertCard(expertId)).toMatchObject({
      headline: text.headline,
      summary: 'One\ntwo',
      rateFromMinor: 9_000n,
      rateToMinor: 12_050n,
      languages: ['English'],
    });
  });
});

describe('deciding about a claim', () => {
  test('verified: the expert can respond, is told, and the card shows it', async () => {
    const { person, expertId, certificationId } = await registered();
    expect((await expertCard(expertId))?.certifications).toEqual([]);
    doneOf(await verify(world.people.admin, { certificationId, evidence }));
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
    doneOf(await reject(world.people.admin, { certificationId, reason }));
    expect((await ownProfile(person))?.certifications).toMatchObject([{ status: 'rejected', reason }]);
    expect(codeOf(await verify(world.people.admin, { certificationId, evidence }))).toBe('conflict');
    expect(codeOf(await claim(person, { expertId, ...certificate() }))).toBe('done');
  });

  test('what an admin saw is not shown to the expert, and to nobody in public', async () => {
    const { person, expertId, certificationId } = await registered();
    doneOf(await verify(world.people.admin, { certificationId, evidence }));
    const shown = JSON.stringify([await ownProfile(person), await expertCard(expertId)], (_, value) =>
      typeof value === 'bigint' ? String(value) : value,
    );
    expect(shown).not.toContain(evidence);
  });

  test('is for admins', async () => {
    const { person, certificationId } = await registered();
    for (const actor of [person, world.people.owner, world.people.expert])
      expect(codeOf(await verify(actor, { certificationId, evidence }))).toBe('forbidden');
    expect(codeOf(await reject(person, { certificationId, reason: evidence }))).toBe('forbidden');
    expect(codeOf(await verify(NOBODY, { certificationId, evidence }))).toBe('unauthenticated');
    expect(
      codeOf(await verify({ ...world.people.admin, suspended: true }, { certificationId, evidence })),
    ).toBe('forbidden');
    expect(codeOf(await verify(VENDOR, { certificationId, evidence }))).toBe('forbidden');
    expect(await statusOf(certificationId)).toBe('claimed');
  });

  test("is not for the admin's own claim", async () => {
    const personId = await makePerson(database(), 'Both Sides', { admin: true });
    const made = doneOf(await register(await viewerOf(database(), personId), registration()));
    const { id } = await database().certification.findFirstOrThrow({ where: { expertId: made.expertId } });
    const own = await viewerOf(database(), personId);
    expect(codeOf(await verify(own, { certificationId: id, evidence }))).toBe('forbidden');
    expect((await claimToVerify(own, id))?.own).toBe(true);
  });

  test('by two admins at once happens once', async () => {
    const { certificationId } = await registered();
    const { admin } = world.people;
    const answers = await Promise.all([
      verify(admin, { certificationId, evidence }),
      reject(admin, { certificationId, reason: evidence }),
      verify(admin, { certificationId, evidence }),
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
      [one, other].map(({ certificationId }) => verify(world.people.admin, { certificationId, evidence })),
    );
    expect(answers.map(codeOf).sort()).toEqual(['conflict', 'done']);
    const claimed = (await statusOf(one.certificationId)) === 'claimed' ? one : other;
    const page = await claimToVerify(world.people.admin, claimed.certificationId);
    expect(page?.others).toMatchObject([{ sameNumber: true, status: 'verified' }]);
    expect(
      codeOf(await verify(world.people.admin, { certificationId: claimed.certificationId, evidence })),
    ).toBe('conflict');
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
      expect(await claimToVerify(viewer, certificationId)).toBeNull();
      expect(await countClaims(viewer)).toBe(0);
    }
  });
});

describe('the clock', () => {
  const [expire] = sweeps as [(typeof sweeps)[number]];
  const lastDay = (days: number) => new Date(Math.floor(Date.now() / DAY) * DAY + days * DAY);
  beforeEach(async () => {
    while ((await expire.run()) > 0);
  });

  test('expires a certification after its last day, not on it; the expert is told', async () => {
    const personId = await makePerson(database(), 'Over Due');
    const over = await makeExpert(database(), world.companyId, personId, { expiresOn: lastDay(-1) });
    const today = await makeExpert(database(), world.otherCompanyId, personId, { expiresOn: lastDay(0) });
    expect(await expire.run()).toBe(1);
    expect(await statusOf(over.certificationId)).toBe('expired');
    expect(await statusOf(today.certificationId)).toBe('verified');
    expect(await history(over.certificationId)).toEqual([{ event: 'expire', to: 'expired' }]);
    expect(
      await database().notification.count({
        where: { personId, key: `certification.lapsed:${over.certificationId}` },
      }),
    ).toBe(1);
    expect(await expire.run()).toBe(0);
  });

  test('in two processes at once expires each once', async () => {
    const ids: string[] = [];
    for (let at = 0; at < 6; at += 1) {
      const personId = await makePerson(database(), `Over ${at}`);
      ids.push(
        (await makeExpert(database(), world.companyId, personId, { expiresOn: lastDay(-2) })).certificationId,
      );
    }
    const done = await Promise.all([expire.run(), expire.run(), expire.run()]);
    expect(done.reduce((sum, count) => sum + count, 0)).toBe(6);
    for (const id of ids) expect(await history(id)).toHaveLength(1);
  });

  test('leaves claims and rejections alone, and nobody else may expire', async () => {
    const personId = await makePerson(database(), 'Claim Only');
    const { certificationId } = await makeExpert(database(), world.companyId, personId, {
      expiresOn: lastDay(-2),
      status: 'claimed',
    });
    expect(await expire.run()).toBe(0);
    expect(await statusOf(certificationId)).toBe('claimed');
    await expect(
      perform(world.people.admin, (tx) => commands.expireNext(tx, world.people.admin)),
    ).rejects.toMatchObject({ code: 'forbidden' });
    await expect(perform(CLOCK, (tx) => commands.expireNext(tx, CLOCK))).resolves.toBe(false);
  });
});

describe('companies', () => {
  const text = (companyId: string) => ({
    companyId,
    name: 'Northlight AB',
    about: 'Tidy accounts.',
    website: '',
    size: 'few',
  });

  test('are edited by their owners alone', async () => {
    const { companyId, people } = world;
    expect(codeOf(await editCompany(people.chatter, text(companyId)))).toBe('forbidden');
    expect(codeOf(await editCompany(people.suspendedExpert, text(companyId)))).toBe('forbidden');
    for (const actor of [people.otherExpert, people.owner, people.admin])
      expect(codeOf(await editCompany(actor, text(companyId)))).toBe('not_found');
    expect(codeOf(await editCompany(NOBODY, text(companyId)))).toBe('unauthenticated');
    expect(codeOf(await editCompany(people.expert, text(companyId)))).toBe('done');
    expect(await companyPage(companyId)).toMatchObject({
      name: 'Northlight AB',
      about: 'Tidy accounts.',
      size: 'few',
    });
  });

  test('show no way to reach their people, and no suspended ones', async () => {
    const page = await companyPage(world.companyId);
    const { email, personId } = world.people.expert;
    const shown = JSON.stringify(page, (_, value) => (typeof value === 'bigint' ? String(value) : value));
    expect(shown).toContain('Edda Holm');
    expect(shown).not.toContain(email);
    expect(shown).not.toContain(personId);
    const suspended = await makePerson(database(), 'Hidden Expert', { suspended: true });
    const { expertId } = await makeExpert(database(), world.companyId, suspended);
    expect(await expertCard(expertId)).toBeNull();
    expect((await companyPage(world.companyId))?.experts.map((expert) => expert.expertId)).not.toContain(
      expertId,
    );
  });

  test('are not there while they are suspended, or unknown', async () => {
    const { companyId } = await registered();
    await database().company.update({ where: { id: companyId }, data: { suspendedAt: new Date() } });
    expect(await companyPage(companyId)).toBeNull();
    expect(await companyPage('019ab000-0000-7000-8000-000000000000')).toBeNull();
    expect((await reviewsOf(companyId, null)).rows).toEqual([]);
  });

  test('have a rating of what is published', async () => {
    const { companyId, otherCompanyId, conversationId, customerId, expertId, people } = world;
    for (const [stars, status] of [
      [5, 'published'],
      [4, 'published'],
      [1, 'removed'],
    ] as const) {
      const proposal = await database().proposal.create({
        data: {
          conversationId,
          customerId,
          companyId,
          expertId,
          type: 'upfront',
          title: 'Look at it',
          terms: 'An hour.',
          timeline: 'Today',
          currency: 'USD',
          maximumMinor: 100n,
          feeBasisPoints: 0,
          textHash: 'x',
          createdBy: people.expert.personId,
        },
      });
      await database().review.create({
        data: {
          proposalId: proposal.id,
          companyId,
          customerId,
          expertId,
          authorId: people.owner.personId,
          stars,
          status,
          text: `${stars} of five`,
          createdAt: new Date(),
        },
      });
    }
    expect(await companyPage(companyId)).toMatchObject({ rating: 4.5, reviewCount: 2 });
    expect(await companyPage(otherCompanyId)).toMatchObject({ rating: null, reviewCount: 0 });
    expect((await ratingsOf([companyId, otherCompanyId])).size).toBe(1);
    const { rows } = await reviewsOf(companyId, null);
    expect(rows.map((row) => row.stars)).toEqual([4, 5]);
    expect(JSON.stringify(rows)).not.toContain(people.owner.personId);
    expect((await reviewsOf(otherCompanyId, null)).rows).toEqual([]);
  });

  test("a viewer's own list has no other's", async () => {
    expect((await companiesOf(world.people.expert)).map(({ id }) => id)).toEqual([world.companyId]);
    expect(await companiesOf(world.people.owner)).toEqual([]);
    expect(await companiesOf(NOBODY)).toEqual([]);
    expect(await ownProfile(world.people.chatter)).toBeNull();
    expect(await ownProfile(NOBODY)).toBeNull();
  });
});
