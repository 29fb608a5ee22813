import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { adapter } from '@/lib/auth/adapter';
import * as commands from '@/lib/auth/commands';
import { handlers } from '@/lib/auth/handlers';
import { hashOf, newSecret, personOfSession } from '@/lib/auth/person';
import { addressOfLink, addressOfTab } from '@/lib/auth/queries';
import { MOST_ASKED, MOST_TRIES } from '@/lib/auth/rules';
import { AskSignIn, BecomeAdmin, SignIn } from '@/lib/auth/schema';
import { codeHashOf } from '@/lib/auth/secrets';
import { addInvitation, renewSecrets } from '@/lib/auth/store';
import { viewerOfToken } from '@/lib/auth/viewer';
import { type Actor, NOBODY, VENDOR } from '@/lib/core/rights';
import { database } from '@/lib/db/client';
import { transaction } from '@/lib/db/transaction';
import { pass } from '@/lib/doors/pass';
import { perform } from '@/lib/doors/perform';
import { env, forgetEnv } from '@/lib/env';
import { type MailSandbox, startMailSandbox } from '@/lib/sandbox/mail/server';
import { codeOf, doneOf } from '@/tests/fixtures/outcome';
import { makePerson, makeWorld, viewerOf, type World } from '@/tests/fixtures/world';

const ask = (actor: Actor, input: object) =>
  pass({ name: 'auth.askSignIn', schema: AskSignIn, command: commands.askSignIn }, actor, {
    tabSecret: newSecret(),
    ...input,
  });
const signIn = (actor: Actor, input: object) =>
  pass({ name: 'auth.signIn', schema: SignIn, command: commands.signIn }, actor, input);
const becomeAdmin = (actor: Actor, input: object) =>
  pass({ name: 'auth.becomeAdmin', schema: BecomeAdmin, command: commands.becomeAdmin }, actor, input);

const CODE = '123456';
const WRONG = '654321';
let addresses = 0;
const newAddress = () => `new.person.${++addresses}@mail.test`;

/** Asked for, and mailed: what the worker does, with secrets that the test knows. */
async function mailed(email = newAddress(), next?: string) {
  const { tab } = doneOf(await ask(NOBODY, { email, ...(next ? { next } : {}) }));
  const id = tab.split('.')[0]!;
  const token = newSecret();
  await perform(VENDOR, (tx) =>
    renewSecrets(tx, {
      id,
      linkHash: hashOf(token),
      codeHash: codeHashOf(env.NEXTAUTH_SECRET, id, CODE),
      now: new Date(),
    }),
  );
  return { email, tab, id, token };
}
const age = (id: string) =>
  database().signIn.update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1) } });
const sessionsOf = (email: string) => database().session.count({ where: { person: { email } } });
function entered(outcome: Awaited<ReturnType<typeof signIn>>) {
  const value = doneOf(outcome);
  if (value.kind !== 'in') throw new Error('a wrong code');
  return value;
}

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

describe('asking for a mail', () => {
  test('makes the same row for a known and an unknown address, with hashes alone', async () => {
    const known = await ask(NOBODY, { email: world.people.owner.email, next: '/requests' });
    const unknown = await ask(NOBODY, { email: newAddress(), next: '/requests' });
    for (const outcome of [known, unknown]) {
      const [id, secret] = doneOf(outcome).tab.split('.') as [string, string];
      const row = await database().signIn.findUniqueOrThrow({ where: { id } });
      expect(row).toMatchObject({ next: '/requests', linkHash: null, codeHash: null, usedAt: null });
      expect(row.tabHash).toBe(hashOf(secret));
      expect(JSON.stringify(row)).not.toContain(secret);
    }
    expect(doneOf(known)).toEqual({ tab: expect.any(String) });
  });

  test('is answered for an address that nobody has without making a person', async () => {
    const email = newAddress();
    doneOf(await ask(NOBODY, { email }));
    expect(await database().person.count({ where: { email } })).toBe(0);
  });

  test('puts no secret into the job', async () => {
    const { tab } = doneOf(await ask(NOBODY, { email: newAddress() }));
    const [id, secret] = tab.split('.') as [string, string];
    const jobs = await database().$queryRaw<{ data: unknown }[]>`
      SELECT data FROM pgboss.job WHERE name = 'auth.sendSignIn' AND data->'payload'->>'signInId' = ${id}`;
    expect(jobs).toHaveLength(1);
    expect(JSON.stringify(jobs)).not.toContain(secret);
  });

  test('is limited for an address, also when asked in parallel', async () => {
    const email = newAddress();
    const answers = await Promise.all(Array.from({ length: MOST_ASKED + 3 }, () => ask(NOBODY, { email })));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(MOST_ASKED);
    expect(new Set(answers.filter((answer) => !answer.ok).map(codeOf))).toEqual(new Set(['limited']));
    expect(codeOf(await ask(NOBODY, { email: newAddress() }))).toBe('done');
  });

  test('is refused to somebody who is suspended', async () => {
    expect(codeOf(await ask(world.people.suspendedCustomer, { email: newAddress() }))).toBe('forbidden');
  });
});

