import { describe, expect, test } from 'vitest';
import type { Actor, Person } from '@/lib/core/rights';
import { factorsOf } from '@/lib/identity/factors/queries';
import * as commands from '@/lib/identity/passkeys/commands';
import { PASSKEY_COMMANDS } from '@/lib/identity/passkeys/rights';
import { NamePasskey, OnePasskey } from '@/lib/identity/passkeys/schema';
import { database } from '@/lib/platform/db/client';
import type { Outcome } from '@/lib/platform/doors/outcome';
import { pass } from '@/lib/platform/doors/pass';
import { newSecret } from '@/lib/platform/session/person';
import { viewerOfToken } from '@/lib/platform/session/viewer';
import { codeOf, doneOf } from '@/tests/fixtures/outcome';
import {
  askConfirm,
  askEnrol,
  askSignIn,
  confirmBy,
  enrol,
  givePasskey,
  newDevice,
  type Odd,
  signInAnswer,
  signInBy,
} from '@/tests/fixtures/passkeys';
import { makePerson, viewerOf } from '@/tests/fixtures/world';

const rename = (actor: Actor, input: object) =>
  pass(
    { may: PASSKEY_COMMANDS.renamePasskey, schema: NamePasskey, command: commands.renamePasskey },
    actor,
    input,
  );
const remove = (actor: Actor, input: object) =>
  pass(
    { may: PASSKEY_COMMANDS.removePasskey, schema: OnePasskey, command: commands.removePasskey },
    actor,
    input,
  );

const somebody = async (name = 'Key Holder'): Promise<Person> =>
  viewerOf(database(), await makePerson(database(), name));
const kindOf = (outcome: Outcome<{ kind: 'in' | 'wrong' }>) => doneOf(outcome).kind;

/** What every device that is not quite right gets: nothing, in the same words. */
const ODD: [string, Odd][] = [
  ['from another origin', { origin: 'https://groundcrew.evil.example' }],
  ['for another site', { rpId: 'evil.example' }],
  ['of somebody whom the device has not verified', { verified: false }],
];

describe('enrolling a passkey', () => {
  test('keeps it by its name, and proves its person in this session', async () => {
    const person = await somebody();
    const device = newDevice();
    const { options } = doneOf(await askEnrol(person));
    expect(options).toMatchObject({
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      attestation: 'none',
    });
    const value = doneOf(await enrol(person, { answer: device.make(options), name: 'Work laptop' }));
    if (value.kind !== 'in') throw new Error(value.message);
    expect(await viewerOfToken(value.token)).toMatchObject({
      sessionId: person.sessionId,
      proved: 'passkey',
      factors: ['passkey'],
    });
    expect(value.to).toMatch(/recovery/);
    expect((await factorsOf(person))?.passkeys).toMatchObject([{ name: 'Work laptop', lastUsedAt: null }]);
  });

  test.each(ODD)('is refused for an answer %s', async (_, odd) => {
    const person = await somebody();
    const { options } = doneOf(await askEnrol(person));
    expect(kindOf(await enrol(person, { answer: newDevice().make(options, odd), name: 'Odd' }))).toBe(
      'wrong',
    );
    expect((await factorsOf(person))?.passkeys).toEqual([]);
  });

  test('takes each challenge once, in the session that asked, and not one that we never made', async () => {
    const person = await somebody();
    const elsewhere = await viewerOf(database(), person.personId);
    const { options } = doneOf(await askEnrol(person));
    const answer = newDevice().make(options);
    expect(kindOf(await enrol(elsewhere, { answer, name: 'Elsewhere' }))).toBe('wrong');
    const answers = await Promise.all([1, 2, 3].map((n) => enrol(person, { answer, name: `Key ${n}` })));
    expect(answers.map(kindOf).sort()).toEqual(['in', 'wrong', 'wrong']);
    const invented = newDevice().make({ ...options, challenge: newSecret() });
    expect(kindOf(await enrol(person, { answer: invented, name: 'Invented' }))).toBe('wrong');
    expect((await factorsOf(person))?.passkeys).toHaveLength(1);
  });

  test('does not take a challenge that was made for signing in', async () => {
    const person = await somebody();
    const { options } = doneOf(await askEnrol(person));
    const { options: other } = doneOf(await askSignIn(newSecret()));
    const answer = newDevice().make({ ...options, challenge: other.challenge });
    expect(kindOf(await enrol(person, { answer, name: 'Mixed' }))).toBe('wrong');
  });

  test('the same key does not become two, nor somebody else’s', async () => {
    const [one, other] = [await somebody(), await somebody()];
    const device = await givePasskey(one);
    const { options } = doneOf(await askEnrol(other));
    expect(codeOf(await enrol(other, { answer: device.make(options), name: 'Taken' }))).toBe('conflict');
  });
});

