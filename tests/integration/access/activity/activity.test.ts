import { CloudTrailClient, LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import { RunInstancesCommand, StopInstancesCommand } from '@aws-sdk/client-ec2';
import { PutRolePolicyCommand } from '@aws-sdk/client-iam';
import { ListBucketsCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { brokerHandlers, brokerSweeps } from '@/lib/access/activity/handlers';
import { GAP_MS, slotFor } from '@/lib/access/activity/pace';
import { activityOf } from '@/lib/access/activity/queries';
import { ending } from '@/lib/access/turns/endings';
import { NOBODY } from '@/lib/core/rights';
import { database } from '@/lib/platform/db/client';
import { REVOKER_NAME, REVOKER_POLICY_NAME, revokerPolicy } from '@/lib/policies/template';
import type { AwsCredentials } from '@/lib/vendors/aws/config';
import { DEFAULT_REGIONS } from '@/lib/vendors/aws/regions';
import { GLOBAL_REGION } from '@/lib/vendors/aws/trail';
import { granted, revoke, sessionOf, tearDown } from '@/tests/fixtures/access';
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

/** Reads one Region, once the account has told which it has. */
async function read(grantId: string, region = 'eu-west-1'): Promise<void> {
  const once = (place: string) =>
    asBroker(() => doJob(brokerHandlers, 'activity.read', { grantId, regions: [place] }));
  const known = await database().activityTrail.count({ where: { grantId, region } });
  if (known === 0) await once(GLOBAL_REGION);
  await once(region);
}
const trailsOf = (grantId: string) =>
  database().activityTrail.findMany({ where: { grantId }, orderBy: { region: 'asc' } });

const trail = async (grantId: string, region = 'eu-west-1') =>
  (await trailsOf(grantId)).find((one) => one.region === region)!;

/** The expert's own client, in a session of the grant. */
async function expertClient(grantId: string, personId: string) {
  const handed = await sessionOf(grantId, personId);
  if (handed.purpose !== 'credentials') throw new Error('not credentials');
  return cloud.s3(handed);
}

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
    await read(grantId, GLOBAL_REGION);
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
    const reading = read(grantId, GLOBAL_REGION);
    // Whatever the reading would do first is done by somebody else in its stead.
    for (let round = 0; round < 5; round += 1) await database().activityTrail.count({ where: { grantId } });
    expect(await trail(grantId, GLOBAL_REGION)).toMatchObject({ readAt: null, listedAt: null });
    end();
    await Promise.all([under, reading]);
    expect((await trail(grantId, GLOBAL_REGION)).readAt).not.toBeNull();
  });

  test('is followed from the moment somebody is in, in every Region that the account has', async () => {
    const world = await makeWorld();
    const { grantId } = await granted(cloud, world);
    expect((await trailsOf(grantId)).map(({ region }) => region)).toEqual(['us-east-1']);
    await read(grantId, 'us-east-1');
    const regions = (await trailsOf(grantId)).map(({ region }) => region);
    expect(regions).toEqual([...DEFAULT_REGIONS].sort());
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

  test('sees a server that is started far from home, with the role that it was given', async () => {
    const world = await makeWorld();
    const { grantId } = await granted(cloud, world, 'AdministratorAccess');
    const handed = await sessionOf(grantId, world.people.expert.personId);
    if (handed.purpose !== 'credentials') throw new Error('not credentials');
    const ec2 = cloud.ec2(handed, 'ap-southeast-1');
    const IamInstanceProfile = { Arn: 'arn:aws:iam::123456789012:instance-profile/web' };
    const server = { ImageId: 'ami-0123', InstanceType: 'p5.48xlarge', MinCount: 1, MaxCount: 1 } as const;
    await ec2.send(new RunInstancesCommand({ ...server, IamInstanceProfile }));
    await read(grantId, 'us-east-1');
    await read(grantId, 'ap-southeast-1');
    const activity = (await activityOf(world.people.owner, grantId))!;
    expect(activity.rows.find(({ name }) => name === 'RunInstances')).toMatchObject({
      region: 'ap-southeast-1',
      risk: 'look',
      roles: ['web'],
      sourceIp: expect.stringMatching(/127\.0\.0\.1|::1/),
      tool: expect.stringContaining('aws-sdk'),
    });
    // Where something was done is looked at more often than where nothing was.
    const trails = await trailsOf(grantId);
    expect(trails.filter(({ busy }) => busy).map(({ region }) => region)).toEqual([
      'ap-southeast-1',
      'us-east-1',
    ]);
  });

  test('says of each Region as of when it was read, which was not, and leads its customer to CloudTrail there', async () => {
    const world = await makeWorld();
    const { grantId, ownerKey } = await granted(cloud, world);
    await read(grantId, 'us-east-1');
    await removeRoles(cloud, ownerKey);
    await read(grantId, 'sa-east-1');
    const regions = (await activityOf(world.people.owner, grantId))!.regions;
    const of = (region: string) => regions.find((one) => one.region === region);
    expect(of('us-east-1')).toMatchObject({ readAt: expect.any(Date), problem: null });
    expect(of('sa-east-1')).toMatchObject({ readAt: null, problem: 'AccessDenied' });
    expect(of('eu-west-2')).toMatchObject({ readAt: null, problem: null });
    const { sessionName } = (await activityOf(world.people.owner, grantId))!;
    for (const { history, region } of regions) {
      const url = new URL(history!);
      expect(url.hash || url.search).toContain(`Username=${sessionName}`);
      expect(history).toContain(region);
    }
    const company = (await activityOf(world.people.expert, grantId))!.regions;
    expect(company.map(({ history }) => history)).toEqual(regions.map(() => null));
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
    await read(grantId, 'us-east-1');
    expect((await trailsOf(grantId)).map(({ region }) => region)).toEqual([...DEFAULT_REGIONS].sort());
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
    expect((await trail(grantId)).dueAt).not.toBeNull();
    await moveClock(cloud, 0.3);
    await read(grantId);
    expect((await trail(grantId)).dueAt).toBeNull();
    const before = (await trail(grantId)).readAt;
    await read(grantId);
    expect((await trail(grantId)).readAt).toEqual(before);
  });

  test('that cannot be read is read later, and loses nothing', async () => {
    const world = await makeWorld();
    const { grantId, ownerKey } = await granted(cloud, world);
    const s3 = await expertClient(grantId, world.people.expert.personId);
    await s3.send(new ListBucketsCommand({}));
    await read(grantId, GLOBAL_REGION);
    await removeRoles(cloud, ownerKey);
    await read(grantId);
    expect(await trail(grantId)).toMatchObject({
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
