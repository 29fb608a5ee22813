import { Client } from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '@/lib/core/rights';
import { send } from '@/lib/job/messages/commands';
import { MESSAGE_COMMANDS } from '@/lib/job/messages/rights';
import { SendMessage } from '@/lib/job/messages/schema';
import * as direct from '@/lib/market/direct-requests/commands';
import { directedTo } from '@/lib/market/direct-requests/queries';
import { DIRECT_REQUEST_COMMANDS } from '@/lib/market/direct-requests/rights';
import { OfRequest } from '@/lib/market/direct-requests/schema';
import * as commands from '@/lib/market/drafts/commands';
import { REQUEST_DRAFT_COMMANDS } from '@/lib/market/drafts/rights';
import { PostRequest } from '@/lib/market/drafts/schema';
import { footingOf } from '@/lib/market/footing/queries';
import { requestOf } from '@/lib/market/requests/queries';
import { respond } from '@/lib/market/responses/commands';
import { requestForExpert } from '@/lib/market/responses/queries';
import { RESPONSE_COMMANDS } from '@/lib/market/responses/rights';
import { Respond } from '@/lib/market/responses/schema';
import * as views from '@/lib/market/views/commands';
import { VIEW_COMMANDS } from '@/lib/market/views/rights';
import { ViewRequest } from '@/lib/market/views/schema';
import { database } from '@/lib/platform/db/client';
import { pass } from '@/lib/platform/doors/pass';
import { env } from '@/lib/platform/env';
import { codeOf, doneOf } from '@/tests/fixtures/outcome';
import { makeCompany, makeExpert, makePerson, makeWorld, viewerOf, type World } from '@/tests/fixtures/world';

const post = (actor: Actor, input: object) =>
  pass({ may: REQUEST_DRAFT_COMMANDS.post, schema: PostRequest, command: commands.post }, actor, input);
const openToAll = (actor: Actor, input: object) =>
  pass(
    { may: DIRECT_REQUEST_COMMANDS.openToAll, schema: OfRequest, command: direct.openToAll },
    actor,
    input,
  );
const view = (actor: Actor, input: object) =>
  pass({ may: VIEW_COMMANDS.view, schema: ViewRequest, command: views.view }, actor, input);
const say = (actor: Actor, input: object) =>
  pass({ may: MESSAGE_COMMANDS.send, schema: SendMessage, command: send }, actor, input);
const answer = (actor: Actor, input: object) =>
  pass({ may: RESPONSE_COMMANDS.respond, schema: Respond, command: respond }, actor, input);

const FIELDS = {
  title: 'Need help with IAM permissions',
  description: 'A Lambda function cannot read a bucket. We have tried three policies.',
  budget: 'from100',
  location: 'anywhere',
  contactName: 'Una',
  contactEmail: 'una@shop.test',
};

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const ask = async (extra: object = {}) =>
  doneOf(await post(world.people.member, { ...FIELDS, toCompanyId: world.companyId, ...extra })).requestId;
const item = async (viewer: World['people']['expert'], id: string) =>
  requestForExpert(viewer, (await footingOf(viewer, new Date()))!, id);

