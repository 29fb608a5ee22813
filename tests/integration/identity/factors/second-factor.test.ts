import { describe, expect, test } from 'vitest';
import { NOBODY } from '@/lib/core/rights';
import { MOST_MISSES, MOST_TRIES } from '@/lib/identity/factors/rules';
import { issueTicket } from '@/lib/identity/sessions/commands';
import { sessionsOf } from '@/lib/identity/sessions/queries';
import { SIGN_IN_MINUTES } from '@/lib/identity/sessions/rules';
import { awaitingPerson } from '@/lib/identity/sign-in/queries';
import { database } from '@/lib/platform/db/client';
import { perform } from '@/lib/platform/doors/perform';
import { hashOf } from '@/lib/platform/session/person';
import { viewerOfToken } from '@/lib/platform/session/viewer';
import { personBehind } from '@/lib/processes/realtime/rooms';
import { codeOf, doneOf } from '@/tests/fixtures/outcome';
import { askFactor, giveFactorBy, givePasskey, signInAnswer, signInBy } from '@/tests/fixtures/passkeys';
import {
  actionsOf,
  byMail,
  enrolled,
  makeCodes,
  openWith,
  personAt,
  provenViewer,
} from '@/tests/fixtures/second-factor';
import { awaitingToken, giveFactor } from '@/tests/fixtures/sign-in';
import { makePerson, viewerOf } from '@/tests/fixtures/world';

function given(outcome: Awaited<ReturnType<typeof giveFactor>>) {
  const value = doneOf(outcome);
  if (value.kind !== 'in') throw new Error(value.message);
  return value;
}

