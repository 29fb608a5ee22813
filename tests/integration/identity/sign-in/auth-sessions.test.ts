import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Actor, NOBODY } from '@/lib/core/rights';
import * as commands from '@/lib/identity/admins/commands';
import { ADMIN_COMMANDS } from '@/lib/identity/admins/rights';
import { BecomeAdmin } from '@/lib/identity/admins/schema';
import { insertInvitation } from '@/lib/identity/admins/store';
import { adapter } from '@/lib/identity/sign-in/adapter';
import { authOptions } from '@/lib/identity/sign-in/next-auth';
import { database } from '@/lib/platform/db/client';
import { transaction } from '@/lib/platform/db/transaction';
import { pass } from '@/lib/platform/doors/pass';
import { forgetEnv } from '@/lib/platform/env';
import { hashOf, newSecret, personOfSession, SESSION_HOURS } from '@/lib/platform/session/person';
import { sessionCookie, viewerOfToken } from '@/lib/platform/session/viewer';
import { codeOf } from '@/tests/fixtures/outcome';
import { entered, mailed, newAddress, signIn } from '@/tests/fixtures/sign-in';
import { makePerson, makeWorld, viewerOf, type World } from '@/tests/fixtures/world';

const becomeAdmin = (actor: Actor, input: object) =>
  pass({ may: ADMIN_COMMANDS.becomeAdmin, schema: BecomeAdmin, command: commands.becomeAdmin }, actor, input);

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

describe('sessions', () => {
  test('end two hours after their last use and twelve hours after signing in', async () => {
    const personId = await makePerson(database(), 'Idle Person');
    const { sessionId } = await viewerOf(database(), personId);
    const set = (data: { lastSeenAt?: Date; expires?: Date }) =>
      database().session.update({ where: { id: sessionId }, data });
    const kind = async () => (await personOfSession(database(), { id: sessionId })).kind;
    const hours = (count: number) => new Date(Date.now() + count * 3_600_000);
    await set({ lastSeenAt: hours(-1.99) });
    expect(await kind()).toBe('person');
    await set({ lastSeenAt: hours(-2.01) });
    expect(await kind()).toBe('nobody');
    await set({ lastSeenAt: new Date(), expires: new Date(Date.now() - 1) });
    expect(await kind()).toBe('nobody');
  });

  test('their last use is noted at most every five minutes', async () => {
    const { token } = entered(await signIn(NOBODY, { token: (await mailed()).token }));
    const where = { tokenHash: hashOf(token) };
    const seen = async () => (await database().session.findUniqueOrThrow({ where })).lastSeenAt.getTime();
    const first = await seen();
    await viewerOfToken(token);
    expect(await seen()).toBe(first);
    await database().session.update({ where, data: { lastSeenAt: new Date(Date.now() - 6 * 60_000) } });
    await viewerOfToken(token);
    expect(Date.now() - (await seen())).toBeLessThan(60_000);
  });
});

describe('the cookie', () => {
  const before = { ...process.env };
  afterEach(() => {
    Object.assign(process.env, before);
    forgetEnv();
  });

  test('is bound to our own origin by __Host- where there is TLS, and is never for scripts', () => {
    const optionsAt = (url: string) => {
      process.env.APP_URL = url;
      forgetEnv();
      const { sessionToken } = authOptions({ userAgent: null, address: null, network: null }).cookies ?? {};
      return { called: sessionCookie(), ...sessionToken };
    };
    const secured = optionsAt('https://groundcrew.test');
    expect(secured.called).toBe('__Host-next-auth.session-token');
    expect(secured.name).toBe(secured.called);
    // What a browser asks of such a name: Secure, the whole site, and no Domain.
    expect(secured.options).toEqual({ httpOnly: true, sameSite: 'lax', path: '/', secure: true });
    const plain = optionsAt('http://localhost:3000');
    expect(plain.called).toBe('next-auth.session-token');
    expect(plain.options).toEqual({ httpOnly: true, sameSite: 'lax', path: '/', secure: false });
  });
});