describe('signing in by a passkey', () => {
  test('asks nobody who they are, opens a session that has proved itself, and ends the one before', async () => {
    const person = await somebody();
    const device = await givePasskey(person);
    const before = doneOf(await signInBy(await signInAnswer(device)));
    if (before.kind !== 'in') throw new Error(before.message);
    const answer = await signInAnswer(device);
    const value = doneOf(
      await signInBy({ ...answer, before: before.token, next: '/requests', address: '192.0.2.x' }),
    );
    if (value.kind !== 'in') throw new Error(value.message);
    expect(value.to).toBe('/requests');
    expect(await viewerOfToken(value.token)).toMatchObject({ personId: person.personId, proved: 'passkey' });
    expect((await viewerOfToken(before.token)).kind).toBe('nobody');
    const { options } = doneOf(await askSignIn(newSecret()));
    expect(options.allowCredentials ?? []).toEqual([]);
  });

  test.each(ODD)('is refused for an answer %s', async (_, odd) => {
    const device = await givePasskey(await somebody());
    expect(kindOf(await signInBy(await signInAnswer(device, odd)))).toBe('wrong');
  });

  test('works once for each challenge, in the browser that asked, and not late', async () => {
    const device = await givePasskey(await somebody());
    const answer = await signInAnswer(device);
    expect(kindOf(await signInBy({ ...answer, tab: newSecret() }))).toBe('wrong');
    expect(kindOf(await signInBy({ answer: answer.answer }))).toBe('wrong');
    expect(kindOf(await signInBy(answer))).toBe('in');
    expect(kindOf(await signInBy(answer))).toBe('wrong');
    const late = await signInAnswer(device);
    await database().passkeyChallenge.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } });
    expect(kindOf(await signInBy(late))).toBe('wrong');
  });

  test('is refused where the counter has not gone on: the key was copied', async () => {
    const device = await givePasskey(await somebody());
    expect(kindOf(await signInBy(await signInAnswer(device, { counter: 9 })))).toBe('in');
    for (const counter of [9, 8, 0])
      expect(kindOf(await signInBy(await signInAnswer(device, { counter })))).toBe('wrong');
    expect(kindOf(await signInBy(await signInAnswer(device, { counter: 10 })))).toBe('in');
  });

  test('tells an unknown passkey the same as a known one with a wrong answer, and one that says to be somebody else’s', async () => {
    const device = await givePasskey(await somebody());
    const stranger = newDevice();
    const unknown = doneOf(await signInBy(await signInAnswer(stranger)));
    const wrong = doneOf(await signInBy(await signInAnswer(device, { rpId: 'evil.example' })));
    const handle = Buffer.from(crypto.randomUUID().replaceAll('-', ''), 'hex').toString('base64url');
    const other = doneOf(await signInBy(await signInAnswer(device, { handle })));
    expect(unknown).toEqual(wrong);
    expect(other).toEqual(wrong);
  });

  test('takes nonsense for what it is', async () => {
    for (const answer of [
      '',
      '{',
      '{}',
      'null',
      '[]',
      JSON.stringify({ id: 'x', rawId: 'x', type: 'public-key' }),
    ])
      expect(codeOf(await signInBy({ answer, tab: newSecret() }))).toBe('invalid');
    const hollow = { id: 'AA', rawId: 'AA', type: 'public-key', response: { clientDataJSON: 'AA' } };
    expect(kindOf(await signInBy({ answer: JSON.stringify(hollow), tab: newSecret() }))).toBe('wrong');
  });
});

describe('confirming by a passkey', () => {
  test('takes one of the person’s own, and gives the session another token', async () => {
    const [person, other] = [await somebody(), await somebody()];
    const [mine, theirs] = [await givePasskey(person), await givePasskey(other)];
    const ask = async () => doneOf(await askConfirm(person)).options;
    expect((await ask()).allowCredentials).toMatchObject([{ id: mine.credentialId }]);
    expect(kindOf(await confirmBy(person, { answer: theirs.sign(await ask()) }))).toBe('wrong');
    const value = doneOf(await confirmBy(person, { answer: mine.sign(await ask()), next: '/payments' }));
    expect(value).toMatchObject({ kind: 'in', to: '/payments' });
    const session = { where: { id: person.sessionId } };
    expect(await database().session.findUniqueOrThrow(session)).toMatchObject({ provedBy: 'passkey' });
    expect(codeOf(await askConfirm(await somebody()))).toBe('conflict');
  });
});

describe("a person's passkeys", () => {
  test('are renamed and removed by them alone; with the last factor go the recovery codes', async () => {
    const [person, other] = [await somebody(), await somebody()];
    const { credentialId } = await givePasskey(person);
    const { id: passkeyId } = await database().passkey.findUniqueOrThrow({ where: { credentialId } });
    expect(codeOf(await rename(other, { passkeyId, name: 'Mine now' }))).toBe('not_found');
    expect(codeOf(await remove(other, { passkeyId }))).toBe('not_found');
    expect(codeOf(await rename(person, { passkeyId, name: 'Phone' }))).toBe('done');
    expect((await factorsOf(person))?.passkeys).toMatchObject([{ name: 'Phone' }]);
    await database().recoveryCode.create({ data: { personId: person.personId, codeHash: newSecret() } });
    const answers = await Promise.all([1, 2].map(() => remove(person, { passkeyId })));
    expect(answers.map(codeOf).sort()).toEqual(['done', 'not_found']);
    expect(await factorsOf(person)).toMatchObject({ passkeys: [], codesLeft: 0 });
  });
});
