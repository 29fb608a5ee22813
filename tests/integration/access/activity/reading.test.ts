import { CloudTrailClient, LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import { PutRolePolicyCommand } from '@aws-sdk/client-iam';
import { ListBucketsCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { brokerHandlers, brokerSweeps } from '@/lib/access/activity/handlers';
import { GAP_MS, slotFor } from '@/lib/access/activity/pace';
import { activityOf } from '@/lib/access/activity/queries';
import { ending } from '@/lib/access/turns/endings';
import { database } from '@/lib/platform/db/client';
import { REVOKER_NAME, REVOKER_POLICY_NAME, revokerPolicy } from '@/lib/policies/template';
import type { AwsCredentials } from '@/lib/vendors/aws/config';
import { DEFAULT_REGIONS } from '@/lib/vendors/aws/regions';
import { GLOBAL_REGION } from '@/lib/vendors/aws/trail';
import { granted, revoke, tearDown } from '@/tests/fixtures/access';
import { expertClient, readActivity, trailOf, trailsOf } from '@/tests/fixtures/activity';
import { asBroker, type Cloud, doJob, moveClock, openCloud, removeRoles } from '@/tests/fixtures/cloud';
import { doneOf } from '@/tests/fixtures/outcome';
import { makeWorld } from '@/tests/fixtures/world';

// Each test goes through AWS's real clients many times.
vi.setConfig({ testTimeout: 60_000 });

let cloud: Cloud;
beforeAll(async () => {
  cloud = await openCloud();
});
afterAll(() => cloud.close());

/** The entries of our revoker that stand in the customer's own CloudTrail. */
async function entriesIn(ownerKey: AwsCredentials): Promise<number> {
  const client = new CloudTrailClient({ endpoint: cloud.url, region: GLOBAL_REGION, credentials: ownerKey });
  try {
    const page = await client.send(
      new LookupEventsCommand({
        LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: 'AssumeRole' }],
        MaxResults: 50,
      }),
    );
    return (page.Events ?? []).filter(({ CloudTrailEvent }) => CloudTrailEvent?.includes(REVOKER_NAME))
      .length;
  } finally {
    client.destroy();
  }
}

