import { beforeAll, describe, expect, test } from 'vitest';
import { type Actor, type Person, VENDOR } from '@/lib/core/rights';
import { MOST_ASKED, MOST_TRIES } from '@/lib/identity/factors/rules';
import { codeOfStep, stepAt } from '@/lib/identity/factors/totp';
import * as stepUp from '@/lib/identity/step-up/commands';
import { STEP_UP_COMMANDS } from '@/lib/identity/step-up/rights';
import { AskConfirm } from '@/lib/identity/step-up/schema';
import { renewCode } from '@/lib/identity/step-up/store';
import { database } from '@/lib/platform/db/client';
import { pass } from '@/lib/platform/doors/pass';
import { perform } from '@/lib/platform/doors/perform';
import { env } from '@/lib/platform/env';
import { codeHashOf } from '@/lib/platform/session/codes';
import { personOfSession } from '@/lib/platform/session/person';
import { viewerOfToken } from '@/lib/platform/session/viewer';
import { giveAuthenticator } from '@/tests/fixtures/factors';
import { accept, approve, asked, proposed, worldWithCard } from '@/tests/fixtures/money';
import { codeOf, doneOf } from '@/tests/fixtures/outcome';
import { personAt } from '@/tests/fixtures/second-factor';
import { confirm, entered, somebody, wrongOf } from '@/tests/fixtures/step-up';
import type { World } from '@/tests/fixtures/world';

const askCode = (actor: Actor) =>
  pass(
    { may: STEP_UP_COMMANDS.askConfirmCode, schema: AskConfirm, command: stepUp.askConfirmCode },
    actor,
    {},
  );

let world: World;
beforeAll(async () => {
  world = await worldWithCard();
});

describe('confirming', () => {
  test('by the app gives the session another token and is kept for ten minutes', async () => {
    const { token, person } = await somebody();
    const app = await giveAuthenticator(person.personId);
    const renewed = entered(await confirm(person, { way: 'authenticator', code: app.code() }));
    expect((await viewerOfToken(token)).kind).toBe('nobody');
    const now = await personAt(renewed.token);
    expect(now).toMatchObject({
      sessionId: person.sessionId,
      proved: 'authenticator',
      factors: ['authenticator'],
    });
    const set = (minutes: number) =>
      database().session.update({
        where: { id: person.sessionId },
        data: { provedAt: new Date(Date.now() - minutes * 60_000) },
      });
    await set(9.9);
    expect((await personAt(renewed.token)).proved).toBe('authenticator');
    await set(10.1);
    expect((await personAt(renewed.token)).proved).toBeNull();
  });

  test('takes each code of the app once, also when it comes twice at once', async () => {
    const { person } = await somebody();
    const app = await giveAuthenticator(person.personId);
    const code = app.code();
    const answers = await Promise.all([1, 2, 3].map(() => confirm(person, { way: 'authenticator', code })));
    expect(answers.map((answer) => doneOf(answer).kind).sort()).toEqual(['in', 'wrong', 'wrong']);
    expect(wrongOf(await confirm(person, { way: 'authenticator', code }))).toMatch(/already used/);
  });

  test('takes codes one step early or late, and none further off, nor an older one after a newer', async () => {
    const { person } = await somebody();
    const { secret } = await giveAuthenticator(person.personId);
    const by = (steps: number) =>
      confirm(person, { way: 'authenticator', code: codeOfStep(secret, stepAt(new Date()) + steps) });
    expect(wrongOf(await by(-3))).toMatch(/isn’t the code/);
    expect(wrongOf(await by(3))).toMatch(/isn’t the code/);
    expect(wrongOf(await by(-1))).toBeNull();
    expect(wrongOf(await by(1))).toBeNull();
    expect(wrongOf(await by(0))).toMatch(/already used/);
  });

  test("by somebody else's app is wrong, and tells nothing else", async () => {
    const [{ person }, other] = [await somebody(), await somebody()];
    await giveAuthenticator(person.personId);
    const theirs = await giveAuthenticator(other.person.personId);
    expect(wrongOf(await confirm(person, { way: 'authenticator', code: theirs.code() }))).toMatch(
      /isn’t the code/,
    );
    expect((await personOfSession(database(), { id: person.sessionId })).kind).toBe('person');
  });

  test('a secret copied to another person opens for nobody', async () => {
    const [one, other] = [await somebody(), await somebody()];
    const app = await giveAuthenticator(one.person.personId);
    const row = await database().authenticator.findUniqueOrThrow({
      where: { personId: one.person.personId },
    });
    expect(row.secret).not.toContain(app.secret);
    await database().authenticator.create({ data: { ...row, personId: other.person.personId } });
    expect(codeOf(await confirm(other.person, { way: 'authenticator', code: app.code() }))).toBe('bug');
  });
});

