import { beforeAll, describe, expect, test } from 'vitest';
import { type Actor, NOBODY } from '@/lib/core/rights';
import { answersOf } from '@/lib/job/answers/queries';
import * as commands from '@/lib/market/responses/commands';
import { RESPONSE_COMMANDS } from '@/lib/market/responses/rights';
import { Respond, WithdrawResponse } from '@/lib/market/responses/schema';
import { view as viewRequest } from '@/lib/market/views/commands';
import { VIEW_COMMANDS } from '@/lib/market/views/rights';
import { ViewRequest } from '@/lib/market/views/schema';
import { database } from '@/lib/platform/db/client';
import { appNow } from '@/lib/platform/db/clock';
import { pass } from '@/lib/platform/doors/pass';
import { codeOf, doneOf } from '@/tests/fixtures/outcome';
import { makeRequest, WORDS } from '@/tests/fixtures/requests';
import {
  makeCompany,
  makeCustomer,
  makeExpert,
  makePerson,
  makeWorld,
  viewerOf,
  type World,
} from '@/tests/fixtures/world';

const respond = (actor: Actor, input: object) =>
  pass({ may: RESPONSE_COMMANDS.respond, schema: Respond, command: commands.respond }, actor, input);
const withdraw = (actor: Actor, input: object) =>
  pass(
    { may: RESPONSE_COMMANDS.withdraw, schema: WithdrawResponse, command: commands.withdraw },
    actor,
    input,
  );

const text = 'I have done this for three shops and could begin on Monday.\nFirst I would read the slow log.';
let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const freshRequest = (words = {}) =>
  makeRequest(database(), world.customerId, world.people.owner.personId, words);
const messageOf = (outcome: Awaited<ReturnType<typeof respond>>) => (outcome.ok ? 'done' : outcome.message);

/** An expert of their own company; certified unless told otherwise. */
async function makeColleague(name: string, state: Parameters<typeof makeExpert>[3] = {}) {
  const personId = await makePerson(database(), name);
  const companyId = await makeCompany(database(), `${name} Ltd`, [[personId, ['owner']]]);
  await makeExpert(database(), companyId, personId, state);
  return { companyId, person: await viewerOf(database(), personId) };
}

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
    const { companyId, person } = await makeColleague('Juna Moss');
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
    const { companyId, person } = await makeColleague('Kaja Roth');
    const outcomes = await Promise.all(
      Array.from({ length: 4 }, () => respond(person, { requestId, companyId, text })),
    );
    expect(outcomes.map(codeOf).sort()).toEqual(['conflict', 'conflict', 'conflict', 'done']);
    expect(outcomes.map(messageOf)).toContain('Your company has responded to this request already.');
    expect(await database().response.count({ where: { requestId } })).toBe(1);
    expect(await database().request.findUnique({ where: { id: requestId } })).toMatchObject({
      responseCount: 1,
    });
  });

  test('by two companies at once is counted twice', async () => {
    const requestId = await freshRequest();
    const [one, two] = [await makeColleague('Lars Quist'), await makeColleague('Mona Berger')];
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
    const claimed = await makeColleague('Noor Haddad', { status: 'claimed' });
    const lapsed = await makeColleague('Otto Lang', { expiresOn: yesterday });
    const says = async ({ person, companyId }: typeof claimed) =>
      messageOf(await respond(person, { requestId, companyId, text }));
    expect(await says(claimed)).toContain('not been verified yet');
    expect(await says(lapsed)).toContain('expired');
    const { chatter } = world.people;
    expect(await says({ person: chatter, companyId: world.companyId })).toContain('no expert profile');
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
    const { companyId, person } = await makeColleague('Pia Strand');
    const owner = await makePerson(database(), 'Quin Abara');
    const customerId = await makeCustomer(database(), 'Closed Shop', [[owner, ['owner']]]);
    const requestId = await makeRequest(database(), customerId, owner);
    await database().customer.update({ where: { id: customerId }, data: { suspendedAt: new Date() } });
    expect(messageOf(await respond(person, { requestId, companyId, text }))).toContain('not accepting');
    await database().company.update({ where: { id: companyId }, data: { suspendedAt: new Date() } });
    const suspended = await viewerOf(database(), person.personId);
    const open = await freshRequest();
    expect(codeOf(await respond(suspended, { requestId: open, companyId, text }))).toBe('forbidden');
  });

  test('to a request of the company’s own people is refused, whoever of them asks', async () => {
    const requestId = await freshRequest();
    const { companyId, person } = await makeColleague('Runa Eld');
    await database().companyMember.create({
      data: { companyId, personId: world.people.buyer.personId, rights: [] },
    });
    expect(messageOf(await respond(person, { requestId, companyId, text }))).toContain('own people');
  });

  test('to a paused request or to none is refused', async () => {
    const { companyId, person } = await makeColleague('Siri Vance');
    const requestId = await freshRequest({ status: 'paused' });
    expect(messageOf(await respond(person, { requestId, companyId, text }))).toContain('not accepting');
    const nowhere = { requestId: crypto.randomUUID(), companyId, text };
    expect(codeOf(await respond(person, nowhere))).toBe('not_found');
  });
});