describe('signing in by the link', () => {
  test('works in another browser, makes a new person, and leads to where they wanted to go', async () => {
    const { email, token } = await mailed('maria.keller@mail.test', '/requests/new');
    const value = entered(await signIn(NOBODY, { token }));
    expect(value.to).toBe('/requests/new');
    const viewer = await viewerOfToken(value.token);
    expect(viewer).toMatchObject({
      kind: 'person',
      email,
      name: 'Maria Keller',
      admin: false,
      customers: [],
    });
    const person = await database().person.findUniqueOrThrow({ where: { email } });
    expect(person.emailVerified).not.toBeNull();
  });

  test('keeps the token out of the database', async () => {
    const { token } = await mailed();
    const value = entered(await signIn(NOBODY, { token }));
    const rows = await database().session.findMany();
    expect(JSON.stringify(rows)).not.toContain(value.token);
    expect(rows.some((row) => row.tokenHash === hashOf(value.token))).toBe(true);
  });

  test('works once', async () => {
    const { email, token } = await mailed();
    doneOf(await signIn(NOBODY, { token }));
    expect(codeOf(await signIn(NOBODY, { token }))).toBe('not_found');
    expect(await sessionsOf(email)).toBe(1);
  });

  test('used twice in parallel, opens one session and makes one person', async () => {
    const { email, token } = await mailed();
    const answers = await Promise.all([1, 2, 3].map(() => signIn(NOBODY, { token })));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await sessionsOf(email)).toBe(1);
  });

  test('two links of one new address in parallel make one person', async () => {
    const email = newAddress();
    const [one, other] = [await mailed(email), await mailed(email)];
    await Promise.all([signIn(NOBODY, { token: one.token }), signIn(NOBODY, { token: other.token })]);
    expect(await database().person.count({ where: { email } })).toBe(1);
    expect(await sessionsOf(email)).toBe(2);
  });

  test('is refused when it is late or unknown', async () => {
    const { id, token } = await mailed();
    await age(id);
    expect(codeOf(await signIn(NOBODY, { token }))).toBe('conflict');
    expect(codeOf(await signIn(NOBODY, { token: newSecret() }))).toBe('not_found');
  });

  test('a newer mail voids the link of the one before', async () => {
    const { id, token } = await mailed();
    const newer = newSecret();
    await perform(VENDOR, (tx) =>
      renewSecrets(tx, { id, linkHash: hashOf(newer), codeHash: hashOf('x'), now: new Date() }),
    );
    expect(codeOf(await signIn(NOBODY, { token }))).toBe('not_found');
    expect(codeOf(await signIn(NOBODY, { token: newer }))).toBe('done');
  });

  test('ends the session whose cookie it takes the place of, and no other', async () => {
    const { email, token } = await mailed();
    const first = entered(await signIn(NOBODY, { token }));
    const elsewhere = entered(await signIn(NOBODY, { token: (await mailed(email)).token }));
    const again = await mailed(email);
    const second = entered(
      await signIn(await viewerOfToken(first.token), { token: again.token, before: first.token }),
    );
    expect((await viewerOfToken(first.token)).kind).toBe('nobody');
    expect((await viewerOfToken(second.token)).kind).toBe('person');
    expect((await viewerOfToken(elsewhere.token)).kind).toBe('person');
  });
});

