import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CLOCK, NOBODY } from '@/lib/core/rights';
import { expire } from '@/lib/identity/member-invitations/commands';
import { handlers } from '@/lib/identity/member-invitations/handlers';
import { invitationFor, invitationsFor } from '@/lib/identity/member-invitations/queries';
import { renewLink } from '@/lib/identity/member-invitations/store';
import { database } from '@/lib/platform/db/client';
import { transaction } from '@/lib/platform/db/transaction';
import { perform } from '@/lib/platform/doors/perform';
import { forgetEnv } from '@/lib/platform/env';
import { hashOf, newSecret } from '@/lib/platform/session/person';
import { type MailSandbox, startMailSandbox } from '@/lib/sandbox/servers/mail';
import { DEADLINES } from '@/lib/wiring/deadlines';
import { confirmContact, openProof } from '@/tests/fixtures/addresses';
import { doors, invited } from '@/tests/fixtures/members';
import { codeOf, doneOf } from '@/tests/fixtures/outcome';
import { makeCustomer, makePerson, makeWorld, viewerOf, type World } from '@/tests/fixtures/world';

let inbox: MailSandbox;
let world: World;
beforeAll(async () => {
  world = await makeWorld();
  inbox = await startMailSandbox({ smtpPort: 0, webPort: 0, database: ':memory:' });
  process.env.SMTP_URL = inbox.smtpUrl;
  forgetEnv();
});
afterAll(() => inbox.close());

const db = () => database();
const newPerson = async (name = 'Some Body') => viewerOf(db(), await makePerson(db(), name));
const again = (personId: string) => viewerOf(db(), personId);
/** The secret of a new mail of the invitation. */
async function linkOf(id: string): Promise<string> {
  const token = newSecret();
  await transaction((tx) => renewLink(tx, { id, tokenHash: hashOf(token) }));
  return token;
}
const byClock = (invitationId: string) => perform(CLOCK, (tx) => expire(tx, CLOCK, { invitationId }));
const sweep = () => DEADLINES.worker.find(({ name }) => name === 'member_invitation expire')!.run();
const statusOf = async (id: string) =>
  (await db().memberInvitation.findUniqueOrThrow({ where: { id } })).status;
const rightsOf = async (customerId: string, personId: string) =>
  (await db().customerMember.findUnique({ where: { customerId_personId: { customerId, personId } } }))
    ?.rights ?? null;
/** Two owners and a member of a customer of their own. */
async function shop() {
  const ids = [
    await makePerson(db(), 'Anna One'),
    await makePerson(db(), 'Bert Two'),
    await makePerson(db(), 'Cleo Three'),
  ];
  const customerId = await makeCustomer(db(), 'Corner Shop', [
    [ids[0]!, ['owner']],
    [ids[1]!, ['owner']],
    [ids[2]!, ['buy']],
  ]);
  const [anna, bert, cleo] = await Promise.all(ids.map(again));
  return { customerId, anna: anna!, bert: bert!, cleo: cleo! };
}

