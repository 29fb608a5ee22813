import { beforeAll, describe, expect, test } from 'vitest';
import { type Actor, NOBODY, type Person } from '@/lib/core/rights';
import { AnswerInvitation, OneInvitation } from '@/lib/identity/invitations/schema';
import * as clients from '@/lib/market/clients/commands';
import { clientsOf, invitationFor } from '@/lib/market/clients/queries';
import { CLIENT_COMMANDS } from '@/lib/market/clients/rights';
import { MOST_A_DAY, MOST_TO_ONE } from '@/lib/market/clients/rules';
import { AcceptInvitation, InviteClient } from '@/lib/market/clients/schema';
import { renewLink } from '@/lib/market/clients/store';
import { requestOf } from '@/lib/market/requests/queries';
import { database } from '@/lib/platform/db/client';
import { transaction } from '@/lib/platform/db/transaction';
import { pass } from '@/lib/platform/doors/pass';
import { hashOf, newSecret } from '@/lib/platform/session/person';
import { DEADLINES } from '@/lib/wiring/deadlines';
import { confirmContact, openProof } from '@/tests/fixtures/addresses';
import { codeOf, doneOf } from '@/tests/fixtures/outcome';
import { makePerson, makeWorld, viewerOf, type World } from '@/tests/fixtures/world';

const invite = (actor: Actor, input: object) =>
  pass({ may: CLIENT_COMMANDS.invite, schema: InviteClient, command: clients.invite }, actor, input);
const accept = (actor: Actor, input: object) =>
  pass({ may: CLIENT_COMMANDS.accept, schema: AcceptInvitation, command: clients.accept }, actor, input);
const decline = (actor: Actor, input: object) =>
  pass({ may: CLIENT_COMMANDS.decline, schema: AnswerInvitation, command: clients.decline }, actor, input);
const withdraw = (actor: Actor, input: object) =>
  pass({ may: CLIENT_COMMANDS.withdraw, schema: OneInvitation, command: clients.withdraw }, actor, input);

const TEXTS = {
  clientName: 'Client',
  title: 'Going on with our work on RDS',
  note: 'We go on here with what we began by mail.\nFirst the upgrade, then the backups.',
};

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const newClient = async (name = 'Cleo Client') => viewerOf(database(), await makePerson(database(), name));
/** The secret of a new mail of the invitation. */
async function linkOf(id: string): Promise<string> {
  const token = newSecret();
  await transaction((tx) => renewLink(tx, { id, tokenHash: hashOf(token) }));
  return token;
}
const sweep = () => DEADLINES.worker.find(({ name }) => name === 'client_invitation expire')!.run();
/** Another company each time, since invitations are limited for each. */
async function invited(client: Person, extra: object = {}): Promise<string> {
  world = await makeWorld();
  const input = { ...TEXTS, companyId: world.companyId, email: client.email, ...extra };
  return doneOf(await invite(world.people.expert, input)).invitationId;
}

describe('a client who accepts', () => {
  test('gets a customer of their own, a private request and its conversation, and the expert is told', async () => {
    const client = await newClient();
    const invitationId = await invited(client);
    const { requestId } = doneOf(await accept(client, { invitationId }));
    const now = await viewerOf(database(), client.personId);
    expect(now.customers).toMatchObject([{ rights: ['owner'] }]);
    expect(await requestOf(now, requestId)).toMatchObject({
      title: TEXTS.title,
      description: TEXTS.note,
      audience: 'client',
      contactEmail: client.email,
      openCount: 1,
    });
    const response = await database().response.findFirstOrThrow({
      where: { requestId },
      include: { conversation: true },
    });
    expect(response).toMatchObject({ origin: 'client', text: '', companyId: world.companyId });
    expect(response.conversation?.id).toBe(response.id);
    const told = await database().notification.findMany({ where: { key: `client.accepted:${response.id}` } });
    expect(told.map(({ personId }) => personId)).toContain(world.people.expert.personId);
    const [page] = await clientsOf(world.people.expert, new Date());
    expect(page?.invitations).toMatchObject([{ status: 'accepted', conversationId: response.id }]);
  });

  test('twice at once accepts once', async () => {
    const client = await newClient();
    const invitationId = await invited(client);
    const both = await Promise.all([accept(client, { invitationId }), accept(client, { invitationId })]);
    expect(both.map(codeOf).sort()).toEqual(['conflict', 'done']);
    const customers = await database().customerMember.count({ where: { personId: client.personId } });
    expect(customers).toBe(1);
  });

  test('signs in with the invited address or has the link; an address confirmed for requests is no proof', async () => {
    const client = await newClient();
    const other = await newClient('Otto Other');
    const invitationId = await invited(client);
    const { token } = await openProof({ personId: other.personId, email: client.email, purpose: 'contact' });
    doneOf(await confirmContact(NOBODY, token));
    for (const answer of [
      accept(other, { invitationId }),
      accept(other, { invitationId, token }),
      decline(other, { invitationId }),
    ])
      expect(codeOf(await answer)).toBe('not_found');
    expect(await invitationFor(other, invitationId, null)).toBeNull();
    const link = await linkOf(invitationId);
    expect(await invitationFor(other, invitationId, link)).toMatchObject({ mine: true, token: link });
    const { requestId } = doneOf(await accept(other, { invitationId, token: link }));
    expect(await invitationFor(other, invitationId, null)).toMatchObject({ mine: true, requestId });
    expect(await invitationFor(client, invitationId, null)).toMatchObject({ mine: false, requestId: null });
  });

  test('is refused where the company is closed, its expert has left, or they are its own people', async () => {
    const db = database();
    const client = await newClient();
    const invitationId = await invited(client);
    const { companyId, expertId } = world;
    await db.company.update({ where: { id: companyId }, data: { closedAt: new Date() } });
    expect(codeOf(await accept(client, { invitationId }))).toBe('conflict');
    await db.company.update({ where: { id: companyId }, data: { closedAt: null } });
    await db.expert.update({ where: { id: expertId }, data: { leftAt: new Date() } });
    expect(codeOf(await accept(client, { invitationId }))).toBe('conflict');
    await db.expert.update({ where: { id: expertId }, data: { leftAt: null } });
    await db.companyMember.create({ data: { companyId, personId: client.personId, rights: [] } });
    const colleague = await viewerOf(db, client.personId);
    expect(codeOf(await accept(colleague, { invitationId }))).toBe('forbidden');
  });
});

