import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Actor, NOBODY } from '@/lib/core/rights';
import * as commands from '@/lib/identity/addresses/commands';
import { handlers } from '@/lib/identity/addresses/handlers';
import { sendProof, tellFormer } from '@/lib/identity/addresses/jobs';
import { addressesOf, proofOfLink } from '@/lib/identity/addresses/queries';
import { ADDRESS_COMMANDS } from '@/lib/identity/addresses/rights';
import { CONTACT_DAYS, MOST_PROOFS, MOST_PROOFS_BY_ALL } from '@/lib/identity/addresses/rules';
import { AskAddress, ConfirmAddress, ForgetAddress } from '@/lib/identity/addresses/schema';
import { database } from '@/lib/platform/db/client';
import { pass } from '@/lib/platform/doors/pass';
import { perform } from '@/lib/platform/doors/perform';
import { forgetEnv } from '@/lib/platform/env';
import { type MailSandbox, startMailSandbox } from '@/lib/sandbox/servers/mail';
import { confirmContact, openProof } from '@/tests/fixtures/addresses';
import { codeOf, doneOf } from '@/tests/fixtures/outcome';
import { makePerson, makeWorld, viewerOf, type World } from '@/tests/fixtures/world';

const askContact = (actor: Actor, email: string, network?: string) =>
  pass({ may: ADDRESS_COMMANDS.askContact, schema: AskAddress, command: commands.askContact }, actor, {
    email,
    network,
  });
const askChange = (actor: Actor, email: string, network?: string) =>
  pass({ may: ADDRESS_COMMANDS.askChange, schema: AskAddress, command: commands.askChange }, actor, {
    email,
    network,
  });
const confirmChange = (actor: Actor, token: string) =>
  pass(
    { may: ADDRESS_COMMANDS.confirmChange, schema: ConfirmAddress, command: commands.confirmChange },
    actor,
    {
      token,
    },
  );
const forget = (actor: Actor, proofId: string) =>
  pass(
    { may: ADDRESS_COMMANDS.forgetAddress, schema: ForgetAddress, command: commands.forgetAddress },
    actor,
    {
      proofId,
    },
  );

let inbox: MailSandbox;
let world: World;
beforeAll(async () => {
  world = await makeWorld();
  inbox = await startMailSandbox({ smtpPort: 0, webPort: 0, database: ':memory:' });
  process.env.SMTP_URL = inbox.smtpUrl;
  forgetEnv();
});
afterAll(() => inbox.close());

let count = 0;
const newAddress = () => `desk.${++count}@proof.test`;
const newPerson = async (name = 'Some Body') => viewerOf(database(), await makePerson(database(), name));
const again = (personId: string) => viewerOf(database(), personId);
const deliver = (name: string, proofId: string) =>
  handlers
    .find(({ job }) => job.name === name)!
    .handle({ proofId }, { callId: 'test', signal: new AbortController().signal });
async function mailsTo(email: string): Promise<{ text: string; subject: string }[]> {
  const answer = await fetch(`${inbox.url}/api/mails?to=${encodeURIComponent(email)}`);
  return ((await answer.json()) as { mails: { text: string; subject: string }[] }).mails;
}
const tokenIn = (text: string) => /token=([\w-]{43})/.exec(text)![1]!;
/** The jobs that were sent for the proofs of a person, by the name of the job. */
async function jobsFor(proofId: string): Promise<string[]> {
  const rows = await database().$queryRaw<{ name: string }[]>`
    SELECT name FROM pgboss.job WHERE data->'payload'->>'proofId' = ${proofId}`;
  return rows.map((row) => row.name);
}
const named = (personId: string, email: string) =>
  perform(NOBODY, async (tx) =>
    tx.emit({ name: 'request.contactNamed', requestId: world.requestId, personId, email }),
  );
const proofsOf = (personId: string) =>
  database().addressProof.findMany({ where: { personId }, orderBy: { createdAt: 'asc' } });

