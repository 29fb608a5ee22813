import { StopInstancesCommand } from '@aws-sdk/client-ec2';
import { ListBucketsCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { brokerHandlers, brokerSweeps } from '@/lib/activity/handlers';
import { GAP_MS, slotFor } from '@/lib/activity/pace';
import { activityOf } from '@/lib/activity/queries';
import { NOBODY } from '@/lib/core/rights';
import { database } from '@/lib/db/client';
import { granted, revoke, sessionOf, tearDown } from '@/tests/fixtures/access';
import { asBroker, type Cloud, doJob, moveClock, openCloud } from '@/tests/fixtures/cloud';
import { doneOf } from '@/tests/fixtures/outcome';
import { makeWorld } from '@/tests/fixtures/world';

// Each test goes through AWS's real clients many times.
vi.setConfig({ testTimeout: 60_000 });

let cloud: Cloud;
beforeAll(async () => {
  cloud = await openCloud();
});
afterAll(() => cloud.close());

const read = (grantId: string, region = 'eu-west-1') =>
  asBroker(() => doJob(brokerHandlers, 'activity.read', { grantId, region }));
const trailsOf = (grantId: string) =>
  database().activityTrail.findMany({ where: { grantId }, orderBy: { region: 'asc' } });

/** The expert's own client, in a session of the grant. */
async function expertClient(grantId: string, personId: string) {
  const handed = await sessionOf(grantId, personId);
  if (handed.purpose !== 'credentials') throw new Error('not credentials');
  return cloud.s3(handed);
}

describe('activity', () => {
  test('is followed from the moment somebody is in, in every Region of the list', async () => {
    const world = await makeWorld();
    const { grantId } = await granted(cloud, world);
    expect((await trailsOf(grantId)).map(({ region }) => region)).toEqual(['eu-west-1', 'us-east-1']);
    await asBroker(async () => {
      for (const sweep of brokerSweeps) while ((await sweep.run()) > 0);
    });
    const now = (await database().$queryRaw<{ at: Date }[]>`SELECT app_now() AS at`)[0]!.at;
    for (const { dueAt } of await trailsOf(grantId)) expect(dueAt!.getTime()).toBeGreaterThan(now.getTime());
  });

  test('shows what the expert did, once, with what is worth a look and what was refused', async () => {
    const world = await makeWorld();
    const { grantId } = await granted(cloud, world, 'ViewOnlyAccess');
    const s3 = await expertClient(grantId, world.people.expert.personId);
    await s3.send(new ListBucketsCommand({}));
    const handed = await sessionOf(grantId, world.people.expert.personId);
    if (handed.purpose !== 'credentials') throw new Error('not credentials');
    const refused = cloud
      .ec2(handed)
      .send(new StopInstancesCommand({ InstanceIds: ['i-0123456789abcdef0'] }));
    await expect(refused).rejects.toMatchObject({ name: 'UnauthorizedOperation' });
    await read(grantId);
    await read(grantId);
    const activity = await activityOf(world.people.member, grantId);
    const names = activity!.rows.map(({ name }) => name);
    expect(names.filter((name) => name === 'ListBuckets')).toHaveLength(1);
    expect(activity!.rows.find(({ name }) => name === 'ListBuckets')).toMatchObject({
      risk: 'read',
      service: 's3',
      errorCode: null,
    });
    expect(activity!.rows.find(({ name }) => name === 'StopInstances')).toMatchObject({
      risk: 'refused',
      service: 'ec2',
    });
    expect(activity!.regions.find(({ region }) => region === 'eu-west-1')?.readAt).toBeInstanceOf(Date);
  });

  test('is shown to the two sides of the job alone', async () => {
    const world = await makeWorld();
    const { grantId } = await granted(cloud, world);
    expect(await activityOf(world.people.expert, grantId)).not.toBeNull();
    expect(await activityOf(world.people.otherOwner, grantId)).toBeNull();
    expect(await activityOf(world.people.otherExpert, grantId)).toBeNull();
    expect(await activityOf(NOBODY, grantId)).toBeNull();
  });

  test('of the broker’s own trial sessions does not look like the expert’s', async () => {
    const world = await makeWorld();
    const { grantId } = await granted(cloud, world);
    doneOf(await revoke(world.people.owner, { grantId }));
    await tearDown(grantId);
    for (const region of ['eu-west-1', 'us-east-1']) await read(grantId, region);
    expect((await activityOf(world.people.owner, grantId))!.rows).toEqual([]);
  });

  test('is read until a quarter of an hour after the end, then once more and never again', async () => {
    const world = await makeWorld();
    const { grantId } = await granted(cloud, world);
    doneOf(await revoke(world.people.owner, { grantId }));
    await tearDown(grantId);
    await read(grantId);
    expect((await trailsOf(grantId))[0]!.dueAt).not.toBeNull();
    await moveClock(cloud, 0.3);
    await read(grantId);
    expect((await trailsOf(grantId))[0]!.dueAt).toBeNull();
    const before = (await trailsOf(grantId))[0]!.readAt;
    await read(grantId);
    expect((await trailsOf(grantId))[0]!.readAt).toEqual(before);
  });

  test('that cannot be read is read later, and loses nothing', async () => {
    const world = await makeWorld();
    const { grantId, accountId } = await granted(cloud, world);
    const s3 = await expertClient(grantId, world.people.expert.personId);
    await s3.send(new ListBucketsCommand({}));
    await cloud.control('stacks/delete', { accountId, stackName: 'Groundcrew' });
    await read(grantId);
    const [trail] = await trailsOf(grantId);
    expect(trail).toMatchObject({ readAt: null, dueAt: expect.any(Date) });
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
