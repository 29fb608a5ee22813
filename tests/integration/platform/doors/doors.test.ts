import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { POST as stripeWebhook } from '@/app/api/stripe/webhook/route';
import { type Need, NOBODY, type Person, type Viewer } from '@/lib/core/rights';
import { keepStripeCustomer } from '@/lib/money/methods/commands';
import { pass } from '@/lib/platform/doors/pass';
import { perform } from '@/lib/platform/doors/perform';
import { type Door, registered } from '@/lib/platform/doors/registry';
import { env } from '@/lib/platform/env';
import { RIGHTS } from '@/lib/processes/rights';
import { type Colleague, colleaguesOf } from '@/tests/fixtures/jobs';
import { codeOf } from '@/tests/fixtures/outcome';
import type { Sample } from '@/tests/fixtures/sample';
import { SAMPLES } from '@/tests/fixtures/samples';
import { makeWorld, type World } from '@/tests/fixtures/world';

/** Loading a module registers its doors. */
const DOORS = {
  ...import.meta.glob<object>('/lib/**/actions*.ts', { eager: true }),
  ...import.meta.glob<object>('/lib/**/sockets.ts', { eager: true }),
  ...import.meta.glob<object>('/app/api/**/route.ts', { eager: true }),
};

/** Route handlers that are not doors, each with what stands in place of a viewer's right. */
const NOT_DOORS: Record<string, string> = {
  '/app/api/aws-template/route.ts': 'the CloudFormation template: public, and without any secret',
  '/app/api/auth/[...nextauth]/route.ts': "next-auth's own: signing in at a provider, and signing out",
  '/app/api/mail/bounces/route.ts': 'takes the word of the mail service on its token alone',
  '/app/api/unsent/route.ts':
    'changes nothing: gives a form that reached no door back to the page that sent it',
  '/app/api/unsubscribe/route.ts': 'turns off mail on the signature in its address alone: RFC 8058',
  '/app/api/confirm/asked/route.ts':
    'changes nothing: shows a form of ours how its sender proves who they are, and only to them',
  '/app/api/counts/route.ts': 'reads the numbers of the frame, which the same viewer sees on every page',
  '/app/api/demo-code/route.ts':
    'reads what the page of confirming shows to the same viewer, in a demo alone',
  '/app/api/health/route.ts': "reads nothing that is anybody's",
  '/app/api/metrics/route.ts': 'asks for METRICS_TOKEN',
  '/app/api/photos/[hash]/route.ts': 'changes nothing; asks who looks before it answers',
  '/app/api/work/new/route.ts': 'reads a number, of what the page shows to the same viewer',
  '/app/api/stripe/webhook/route.ts': "takes Stripe's word on its signature alone",
};

const needsOf = (name: string): readonly Need[] => RIGHTS[name]!.by;

let owner: Client;
beforeAll(async () => {
  owner = new Client({ connectionString: env.DATABASE_URL });
  await owner.connect();
});
afterAll(() => owner.end());

/**
 * What stands in each table, the queue included: how many rows, and by which transactions they were written. A refused
 * call must leave it as it was.
 */