describe('an address for requests', () => {
  test('is proven by whoever opens the link of its mail, once; opening the page changes nothing', async () => {
    const person = await newPerson();
    const email = newAddress();
    const { proofId } = doneOf(await askContact(person, email.toUpperCase()));
    expect(await jobsFor(proofId)).toEqual([sendProof.name]);
    await deliver(sendProof.name, proofId);
    const [mail] = await mailsTo(email);
    const token = tokenIn(mail!.text);
    expect(mail!.text).toContain(person.name);
    expect(await proofOfLink(token)).toMatchObject({ email, purpose: 'contact' });
    expect(await addressesOf(person)).toMatchObject([{ email, state: 'asked' }]);
    expect(codeOf(await confirmContact(NOBODY, token))).toBe('done');
    expect(await addressesOf(person)).toMatchObject([{ email, state: 'proven' }]);
    // For a year, and then no more until it is confirmed again.
    const [proof] = await proofsOf(person.personId);
    const days = (proof!.expiresAt.getTime() - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBe(CONTACT_DAYS);
    expect(await proofOfLink(token)).toBeNull();
    expect(codeOf(await confirmContact(NOBODY, token))).toBe('not_found');
    expect(JSON.stringify(await proofsOf(person.personId))).not.toContain(token);
  });

  test('is confirmed once where the link is used twice at once', async () => {
    const { personId } = await newPerson();
    const { token } = await openProof({ personId, email: newAddress(), purpose: 'contact' });
    const answers = await Promise.all([confirmContact(NOBODY, token), confirmContact(NOBODY, token)]);
    expect(answers.map(codeOf).sort()).toEqual(['done', 'not_found']);
  });

  test('a newer mail voids the link before, and an old link proves nothing', async () => {
    const person = await newPerson();
    const email = newAddress();
    const first = doneOf(await askContact(person, email)).proofId;
    await deliver(sendProof.name, first);
    doneOf(await askContact(person, email));
    const stale = tokenIn((await mailsTo(email))[0]!.text);
    expect(codeOf(await confirmContact(NOBODY, stale))).toBe('not_found');
    await deliver(sendProof.name, first);
    expect(await mailsTo(email)).toHaveLength(1);
    const { proofId, token } = await openProof({
      personId: person.personId,
      email: newAddress(),
      purpose: 'contact',
    });
    await database().addressProof.update({
      where: { id: proofId },
      data: { expiresAt: new Date(Date.now() - 1) },
    });
    expect(codeOf(await confirmContact(NOBODY, token))).toBe('conflict');
    expect(await proofOfLink(token)).toBeNull();
  });

  test('gets at most so many mails a day from one network, whoever asks there, and leaves its owner elsewhere theirs', async () => {
    const email = newAddress();
    for (let asked = 0; asked < MOST_PROOFS; asked += 1)
      expect(codeOf(await askContact(await newPerson(), email, '192.0.2.1'))).toBe('done');
    const late = await newPerson();
    expect(codeOf(await askContact(late, email, '192.0.2.1'))).toBe('limited');
    expect(codeOf(await askChange(late, email, '192.0.2.1'))).toBe('limited');
    expect(codeOf(await askChange(await newPerson(), email, '198.51.100.7'))).toBe('done');
  });

  test('gets at most so many mails a day from all networks together', async () => {
    const email = newAddress();
    const { personId } = await newPerson();
    const asked = { personId, email, purpose: 'contact', expiresAt: new Date(Date.now() + 86_400_000) };
    await database().addressProof.createMany({
      data: Array.from({ length: MOST_PROOFS_BY_ALL }, (_, index) => ({ ...asked, networkHash: `${index}` })),
    });
    const late = await newPerson();
    expect(codeOf(await askContact(late, email, '198.51.100.7'))).toBe('limited');
    await named(late.personId, email);
    expect(await proofsOf(late.personId)).toEqual([]);
  });

  test('needs no proof where it is one’s own or proven', async () => {
    const person = await newPerson();
    expect(codeOf(await askContact(person, person.email))).toBe('conflict');
    const email = newAddress();
    const { token } = await openProof({ personId: person.personId, email, purpose: 'contact' });
    doneOf(await confirmContact(NOBODY, token));
    expect(codeOf(await askContact(person, email))).toBe('conflict');
    await database().addressProof.updateMany({
      where: { personId: person.personId, email },
      data: { expiresAt: new Date(Date.now() - 1) },
    });
    expect(await addressesOf(person)).toMatchObject([{ email, state: 'expired' }]);
    expect(codeOf(await askContact(person, email))).toBe('done');
  });

  test('is asked to prove itself when a request names it, once', async () => {
    const person = await newPerson();
    const email = newAddress();
    await named(person.personId, email);
    await named(person.personId, email);
    const proofs = await proofsOf(person.personId);
    expect(proofs).toHaveLength(1);
    expect(await jobsFor(proofs[0]!.id)).toEqual([sendProof.name]);
    await named(person.personId, person.email);
    expect(await proofsOf(person.personId)).toHaveLength(1);
  });

  test('is taken back by its person alone', async () => {
    const person = await newPerson();
    const { proofId } = doneOf(await askContact(person, newAddress()));
    expect(codeOf(await forget(world.people.owner, proofId))).toBe('not_found');
    expect(codeOf(await forget(person, proofId))).toBe('done');
    expect(codeOf(await forget(person, proofId))).toBe('not_found');
    expect(await addressesOf(person)).toEqual([]);
    expect(await addressesOf(NOBODY)).toEqual([]);
  });
});

describe('another address to sign in with', () => {
  async function asked(name = 'Some Body') {
    const person = await newPerson(name);
    const email = newAddress();
    const { proofId } = doneOf(await askChange(person, email));
    await deliver(sendProof.name, proofId);
    return { person, email, token: tokenIn((await mailsTo(email))[0]!.text) };
  }

  test('takes the place of the one before, which is told; other sessions end, this one does not', async () => {
    const { person, email, token } = await asked('Moving Person');
    const other = await again(person.personId);
    doneOf(await confirmChange(person, token));
    const now = await database().person.findUniqueOrThrow({ where: { id: person.personId } });
    expect(now.email).toBe(email);
    const sessions = await database().session.findMany({ where: { personId: person.personId } });
    expect(sessions.map((session) => session.id)).toEqual([person.sessionId]);
    expect(sessions.map((session) => session.id)).not.toContain(other.sessionId);
    const former = (await proofsOf(person.personId)).find((row) => row.purpose === 'former')!;
    expect(former.email).toBe(person.email);
    expect(await jobsFor(former.id)).toEqual([tellFormer.name]);
    await deliver(tellFormer.name, former.id);
    const [mail] = await mailsTo(person.email);
    expect(mail!.subject).toContain('changed');
    expect(mail!.text).not.toContain(email);
    expect(await addressesOf(await again(person.personId))).toEqual([]);
  });

  test('is confirmed by whoever asked, never by another account that opens the link', async () => {
    const { person, token } = await asked();
    for (const stranger of [world.people.otherOwner, world.people.admin])
      expect(codeOf(await confirmChange(stranger, token))).toBe('not_found');
    expect(codeOf(await confirmChange(NOBODY, token))).toBe('unauthenticated');
    expect(codeOf(await confirmContact(person, token))).toBe('not_found');
    expect(codeOf(await confirmChange(person, token))).toBe('done');
  });

  test('that somebody has is not told apart when it is asked for, and is refused at the end', async () => {
    const person = await newPerson();
    const taken = world.people.owner.email;
    const free = newAddress();
    expect(codeOf(await askChange(person, free))).toBe(codeOf(await askChange(person, taken)));
    const { token } = await openProof({ personId: person.personId, email: taken, purpose: 'sign_in' });
    expect(codeOf(await confirmChange(person, token))).toBe('conflict');
    expect((await again(person.personId)).email).toBe(person.email);
  });

  test('that two people prove at once becomes the address of one', async () => {
    const email = newAddress();
    const people = [await newPerson(), await newPerson()];
    const proofs = await Promise.all(
      people.map(({ personId }) => openProof({ personId, email, purpose: 'sign_in' })),
    );
    const answers = await Promise.all(people.map((person, at) => confirmChange(person, proofs[at]!.token)));
    expect(answers.map(codeOf).sort()).toEqual(['conflict', 'done']);
    expect(await database().person.count({ where: { email } })).toBe(1);
  });

  test('is one at a time: asking for a second voids the first', async () => {
    const { person, token } = await asked();
    const second = newAddress();
    doneOf(await askChange(person, second));
    expect(codeOf(await confirmChange(person, token))).toBe('not_found');
    expect(await addressesOf(person)).toMatchObject([{ email: second, purpose: 'sign_in', state: 'asked' }]);
  });
});
