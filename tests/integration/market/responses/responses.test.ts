import { beforeAll, describe, expect, test } from 'vitest';
import { NOBODY } from '@/lib/core/rights';
import { view as viewRequest } from '@/lib/market/views/commands';
import { VIEW_COMMANDS } from '@/lib/market/views/rights';
import { ViewRequest } from '@/lib/market/views/schema';
import { database } from '@/lib/platform/db/client';
import { pass } from '@/lib/platform/doors/pass';
import { makeSeller, respond, ANSWER as text } from '@/tests/fixtures/answers';
import { codeOf, doneOf } from '@/tests/fixtures/outcome';
import { makeRequest } from '@/tests/fixtures/requests';
import { makeCustomer, makePerson, makeWorld, viewerOf, type World } from '@/tests/fixtures/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const freshRequest = (words = {}) =>
  makeRequest(database(), world.customerId, world.people.owner.personId, words);
const messageOf = (outcome: Awaited<ReturnType<typeof respond>>) => (outcome.ok ? 'done' : outcome.message);

describe('responding', () => {
  test('opens the conversation of the same id with the text as its first message, and is counted', async () => {
    const requestId = await freshRequest();
    const { otherExpert } = world.people;
    const { responseId } = doneOf(
      await respond(otherExpert, { requestId, companyId: world.otherCompanyId, text }),
    );
    const conversation = await database().conversation.findUniqueOrThrow({
      where: { id: responseId },
      include: { messages: true },
    });
    expect(conversation).toMatchObject({ requestId, responseId, customerId: world.customerId });
    expect(conversation.messages).toMatchObject([{ body: text, authorId: otherExpert.personId, seq: 1 }]);
    expect(await database().request.findUnique({ where: { id: requestId } })).toMatchObject({
      responseCount: 1,
      viewCount: 1,
    });
    const changes = await database().statusChange.findMany({ where: { objectId: responseId } });
    expect(changes).toMatchObject([{ machine: 'response', to: 'open' }]);
    const entries = await database().auditEntry.findMany({ where: { objectId: responseId } });
    expect(entries).toMatchObject([{ action: 'responses.respond', companyId: world.otherCompanyId }]);
  });

  test('counts as having opened the request, once', async () => {
    const requestId = await freshRequest();
    const { companyId, person } = await makeSeller('Juna Moss');
    const view = () =>
      pass({ may: VIEW_COMMANDS.view, schema: ViewRequest, command: viewRequest }, person, {
        requestId,
        companyId,
      });
    const [first, sent] = await Promise.all([view(), respond(person, { requestId, companyId, text })]);
    expect([codeOf(first), codeOf(sent)]).toEqual(['done', 'done']);
    expect(doneOf(await view())).toEqual({ counted: false });
    expect(await database().request.findUnique({ where: { id: requestId } })).toMatchObject({
      responseCount: 1,
      viewCount: 1,
    });
  });

  test('twice at once by one company gives one response', async () => {
    const requestId = await freshRequest();
    const { companyId, person } = await makeSeller('Kaja Roth');
    const outcomes = await Promise.all(
      Array.from({ length: 4 }, () => respond(person, { requestId, companyId, text })),
    );
    expect(outcomes.map(codeOf).sort()).toEqual(['conflict', 'conflict', 'conflict', 'done']);
    expect(outcomes.map(messageOf)).toContain('Your company has already responded to this request.');
    expect(await database().response.count({ where: { requestId } })).toBe(1);
    expect(await database().request.findUnique({ where: { id: requestId } })).toMatchObject({
      responseCount: 1,
    });
  });

  test('by two companies at once is counted twice', async () => {
    const requestId = await freshRequest();
    const [one, two] = [await makeSeller('Lars Quist'), await makeSeller('Mona Berger')];
    const outcomes = await Promise.all(
      [one, two].map(({ companyId, person }) => respond(person, { requestId, companyId, text })),
    );
    expect(outcomes.map(codeOf)).toEqual(['done', 'done']);
    expect(await database().request.findUnique({ where: { id: requestId } })).toMatchObject({
      responseCount: 2,
    });
  });

  test('needs a profile and a verified certification that is in date, and says so', async () => {
    const requestId = await freshRequest();
    const yesterday = new Date(Date.now() - 2 * 86_400_000);
    const claimed = await makeSeller('Noor Haddad', { status: 'claimed' });
    const lapsed = await makeSeller('Otto Lang', { expiresOn: yesterday });
    const says = async ({ person, companyId }: Pick<typeof claimed, 'person' | 'companyId'>) =>
      messageOf(await respond(person, { requestId, companyId, text }));
    expect(await says(claimed)).toContain('isn’t verified yet');
    expect(await says(lapsed)).toContain('expired');
    const { chatter } = world.people;
    expect(await says({ person: chatter, companyId: world.companyId })).toContain(
      'don’t have an expert profile',
    );
    expect(await database().response.count({ where: { requestId } })).toBe(0);
  });

  test('is refused to nobody, to strangers of the company and to the suspended', async () => {
    const requestId = await freshRequest();
    const { companyId } = world;
    expect(codeOf(await respond(NOBODY, { requestId, companyId, text }))).toBe('unauthenticated');
    expect(codeOf(await respond(world.people.otherExpert, { requestId, companyId, text }))).toBe('not_found');
    expect(codeOf(await respond(world.people.owner, { requestId, companyId, text }))).toBe('not_found');
    expect(codeOf(await respond(world.people.suspendedExpert, { requestId, companyId, text }))).toBe(
      'forbidden',
    );
  });

  test('is refused to a suspended company and to a suspended customer’s request', async () => {
    const { companyId, person } = await makeSeller('Pia Strand');
    const owner = await makePerson(database(), 'Quin Abara');
    const customerId = await makeCustomer(database(), 'Closed Shop', [[owner, ['owner']]]);
    const requestId = await makeRequest(database(), customerId, owner);
    await database().customer.update({ where: { id: customerId }, data: { suspendedAt: new Date() } });
    expect(messageOf(await respond(person, { requestId, companyId, text }))).toContain('no longer accepts');
    await database().company.update({ where: { id: companyId }, data: { suspendedAt: new Date() } });
    const suspended = await viewerOf(database(), person.personId);
    const open = await freshRequest();
    expect(codeOf(await respond(suspended, { requestId: open, companyId, text }))).toBe('forbidden');
  });

  test('to a request of the company’s own people is refused, whoever of them asks', async () => {
    const requestId = await freshRequest();
    const { companyId, person } = await makeSeller('Runa Eld');
    await database().companyMember.create({
      data: { companyId, personId: world.people.buyer.personId, rights: [] },
    });
    expect(messageOf(await respond(person, { requestId, companyId, text }))).toContain('own people');
  });

  test('to a paused request or to none is refused', async () => {
    const { companyId, person } = await makeSeller('Siri Vance');
    const requestId = await freshRequest({ status: 'paused' });
    expect(messageOf(await respond(person, { requestId, companyId, text }))).toContain('no longer accepts');
    const nowhere = { requestId: crypto.randomUUID(), companyId, text };
    expect(codeOf(await respond(person, nowhere))).toBe('not_found');
  });
});
