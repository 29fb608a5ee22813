import { describe, expect, test } from 'vitest';
import { NOBODY, VENDOR } from '@/lib/core/rights';
import { MOST_ASKED, MOST_TRIES } from '@/lib/identity/factors/rules';
import { MOST_WRONG_BY_ALL } from '@/lib/identity/sign-in/rules';
import { renewSecrets } from '@/lib/identity/sign-in/store';
import { database } from '@/lib/platform/db/client';
import { perform } from '@/lib/platform/doors/perform';
import { hashOf, newSecret } from '@/lib/platform/session/person';
import { viewerOfToken } from '@/lib/platform/session/viewer';
import { codeOf, doneOf } from '@/tests/fixtures/outcome';
import { age, ask, CODE, entered, mailed, newAddress, sessionsOf, signIn } from '@/tests/fixtures/sign-in';

const WRONG = '654321';

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

  test(`after ${MOST_TRIES} wrong codes refuses the right one, and leaves the link of the same mail good`, async () => {
    const { tab, token, email, id: signInId } = await mailed();
    for (let left = MOST_TRIES - 1; left >= 0; left -= 1)
      expect(doneOf(await signIn(NOBODY, { code: WRONG, tab }))).toEqual({
        kind: 'wrong',
        triesLeft: left,
        signInId,
      });
    expect(codeOf(await signIn(NOBODY, { code: CODE, tab }))).toBe('limited');
    expect(await sessionsOf(email)).toBe(0);
    entered(await signIn(NOBODY, { token }));
    expect(await sessionsOf(email)).toBe(1);
  });

  test('thirty wrong tries from one network keep nobody out: not by a link, and not by a code from elsewhere', async () => {
    const email = newAddress();
    const strange: { tab: string; token: string }[] = [];
    for (let times = 0; times < MOST_ASKED; times += 1)
      strange.push(await mailed(email, undefined, '192.0.2.1'));
    for (const { tab } of strange)
      for (let tries = 0; tries < MOST_TRIES; tries += 1) await signIn(NOBODY, { code: WRONG, tab });
    // That network has had its mails and its guesses.
    expect(codeOf(await ask(NOBODY, { email, network: '192.0.2.1' }))).toBe('limited');
    expect(codeOf(await signIn(NOBODY, { code: CODE, tab: strange[0]!.tab }))).toBe('limited');
    // The person elsewhere asks for a mail and enters its code; a link that the stranger made them get works as well.
    const own = await mailed(email, undefined, '198.51.100.7');
    entered(await signIn(NOBODY, { code: CODE, tab: own.tab }));
    entered(await signIn(NOBODY, { token: strange[0]!.token }));
  });

  test(`from many networks, wrong codes end codes for the address after ${MOST_WRONG_BY_ALL}, never its links`, async () => {
    const email = newAddress();
    await database().signIn.create({
      data: { email, tabHash: 'x', tries: MOST_WRONG_BY_ALL - 1, expiresAt: new Date() },
    });
    const one = await mailed(email, undefined, '192.0.2.1');
    expect(doneOf(await signIn(NOBODY, { code: WRONG, tab: one.tab }))).toMatchObject({ kind: 'wrong' });
    const other = await mailed(email, undefined, '198.51.100.7');
    expect(codeOf(await signIn(NOBODY, { code: CODE, tab: other.tab }))).toBe('limited');
    entered(await signIn(NOBODY, { token: other.token }));
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