describe('withdrawing a response', () => {
  async function answered() {
    const requestId = await freshRequest();
    const { companyId, person } = await makeColleague('Tove Ames');
    const { responseId } = doneOf(await respond(person, { requestId, companyId, text }));
    return { requestId, companyId, person, responseId };
  }

  test('happens once, leaves the conversation, and cannot be followed by another response', async () => {
    const { requestId, companyId, person, responseId } = await answered();
    const outcomes = await Promise.all([withdraw(person, { responseId }), withdraw(person, { responseId })]);
    expect(outcomes.map(codeOf).sort()).toEqual(['conflict', 'done']);
    expect(await database().conversation.findUnique({ where: { id: responseId } })).not.toBeNull();
    expect(messageOf(await respond(person, { requestId, companyId, text }))).toContain(
      'cannot respond a second time',
    );
  });

  test('is for the company alone', async () => {
    const { responseId } = await answered();
    expect(codeOf(await withdraw(world.people.otherExpert, { responseId }))).toBe('not_found');
    expect(codeOf(await withdraw(world.people.owner, { responseId }))).toBe('not_found');
    expect(codeOf(await withdraw(NOBODY, { responseId }))).toBe('unauthenticated');
  });

  test('waits until no proposal stands on it', async () => {
    const { person, responseId } = await answered();
    const response = await database().response.findUniqueOrThrow({ where: { id: responseId } });
    const proposal = await database().proposal.create({
      data: {
        conversationId: responseId,
        customerId: world.customerId,
        companyId: response.companyId,
        expertId: response.expertId,
        title: 'Find and mend the slow query',
        terms: 'Two days, written up.',
        timeline: 'This week',
        type: 'upfront',
        currency: 'USD',
        maximumMinor: 90_000n,
        feeBasisPoints: 300,
        textHash: 'a'.repeat(64),
        createdBy: person.personId,
      },
    });
    expect(codeOf(await withdraw(person, { responseId }))).toBe('conflict');
    await database().proposal.update({ where: { id: proposal.id }, data: { status: 'declined' } });
    expect(codeOf(await withdraw(person, { responseId }))).toBe('done');
  });
});

describe('the answers under a request', () => {
  test('show who, from where, with what and for how much, to the customer alone', async () => {
    const now = await appNow();
    const answers = await answersOf(world.people.member, world.requestId, now);
    expect(answers).toMatchObject([
      {
        id: world.responseId,
        text: WORDS.response,
        expertName: 'Edda Holm',
        company: { name: 'Northlight', country: 'SE' },
        certifications: ['SAP'],
        rate: { fromMinor: 9_000n, toMinor: 14_000n, currency: 'USD' },
        rating: null,
      },
    ]);
    for (const who of ['otherOwner', 'expert', 'newcomer', 'admin'] as const)
      expect(await answersOf(world.people[who], world.requestId, now)).toEqual([]);
    expect(await answersOf(NOBODY, world.requestId, now)).toEqual([]);
  });

  test('stand with the unread first and the withdrawn last', async () => {
    const requestId = await freshRequest();
    const ids: string[] = [];
    const senders = [];
    for (const name of ['Ulla One', 'Viggo Two', 'Wilma Three']) {
      const sender = await makeColleague(name);
      senders.push(sender);
      ids.push(
        doneOf(await respond(sender.person, { requestId, companyId: sender.companyId, text })).responseId,
      );
    }
    doneOf(await withdraw(senders[2]!.person, { responseId: ids[2] }));
    const { owner } = world.people;
    await database().readMark.create({
      data: { conversationId: ids[1]!, personId: owner.personId, seq: 1, at: new Date() },
    });
    const answers = await answersOf(owner, requestId, await appNow());
    expect(answers.map((answer) => answer.id)).toEqual([ids[0], ids[1], ids[2]]);
    expect(answers.map((answer) => answer.unread)).toEqual([true, false, true]);
  });
});
