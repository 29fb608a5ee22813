import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NOBODY } from '@/lib/core/rights';
import { insertSession } from '@/lib/identity/sessions/store';
import { database } from '@/lib/platform/db/client';
import { perform } from '@/lib/platform/doors/perform';
import { metrics } from '@/lib/platform/metrics/metrics';
import { sessionCookie, viewerOfToken } from '@/lib/platform/session/viewer';
import { giveAuthenticator } from '@/tests/fixtures/factors';
import { type Account, type Issuer, openBrowser, openIssuer } from '@/tests/fixtures/oidc';
import { doneOf } from '@/tests/fixtures/outcome';
import { giveFactor } from '@/tests/fixtures/sign-in';
import { makePerson } from '@/tests/fixtures/world';

const ACCOUNTS: Record<string, Account> = {
  'subject-1': { email: 'Ola.Verified@mail.test', email_verified: true, name: 'Ola Verified' },
  'subject-2': { email: 'una.unverified@mail.test', email_verified: false },
  'subject-3': { email: 'known.here@mail.test', email_verified: true },
  'subject-4': { email: 'joined.elsewhere@mail.test', email_verified: true },
};

let place: Issuer;
beforeAll(async () => {
  place = await openIssuer(ACCOUNTS);
});
afterAll(() => place.close());

type Browser = ReturnType<typeof openBrowser>;

/** Presses the provider's button; answers where the browser is sent. */
async function begin(browser: Browser): Promise<URL> {
  const { csrfToken } = (await (await browser.go(`${place.app}/api/auth/csrf`)).response.json()) as {
    csrfToken: string;
  };
  const pressed = await browser.go(`${place.app}/api/auth/signin/oidc`, {
    csrfToken,
    callbackUrl: '/requests',
  });
  return new URL(pressed.to ?? '');
}

/** Walks from the provider's door back to ours; answers our callback's address without opening it. */
async function walk(browser: Browser, from: URL, subject: string): Promise<string> {
  place.is(subject);
  let at = from.href;
  for (let steps = 0; steps < 8; steps += 1) {
    const { to } = await browser.go(at);
    if (!to) throw new Error(`no way on from ${at}`);
    if (to.startsWith(`${place.app}/api/auth/callback/oidc`)) return to;
    at = to;
  }
  throw new Error('the provider leads in a circle');
}

async function signIn(subject: string, browser = openBrowser()) {
  const callback = await walk(browser, await begin(browser), subject);
  const back = await browser.go(callback);
  const token = browser.jarOf(place.app).get(sessionCookie());
  return { browser, callback, to: back.to, token, lines: back.lines };
}

const viewerAt = async (token: string | undefined) =>
  token ? viewerOfToken(token) : { kind: 'nobody' as const };

