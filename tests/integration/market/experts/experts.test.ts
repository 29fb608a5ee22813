import { beforeAll, describe, expect, test } from 'vitest';
import { NOBODY } from '@/lib/core/rights';
import { ownProfile } from '@/lib/market/experts/queries';
import { companyProfile } from '@/lib/market/profiles/queries';
import { database } from '@/lib/platform/db/client';
import {
  certificate,
  claim,
  date,
  history,
  newPerson,
  register,
  registered,
  registration,
} from '@/tests/fixtures/experts';
import { codeOf, doneOf } from '@/tests/fixtures/outcome';
import { makeWorld, viewerOf, type World } from '@/tests/fixtures/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

describe('registering', () => {
  test('alone makes a company of the own name with every right, a profile, and a claim that waits', async () => {
    const { person, companyId, expertId, certificationId } = await registered();
    expect(person.companies).toMatchObject([{ tenantId: companyId, rights: ['owner'], suspended: false }]);
    expect(await companyProfile(person, companyId)).toMatchObject({
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
    const owner = await viewerOf(database(), person.personId);
    expect(await companyProfile(owner, made.companyId)).toMatchObject({
      name: 'Gale Works',
      freelancer: false,
    });
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