describe('activity', () => {
  test('of all quiet Regions is read by one job and one entry, and by another once that is too old', async () => {
    const { grantId, ownerKey } = await granted(cloud, await makeWorld());
    await readActivity(grantId, GLOBAL_REGION);
    const quiet = DEFAULT_REGIONS.filter((region) => region !== GLOBAL_REGION);
    const readQuiet = () =>
      asBroker(() => doJob(brokerHandlers, 'activity.read', { grantId, regions: quiet }));
    const before = await entriesIn(ownerKey);
    expect(before).toBeGreaterThan(0);
    await readQuiet();
    await readQuiet();
    expect(await entriesIn(ownerKey)).toBe(before);
    const all = (await trailsOf(grantId)).filter(({ region }) => region !== GLOBAL_REGION);
    expect(all.map(({ readAt, problem, busy }) => ({ at: readAt?.getTime(), problem, busy }))).toEqual(
      quiet.map(() => ({ at: all[0]!.readAt!.getTime(), problem: null, busy: false })),
    );
    // AWS ends the session of that entry: it is taken anew, once for all of them.
    await moveClock(cloud, 2);
    const later = await entriesIn(ownerKey);
    await readQuiet();
    expect(await entriesIn(ownerKey)).toBe(later + 1);
    for (const { problem } of await trailsOf(grantId)) expect(problem).toBeNull();
  });

  test('lets those go first who are ending an access', async () => {
    const { grantId } = await granted(cloud, await makeWorld());
    let end: () => void = () => undefined;
    const under = ending(() => new Promise<void>((resolve) => (end = resolve)));
    const reading = readActivity(grantId, GLOBAL_REGION);
    // Whatever the reading would do first is done by somebody else in its stead.
    for (let round = 0; round < 5; round += 1) await database().activityTrail.count({ where: { grantId } });
    expect(await trailOf(grantId, GLOBAL_REGION)).toMatchObject({ readAt: null, listedAt: null });
    end();
    await Promise.all([under, reading]);
    expect((await trailOf(grantId, GLOBAL_REGION)).readAt).not.toBeNull();
  });

  test('is followed from the moment somebody is in, in every Region that the account has', async () => {
    const world = await makeWorld();
    const { grantId } = await granted(cloud, world);
    expect((await trailsOf(grantId)).map(({ region }) => region)).toEqual(['us-east-1']);
    await readActivity(grantId, 'us-east-1');
    const regions = (await trailsOf(grantId)).map(({ region }) => region);
    expect(regions).toEqual([...DEFAULT_REGIONS].sort());
    await asBroker(async () => {
      for (const sweep of brokerSweeps) while ((await sweep.run()) > 0);
    });
    const now = (await database().$queryRaw<{ at: Date }[]>`SELECT app_now() AS at`)[0]!.at;
    for (const { dueAt } of await trailsOf(grantId)) expect(dueAt!.getTime()).toBeGreaterThan(now.getTime());
  });

  test('of an account whose stack lets nobody ask for its Regions is read in those that all accounts have', async () => {
    const world = await makeWorld();
    const { grantId, ownerKey } = await granted(cloud, world);
    const policy = JSON.parse(JSON.stringify(revokerPolicy).replace(',"ec2:DescribeRegions"', ''));
    await cloud.iam(ownerKey).send(
      new PutRolePolicyCommand({
        RoleName: REVOKER_NAME,
        PolicyName: REVOKER_POLICY_NAME,
        PolicyDocument: JSON.stringify(policy),
      }),
    );
    await readActivity(grantId, 'us-east-1');
    expect((await trailsOf(grantId)).map(({ region }) => region)).toEqual([...DEFAULT_REGIONS].sort());
  });

  test('is read until a quarter of an hour after the end, then once more and never again', async () => {
    const world = await makeWorld();
    const { grantId } = await granted(cloud, world);
    doneOf(await revoke(world.people.owner, { grantId }));
    await tearDown(grantId);
    await readActivity(grantId);
    expect((await trailOf(grantId)).dueAt).not.toBeNull();
    await moveClock(cloud, 0.3);
    await readActivity(grantId);
    expect((await trailOf(grantId)).dueAt).toBeNull();
    const before = (await trailOf(grantId)).readAt;
    await readActivity(grantId);
    expect((await trailOf(grantId)).readAt).toEqual(before);
  });

  test('that cannot be read is read later, and loses nothing', async () => {
    const world = await makeWorld();
    const { grantId, ownerKey } = await granted(cloud, world);
    const s3 = await expertClient(cloud, grantId, world.people.expert.personId);
    await s3.send(new ListBucketsCommand({}));
    await readActivity(grantId, GLOBAL_REGION);
    await removeRoles(cloud, ownerKey);
    await readActivity(grantId);
    expect(await trailOf(grantId)).toMatchObject({
      readAt: null,
      dueAt: expect.any(Date),
      problem: 'AccessDenied',
    });
    expect((await activityOf(world.people.owner, grantId))!.total).toBe(0);
  });

  test('asks CloudTrail at most 1.5 times a second for an account and Region, however many ask at once', async () => {
    const place = `${crypto.randomUUID()} eu-west-1`;
    const began = performance.now();
    await asBroker(() => Promise.all(Array.from({ length: 4 }, () => slotFor(place))));
    expect(performance.now() - began).toBeGreaterThanOrEqual(3 * GAP_MS - 100);
    // Another account has turns of its own.
    const other = performance.now();
    await asBroker(() => slotFor(`${crypto.randomUUID()} eu-west-1`));
    expect(performance.now() - other).toBeLessThan(GAP_MS);
  });
});
