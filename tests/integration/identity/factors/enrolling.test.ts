import { describe, expect, test } from 'vitest';
import type { Actor } from '@/lib/core/rights';
import * as factors from '@/lib/identity/factors/commands';
import { factorsOf, lacksCodes, pendingSecret } from '@/lib/identity/factors/queries';
import { FACTOR_COMMANDS } from '@/lib/identity/factors/rights';
import { AppCode, Nothing, Onward } from '@/lib/identity/factors/schema';
import { database } from '@/lib/platform/db/client';
import { pass } from '@/lib/platform/doors/pass';
import { appOf, giveAuthenticator } from '@/tests/fixtures/factors';
import { codeOf, doneOf } from '@/tests/fixtures/outcome';
import { makeCodes, personAt } from '@/tests/fixtures/second-factor';
import { confirm, entered, somebody, wrongOf } from '@/tests/fixtures/step-up';

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

describe('setting up an authenticator', () => {
  test('needs a mail of the last ten minutes for the first, shows its secret to its person alone, and counts after a first code', async () => {
    const late = await somebody();
    expect(await begin(late.person)).toMatchObject({ code: 'forbidden', confirm: { for: 'factors' } });
    const { token, person } = await somebody('email');
    doneOf(await begin(person));
    expect((await personAt(token)).factors).toEqual([]);
    const pending = await pendingSecret(person);
    expect(pending?.qr.path).toMatch(/^M0 0h1v1h-1z/);
    expect(await pendingSecret({ ...person, proved: null })).toBeNull();
    expect(await pendingSecret(late.person)).toBeNull();
    const app = appOf(pending?.secret ?? '');
    expect(wrongOf(await finish(person, { code: '000000' }))).toMatch(/isn’t the code/);
    const renewed = entered(await finish(person, { code: app.code() }));
    // Without a place to go on to, to the recovery codes; otherwise they come after it.
    expect(renewed.to).toBe('/settings/security/recovery');
    expect(await personAt(renewed.token)).toMatchObject({
      factors: ['authenticator'],
      proved: 'authenticator',
    });
    expect(codeOf(await begin(await personAt(renewed.token)))).toBe('conflict');
  });

  test('and taking it away needs a proof by it, ends what others have proved, and takes the recovery codes along', async () => {
    const { person } = await somebody();
    const app = await giveAuthenticator(person.personId);
    const other = await somebody('authenticator', person.personId);
    const now = entered(await confirm(person, { way: 'authenticator', code: app.code() }));
    doneOf(await makeCodes(await personAt(now.token)));
    expect(codeOf(await remove({ ...(await personAt(now.token)), proved: 'email' }))).toBe('forbidden');
    expect((await personAt(other.token)).proved).toBeNull();
    expect(codeOf(await remove(await personAt(now.token)))).toBe('done');
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
    expect(wrongOf(await confirm(person, { way: 'recovery', code: codes[1] }))).toMatch(/isn’t one of your/);
    expect((await factorsOf(person))?.codesLeft).toBe(10);
  });

  test('come after what somebody set a factor up for, and are lacked until there is one that works', async () => {
    const { token, person } = await somebody('email');
    doneOf(await begin(person));
    const app = appOf((await pendingSecret(person))?.secret ?? '');
    expect(await lacksCodes(await personAt(token))).toBe(false);
    const renewed = entered(await finish(person, { code: app.code(), next: '/proposals/x' }));
    expect(renewed.to).toBe('/proposals/x');
    const enrolled = await personAt(renewed.token);
    expect(await lacksCodes(enrolled)).toBe(true);
    doneOf(await makeCodes(enrolled));
    expect(await lacksCodes(enrolled)).toBe(false);
    const { personId } = enrolled;
    await database().recoveryCode.updateMany({ where: { personId }, data: { usedAt: new Date() } });
    expect(await lacksCodes(enrolled)).toBe(true);
  });

  test('of somebody else do not work', async () => {
    const [one, other] = [await somebody('authenticator'), await somebody('authenticator')];
    for (const { person } of [one, other]) await giveAuthenticator(person.personId);
    const { codes } = doneOf(await makeCodes(one.person));
    expect(wrongOf(await confirm(other.person, { way: 'recovery', code: codes[0] }))).toMatch(
      /isn’t one of your/,
    );
  });
});
