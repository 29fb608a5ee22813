import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Actor, NOBODY } from '@/lib/core/rights';
import * as demo from '@/lib/demo/commands';
import { keepTime } from '@/lib/demo/handlers';
import { DEMO_PEOPLE } from '@/lib/demo/people';
import { demoClock, demoSteps } from '@/lib/demo/queries';
import { DEMO_COMMANDS } from '@/lib/demo/rights';
import { tellSandboxes } from '@/lib/demo/sandboxes';
import { EnterDemo, MoveClock } from '@/lib/demo/schema';
import { ensureCustomer } from '@/lib/identity/customers/store';
import { database } from '@/lib/platform/db/client';
import { clockOffset } from '@/lib/platform/db/clock';
import { pass } from '@/lib/platform/doors/pass';
import { perform } from '@/lib/platform/doors/perform';
import { forgetEnv } from '@/lib/platform/env';
import { newSecret } from '@/lib/platform/session/person';
import { viewerOfToken } from '@/lib/platform/session/viewer';
import { sayMode } from '@/tests/fixtures/dump';
import { codeOf, doneOf } from '@/tests/fixtures/outcome';
import { makeConversation, makeRequest } from '@/tests/fixtures/requests';
import { makePerson, makeWorld, viewerOf, type World } from '@/tests/fixtures/world';
import { addresses } from '@/tests/setup/database';

const enterDemo = (actor: Actor, input: object) =>
  pass({ may: DEMO_COMMANDS.enterDemo, schema: EnterDemo, command: demo.enterDemo }, actor, input);
const moveClock = (actor: Actor, input: object) =>
  pass({ may: DEMO_COMMANDS.moveClock, schema: MoveClock, command: demo.moveClock }, actor, input);

const asOwner = async (sql: string) => {
  const client = new Client({ connectionString: addresses().owner });
  await client.connect();
  await client.query(sql);
  await client.end();
};

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
const again = (personId: string) => viewerOf(database(), personId);

describe('the demo', () => {
  const asMode = (mode: 'demo' | 'live') => {
    process.env.MODE = mode;
    // What live mode would refuse to start with.
    process.env.GROUNDCREW_SUPERVISED = '1';
    forgetEnv();
  };
  const kept = { ...process.env };
  afterEach(() => {
    Object.assign(process.env, kept);
    asMode('demo');
  });
  afterAll(() => asOwner('UPDATE "clock" SET "offsetMs" = 0'));

  test('signs in as one of its people, in place of whoever was signed in', async () => {
    expect(codeOf(await enterDemo(NOBODY, { as: 'customer' }))).toBe('not_found');
    const { email, name } = DEMO_PEOPLE.customer;
    await makePerson(database(), name, { email });
    const first = doneOf(await enterDemo(NOBODY, { as: 'customer' }));
    expect(await viewerOfToken(first.token)).toMatchObject({ email });
    const second = doneOf(
      await enterDemo(NOBODY, { as: 'customer', before: first.token, next: '/conversations' }),
    );
    expect(second.to).toBe('/conversations');
    expect((await viewerOfToken(first.token)).kind).toBe('nobody');
    expect(codeOf(await enterDemo(world.people.suspendedExpert, { as: 'customer' }))).toBe('forbidden');
    expect((await viewerOfToken(newSecret())).kind).toBe('nobody');
  });

  test('moves the clock forward, in a database marked as a demo alone', async () => {
    await asOwner(sayMode(false));
    expect(codeOf(await moveClock(NOBODY, { amount: '1 day' }))).toBe('bug');
    await asOwner(sayMode(true));
    expect(doneOf(await moveClock(NOBODY, { amount: '1 day' }))).toEqual({ offsetMs: 86_400_000 });
    expect(doneOf(await moveClock(world.people.owner, { amount: 'minutes', minutes: '5' }))).toEqual({
      offsetMs: 86_700_000,
    });
    expect(await demoClock()).toMatchObject({ aheadMs: 86_700_000 });
    expect(codeOf(await moveClock(world.people.suspendedExpert, { amount: '1 day' }))).toBe('forbidden');
    expect(codeOf(await moveClock(NOBODY, { amount: 'minutes', minutes: '-5' }))).toBe('invalid');
  });

  test('two moves at once add up', async () => {
    const before = (await demoClock())!.aheadMs;
    await Promise.all([1, 2, 3].map(() => moveClock(NOBODY, { amount: '1 hour' })));
    expect((await demoClock())!.aheadMs - before).toBe(3 * 3_600_000);
  });

  test('does not exist in live mode', async () => {
    for (const name of [
      'STRIPE_ENDPOINT',
      'AWS_ENDPOINT',
      'SANDBOX_AWS_URL',
      'SANDBOX_STRIPE_URL',
      'SANDBOX_MAIL_URL',
      'APP_URL',
    ]) {
      if (name === 'APP_URL') process.env[name] = 'https://groundcrew.test';
      else delete process.env[name];
    }
    asMode('live');
    expect(codeOf(await enterDemo(NOBODY, { as: 'admin' }))).toBe('not_found');
    expect(codeOf(await moveClock(NOBODY, { amount: '1 day' }))).toBe('not_found');
    expect(await demoClock()).toBeNull();
    expect(await demoSteps()).toBeNull();
  });
});

