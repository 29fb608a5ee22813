import {
  CloudTrailClient,
  LookupEventsCommand,
  type LookupEventsCommandInput,
} from '@aws-sdk/client-cloudtrail';
import {
  DescribeInstancesCommand,
  EC2Client,
  RunInstancesCommand,
  StopInstancesCommand,
} from '@aws-sdk/client-ec2';
import { CreateUserCommand, GetRoleCommand } from '@aws-sdk/client-iam';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListBucketsCommand,
  ListObjectsV2Command,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AwsConfig, clientOptions } from '@/lib/vendors/aws/config';
import type { RoleRef } from '@/lib/vendors/aws/roles';
import { sessionName } from '@/lib/vendors/aws/sessions';
import { GLOBAL_REGION, lookupTrail, type TrailQuery } from '@/lib/vendors/aws/trail';
import {
  as,
  CUSTOMER,
  EXPERT,
  enter,
  GRANT,
  grantRole,
  iam,
  nameOf,
  openWorld,
  refusal,
  s3,
  type TestWorld,
  value,
} from './world';

const HOME = 'eu-west-1';
const single = (config: AwsConfig, region: string) =>
  new CloudTrailClient({ ...clientOptions({ ...config, region }), retryMode: 'standard', maxAttempts: 1 });
const ec2 = (config: AwsConfig) =>
  new EC2Client({ ...clientOptions(config), retryMode: 'standard', maxAttempts: 1 });