describe('next-auth’s adapter', () => {
  const ours = adapter({ userAgent: 'Vitest', address: '192.0.2.x', network: '192.0.2.1' });
  const user = { name: 'Olena Provider', emailVerified: null };

  test('keeps identities by issuer and subject, sessions by hash, and signs out twice without an error', async () => {
    process.env.OIDC_ISSUER = 'https://one.issuer.test';
    forgetEnv();
    const email = newAddress();
    const made = await ours.createUser!({ ...user, email } as never);
    await ours.linkAccount!({
      userId: made.id,
      type: 'oauth',
      provider: 'oidc',
      providerAccountId: 'subject-1',
      access_token: 'never kept',
    });
    const key = { provider: 'oidc', providerAccountId: 'subject-1' };
    expect(await ours.getUserByAccount!(key)).toMatchObject({ id: made.id, email });
    const account = await database().account.findFirstOrThrow({ where: { personId: made.id } });
    expect(JSON.stringify(account)).not.toContain('never kept');

    process.env.OIDC_ISSUER = 'https://two.issuer.test';
    forgetEnv();
    expect(await ours.getUserByAccount!(key)).toBeNull();
    delete process.env.OIDC_ISSUER;
    forgetEnv();

    // Its token and its end are ours, whatever the library proposes.
    const proposed = { sessionToken: newSecret(), userId: made.id, expires: new Date(Date.now() + 9e9) };
    const { sessionToken, expires } = await ours.createSession!(proposed);
    expect(sessionToken).not.toBe(proposed.sessionToken);
    expect(expires.getTime()).toBeLessThanOrEqual(Date.now() + SESSION_HOURS * 3_600_000);
    expect((await viewerOfToken(sessionToken)).kind).toBe('person');
    expect(await ours.getSessionAndUser!(sessionToken)).toMatchObject({ user: { id: made.id } });
    await ours.updateSession!({ sessionToken, expires: new Date(Date.now() + 9e9) });
    const row = await database().session.findUniqueOrThrow({ where: { tokenHash: hashOf(sessionToken) } });
    expect(row.expires).toEqual(expires);
    await ours.deleteSession!(sessionToken);
    await ours.deleteSession!(sessionToken);
    expect((await viewerOfToken(sessionToken)).kind).toBe('nobody');
    expect(await ours.getSessionAndUser!(sessionToken)).toBeNull();
  });
});

describe('the first admin', () => {
  const invite = async (email: string, now = new Date()) => {
    const token = newSecret();
    await transaction((tx) => insertInvitation(tx, { email, tokenHash: hashOf(token), now, minutes: 60 }));
    return token;
  };

  test('is whoever opens the link with its address, once', async () => {
    const viewer = await viewerOf(database(), await makePerson(database(), 'First Admin'));
    const token = await invite(viewer.email.toUpperCase());
    expect(codeOf(await becomeAdmin(NOBODY, { token }))).toBe('unauthenticated');
    expect(codeOf(await becomeAdmin(world.people.newcomer, { token }))).toBe('not_found');
    const answers = await Promise.all([becomeAdmin(viewer, { token }), becomeAdmin(viewer, { token })]);
    expect(answers.map(codeOf).sort()).toEqual(['conflict', 'done']);
    expect((await viewerOf(database(), viewer.personId)).admin).toBe(true);
    expect((await viewerOf(database(), world.people.newcomer.personId)).admin).toBe(false);
  });

  test('is nobody after an hour, nor somebody who is suspended', async () => {
    const viewer = await viewerOf(database(), await makePerson(database(), 'Late Admin'));
    const late = await invite(viewer.email, new Date(Date.now() - 61 * 60_000));
    expect(codeOf(await becomeAdmin(viewer, { token: late }))).toBe('conflict');
    const { suspendedExpert } = world.people;
    const token = await invite(suspendedExpert.email);
    expect(codeOf(await becomeAdmin(suspendedExpert, { token }))).toBe('forbidden');
  });
});