describe('the guided job', () => {
  test('is done as far as the newest job of the demo customer with the demo expert has come', async () => {
    const nadia = await database().person.upsert({
      where: { email: DEMO_PEOPLE.customer.email },
      update: {},
      create: { email: DEMO_PEOPLE.customer.email, name: DEMO_PEOPLE.customer.name },
    });
    const person = await again(nadia.id);
    const customerId = await perform(person, (tx) => ensureCustomer(tx, person));
    const undone = (await demoSteps())!;
    expect(undone.filter((step) => step.done)).toEqual([]);
    const requestId = await makeRequest(database(), customerId, nadia.id);
    expect((await demoSteps())!.filter((step) => step.done)).toHaveLength(1);

    // Somebody else's answer is not the guided one.
    const { otherCompanyId, otherExpertId, companyId, expertId, people } = world;
    await makeConversation(database(), {
      requestId,
      customerId,
      companyId: otherCompanyId,
      expertId: otherExpertId,
    });
    expect((await demoSteps())!.filter((step) => step.done)).toHaveLength(1);
    await database().person.update({
      where: { id: people.expert.personId },
      data: { email: DEMO_PEOPLE.expert.email },
    });
    const { conversationId } = await makeConversation(database(), {
      requestId,
      customerId,
      companyId,
      expertId,
    });
    await database().message.create({
      data: {
        conversationId,
        seq: 1,
        authorId: nadia.id,
        side: 'customer',
        clientId: 'one',
        body: 'Hello',
        at: new Date(),
      },
    });
    const steps = (await demoSteps())!;
    expect(steps.map((step) => step.done).slice(0, 5)).toEqual([true, true, true, false, false]);
    expect(steps[2]!.where).toContain('/conversations/');

    // An account from before this request is not of the guided job, until it is used in it.
    const connects = async () => (await demoSteps())!.find(({ says }) => says === 'Connect an AWS account');
    const { createdAt } = await database().request.findUniqueOrThrow({ where: { id: requestId } });
    const connection = await database().connection.create({
      data: {
        customerId,
        awsAccountId: '304512786990',
        label: 'Production',
        status: 'connected',
        createdBy: nadia.id,
        createdAt: new Date(createdAt.getTime() - 1),
      },
    });
    expect(await connects()).toMatchObject({ done: false, where: '/connections/new' });
    await database().connection.update({ where: { id: connection.id }, data: { createdAt } });
    expect(await connects()).toMatchObject({ done: true, where: '/connections' });
  });
});

describe('the sandboxes', () => {
  const { SANDBOX_AWS_URL, SANDBOX_STRIPE_URL } = process.env;
  let server: Server;
  /** What they were told, and how the next calls are answered where not well. */
  let heard: string[] = [];
  let troubles: number[] = [];
  beforeEach(async () => {
    [heard, troubles] = [[], []];
    server = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      heard.push(`${request.method} ${request.url} ${body}`);
      response.writeHead(troubles.shift() ?? 200).end('{}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    process.env.SANDBOX_AWS_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    delete process.env.SANDBOX_STRIPE_URL;
    forgetEnv();
  });
  afterEach(async () => {
    Object.assign(process.env, { SANDBOX_AWS_URL, SANDBOX_STRIPE_URL });
    forgetEnv();
    await new Promise((resolve) => server.close(resolve));
  });
  const said = (offsetMs: number) => `POST /_sandbox/clock {"offsetMs":${offsetMs}}`;

  test('are told how far the clock is ahead; one that does not answer holds nobody up', async () => {
    expect(await tellSandboxes(5_000)).toBe(true);
    process.env.SANDBOX_STRIPE_URL = 'http://127.0.0.1:1';
    forgetEnv();
    expect(await tellSandboxes(6_000)).toBe(false);
    expect(heard).toEqual([said(5_000), said(6_000)]);
  });

  test('are told by the sweep until they know, and again when the clock has moved', async () => {
    const sweep = keepTime();
    const before = await clockOffset();
    troubles = [503];
    for (let round = 0; round < 4; round += 1) await sweep.run();
    expect(heard).toEqual([said(before), said(before)]);
    const { offsetMs } = doneOf(await moveClock(NOBODY, { amount: '1 hour' }));
    for (let round = 0; round < 2; round += 1) await sweep.run();
    expect(heard.slice(2)).toEqual([said(offsetMs)]);
    await asOwner('UPDATE "clock" SET "offsetMs" = 0');
  });
});