describe('somebody who has enrolled a second factor', () => {
  test('is nobody after the mail alone: to pages, to doors, to tickets and to sockets', async () => {
    const { personId, email } = await enrolled();
    const half = await byMail(email);
    expect(half).toMatchObject({ awaitsFactor: true, to: '/sign-in/factor?next=%2Frequests' });
    expect((await viewerOfToken(half.token)).kind).toBe('nobody');
    const row = await database().session.findUniqueOrThrow({ where: { tokenHash: hashOf(half.token) } });
    expect(await personBehind({ data: { personId, sessionId: row.id } })).toBeNull();
    await expect(perform(NOBODY, (tx) => issueTicket(tx, NOBODY))).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    expect(row).toMatchObject({ provedBy: null, provedAt: null });
    expect(row.expires.getTime() - row.createdAt.getTime()).toBe(SIGN_IN_MINUTES * 60_000);
    expect(await awaitingPerson(half.token)).toMatchObject({ email, app: true, passkey: false });
    const seen = await sessionsOf(await viewerOf(database(), personId));
    expect(seen.find(({ id }) => id === row.id)).toMatchObject({ awaitsFactor: true });
  });

  test('is signed in by the code of their app, which counts as a fresh proof, under another token', async () => {
    const { personId, email, app } = await enrolled();
    const half = await byMail(email);
    const whole = given(
      await giveFactor({ way: 'authenticator', code: app.code(), before: half.token, next: '/work' }),
    );
    expect(whole.to).toBe('/work');
    expect(await personAt(whole.token)).toMatchObject({ personId, proved: 'authenticator' });
    expect(whole.expires.getTime()).toBeGreaterThan(Date.now() + 11 * 3_600_000);
    expect((await viewerOfToken(half.token)).kind).toBe('nobody');
    expect(await actionsOf(personId)).toEqual(['auth.awaitFactor', 'auth.signIn']);
  });

  test('is signed in once by a factor that comes twice at once', async () => {
    const { email, app } = await enrolled();
    const { token: before } = await byMail(email);
    const code = app.code();
    const answers = await Promise.all(
      [1, 2, 3].map(() => giveFactor({ way: 'authenticator', code, before })),
    );
    expect(answers.map(codeOf).sort()).toEqual(['conflict', 'conflict', 'done']);
  });

  test('is signed in by a passkey after the mail, and not by somebody else’s', async () => {
    const personId = await makePerson(database(), 'Key Holder');
    const other = await makePerson(database(), 'Other Holder');
    const key = await givePasskey(await provenViewer(personId));
    const theirs = await givePasskey(await provenViewer(other));
    const before = await awaitingToken(personId);
    const sign = async (device: typeof key) =>
      giveFactorBy({ answer: device.sign(doneOf(await askFactor({ before })).options), before });
    expect(doneOf(await sign(theirs))).toMatchObject({ kind: 'wrong' });
    expect(await actionsOf(personId)).toContain('auth.giveFactorFailed');
    const whole = given(await sign(key));
    expect(await personAt(whole.token)).toMatchObject({ personId, proved: 'passkey' });
  });

  test('who signs in by a passkey has given it', async () => {
    const personId = await makePerson(database(), 'Key Alone');
    const device = await givePasskey(await provenViewer(personId));
    const whole = given(await signInBy(await signInAnswer(device)));
    expect(await personAt(whole.token)).toMatchObject({ personId, proved: 'passkey' });
  });

  test('is signed in by a recovery code, once', async () => {
    const { personId, email } = await enrolled();
    const { codes } = doneOf(await makeCodes(await provenViewer(personId, 'authenticator')));
    const first = await byMail(email);
    given(await giveFactor({ way: 'recovery', code: codes[0], before: first.token }));
    const second = await byMail(email);
    expect(doneOf(await giveFactor({ way: 'recovery', code: codes[0], before: second.token }))).toMatchObject(
      {
        kind: 'wrong',
      },
    );
  });

  test(`loses this sign-in alone after ${MOST_TRIES} wrong codes, and can begin again`, async () => {
    const { personId, email, app } = await enrolled();
    const signedIn = given(
      await giveFactor({ way: 'authenticator', code: app.code(), before: (await byMail(email)).token }),
    );
    const { token: before } = await byMail(email);
    for (let tries = 0; tries < MOST_TRIES; tries += 1)
      expect(doneOf(await giveFactor({ way: 'recovery', code: 'aaaaaaaaaa', before })).kind).toBe('wrong');
    expect(codeOf(await giveFactor({ way: 'recovery', code: 'aaaaaaaaaa', before }))).toBe('conflict');
    expect((await actionsOf(personId)).filter((action) => action === 'auth.giveFactorFailed')).toHaveLength(
      MOST_TRIES,
    );
    expect((await viewerOfToken(signedIn.token)).kind).toBe('person');
    given(await giveFactor({ way: 'authenticator', code: app.code(), before: (await byMail(email)).token }));
  });

  test(`whose app was guessed at ${MOST_MISSES} times in a day still gets in by a recovery code, and by the app the day after`, async () => {
    const { personId, email, app } = await enrolled();
    const { codes } = doneOf(await makeCodes(await provenViewer(personId, 'authenticator')));
    const guessed = (misses: number, missesSince: Date) =>
      database().authenticator.update({ where: { personId }, data: { misses, missesSince } });
    await guessed(MOST_MISSES, new Date());
    const { token: before } = await byMail(email);
    const refused = doneOf(await giveFactor({ way: 'authenticator', code: app.code(), before }));
    expect(refused).toMatchObject({ kind: 'wrong', message: expect.stringContaining('recovery code') });
    given(await giveFactor({ way: 'recovery', code: codes[0], before }));
    await guessed(MOST_MISSES, new Date(Date.now() - 86_400_001));
    const next = await byMail(email);
    given(await giveFactor({ way: 'authenticator', code: app.code(), before: next.token }));
  });

  test('has ten minutes for it, and nothing but that cookie will do', async () => {
    const { personId, app } = await enrolled();
    const before = await awaitingToken(personId);
    const code = app.code();
    expect(codeOf(await giveFactor({ way: 'authenticator', code }))).toBe('conflict');
    const full = (await openWith(personId)).token;
    expect(codeOf(await giveFactor({ way: 'authenticator', code, before: full }))).toBe('conflict');
    const where = { tokenHash: hashOf(before) };
    await database().session.update({ where, data: { expires: new Date(Date.now() - 1) } });
    expect(codeOf(await giveFactor({ way: 'authenticator', code, before }))).toBe('conflict');
  });
});

test('the database keeps a session that awaits its factor short and without a proof', async () => {
  const { personId } = await enrolled();
  const where = { tokenHash: hashOf(await awaitingToken(personId)) };
  const hours = new Date(Date.now() + 3_600_000);
  await expect(database().session.update({ where, data: { expires: hours } })).rejects.toThrow(
    /awaits_factor/,
  );
  await expect(database().session.update({ where, data: { provedBy: 'email' } })).rejects.toThrow(
    /awaits_factor/,
  );
});
