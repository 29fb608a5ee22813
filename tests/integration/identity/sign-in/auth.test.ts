import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NOBODY } from '@/lib/core/rights';
import { MOST_ASKED } from '@/lib/identity/factors/rules';
import { handlers } from '@/lib/identity/sign-in/handlers';
import { addressOfLink, addressOfTab } from '@/lib/identity/sign-in/queries';
import { database } from '@/lib/platform/db/client';
import { forgetEnv } from '@/lib/platform/env';
import { hashOf, newSecret } from '@/lib/platform/session/person';
import { type MailSandbox, startMailSandbox } from '@/lib/sandbox/servers/mail';
import { codeOf, doneOf } from '@/tests/fixtures/outcome';
import { age, ask, entered, mailed, newAddress, signIn } from '@/tests/fixtures/sign-in';
import { makeWorld, type World } from '@/tests/fixtures/world';

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