describe('the trail', () => {
  let world: TestWorld;
  let role: RoleRef;
  let expert: AwsConfig;
  let query: TrailQuery;
  beforeEach(async () => {
    world = await openWorld();
    role = await grantRole(world, 'AdministratorAccess');
    expert = world.broker.configFor((await enter(world, role)).credentials);
    query = {
      region: HOME,
      sessionName: sessionName(GRANT, EXPERT),
      roleArn: role.arn,
      roleId: role.roleId,
      from: new Date(Date.now() - 60_000),
      to: new Date(Date.now() + 60_000),
    };
  });
  afterEach(async () => world.close());

  it('shows what was done and what was refused, with who stood behind the session (documented)', async () => {
    const { Reservations } = await ec2(expert).send(new DescribeInstancesCommand({}));
    const id = Reservations?.[0]?.Instances?.[0]?.InstanceId ?? '';
    const stopped = await ec2(expert).send(new StopInstancesCommand({ InstanceIds: [id] }));
    expect(stopped.StoppingInstances?.[0]).toMatchObject({
      CurrentState: { Name: 'stopped' },
      PreviousState: { Name: 'running' },
    });
    await ec2(expert).send(new RunInstancesCommand({ ImageId: 'ami-1', MinCount: 1, MaxCount: 1 }));
    expect(await nameOf(iam(expert).send(new CreateUserCommand({ UserName: 'stay' })))).toBe('AccessDenied');

    const revoker = await as(world.broker, 'revoker');
    const home = value(await lookupTrail(revoker, query)).events;
    expect(home.map((event) => event.name)).toEqual(['RunInstances', 'StopInstances', 'DescribeInstances']);
    expect(home[1]).toMatchObject({
      source: 'ec2.amazonaws.com',
      readOnly: false,
      sourceIdentity: `expert-${EXPERT}`,
      resources: [{ type: 'AWS::EC2::Instance', name: id }],
    });
    const global = value(await lookupTrail(revoker, { ...query, region: GLOBAL_REGION })).events;
    expect(global).toMatchObject([{ name: 'CreateUser', errorCode: 'AccessDenied', region: 'us-east-1' }]);
  });

  it('keeps calls on single files out of the event history (documented)', async () => {
    const { Buckets } = await s3(expert).send(new ListBucketsCommand({}));
    const Bucket = Buckets?.[0]?.Name;
    await s3(expert).send(new PutObjectCommand({ Bucket, Key: 'a/ü b.txt', Body: 'hello' }));
    expect(
      await (
        await s3(expert).send(new GetObjectCommand({ Bucket, Key: 'a/ü b.txt' }))
      ).Body?.transformToString(),
    ).toBe('hello');
    const listed = await s3(expert).send(new ListObjectsV2Command({ Bucket, Prefix: 'a/' }));
    expect(listed.Contents?.map((one) => one.Key)).toEqual(['a/ü b.txt']);
    await s3(expert).send(new DeleteObjectCommand({ Bucket, Key: 'a/ü b.txt' }));
    expect(await nameOf(s3(expert).send(new GetObjectCommand({ Bucket, Key: 'a/ü b.txt' })))).toBe(
      'NoSuchKey',
    );
    expect(await nameOf(s3(expert).send(new ListObjectsV2Command({ Bucket: 'nobodys-bucket' })))).toBe(
      'NoSuchBucket',
    );
    const revoker = await as(world.broker, 'revoker');
    expect(value(await lookupTrail(revoker, query)).events.map((event) => event.name)).toEqual([
      'ListBuckets',
    ]);
  });

  it('leaves out another role’s session that took the same name (documented)', async () => {
    const other = await grantRole(world, 'ViewOnlyAccess');
    const impostor = world.broker.configFor((await enter(world, other)).credentials);
    await s3(impostor).send(new ListBucketsCommand({}));
    const revoker = await as(world.broker, 'revoker');
    expect(value(await lookupTrail(revoker, query)).events).toEqual([]);
    // Neither the name nor the id is enough alone: a role can be made again under its old name.
    for (const half of [{ roleArn: other.arn }, { roleId: other.roleId }]) {
      expect(value(await lookupTrail(revoker, { ...query, ...half })).events).toEqual([]);
    }
    const theirs = { ...query, roleArn: other.arn, roleId: other.roleId };
    expect(value(await lookupTrail(revoker, theirs)).events).toHaveLength(1);
  });

  it('answers two lookups a second for each account and Region and throttles the third (documented)', async () => {
    const client = single(world.owner, HOME);
    const look = () => client.send(new LookupEventsCommand({}));
    await look();
    await look();
    expect(await refusal(look())).toMatchObject({ name: 'ThrottlingException', status: 400 });
    await single(world.owner, 'eu-central-1').send(new LookupEventsCommand({}));
  });

  it('pages newest first, and only with the same parameters (documented)', async () => {
    for (let index = 0; index < 3; index += 1) await s3(expert).send(new ListBucketsCommand({}));
    const attributes: LookupEventsCommandInput = {
      LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: 'ListBuckets' }],
      MaxResults: 2,
    };
    const client = new CloudTrailClient(clientOptions({ ...world.owner, region: HOME }));
    const first = await client.send(new LookupEventsCommand(attributes));
    expect(first.Events).toHaveLength(2);
    const second = await client.send(new LookupEventsCommand({ ...attributes, NextToken: first.NextToken }));
    expect(second.Events).toHaveLength(1);
    expect(second.NextToken).toBeUndefined();
    const times = [...(first.Events ?? []), ...(second.Events ?? [])].map(
      (event) => event.EventTime?.getTime() ?? 0,
    );
    expect(times).toEqual([...times].sort((a, b) => b - a));
    const changed = {
      LookupAttributes: [{ AttributeKey: 'EventName' as const, AttributeValue: 'GetRole' }],
      NextToken: first.NextToken,
    };
    expect(await nameOf(client.send(new LookupEventsCommand(changed)))).toBe('InvalidNextTokenException');
  });

  it.each<[string, LookupEventsCommandInput]>([
    [
      'InvalidLookupAttributesException',
      {
        LookupAttributes: [
          { AttributeKey: 'EventName', AttributeValue: 'a' },
          { AttributeKey: 'Username', AttributeValue: 'b' },
        ],
      },
    ],
    ['InvalidTimeRangeException', { StartTime: new Date(2_000_000), EndTime: new Date(1_000_000) }],
    ['InvalidMaxResultsException', { MaxResults: 51 }],
    ['InvalidNextTokenException', { NextToken: 'made-up' }],
  ])('refuses with %s (documented)', async (name, input) => {
    expect(await refusal(single(world.owner, HOME).send(new LookupEventsCommand(input)))).toMatchObject({
      name,
      status: 400,
    });
  });

  it('shows an event only after the trail’s delay, by the movable clock (documented)', async () => {
    await world.control('settings', { trailDelayMs: 300_000 });
    const revoker = await as(world.broker, 'revoker');
    await s3(expert).send(new ListBucketsCommand({}));
    expect(value(await lookupTrail(revoker, query)).events).toEqual([]);
    await world.control('clock', { offsetMs: 301_000 });
    expect(value(await lookupTrail(revoker, query)).events.map((event) => event.name)).toEqual([
      'ListBuckets',
    ]);
  });

  it('records in both accounts that a role was entered (documented)', async () => {
    const client = single(world.owner, HOME);
    const { Events } = await client.send(
      new LookupEventsCommand({
        LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: 'AssumeRole' }],
      }),
    );
    const records = Events?.map((event) => JSON.parse(event.CloudTrailEvent ?? '{}'));
    expect(records?.[0]).toMatchObject({
      userIdentity: { type: 'AWSAccount' },
      recipientAccountId: CUSTOMER,
    });
  });

  it('refuses the trail to a session that may not read it (documented)', async () => {
    const grantor = await as(world.broker, 'grantor');
    expect(await nameOf(single(grantor, HOME).send(new LookupEventsCommand({})))).toBe(
      'AccessDeniedException',
    );
    await iam(grantor).send(new GetRoleCommand({ RoleName: role.name }));
  });
});
