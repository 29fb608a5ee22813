import { RunInstancesCommand, StopInstancesCommand } from '@aws-sdk/client-ec2';
import { ListBucketsCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { activityOf } from '@/lib/access/activity/queries';
import { NOBODY } from '@/lib/core/rights';
import { granted, revoke, sessionOf, tearDown } from '@/tests/fixtures/access';
import { expertClient, readActivity, trailsOf } from '@/tests/fixtures/activity';
import { type Cloud, openCloud, removeRoles } from '@/tests/fixtures/cloud';
import { doneOf } from '@/tests/fixtures/outcome';
import { makeWorld } from '@/tests/fixtures/world';

// Each test goes through AWS's real clients many times.
vi.setConfig({ testTimeout: 60_000 });

let cloud: Cloud;
beforeAll(async () => {
  cloud = await openCloud();
});
afterAll(() => cloud.close());

describe('activity', () => {
  test('shows what the expert did, once, with what is worth a look and what was refused', async () => {
    const world = await makeWorld();
    const { grantId } = await granted(cloud, world, 'ViewOnlyAccess');
    const s3 = await expertClient(cloud, grantId, world.people.expert.personId);
    await s3.send(new ListBucketsCommand({}));
    const handed = await sessionOf(grantId, world.people.expert.personId);
    if (handed.purpose !== 'credentials') throw new Error('not credentials');
    const refused = cloud
      .ec2(handed)
      .send(new StopInstancesCommand({ InstanceIds: ['i-0123456789abcdef0'] }));
    await expect(refused).rejects.toMatchObject({ name: 'UnauthorizedOperation' });
    await readActivity(grantId);
    await readActivity(grantId);
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
    await readActivity(grantId, 'us-east-1');
    await readActivity(grantId, 'ap-southeast-1');
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
    await readActivity(grantId, 'us-east-1');
    await removeRoles(cloud, ownerKey);
    await readActivity(grantId, 'sa-east-1');
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
    for (const region of ['eu-west-1', 'us-east-1']) await readActivity(grantId, region);
    expect((await activityOf(world.people.owner, grantId))!.rows).toEqual([]);
  });
});