async function everything(): Promise<string[]> {
  const tables = await owner.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname = 'public' OR (schemaname, tablename) = ('pgboss', 'job') ORDER BY 1`,
  );
  const each = tables.rows.map(
    ({ name }) =>
      `SELECT '${name} ' || count(*) || ' ' || coalesce(sum(xmin::text::bigint), 0) AS line FROM ${name}`,
  );
  const { rows } = await owner.query<{ line: string }>(`${each.join(' UNION ALL ')} ORDER BY 1`);
  expect(rows.length).toBeGreaterThan(30);
  return rows.map(({ line }) => line);
}

/** The same input with ids of nothing. */
const missing = (input: object): object =>
  JSON.parse(
    JSON.stringify(input).replace(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{22}/g, () => crypto.randomUUID()),
  );

type Knock = { who: string; viewer: Viewer; code: string };

const mine = ({ side, rights }: Colleague, needs: readonly Need[]) =>
  needs.some(
    (need) =>
      need === 'person' ||
      need === 'party' ||
      need === `${side}:member` ||
      rights.some((right) => need === `${side}:${right}`),
  );

/** Everybody who must be refused, and how, by the rights table and by whose the object is. */
function refusals(name: string, sample: Sample, world: World, colleagues: Colleague[]): Knock[] {
  const needs = needsOf(name);
  const { people } = world;
  const { whose } = sample;
  const knocks: Knock[] = [];
  const add = (who: string, viewer: Viewer, code: string) => knocks.push({ who, viewer, code });
  if (needs.includes('anyone')) return knocks;
  add('nobody', NOBODY, 'unauthenticated');
  add('somebody suspended of the customer', people.suspendedCustomer, 'forbidden');
  add('somebody suspended of the company', people.suspendedExpert, 'forbidden');
  for (const [how, viewer] of staleOf(name, sample.as(world)))
    add(`the one who may, ${how}`, viewer, 'forbidden');
  if (whose === 'self') return knocks;
  const strange = whose === 'admin' ? 'forbidden' : 'not_found';
  for (const who of ['otherOwner', 'otherExpert', 'newcomer', 'admin'] as const)
    add(who, people[who], strange);
  for (const colleague of colleagues) {
    const { side, rights, viewer } = colleague;
    const who = `a member of the ${side} with ${rights.join() || 'no right'}`;
    const inside = whose === 'job' || whose === side;
    if (!inside) add(who, viewer, strange);
    else if (!mine(colleague, needs)) add(who, viewer, 'forbidden');
  }
  const suspended = suspendTenants(sample.as(world), whose);
  if (suspended) add('somebody of a suspended tenant', suspended, 'forbidden');
  const self = sample.as(world);
  return knocks.filter(
    ({ viewer }) =>
      viewer.kind === 'nobody' ||
      self.kind === 'nobody' ||
      viewer.personId !== self.personId ||
      viewer === suspended ||
      !viewer.proved ||
      viewer.proved === 'email',
  );
}

/** The one who may, without the fresh proof that the command asks for. */
function staleOf(name: string, viewer: Viewer): [string, Person][] {
  const purpose = RIGHTS[name]!.proof;
  if (!purpose || viewer.kind === 'nobody') return [];
  const stale: Person = { ...viewer, factors: [], proved: null };
  const enrolled: Person = { ...stale, factors: ['authenticator'] };
  return [
    ['who has proved nothing lately', stale],
    ['who has proved nothing lately with what they have', enrolled],
    ['who has a passkey and proves the mail alone', { ...enrolled, proved: 'email' }],
    ...(purpose === 'access'
      ? [['who has nothing but the mail', { ...stale, proved: 'email' }] satisfies [string, Person]]
      : []),
  ];
}

/** The one who may, as they are while their customer or company is suspended. */
function suspendTenants(viewer: Viewer, whose: Sample['whose']): Person | null {
  if (viewer.kind === 'nobody' || !['job', 'customer', 'company'].includes(whose)) return null;
  return {
    ...viewer,
    customers: viewer.customers.map((membership) => ({ ...membership, suspended: true })),
    companies: viewer.companies.map((membership) => ({ ...membership, suspended: true })),
  };
}

describe('every door', () => {
  test('is found: as many are registered as the source declares', () => {
    const declared = Object.keys(DOORS).flatMap((file) => [
      // A call that two doors share is declared beside both, in capitals.
      ...readFileSync(file.slice(1), 'utf8').matchAll(
        /\bmay: [A-Z_]+\.[a-zA-Z]+,\s+schema:|\b(?:action|socket)\([A-Z]+\b/g,
      ),
    ]);
    expect(registered().size).toBeGreaterThan(0);
    expect(registered().size).toBe(declared.length);
  });

  test('has a sample, and every sample a door', () => {
    const names = [...registered().values()].map(({ call }) => call.may.name);
    expect(names.filter((name) => !SAMPLES[name])).toEqual([]);
    expect(Object.keys(SAMPLES).filter((name) => !names.includes(name))).toEqual([]);
  });

  test('leads to a command, and every command that a person may run has one', () => {
    const names = new Set([...registered().values()].map(({ call }) => call.may.name));
    const persons = Object.keys(RIGHTS).filter((name) =>
      needsOf(name).some((need) => need !== 'clock' && need !== 'vendor'),
    );
    expect(persons.filter((name) => !names.has(name))).toEqual([]);
  });

  test('of HTTP is made with route(), but those that are listed', () => {
    const routes = Object.keys(DOORS).filter((file) => file.startsWith('/app/api/'));
    const others = routes.filter(
      (file) => !/^export const (GET|POST) = route\(/m.test(readFileSync(file.slice(1), 'utf8')),
    );
    expect(others.sort()).toEqual(Object.keys(NOT_DOORS).sort());
  });
});

describe.each(
  [...registered()].flatMap(([key, door]): [string, Door, Sample][] => {
    const sample = SAMPLES[door.call.may.name];
    return sample ? [[key, door, sample]] : [];
  }),
)('%s', (_key, { call }, sample) => {
  test('refuses whoever may not, changes nothing for them, and is done for whoever may', async () => {
    const world = await makeWorld();
    const colleagues = colleaguesOf(world);
    const input = { ...(await sample.input(world)), key: crypto.randomUUID() };
    const knocks = refusals(call.may.name, sample, world, colleagues);

    const before = await everything();
    const answers: [string, string][] = [];
    for (const { who, viewer } of knocks) answers.push([who, codeOf(await pass(call, viewer, input))]);
    expect(answers).toEqual(knocks.map(({ who, code }) => [who, code]));
    // Whether there is such a thing at all is not told apart from whether it is theirs.
    const hidden = knocks.filter(({ who, code }) => who === 'otherOwner' && code === 'not_found');
    for (const { viewer } of hidden)
      expect(codeOf(await pass(call, viewer, missing(input)))).toBe('not_found');
    expect(await everything()).toEqual(before);

    const done = await pass(call, sample.as(world), input);
    expect(done).toMatchObject({ ok: true });
  });
});

describe('what is not behind a door', () => {
  test("a webhook without Stripe's signature is refused and leaves nothing", async () => {
    const body = JSON.stringify({ id: 'evt_1', object: 'event', type: 'payment_intent.succeeded', data: {} });
    const send = (headers: Record<string, string>) =>
      stripeWebhook(new Request(`${env.APP_URL}/api/stripe/webhook`, { method: 'POST', body, headers }));
    const before = await everything();
    const signature = `t=${Math.floor(Date.now() / 1000)},v1=${'0'.repeat(64)}`;
    for (const headers of [{}, { 'stripe-signature': 'x' }, { 'stripe-signature': signature }])
      expect((await send(headers as Record<string, string>)).status).toBe(400);
    expect(await everything()).toEqual(before);
  });

  test("Stripe's id of a customer is kept by whoever may save its cards, and by nobody else", async () => {
    const { people, customerId } = await makeWorld();
    const keep = (viewer: Viewer) =>
      perform(viewer, (tx) =>
        keepStripeCustomer(tx, viewer, { customerId, stripeCustomerId: `cus_${customerId}` }),
      );
    const before = await everything();
    await expect(keep(NOBODY)).rejects.toMatchObject({ code: 'unauthenticated' });
    await expect(keep(people.otherOwner)).rejects.toMatchObject({ code: 'not_found' });
    await expect(keep(people.granter)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(keep(people.suspendedCustomer)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await everything()).toEqual(before);
    expect(await keep(people.buyer)).toBe(`cus_${customerId}`);
  });
});
