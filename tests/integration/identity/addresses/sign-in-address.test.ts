import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NOBODY } from '@/lib/core/rights';
import { sendProof, tellFormer } from '@/lib/identity/addresses/jobs';
import { addressesOf } from '@/lib/identity/addresses/queries';
import { database } from '@/lib/platform/db/client';
import type { MailSandbox } from '@/lib/sandbox/servers/mail';
import {
  again,
  askChange,
  confirmChange,
  confirmContact,
  deliver,
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

describe('another address to sign in with', () => {
  async function asked(name = 'Some Body') {
    const person = await newPerson(name);
    const email = newAddress();
    const { proofId } = doneOf(await askChange(person, email));
    await deliver(sendProof.name, proofId);
    return { person, email, token: tokenIn((await mailsTo(inbox, email))[0]!.text) };
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
    const [mail] = await mailsTo(inbox, person.email);
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