describe('a code by e-mail', () => {
  const CODE = '424242';
  /** Asked for, and mailed: what the worker does, with a code that the test knows. */
  async function mailed(person: Person) {
    doneOf(await askCode(person));
    const { id } = await database().stepUpCode.findFirstOrThrow({
      where: { sessionId: person.sessionId },
      orderBy: { createdAt: 'desc' },
    });
    const codeHash = codeHashOf(env.NEXTAUTH_SECRET, id, CODE);
    const to = await perform(VENDOR, (tx) => renewCode(tx, { id, codeHash, now: new Date() }));
    expect(to).toBe(person.email);
    return id;
  }

  test('confirms the session that asked, once', async () => {
    const { person } = await somebody();
    const elsewhere = (await somebody(null, person.personId)).person;
    await mailed(person);
    expect(codeOf(await confirm(elsewhere, { way: 'email', code: CODE }))).toBe('conflict');
    const answers = await Promise.all([1, 2].map(() => confirm(person, { way: 'email', code: CODE })));
    expect(answers.map(codeOf).sort()).toEqual(['conflict', 'done']);
    expect(await personOfSession(database(), { id: person.sessionId })).toMatchObject({ proved: 'email' });
  });

  test(`is void after ${MOST_TRIES} wrong ones and after ten minutes, and is asked for ${MOST_ASKED} times at most`, async () => {
    const { person } = await somebody();
    const id = await mailed(person);
    for (let tries = 0; tries < MOST_TRIES; tries += 1)
      expect(wrongOf(await confirm(person, { way: 'email', code: '000000' }))).toMatch(/isn’t the code/);
    expect(codeOf(await confirm(person, { way: 'email', code: CODE }))).toBe('limited');
    await database().stepUpCode.update({
      where: { id },
      data: { tries: 0, expiresAt: new Date(Date.now() - 1) },
    });
    expect(codeOf(await confirm(person, { way: 'email', code: CODE }))).toBe('conflict');
    for (let more = 1; more < MOST_ASKED; more += 1) doneOf(await askCode(person));
    expect(codeOf(await askCode(person))).toBe('limited');
  });

  test('is neither mailed to nor taken from somebody who has enrolled more', async () => {
    const { token, person } = await somebody();
    await mailed(person);
    await giveAuthenticator(person.personId);
    const now = await personAt(token);
    expect(codeOf(await askCode(now))).toBe('forbidden');
    expect(codeOf(await confirm(now, { way: 'email', code: CODE }))).toBe('forbidden');
  });

  test('moves money below the limit; from the limit on it takes more', async () => {
    const { buyer } = world.people;
    const mail = { ...buyer, factors: [], proved: 'email' as const };
    const small = await proposed(world, { milestones: [{ title: 'A look', amount: '499.99' }] });
    const large = await proposed(world, { milestones: [{ title: 'A look', amount: '500' }] });
    expect(await accept(mail, large)).toMatchObject({
      code: 'forbidden',
      confirm: { for: 'money', factor: true },
    });
    expect(codeOf(await accept({ ...mail, proved: null }, small))).toBe('forbidden');
    expect(codeOf(await accept(mail, small))).toBe('done');
    const paymentRequestId = await asked(world, small.proposalId, { amount: '400' });
    expect(codeOf(await approve({ ...mail, factors: ['passkey'] }, { paymentRequestId }))).toBe('forbidden');
    expect(codeOf(await approve(mail, { paymentRequestId }))).toBe('done');
  });
});

test('somebody suspended confirms nothing', async () => {
  const { suspendedCustomer } = world.people;
  expect(codeOf(await confirm(suspendedCustomer, { way: 'recovery', code: '0000000000' }))).toBe('forbidden');
  expect(codeOf(await askCode(suspendedCustomer))).toBe('forbidden');
});