describe('a direct request', () => {
  test('opens the response and the conversation at once, and tells the company, not the others', async () => {
    const requestId = await ask({ toExpertId: world.expertId });
    const response = await database().response.findFirstOrThrow({
      where: { requestId },
      include: { conversation: true },
    });
    expect(response).toMatchObject({
      companyId: world.companyId,
      expertId: world.expertId,
      origin: 'direct',
      text: '',
      conversation: { id: response.id, lastSeq: 1 },
    });
    expect(await database().request.findUnique({ where: { id: requestId } })).toMatchObject({
      audience: 'direct',
      responseCount: 1,
      openCount: 1,
    });
    const told = await database().notification.findMany({
      where: { kind: 'request.direct', path: { contains: '/conversations/' } },
      select: { personId: true },
    });
    const people = told.map(({ personId }) => personId);
    expect(people).toContain(world.people.expert.personId);
    expect(people).not.toContain(world.people.otherExpert.personId);
    expect(people).not.toContain(world.people.owner.personId);
  });

  test('is not there for experts of other companies, on any path', async () => {
    const requestId = await ask();
    const { otherExpert, expert } = world.people;
    expect(await item(expert, requestId)).toMatchObject({ id: requestId });
    expect(await item(otherExpert, requestId)).toBeNull();
    expect(codeOf(await view(otherExpert, { requestId, companyId: world.otherCompanyId }))).toBe('not_found');
    const text = 'I have done this for three shops and could start tomorrow.';
    expect(codeOf(await answer(otherExpert, { requestId, companyId: world.otherCompanyId, text }))).toBe(
      'not_found',
    );
    expect(codeOf(await openToAll(otherExpert, { requestId }))).toBe('not_found');
    expect(codeOf(await openToAll(expert, { requestId }))).toBe('not_found');
    expect(await requestOf(world.people.otherOwner, requestId)).toBeNull();
  });

  test('is announced to its own people alone; once opened, to everybody', async () => {
    const client = new Client({ connectionString: env.DATABASE_URL });
    await client.connect();
    const heard: { what: string; requestId: string; only?: boolean; personIds: string[] }[] = [];
    client.on('notification', ({ payload }) => heard.push(JSON.parse(payload ?? '{}')));
    await client.query('LISTEN rt');
    const requestId = await ask();
    const of = () => heard.filter((said) => said.what === 'request' && said.requestId === requestId);
    await expect.poll(() => of().length).toBeGreaterThan(0);
    const { people } = world;
    // Before its response is there, only its customer's people are told.
    expect(of().every(({ only }) => only)).toBe(true);
    const told = of().flatMap(({ personIds }) => personIds);
    expect(told).toContain(people.member.personId);
    expect(told).toContain(people.expert.personId);
    expect(told).not.toContain(people.otherExpert.personId);
    heard.length = 0;
    doneOf(await openToAll(people.member, { requestId }));
    await expect.poll(() => of().map(({ only }) => only ?? false)).toEqual([false]);
    await client.end();
  });

  test('can be opened to all, once and for all; two who do it at once do it once', async () => {
    const requestId = await ask();
    const both = await Promise.all([
      openToAll(world.people.member, { requestId }),
      openToAll(world.people.owner, { requestId }),
    ]);
    expect(both.map(codeOf)).toEqual(['done', 'done']);
    expect(
      await database().auditEntry.count({ where: { objectId: requestId, action: 'requests.openToAll' } }),
    ).toBe(1);
    const { otherExpert } = world.people;
    expect(await item(otherExpert, requestId)).toMatchObject({ id: requestId, refusal: null });
    expect(await requestOf(world.people.owner, requestId)).toMatchObject({
      audience: 'everyone',
      openedAt: expect.any(Date),
    });
  });

  test('is refused where nobody could answer, and says so before anything is written', async () => {
    const db = database();
    const lone = await makePerson(db, 'Lone Berg');
    const companyId = await makeCompany(db, 'Uncertain', [[lone, ['owner']]]);
    const { expertId } = await makeExpert(db, companyId, lone, { status: 'claimed' });
    const refused = async (extra: object) =>
      codeOf(await post(world.people.member, { ...FIELDS, toCompanyId: companyId, ...extra }));
    const said = async () =>
      (await directedTo(world.people.member, { companyId, expertId: null }, new Date()))?.refusal?.code;
    expect(await refused({})).toBe('conflict');
    expect(await refused({ toExpertId: expertId })).toBe('conflict');
    expect(await said()).toBe('conflict');
    expect(await refused({ toExpertId: world.expertId })).toBe('not_found');
    expect(await refused({ toCompanyId: crypto.randomUUID() })).toBe('not_found');
    await db.certification.updateMany({ where: { expertId }, data: { status: 'verified' } });
    expect(await said()).toBeUndefined();
    for (const state of ['suspendedAt', 'closedAt'] as const) {
      await db.company.update({ where: { id: companyId }, data: { [state]: new Date() } });
      expect(await refused({})).toBe('conflict');
      expect(await said()).toBe('conflict');
      await db.company.update({ where: { id: companyId }, data: { [state]: null } });
    }
    await db.expert.update({ where: { id: expertId }, data: { leftAt: new Date() } });
    expect(await refused({ toExpertId: expertId })).toBe('not_found');
  });

  test('is not sent to a company of one’s own people', async () => {
    const person = world.people.expert;
    expect(codeOf(await post(person, { ...FIELDS, toCompanyId: world.companyId }))).toBe('forbidden');
  });
});

describe('how many companies have opened a request', () => {
  const count = async (id: string) =>
    (await database().request.findUniqueOrThrow({ where: { id } })).viewCount;

  test('counts who was asked directly and has answered, once it is open to all', async () => {
    const [silent, answered] = [await ask(), await ask()];
    const { id: conversationId } = await database().response.findFirstOrThrow({
      where: { requestId: answered },
    });
    doneOf(
      await say(world.people.expert, { conversationId, clientId: crypto.randomUUID(), body: 'We can help.' }),
    );
    for (const requestId of [silent, answered]) doneOf(await openToAll(world.people.member, { requestId }));
    expect([await count(silent), await count(answered)]).toEqual([0, 1]);
  });

  test('is counted once for each, by those who may answer, without the own people', async () => {
    const { people, companyId, otherCompanyId, otherRequestId: requestId } = world;
    const tries = [1, 2, 3].map(() => view(people.expert, { requestId, companyId }));
    const answers = (await Promise.all(tries)).map(doneOf);
    expect(answers.filter(({ counted }) => counted)).toHaveLength(1);
    expect(await count(requestId)).toBe(1);
    // No profile, so nothing that could be answered with.
    expect(doneOf(await view(people.chatter, { requestId, companyId }))).toEqual({ counted: false });
    expect(doneOf(await view(people.otherExpert, { requestId, companyId: otherCompanyId }))).toEqual({
      counted: true,
    });
    expect(await count(requestId)).toBe(2);
    expect(codeOf(await view(people.expert, { requestId, companyId: otherCompanyId }))).toBe('not_found');
  });

  test('leaves out a company that shares people with the customer', async () => {
    const db = database();
    const personId = await makePerson(db, 'Pia Both');
    const companyId = await makeCompany(db, 'Both Sides', [[personId, ['owner']]]);
    await makeExpert(db, companyId, personId);
    await db.customerMember.create({ data: { customerId: world.otherCustomerId, personId, rights: [] } });
    const both = await viewerOf(db, personId);
    const { otherRequestId: requestId } = world;
    expect(doneOf(await view(both, { requestId, companyId }))).toEqual({ counted: false });
  });
});