describe('signing in by the code', () => {
  test('works in the tab that asked', async () => {
    const { tab, email } = await mailed();
    const value = entered(await signIn(NOBODY, { code: '123 456', tab }));
    expect(await viewerOfToken(value.token)).toMatchObject({ email });
  });

  test('does not work in another browser, nor with another tab, nor with a changed cookie', async () => {
    const { tab, id, email } = await mailed();
    const other = await mailed();
    expect(codeOf(await signIn(NOBODY, { code: CODE }))).toBe('forbidden');
    expect(codeOf(await signIn(NOBODY, { code: CODE, tab: `${id}.${newSecret()}` }))).toBe('forbidden');
    expect(codeOf(await signIn(NOBODY, { code: CODE, tab: `${id}.${other.tab.split('.')[1]}` }))).toBe(
      'forbidden',
    );
    expect(codeOf(await signIn(NOBODY, { code: CODE, tab: 'nonsense' }))).toBe('forbidden');
    expect(await sessionsOf(email)).toBe(0);
    // A guess without the cookie is not counted: it could void somebody else's code.
    expect((await database().signIn.findUniqueOrThrow({ where: { id } })).tries).toBe(0);
    doneOf(await signIn(NOBODY, { code: CODE, tab }));
  });

  test('used twice in parallel, opens one session', async () => {
    const { tab, email } = await mailed();
    const answers = await Promise.all([1, 2, 3].map(() => signIn(NOBODY, { code: CODE, tab })));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(new Set(answers.filter((answer) => !answer.ok).map(codeOf))).toEqual(new Set(['conflict']));
    expect(await sessionsOf(email)).toBe(1);
  });

  test(`after ${MOST_TRIES} wrong codes refuses the right one, and the link too`, async () => {
    const { tab, token, email } = await mailed();
    for (let left = MOST_TRIES - 1; left >= 0; left -= 1)
      expect(doneOf(await signIn(NOBODY, { code: WRONG, tab }))).toEqual({ kind: 'wrong', triesLeft: left });
    expect(codeOf(await signIn(NOBODY, { code: CODE, tab }))).toBe('limited');
    expect(codeOf(await signIn(NOBODY, { token }))).toBe('limited');
    expect(await sessionsOf(email)).toBe(0);
  });

  test('counts wrong codes that come in parallel', async () => {
    const { tab, id } = await mailed();
    const answers = await Promise.all(Array.from({ length: 12 }, () => signIn(NOBODY, { code: WRONG, tab })));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(MOST_TRIES);
    expect((await database().signIn.findUniqueOrThrow({ where: { id } })).tries).toBe(MOST_TRIES);
  });

  test('is refused when it is late, and before the mail was made', async () => {
    const late = await mailed();
    await age(late.id);
    expect(codeOf(await signIn(NOBODY, { code: CODE, tab: late.tab }))).toBe('conflict');
    const { tab } = doneOf(await ask(NOBODY, { email: newAddress() }));
    expect(doneOf(await signIn(NOBODY, { code: CODE, tab }))).toMatchObject({ kind: 'wrong' });
  });
});

describe('what pages ask', () => {
  test("a tab's address and a link's are told to whoever holds the secret, while it is good", async () => {
    const { tab, id, token, email } = await mailed();
    expect(await addressOfTab(tab)).toBe(email);
    expect(await addressOfTab(`${id}.${newSecret()}`)).toBeNull();
    expect(await addressOfTab(undefined)).toBeNull();
    expect(await addressOfTab('x.y')).toBeNull();
    expect(await addressOfLink(token)).toBe(email);
    expect(await addressOfLink(newSecret())).toBeNull();
    await age(id);
    expect(await addressOfTab(tab)).toBeNull();
    expect(await addressOfLink(token)).toBeNull();
  });
});

describe('the mail', () => {
  let inbox: MailSandbox;
  beforeAll(async () => {
    inbox = await startMailSandbox({ smtpPort: 0, webPort: 0, database: ':memory:' });
    process.env.SMTP_URL = inbox.smtpUrl;
    forgetEnv();
  });
  afterAll(() => inbox.close());
  const [{ handle }] = handlers as [(typeof handlers)[number]];
  const deliver = (signInId: string) =>
    handle({ signInId }, { callId: 'test', signal: new AbortController().signal });
  const mailsTo = async (email: string) => {
    const answer = await fetch(`${inbox.url}/api/mails?to=${encodeURIComponent(email)}`);
    return (await answer.json()) as { mails: { text: string; html: string }[] };
  };

  test('has a link and a code that both work, and another try has others', async () => {
    const email = newAddress();
    const { tab } = doneOf(await ask(NOBODY, { email }));
    const id = tab.split('.')[0]!;
    await deliver(id);
    await deliver(id);
    const { mails } = await mailsTo(email);
    expect(mails).toHaveLength(2);
    const secrets = mails.map(({ text }) => ({
      token: /token=([\w-]{43})/.exec(text)?.[1],
      code: /(\d{3} \d{3})/.exec(text)?.[1],
    }));
    const row = await database().signIn.findUniqueOrThrow({ where: { id } });
    const current = secrets.find(({ token }) => token && hashOf(token) === row.linkHash);
    const stale = secrets.find((other) => other !== current);
    expect(current?.code).toBeDefined();
    expect(codeOf(await signIn(NOBODY, { token: stale?.token }))).toBe('not_found');
    expect(entered(await signIn(NOBODY, { code: current?.code, tab })).kind).toBe('in');
  });

  test('is not sent for a sign-in that was used or is over', async () => {
    const { id, email } = await mailed();
    await age(id);
    await deliver(id);
    expect((await mailsTo(email)).mails).toHaveLength(0);
  });
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

describe('next-auth’s adapter', () => {
  const ours = adapter('Vitest');
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

    const sessionToken = newSecret();
    const expires = new Date(Date.now() + 3_600_000);
    await ours.createSession!({ sessionToken, userId: made.id, expires });
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
    await transaction((tx) => addInvitation(tx, { email, tokenHash: hashOf(token), now, minutes: 60 }));
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
