import { beforeAll, describe, expect, test } from 'vitest';
import { type Actor, NOBODY } from '@/lib/core/rights';
import * as companies from '@/lib/identity/companies/commands';
import { companiesOf } from '@/lib/identity/companies/queries';
import { COMPANY_COMMANDS } from '@/lib/identity/companies/rights';
import { Edit } from '@/lib/identity/companies/schema';
import { ownProfile } from '@/lib/market/experts/queries';
import { companyProfile, reviewsFor } from '@/lib/market/profiles/queries';
import { database } from '@/lib/platform/db/client';
import { pass } from '@/lib/platform/doors/pass';
import { expertCard, registered } from '@/tests/fixtures/experts';
import { codeOf } from '@/tests/fixtures/outcome';
import { makeExpert, makePerson, makeWorld, type World } from '@/tests/fixtures/world';

const editCompany = (actor: Actor, input: object) =>
  pass({ may: COMPANY_COMMANDS.edit, schema: Edit, command: companies.edit }, actor, input);

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

describe('companies', () => {
  const text = (companyId: string) => ({
    companyId,
    name: 'Northlight AB',
    about: 'Tidy accounts.',
    country: 'SE',
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
    expect(await companyProfile(NOBODY, companyId)).toMatchObject({
      name: 'Northlight AB',
      about: 'Tidy accounts.',
      size: 'few',
    });
  });

  test('show no way to reach their people, and no suspended ones', async () => {
    const page = await companyProfile(NOBODY, world.companyId);
    const { email, personId } = world.people.expert;
    const shown = JSON.stringify(page, (_, value) => (typeof value === 'bigint' ? String(value) : value));
    expect(shown).toContain('Edda Holm');
    expect(shown).not.toContain(email);
    expect(shown).not.toContain(personId);
    const suspended = await makePerson(database(), 'Hidden Expert', { suspended: true });
    const { expertId } = await makeExpert(database(), world.companyId, suspended);
    expect(await expertCard(expertId)).toBeNull();
    expect(
      (await companyProfile(NOBODY, world.companyId))?.experts.map((expert) => expert.expertId),
    ).not.toContain(expertId);
  });

  test('are not there for others before an expert of theirs is published', async () => {
    const { companyId, person } = await registered();
    expect(await companyProfile(NOBODY, companyId)).toBeNull();
    expect(await companyProfile(world.people.owner, companyId)).toBeNull();
    expect(await companyProfile(person, companyId)).toMatchObject({ listed: false, experts: [] });
  });

  test('are not there while they are suspended, or unknown', async () => {
    const { companyId, person } = await registered();
    await database().company.update({ where: { id: companyId }, data: { suspendedAt: new Date() } });
    expect(await companyProfile(person, companyId)).toBeNull();
    expect(await companyProfile(person, '019ab000-0000-7000-8000-000000000000')).toBeNull();
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
          ...(status === 'removed'
            ? { removedFor: 'profane', decidedBy: people.expert.personId, decidedAt: new Date() }
            : {}),
          text: `${stars} of five`,
          createdAt: new Date(),
        },
      });
    }
    expect(await companyProfile(NOBODY, companyId)).toMatchObject({ rating: 4.5, reviewCount: 2 });
    expect(await companyProfile(NOBODY, otherCompanyId)).toMatchObject({ rating: null, reviewCount: 0 });
    const { rows } = await reviewsFor({ companyId }, null);
    expect(rows.map((row) => row.stars)).toEqual([4, 5]);
    expect(JSON.stringify(rows)).not.toContain(people.owner.personId);
    expect((await reviewsFor({ companyId: otherCompanyId }, null)).rows).toEqual([]);
  });

  test("a viewer's own list has no other's", async () => {
    expect((await companiesOf(world.people.expert)).map(({ id }) => id)).toEqual([world.companyId]);
    expect(await companiesOf(world.people.owner)).toEqual([]);
    expect(await companiesOf(NOBODY)).toEqual([]);
    expect(await ownProfile(world.people.chatter)).toBeNull();
    expect(await ownProfile(NOBODY)).toBeNull();
  });
});
