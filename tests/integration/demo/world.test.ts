import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { activityOf } from '@/lib/access/activity/queries';
import { accessList } from '@/lib/access/overview/queries';
import { accessById } from '@/lib/access/page/queries';
import type { Person } from '@/lib/core/rights';
import { DEMO_PEOPLE, type DemoRole } from '@/lib/demo/people';
import { demoSteps } from '@/lib/demo/queries';
import { makeDemoWorld } from '@/lib/demo/world/make';
import { adoptDatabase, type Database, database, openDatabase } from '@/lib/platform/db/client';
import { adoptQueue, openQueue, queue } from '@/lib/platform/jobs/queue';
import { reviewsToModerate } from '@/lib/trust/moderation/queries';
import { type Cloud, openCloud } from '@/tests/fixtures/cloud';
import { type Bank, openBank } from '@/tests/fixtures/money';
import { viewerOf } from '@/tests/fixtures/world';
import { addresses } from '@/tests/setup/database';

/** The whole demo world, made as `npm start` makes it: as the database's owner, against the sandboxes. */
const web = database();
const owner: Database = openDatabase(addresses().owner, 4);
const parts: string[] = [];
let cloud: Cloud;
let bank: Bank;
const as = {} as Record<DemoRole, Person>;
beforeAll(async () => {
  cloud = await openCloud();
  bank = await openBank();
  const boss = await openQueue(addresses().owner, 'sends');
  const before = await queue();
  adoptDatabase(owner);
  adoptQueue(boss);
  try {
    await makeDemoWorld((line) => parts.push(line));
  } finally {
    adoptQueue(before);
    adoptDatabase(web);
    await boss.stop({ graceful: false });
  }
  for (const role of ['customer', 'expert', 'admin'] as const) {
    const { id } = await web.person.findUniqueOrThrow({ where: { email: DEMO_PEOPLE[role].email } });
    as[role] = await viewerOf(web, id);
  }
}, 400_000);
afterAll(async () => {
  adoptDatabase(web);
  await owner.$disconnect();
  await cloud.close();
  await bank.close();
});

test('every part says how long it took', () => {
  expect(parts.map((line) => line.replace(/\d+\.\d s$/, 'n s'))).toEqual([
    'people: n s',
    'requests: n s',
    'jobs with access: n s',
    'newcomers: n s',
  ]);
});

describe('as Nadia', () => {
  test('an expert is in her account, and was seen in three Regions', async () => {
    const { rows } = await accessList(as.customer, 'customer');
    const [live, ended] = rows;
    expect(rows).toHaveLength(2);
    expect([live?.grantStatus, ended?.grantStatus]).toEqual(['active', 'revoked']);
    const activity = await activityOf(as.customer, live!.grantId!);
    expect(activity).toBeTruthy();
    const regions = new Set(activity!.rows.map(({ region }) => region));
    expect([...regions].sort()).toEqual(expect.arrayContaining(['eu-central-1', 'eu-west-1', 'us-east-1']));
  });

  test('the ended access has its proof, tried against AWS', async () => {
    const { rows } = await accessList(as.customer, 'customer');
    const view = await accessById(as.customer, rows[1]!.id);
    const { status, provenAt } = await database().grant.findFirstOrThrow({
      where: { status: 'revoked' },
    });
    expect([status, provenAt]).toEqual(['revoked', expect.any(Date)]);
    expect(view).toBeTruthy();
    const steps = await database().grantStep.findMany({ where: { grant: { status: 'revoked' } } });
    expect(steps.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining([
        'asked',
        'control_tried',
        'deny_attached',
        'deny_seen',
        'session_refused',
        'deleted',
        'gone',
      ]),
    );
  });

  test('a payment awaits approval, and a proposal her decision', async () => {
    const mine = { customerId: as.customer.customers[0]!.tenantId };
    expect(await database().paymentRequest.count({ where: { status: 'awaiting', proposal: mine } })).toBe(1);
    expect(await database().proposal.count({ where: { status: 'proposed', ...mine } })).toBe(1);
  });

  test('the guided job begins with nothing but her open request', async () => {
    const steps = (await demoSteps())!;
    expect(steps.filter(({ done }) => done).map(({ says }) => says)).toEqual(['Post a request']);
  });
});

test('as Mateo: two finished jobs with reviews, earnings, one live access', async () => {
  const mine = { expert: { personId: as.expert.personId } };
  const reviews = await database().review.findMany({ where: { proposal: mine } });
  expect(reviews.map(({ status }) => status)).toEqual(['published', 'published']);
  const paid = { status: 'succeeded' as const, paymentRequest: { proposal: mine } };
  expect(await database().payment.count({ where: paid })).toBe(4);
  const { rows } = await accessList(as.expert, 'company');
  expect(rows.map(({ grantStatus }) => grantStatus)).toEqual(['active']);
});

test('as Ines: claims, one held review, one that was reported', async () => {
  const { rows } = await reviewsToModerate(as.admin, null);
  expect(rows.map(({ status, reports }) => [status, reports.length]).sort()).toEqual([
    ['held', 0],
    ['published', 1],
  ]);
  expect(await database().certification.count({ where: { status: 'claimed' } })).toBeGreaterThan(0);
});

test('the clocks stand where everybody’s do', async () => {
  const answer = await fetch(`${cloud.url}/_sandbox/health`);
  expect(await answer.json()).toMatchObject({ offsetMs: 0 });
  expect(await database().clock.findUnique({ where: { id: 1 } })).toMatchObject({ offsetMs: 0n });
});
