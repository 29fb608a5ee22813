import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NOBODY } from '@/lib/core/rights';
import { sendProof } from '@/lib/identity/addresses/jobs';
import { addressesOf, proofOfLink } from '@/lib/identity/addresses/queries';
import { CONTACT_DAYS, MOST_PROOFS, MOST_PROOFS_BY_ALL } from '@/lib/identity/addresses/rules';
import { database } from '@/lib/platform/db/client';
import { perform } from '@/lib/platform/doors/perform';
import type { MailSandbox } from '@/lib/sandbox/servers/mail';
import {
  askChange,
  askContact,
  confirmContact,
  deliver,
  forget,
  jobsFor,
  mailsTo,
  newAddress,
  newPerson,
  openInbox,
  openProof,
  proofsOf,
  tokenIn,
} from '@/tests/fixtures/addresses';
import { codeOf, doneOf } from '@/tests/fixtures/outcome';
import { makeWorld, type World } from '@/tests/fixtures/world';

let inbox: MailSandbox;
let world: World;
beforeAll(async () => {
  world = await makeWorld();
  inbox = await openInbox();
});
afterAll(() => inbox.close());

const named = (personId: string, email: string) =>
  perform(NOBODY, async (tx) =>
    tx.emit({ name: 'request.contactNamed', requestId: world.requestId, personId, email }),
  );

describe('an address for requests', () => {
  test('is proven by whoever opens the link of its mail, once; opening the page changes nothing', async () => {
    const person = await newPerson();
    const email = newAddress();
    const { proofId } = doneOf(await askContact(person, email.toUpperCase()));
    expect(await jobsFor(proofId)).toEqual([sendProof.name]);
    await deliver(sendProof.name, proofId);
    const [mail] = await mailsTo(inbox, email);
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
    const stale = tokenIn((await mailsTo(inbox, email))[0]!.text);
    expect(codeOf(await confirmContact(NOBODY, stale))).toBe('not_found');
    await deliver(sendProof.name, first);
    expect(await mailsTo(inbox, email)).toHaveLength(1);
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