describe('an invitation', () => {
  test('is answered or taken back once', async () => {
    const client = await newClient();
    const one = await invited(client);
    doneOf(await decline(client, { invitationId: one }));
    for (const late of [decline(client, { invitationId: one }), accept(client, { invitationId: one })])
      expect(codeOf(await late)).toBe('conflict');
    const two = await invited(client);
    const link = await linkOf(two);
    doneOf(await withdraw(world.people.chatter, { invitationId: two }));
    expect(codeOf(await accept(client, { invitationId: two }))).toBe('conflict');
    const row = await database().clientInvitation.findUniqueOrThrow({ where: { id: two } });
    expect(row.tokenHash).toBeNull();
    expect(codeOf(await accept(world.people.otherOwner, { invitationId: two, token: link }))).toBe(
      'not_found',
    );
    expect(codeOf(await withdraw(world.people.otherExpert, { invitationId: two }))).toBe('not_found');
  });

  test('expires, and cannot be accepted at that instant', async () => {
    const client = await newClient();
    const invitationId = await invited(client);
    await database().clientInvitation.update({
      where: { id: invitationId },
      data: { expiresAt: new Date() },
    });
    expect(codeOf(await accept(client, { invitationId }))).toBe('conflict');
    await sweep();
    expect(await database().clientInvitation.findUnique({ where: { id: invitationId } })).toMatchObject({
      status: 'expired',
    });
  });

  test('is sent by somebody with a certification in force alone', async () => {
    world = await makeWorld();
    const { people, companyId, otherCompanyId, certificationId } = world;
    const input = { ...TEXTS, companyId, email: 'somebody@client.test' };
    expect(codeOf(await invite(people.chatter, input))).toBe('forbidden');
    expect(codeOf(await invite(people.otherExpert, input))).toBe('not_found');
    expect(codeOf(await invite(people.expert, { ...input, companyId: otherCompanyId }))).toBe('not_found');
    await database().certification.update({ where: { id: certificationId }, data: { status: 'expired' } });
    expect(codeOf(await invite(people.expert, input))).toBe('forbidden');
  });

  test('is limited for each company and each address, and not sent to the own people or with a key in it', async () => {
    world = await makeWorld();
    const { people, companyId } = world;
    const to = (email: string, extra: object = {}) =>
      invite(people.expert, { ...TEXTS, companyId, email, ...extra });
    expect(codeOf(await to(people.chatter.email))).toBe('conflict');
    expect(codeOf(await to('a@client.test', { note: `${TEXTS.note} ghp_${'a1B2'.repeat(9)}` }))).toBe(
      'invalid',
    );
    const same = await Promise.all([to('same@client.test'), to('same@client.test')]);
    expect(same.map(codeOf).sort()).toEqual(['conflict', 'done']);
    for (let count = 1; count < MOST_TO_ONE; count += 1)
      doneOf(await to('same@client.test', { title: `Another title, number ${count}` }));
    expect(codeOf(await to('same@client.test', { title: 'One title more than that' }))).toBe('conflict');
    for (let count = MOST_TO_ONE; count < MOST_A_DAY; count += 1) doneOf(await to(`c${count}@client.test`));
    expect(codeOf(await to('last@client.test'))).toBe('limited');
  });

  test('is read by whoever has its link or its address, and by nobody else', async () => {
    const client = await newClient();
    const id = await invited(client);
    const token = await linkOf(id);
    expect(await invitationFor(NOBODY, id, token)).toMatchObject({ title: TEXTS.title, mine: false });
    expect(await invitationFor(client, id, null)).toMatchObject({ mine: true });
    for (const [viewer, wrong] of [
      [NOBODY, null],
      [NOBODY, newSecret()],
      [world.people.otherOwner, null],
    ] as const)
      expect(await invitationFor(viewer, id, wrong)).toBeNull();
    expect(await clientsOf(world.people.otherExpert, new Date())).toMatchObject([{ invitations: [] }]);
  });
});
