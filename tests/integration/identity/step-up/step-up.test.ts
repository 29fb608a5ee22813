import { beforeAll, describe, expect, test } from 'vitest';
import { type Actor, NOBODY, type Person, VENDOR } from '@/lib/core/rights';
import type { Proof } from '@/lib/core/step-up';
import * as factors from '@/lib/identity/factors/commands';
import { factorsOf, pendingSecret } from '@/lib/identity/factors/queries';
import { FACTOR_COMMANDS } from '@/lib/identity/factors/rights';
import { MOST_ASKED, MOST_TRIES } from '@/lib/identity/factors/rules';
import { AppCode, Nothing, Onward } from '@/lib/identity/factors/schema';
import { codeOfStep, stepAt } from '@/lib/identity/factors/totp';
import { insertSession } from '@/lib/identity/sessions/store';
import * as stepUp from '@/lib/identity/step-up/commands';
import { STEP_UP_COMMANDS } from '@/lib/identity/step-up/rights';
import { AskConfirm, Confirm } from '@/lib/identity/step-up/schema';
import { renewCode } from '@/lib/identity/step-up/store';
import { database } from '@/lib/platform/db/client';
import { pass } from '@/lib/platform/doors/pass';
import { perform } from '@/lib/platform/doors/perform';
import { env } from '@/lib/platform/env';
import { codeHashOf } from '@/lib/platform/session/codes';
import { personOfSession } from '@/lib/platform/session/person';
import { viewerOfToken } from '@/lib/platform/session/viewer';
import { appOf, giveAuthenticator } from '@/tests/fixtures/factors';
import { accept, approve, asked, proposed, worldWithCard } from '@/tests/fixtures/money';
import { codeOf, doneOf } from '@/tests/fixtures/outcome';
import { makePerson, type World } from '@/tests/fixtures/world';

const confirm = (actor: Actor, input: object) =>
  pass({ may: STEP_UP_COMMANDS.confirm, schema: Confirm, command: stepUp.confirm }, actor, input);
const askCode = (actor: Actor) =>
  pass(
    { may: STEP_UP_COMMANDS.askConfirmCode, schema: AskConfirm, command: stepUp.askConfirmCode },
    actor,
    {},
  );
const begin = (actor: Actor) =>
  pass(
    { may: FACTOR_COMMANDS.enrolAuthenticator, schema: Onward, command: factors.enrolAuthenticator },
    actor,
    {},
  );
const finish = (actor: Actor, input: object) =>
  pass(
    { may: FACTOR_COMMANDS.confirmAuthenticator, schema: AppCode, command: factors.confirmAuthenticator },
    actor,
    input,
  );
const remove = (actor: Actor) =>
  pass(
    { may: FACTOR_COMMANDS.removeAuthenticator, schema: Nothing, command: factors.removeAuthenticator },
    actor,
    {},
  );
const makeCodes = (actor: Actor) =>
  pass(
    { may: FACTOR_COMMANDS.makeRecoveryCodes, schema: Nothing, command: factors.makeRecoveryCodes },
    actor,
    {},
  );

/** Somebody signed in who has proved this, or nothing, and the token of their cookie. */
async function somebody(proved: Proof | null = null, personId?: string) {
  const id = personId ?? (await makePerson(database(), 'Step Upper'));
  const { token } = await perform(NOBODY, (tx) =>
    insertSession(tx, { personId: id, proved, now: new Date() }),
  );
  return { token, person: await again(token) };
}

async function again(token: string): Promise<Person> {
  const viewer = await viewerOfToken(token);
  if (viewer.kind !== 'person') throw new Error('signed out');
  return viewer;
}