describe('signing in at an OpenID Connect provider', () => {
  test('asks with PKCE, a state and a nonce', async () => {
    const { origin, searchParams } = await begin(openBrowser());
    expect(origin).toBe(place.issuer);
    expect(searchParams.get('code_challenge_method')).toBe('S256');
    for (const name of ['code_challenge', 'state', 'nonce'])
      expect(searchParams.get(name)?.length, name).toBeGreaterThan(20);
    expect(searchParams.get('redirect_uri')).toBe(`${place.app}/api/auth/callback/oidc`);
  });

  test('makes a person of a verified address, keyed by issuer and subject, with a session like every other', async () => {
    const { to, token, lines } = await signIn('subject-1');
    expect(to).toBe(`${place.app}/requests`);
    const viewer = await viewerAt(token);
    expect(viewer).toMatchObject({ kind: 'person', email: 'ola.verified@mail.test', name: 'Ola Verified' });
    // A provider's word is none that a price or an access is given on.
    expect(viewer).toMatchObject({ proved: null, factors: [] });
    const line = lines.find((text) => text.startsWith(`${sessionCookie()}=`));
    expect(line).toMatch(/HttpOnly/i);
    expect(line).toMatch(/SameSite=Lax/i);
    const account = await database().account.findFirstOrThrow({ where: { providerAccountId: 'subject-1' } });
    expect(account).toMatchObject({ provider: place.issuer, type: 'oauth' });
    expect(JSON.stringify(account)).not.toMatch(/token/i);
  });

  test('finds the same person again under another address of theirs', async () => {
    const first = await viewerAt((await signIn('subject-1')).token);
    ACCOUNTS['subject-1'] = { email: 'ola.renamed@mail.test', email_verified: true };
    const second = await viewerAt((await signIn('subject-1')).token);
    expect(second).toMatchObject({ personId: (first as { personId: string }).personId });
    expect(await database().person.count({ where: { email: 'ola.renamed@mail.test' } })).toBe(0);
  });

  test('refuses an address that the provider has not verified', async () => {
    const { to, token } = await signIn('subject-2');
    expect(to).toContain('/sign-in?error=Unverified');
    expect(token).toBeUndefined();
    expect(await database().person.count({ where: { email: 'una.unverified@mail.test' } })).toBe(0);
  });

  test('does not open an account that is there already by its address alone', async () => {
    const personId = await makePerson(database(), 'Known Here', { email: 'known.here@mail.test' });
    const { to, token } = await signIn('subject-3');
    expect(to).toContain('error=OAuthAccountNotLinked');
    expect(token).toBeUndefined();
    expect(await database().session.count({ where: { personId } })).toBe(0);
  });

  test('refuses an answer with another state, to another browser, without its nonce, or for a second time', async () => {
    const browser = openBrowser();
    const callback = new URL(await walk(browser, await begin(browser), 'subject-4'));
    const people = () => database().person.count({ where: { email: 'joined.elsewhere@mail.test' } });
    const forged = new URL(callback);
    forged.searchParams.set('state', 'x'.repeat(43));
    for (const [who, url] of [
      [openBrowser(), callback],
      [browser, forged],
    ] as const)
      expect((await who.go(url.href)).to).toMatch(/[?&]error=OAuthCallback/);
    expect(await people()).toBe(0);

    const hasty = openBrowser();
    const next = await walk(hasty, await begin(hasty), 'subject-4');
    const jar = hasty.jarOf(place.app);
    for (const name of [...jar.keys()]) if (/nonce/.test(name)) jar.delete(name);
    expect((await hasty.go(next)).to).toMatch(/[?&]error=OAuthCallback/);
    expect(await people()).toBe(0);

    const { callback: used, browser: once } = await signIn('subject-4');
    expect(await people()).toBe(1);
    const sessions = await database().session.count();
    expect((await once.go(used)).to).toMatch(/[?&]error=OAuthCallback/);
    expect(await database().session.count()).toBe(sessions);
  });
});

test('whoever has enrolled a second factor is nobody until it was given, also after the provider', async () => {
  ACCOUNTS['subject-6'] = { email: 'factor.first@mail.test', email_verified: true };
  const first = await viewerAt((await signIn('subject-6')).token);
  const { personId } = first as { personId: string };
  const app = await giveAuthenticator(personId);
  const { browser, to, token } = await signIn('subject-6');
  expect(to).toBe(`${place.app}/sign-in/factor?next=%2Frequests`);
  expect((await viewerAt(token)).kind).toBe('nobody');
  // And joins no other identity to the account meanwhile: that one is a person of its own.
  ACCOUNTS['subject-7'] = { email: 'another.one@mail.test', email_verified: true };
  // The provider would know its own cookie again and say subject-6.
  browser.jarOf(place.issuer).clear();
  const other = await viewerAt((await signIn('subject-7', browser)).token);
  expect(other).toMatchObject({ kind: 'person', email: 'another.one@mail.test' });
  const given = doneOf(await giveFactor({ way: 'authenticator', code: app.code(), before: token }));
  if (given.kind !== 'in') throw new Error(given.message);
  expect(await viewerAt(given.token)).toMatchObject({ personId, proved: 'authenticator' });
});

test('a refused sign-in at the provider is counted and logged', async () => {
  const counted = async () =>
    (await metrics().refusals.get()).values
      .filter(({ labels }) => labels.door === 'auth.signInAtProvider')
      .reduce((sum, { value }) => sum + value, 0);
  const before = await counted();
  await signIn('subject-2');
  // The library leads there by two pages of its own.
  const { browser, to } = await signIn('subject-3');
  const second = await browser.go(to ?? '');
  const last = await browser.go(second.to ?? '');
  expect(last.to).toContain('/sign-in?');
  expect(last.to).toContain('error=OAuthAccountNotLinked');
  expect(await counted()).toBe(before + 2);
});

test('somebody who is signed in joins the provider to their account, and comes back by it', async () => {
  const personId = await makePerson(database(), 'Jo Joiner');
  ACCOUNTS['subject-5'] = { email: 'jo@elsewhere.test', email_verified: true };
  const { token } = await perform(NOBODY, (tx) => insertSession(tx, { personId, now: new Date() }));
  const browser = openBrowser();
  browser.jarOf(place.app).set(sessionCookie(), token);
  expect((await signIn('subject-5', browser)).to).toBe(`${place.app}/requests`);
  expect(await viewerAt((await signIn('subject-5')).token)).toMatchObject({ personId });
  expect(await database().person.count({ where: { email: 'jo@elsewhere.test' } })).toBe(0);
});
