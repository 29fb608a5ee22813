import { describe, expect, test } from 'vitest';
import { type Actor, NOBODY } from '@/lib/core/rights';
import { resetFactors } from '@/lib/identity/admins/commands';
import * as factors from '@/lib/identity/factors/commands';
import { FACTOR_COMMANDS } from '@/lib/identity/factors/rights';
import { Nothing } from '@/lib/identity/factors/schema';
import { database } from '@/lib/platform/db/client';
import { pass } from '@/lib/platform/doors/pass';
import { perform } from '@/lib/platform/doors/perform';
import { viewerOfToken } from '@/lib/platform/session/viewer';
import { codeOf, doneOf } from '@/tests/fixtures/outcome';
import {
  actionsOf,
  byMail,
  enrolled,
  openWith,
  personAt,
  provenViewer,
} from '@/tests/fixtures/second-factor';
import { makePerson, viewerOf } from '@/tests/fixtures/world';

const choose = (actor: Actor, name: 'askFactorAtSignIn' | 'askFactorLater') =>
  pass(
    {
      may: FACTOR_COMMANDS[name],
      schema: Nothing,
      command: name === 'askFactorLater' ? factors.askFactorLater : factors.askFactorAtSignIn,
    },
    actor,
    {},
  );

describe('when it is asked for', () => {
  test('is at sign-in, until the person chooses otherwise with a fresh proof by it', async () => {
    const { personId, email } = await enrolled();
    const stale = await viewerOf(database(), personId);
    const enrolledOnly = { ...stale, factors: ['authenticator' as const], proved: null };
    expect(await choose(enrolledOnly, 'askFactorLater')).toMatchObject({
      code: 'forbidden',
      confirm: { for: 'factors', factor: true },
    });
    doneOf(await choose({ ...enrolledOnly, proved: 'authenticator' }, 'askFactorLater'));
    const later = await byMail(email);
    expect(await personAt(later.token)).toMatchObject({ personId, proved: 'email' });
    doneOf(await choose(enrolledOnly, 'askFactorAtSignIn'));
    expect((await byMail(email)).awaitsFactor).toBe(true);
  });

  test('is not put off before anything is enrolled, and a choice goes with the last factor', async () => {
    const personId = await makePerson(database(), 'Nothing Yet');
    const nothing = { ...(await viewerOf(database(), personId)), factors: [], proved: 'email' as const };
    expect(codeOf(await choose(nothing, 'askFactorLater'))).toBe('conflict');
    const { personId: other } = await enrolled();
    const viewer = await provenViewer(other, 'authenticator');
    doneOf(await choose(viewer, 'askFactorLater'));
    await perform(viewer, (tx) => factors.removeAuthenticator(tx, viewer));
    const { factorAtSignIn } = await database().person.findUniqueOrThrow({ where: { id: other } });
    expect(factorAtSignIn).toBe(true);
  });

  test('is always at sign-in for admins, whatever they chose before', async () => {
    const { personId, email } = await enrolled({ admin: true });
    await database().person.update({ where: { id: personId }, data: { factorAtSignIn: false } });
    expect((await byMail(email)).awaitsFactor).toBe(true);
    expect(codeOf(await choose(await provenViewer(personId, 'authenticator'), 'askFactorLater'))).toBe(
      'forbidden',
    );
  });
});

test('whoever has lost all of them signs in by mail again once the operator has taken them away', async () => {
  const { personId, email } = await enrolled();
  const { token } = await openWith(personId);
  await perform(NOBODY, (tx) => resetFactors(tx, email));
  expect((await viewerOfToken(token)).kind).toBe('nobody');
  expect(await personAt((await byMail(email)).token)).toMatchObject({ personId, factors: [] });
  expect(await actionsOf(personId)).toContain('auth.resetFactors');
  await expect(perform(NOBODY, (tx) => resetFactors(tx, 'nobody@mail.test'))).rejects.toMatchObject({
    code: 'not_found',
  });
});