/** The token after a code was right. */
function entered(outcome: Awaited<ReturnType<typeof confirm>>) {
  const value = doneOf(outcome);
  if (value.kind !== 'in') throw new Error(value.message);
  return value;
}
const wrongOf = (outcome: Awaited<ReturnType<typeof confirm>>) => {
  const value = doneOf(outcome);
  return value.kind === 'wrong' ? value.message : null;
};

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
    const now = await again(renewed.token);
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
    expect((await again(renewed.token)).proved).toBe('authenticator');
    await set(10.1);
    expect((await again(renewed.token)).proved).toBeNull();
  });

  test('takes each code of the app once, also when it comes twice at once', async () => {
    const { person } = await somebody();
    const app = await giveAuthenticator(person.personId);
    const code = app.code();
    const answers = await Promise.all([1, 2, 3].map(() => confirm(person, { way: 'authenticator', code })));
    expect(answers.map((answer) => doneOf(answer).kind).sort()).toEqual(['in', 'wrong', 'wrong']);
    expect(wrongOf(await confirm(person, { way: 'authenticator', code }))).toMatch(/used already/);
  });

  test('takes codes one step early or late, and none further off, nor an older one after a newer', async () => {
    const { person } = await somebody();
    const { secret } = await giveAuthenticator(person.personId);
    const by = (steps: number) =>
      confirm(person, { way: 'authenticator', code: codeOfStep(secret, stepAt(new Date()) + steps) });
    expect(wrongOf(await by(-3))).toMatch(/not the code/);
    expect(wrongOf(await by(3))).toMatch(/not the code/);
    expect(wrongOf(await by(-1))).toBeNull();
    expect(wrongOf(await by(1))).toBeNull();
    expect(wrongOf(await by(0))).toMatch(/used already/);
  });

  test("by somebody else's app is wrong, and tells nothing else", async () => {
    const [{ person }, other] = [await somebody(), await somebody()];
    await giveAuthenticator(person.personId);
    const theirs = await giveAuthenticator(other.person.personId);
    expect(wrongOf(await confirm(person, { way: 'authenticator', code: theirs.code() }))).toMatch(
      /not the code/,
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
      expect(wrongOf(await confirm(person, { way: 'email', code: '000000' }))).toMatch(/not the code/);
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
    const now = await again(token);
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

describe('setting up an authenticator', () => {
  test('needs a mail of the last ten minutes for the first, shows its secret to its person alone, and counts after a first code', async () => {
    const late = await somebody();
    expect(await begin(late.person)).toMatchObject({ code: 'forbidden', confirm: { for: 'factors' } });
    const { token, person } = await somebody('email');
    doneOf(await begin(person));
    expect((await again(token)).factors).toEqual([]);
    const pending = await pendingSecret(person);
    expect(pending?.qr.path).toMatch(/^M0 0h1v1h-1z/);
    expect(await pendingSecret({ ...person, proved: null })).toBeNull();
    expect(await pendingSecret(late.person)).toBeNull();
    const app = appOf(pending?.secret ?? '');
    expect(wrongOf(await finish(person, { code: '000000' }))).toMatch(/not the code/);
    const renewed = entered(await finish(person, { code: app.code() }));
    expect(renewed.to).toMatch(/\/recovery/);
    expect(await again(renewed.token)).toMatchObject({ factors: ['authenticator'], proved: 'authenticator' });
    expect(codeOf(await begin(await again(renewed.token)))).toBe('conflict');
  });

  test('and taking it away needs a proof by it, ends what others have proved, and takes the recovery codes along', async () => {
    const { person } = await somebody();
    const app = await giveAuthenticator(person.personId);
    const other = await somebody('authenticator', person.personId);
    const now = entered(await confirm(person, { way: 'authenticator', code: app.code() }));
    doneOf(await makeCodes(await again(now.token)));
    expect(codeOf(await remove({ ...(await again(now.token)), proved: 'email' }))).toBe('forbidden');
    expect((await again(other.token)).proved).toBeNull();
    expect(codeOf(await remove(await again(now.token)))).toBe('done');
    expect(await factorsOf(person)).toMatchObject({ passkeys: [], authenticatorSince: null, codesLeft: 0 });
  });
});

describe('recovery codes', () => {
  test('are ten, work once each however they are typed, and are counted', async () => {
    const { person } = await somebody('authenticator');
    expect(codeOf(await makeCodes(person))).toBe('conflict');
    await giveAuthenticator(person.personId);
    const { codes } = doneOf(await makeCodes(person));
    expect(new Set(codes).size).toBe(10);
    const rows = await database().recoveryCode.findMany({ where: { personId: person.personId } });
    for (const code of codes) expect(JSON.stringify(rows)).not.toContain(code);
    const typed = codes[0]!.toUpperCase().replace('-', ' ');
    const answers = await Promise.all([1, 2].map(() => confirm(person, { way: 'recovery', code: typed })));
    expect(answers.map((answer) => doneOf(answer).kind).sort()).toEqual(['in', 'wrong']);
    expect((await factorsOf(person))?.codesLeft).toBe(9);
    doneOf(await makeCodes(person));
    expect(wrongOf(await confirm(person, { way: 'recovery', code: codes[1] }))).toMatch(/none of your/);
    expect((await factorsOf(person))?.codesLeft).toBe(10);
  });

  test('of somebody else do not work', async () => {
    const [one, other] = [await somebody('authenticator'), await somebody('authenticator')];
    for (const { person } of [one, other]) await giveAuthenticator(person.personId);
    const { codes } = doneOf(await makeCodes(one.person));
    expect(wrongOf(await confirm(other.person, { way: 'recovery', code: codes[0] }))).toMatch(/none of your/);
  });
});

test('somebody suspended confirms nothing', async () => {
  const { suspendedCustomer } = world.people;
  expect(codeOf(await confirm(suspendedCustomer, { way: 'recovery', code: '0000000000' }))).toBe('forbidden');
  expect(codeOf(await askCode(suspendedCustomer))).toBe('forbidden');
});