describe('an invitation', () => {
  test('is mailed, read by its link, and accepted by whoever has the address', async () => {
    const guest = await newPerson('Gus Guest');
    const id = await invited(world, guest.email);
    await handlers[0]!.handle({ invitationId: id }, { callId: 'test', signal: new AbortController().signal });
    const answer = await fetch(`${inbox.url}/api/mails?to=${encodeURIComponent(guest.email)}`);
    const { mails } = (await answer.json()) as { mails: { text: string }[] };
    expect(mails[0]!.text).toMatch(/\/invitations\/[0-9a-z]{26}\?token=[\w-]{43}/);
    expect(mails[0]!.text).toContain('Harbour Bookshop');
    expect(codeOf(await doors.accept(world.people.otherOwner, id))).toBe('not_found');
    expect(codeOf(await doors.accept(NOBODY, id))).toBe('unauthenticated');
    doneOf(await doors.accept(guest, id));
    expect(await rightsOf(world.customerId, guest.personId)).toEqual(['buy']);
    expect(await statusOf(id)).toBe('accepted');
    expect(codeOf(await doors.accept(guest, id))).toBe('conflict');
    expect(
      codeOf(await doors.invite(world.people.owner, { customerId: world.customerId, email: guest.email })),
    ).toBe('conflict');
  });

  test('to an address that a stranger named for their requests, and that its owner confirmed, is not the stranger’s', async () => {
    const stranger = await newPerson('Stan Stranger');
    const owner = await newPerson('Vera Victim');
    // The owner opens a genuine mail about "those requests", signed in or not.
    const { token } = await openProof({
      personId: stranger.personId,
      email: owner.email,
      purpose: 'contact',
    });
    doneOf(await confirmContact(NOBODY, token));
    const id = await invited(world, owner.email);
    for (const answer of [doors.accept(stranger, id), doors.decline(stranger, id)])
      expect(codeOf(await answer)).toBe('not_found');
    expect(await invitationsFor(stranger)).toEqual([]);
    expect(await invitationFor(stranger, id, null)).toBeNull();
    expect(await invitationsFor(owner)).toMatchObject([{ id }]);
    doneOf(await doors.accept(owner, id));
    expect(await rightsOf(world.customerId, stranger.personId)).toBeNull();
  });

  test('to an address that somebody confirmed for their own requests is answered with its link, not by that', async () => {
    const guest = await newPerson();
    const email = `${crypto.randomUUID()}@work.test`;
    const { token: proof } = await openProof({ personId: guest.personId, email, purpose: 'contact' });
    doneOf(await confirmContact(guest, proof));
    const id = await invited(world, email);
    expect(codeOf(await doors.accept(guest, id))).toBe('not_found');
    // Nor by what confirmed the address, nor by the secret of another invitation.
    const another = await linkOf(await invited(world, `${crypto.randomUUID()}@work.test`));
    for (const wrong of [proof, another, newSecret()])
      expect(codeOf(await doors.accept(guest, id, wrong))).toBe('not_found');
    const link = await linkOf(id);
    expect(await invitationFor(guest, id, link)).toMatchObject({ mine: true, token: link });
    expect(await invitationFor(NOBODY, id, link)).toMatchObject({ mine: false });
    doneOf(await doors.accept(guest, id, link));
    expect(await rightsOf(world.customerId, guest.personId)).toEqual(['buy']);
    expect(await invitationFor(guest, id, null)).toMatchObject({ mine: true, status: 'accepted' });
  });

  test('has a link that serves once: not after an answer, not once withdrawn, expired or sent again', async () => {
    const guest = await newPerson();
    const ends: ((id: string, link: string) => Promise<unknown>)[] = [
      (id, link) => doors.decline(guest, id, link),
      (id) => doors.withdraw(world.people.owner, id),
      async (id) => {
        await db().memberInvitation.update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1) } });
        await byClock(id);
      },
      (id) => linkOf(id),
    ];
    for (const end of ends) {
      const id = await invited(world, `${crypto.randomUUID()}@work.test`);
      const link = await linkOf(id);
      await end(id, link);
      expect(codeOf(await doors.accept(guest, id, link))).toBe('not_found');
      const { status, tokenHash } = await db().memberInvitation.findUniqueOrThrow({ where: { id } });
      if (status === 'sent') continue;
      expect(tokenHash).toBeNull();
      // The database refuses what would leave it.
      await expect(
        db().memberInvitation.update({ where: { id }, data: { tokenHash: hashOf(link) } }),
      ).rejects.toThrow('member_invitation_secret_while_open');
    }
    expect(await rightsOf(world.customerId, guest.personId)).toBeNull();
  });

  test('accepted and withdrawn at once is one of the two', async () => {
    const guest = await newPerson();
    const id = await invited(world, guest.email);
    const answers = await Promise.all([
      doors.accept(guest, id),
      doors.withdraw(world.people.owner, id),
      doors.accept(guest, id),
    ]);
    expect(answers.map(codeOf).sort()).toEqual(['conflict', 'conflict', 'done']);
    const member = (await rightsOf(world.customerId, guest.personId)) !== null;
    expect(await statusOf(id)).toBe(member ? 'accepted' : 'withdrawn');
  });

  test('is declined once, and can be sent anew', async () => {
    const guest = await newPerson();
    const id = await invited(world, guest.email);
    expect(codeOf(await doors.decline(guest, id))).toBe('done');
    expect(codeOf(await doors.decline(guest, id))).toBe('conflict');
    expect(codeOf(await doors.accept(guest, id))).toBe('conflict');
    expect(await statusOf(await invited(world, guest.email))).toBe('sent');
  });

  test('is one at a time for an address, also when two owners ask at once', async () => {
    const { customerId, anna, bert } = await shop();
    const input = { customerId, email: `${crypto.randomUUID()}@work.test`, rights: ['buy'] };
    const answers = await Promise.all([doors.invite(anna, input), doors.invite(bert, input)]);
    expect(answers.map(codeOf).sort()).toEqual(['conflict', 'done']);
  });

  test('expires by the clock after fourteen days, and a link that is too old opens nothing', async () => {
    const guest = await newPerson();
    const id = await invited(world, guest.email);
    await sweep();
    expect(await statusOf(id)).toBe('sent');
    expect(await byClock(id)).toBe(false);
    await db().memberInvitation.update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1) } });
    expect(codeOf(await doors.accept(guest, id))).toBe('conflict');
    const both = await Promise.all([byClock(id), byClock(id)]);
    expect(both.sort()).toEqual([false, true]);
    expect(await statusOf(id)).toBe('expired');
    const { owner } = world.people;
    await expect(perform(owner, (tx) => expire(tx, owner, { invitationId: id }))).rejects.toMatchObject({
      code: 'forbidden',
    });
    const next = await invited(world, guest.email);
    await db().memberInvitation.update({
      where: { id: next },
      data: { expiresAt: new Date(Date.now() - 1) },
    });
    await sweep();
    expect(await statusOf(next)).toBe('expired');
  });

  test('sent again has another link and another fourteen days', async () => {
    const id = await invited(world, `${crypto.randomUUID()}@work.test`);
    await db().memberInvitation.update({
      where: { id },
      data: { expiresAt: new Date(Date.now() + 60_000), tokenHash: 'f'.repeat(64) },
    });
    doneOf(await doors.sendAgain(world.people.owner, id));
    const row = await db().memberInvitation.findUniqueOrThrow({ where: { id } });
    expect(row.expiresAt.getTime()).toBeGreaterThan(Date.now() + 13 * 86_400_000);
    for (const stranger of [world.people.otherOwner, world.people.expert])
      expect(codeOf(await doors.sendAgain(stranger, id))).toBe('not_found');
    expect(codeOf(await doors.sendAgain(world.people.buyer, id))).toBe('forbidden');
  });

  test('goes to one address at most so often a day, whoever invites', async () => {
    const email = `${crypto.randomUUID()}@work.test`;
    for (let asked = 0; asked < 5; asked += 1) {
      const { customerId, anna } = await shop();
      doneOf(await doors.invite(anna, { customerId, email }));
    }
    const { customerId, anna } = await shop();
    expect(codeOf(await doors.invite(anna, { customerId, email }))).toBe('limited');
  });
});
