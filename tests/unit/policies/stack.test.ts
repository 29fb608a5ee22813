import { describe, expect, it, test } from 'vitest';
import { partitionOf, readArn, refusedPartition } from '@/lib/policies/arn';
import { BOUNDARY_NAME, expertBoundary } from '@/lib/policies/boundary';
import { managedPolicy } from '@/lib/policies/managed';
import { probeOf } from '@/lib/policies/probe';
import { accessShare } from '@/lib/policies/share';
import { connectionTemplate, GRANTOR_NAME, REVOKER_NAME } from '@/lib/policies/template';
import { connectionTrustPolicy, grantTrustPolicy, ROLE_PREFIX, roleName } from '@/lib/policies/trust';

const broker = 'arn:aws:iam::999988887777:role/groundcrew-broker';
const externalId = 'abcdefghijklmnopqrstuvwxyz234567';

describe('an ARN', () => {
  it('is read in its parts', () => {
    expect(readArn(' arn:aws:iam::111122223333:role/path/Expert:x ')).toEqual({
      partition: 'aws',
      service: 'iam',
      region: '',
      accountId: '111122223333',
      resource: 'role/path/Expert:x',
    });
    expect(readArn('arn:aws-cn:ec2:cn-north-1:111122223333:vpc/v')).toMatchObject({ region: 'cn-north-1' });
    expect(readArn('arn:aws:iam::aws:policy/Billing')).toMatchObject({ accountId: 'aws' });
    expect(readArn('arn:aws:s3:::bucket')).toMatchObject({ accountId: '', resource: 'bucket' });
  });

  it.each([
    '',
    'role/Expert',
    'x arn:aws:iam::111122223333:role/x',
    'arn:aws:iam::1234:role/x',
    'arn:aws:iam::111122223333:',
    'arn::iam::111122223333:role/x',
    'arn:aws:iam::111122223333:role/x\nmore',
  ])('is none of %j', (text) => {
    expect(readArn(text)).toBeNull();
  });
});

test.each([
  ['us-east-1', 'aws'],
  ['cn-north-1', 'aws-cn'],
  ['us-gov-west-1', 'aws-us-gov'],
  ['eusc-de-east-1', 'aws-eusc'],
])('the Region %s is in the partition %s', (region, partition) => {
  expect(partitionOf(region)).toBe(partition);
});

test('of other partitions it is said that they are not supported, by their name where they have one', () => {
  expect(refusedPartition('aws')).toBeNull();
  expect(refusedPartition('aws-cn')).toContain('AWS China');
  expect(refusedPartition('aws-iso')).toContain('the partition aws-iso');
});

test('a managed policy is found by its exact ARN, in each partition', () => {
  expect(managedPolicy('arn:aws:iam::aws:policy/AWSDenyAll')?.name).toBe('AWSDenyAll');
  expect(managedPolicy('arn:aws-cn:iam::aws:policy/AWSDenyAll')?.name).toBe('AWSDenyAll');
  expect(managedPolicy('xarn:aws-cn:iam::aws:policy/AWSDenyAll')).toBeUndefined();
  expect(managedPolicy('arn:aws:iam::111122223333:policy/AWSDenyAll')).toBeUndefined();
});

test('the probe answers in every Region, Billing’s only at home', () => {
  expect(probeOf('SecurityAudit', 'aws')).toMatchObject({ everywhere: true });
  expect(probeOf('Billing', 'aws')).toMatchObject({ everywhere: false });
});

describe('what a level may, in numbers', () => {
  it('counts services, and those that it has as a whole', () => {
    expect(accessShare('AdministratorAccess')).toEqual({
      reach: 'everything',
      exceptServices: [],
      services: 0,
      wholeServices: [],
      list: 0,
      read: 0,
      write: 0,
      permissions: 0,
    });
    const power = accessShare('PowerUserAccess');
    expect(power).toMatchObject({ reach: 'everythingExcept', wholeServices: [] });
    expect(power.services).toBeGreaterThan(0);
    const support = accessShare('SupportUser');
    expect(support.reach).toBe('listed');
    expect(support.wholeServices).toContain('support');
    expect(support.wholeServices.every((service) => /^[a-z0-9-]+$/.test(service))).toBe(true);
    expect(support.services).toBeGreaterThan(support.wholeServices.length);
  });
});

describe('a role’s name', () => {
  const nameOf = (...bytes: number[]) =>
    roleName(Uint8Array.from([...bytes, ...Array(16 - bytes.length).fill(0)])).slice(ROLE_PREFIX.length);

  it('is its bytes in base 32, five bits a letter', () => {
    expect(nameOf()).toBe('a'.repeat(26));
    expect(nameOf(0b00001_000, 0b10_00011_0)).toBe(`bcd${'a'.repeat(23)}`);
    expect(nameOf(...Array(16).fill(255))).toBe(`${'7'.repeat(25)}4`);
    // 20 bytes are 32 letters exactly, without a letter for bits that are not there.
    expect(roleName(new Uint8Array(20))).toHaveLength(ROLE_PREFIX.length + 32);
  });

  it.each([
    [15, false],
    [16, true],
    [26, true],
    [27, false],
  ])('is made of %i bytes: %s', (length, made) => {
    const make = () => roleName(new Uint8Array(length));
    if (made) expect(make()).toMatch(new RegExp(`^${ROLE_PREFIX}a+$`));
    else expect(make).toThrow(RangeError);
  });
});

describe('who may use a role', () => {
  const at = '2026-12-01T00:00:00Z';

  it('of a connection: the broker, with the ExternalId', () => {
    expect(connectionTrustPolicy({ brokerRoleArn: broker, externalId })).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'BrokerWithExternalId',
          Effect: 'Allow',
          Principal: { AWS: broker },
          Action: 'sts:AssumeRole',
          Condition: { StringEquals: { 'sts:ExternalId': externalId } },
        },
      ],
    });
  });

  it.each([undefined, at])('of a grant: the broker, for an expert with a name, until %s', (notAfter) => {
    expect(grantTrustPolicy({ brokerRoleArn: broker, externalId, notAfter })).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'BrokerForNamedExpert',
          Effect: 'Allow',
          Principal: { AWS: broker },
          Action: ['sts:AssumeRole', 'sts:SetSourceIdentity', 'sts:TagSession'],
          Condition: {
            StringEquals: { 'sts:ExternalId': externalId },
            StringLike: { 'sts:SourceIdentity': 'expert-*' },
            ...(notAfter ? { DateLessThan: { 'aws:CurrentTime': at } } : {}),
          },
        },
      ],
    });
  });
});

describe('the stack', () => {
  const stack = () => connectionTemplate({ brokerRoleArn: broker, platformName: 'Ours' });

  it('asks for the ExternalId, within AWS’s limits, and names the broker', () => {
    const { Parameters } = stack();
    expect(Parameters.ExternalId).toMatchObject({ Type: 'String', MinLength: 20, MaxLength: 1224 });
    expect(Parameters.BrokerRoleArn).toMatchObject({ Type: 'String', Default: broker });
  });

  it('has a boundary that goes before the revoker, and tells where both roles are', () => {
    const { Resources, Outputs } = stack();
    expect(Resources.ExpertBoundary).toMatchObject({
      Type: 'AWS::IAM::ManagedPolicy',
      DependsOn: 'Revoker',
      Properties: { ManagedPolicyName: BOUNDARY_NAME },
    });
    expect(Resources.Grantor).toMatchObject({ DependsOn: 'Revoker', Properties: { RoleName: GRANTOR_NAME } });
    expect(Resources.Revoker).not.toHaveProperty('DependsOn');
    expect(Outputs).toMatchObject({
      RevokerArn: { Value: { 'Fn::GetAtt': ['Revoker', 'Arn'] } },
      GrantorArn: { Value: { 'Fn::GetAtt': ['Grantor', 'Arn'] } },
    });
  });

  it('gives the broker sessions of an hour, under the ExternalId of the stack', () => {
    expect(stack().Resources.Revoker).toMatchObject({
      Type: 'AWS::IAM::Role',
      Properties: {
        RoleName: REVOKER_NAME,
        MaxSessionDuration: 3600,
        AssumeRolePolicyDocument: {
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              Principal: { AWS: { 'Fn::Sub': '$' + '{BrokerRoleArn}' } },
              Condition: { StringEquals: { 'sts:ExternalId': { 'Fn::Sub': '$' + '{ExternalId}' } } },
            },
          ],
        },
      },
    });
  });

  it('puts its own values wherever a text names one, and leaves every other text', () => {
    const text = JSON.stringify(stack().Resources);
    const named = text.match(/"[^"]*\$\{[^"]*"/g) ?? [];
    expect(named.length).toBeGreaterThan(5);
    expect(text.match(/\{"Fn::Sub":"[^"]*\$\{[^"]*"\}/g)).toHaveLength(named.length);
    expect(text.match(/Fn::Sub/g)).toHaveLength(named.length);
  });
});

test('the boundary keeps our stack in the expert’s account as it is', () => {
  const { Statement } = expertBoundary('111122223333', 'aws');
  expect([Statement].flat()).toContainEqual({
    Sid: 'KeepStack',
    Effect: 'Deny',
    Action: [
      'cloudformation:DeleteStack',
      'cloudformation:UpdateStack',
      'cloudformation:CreateChangeSet',
      'cloudformation:ExecuteChangeSet',
      'cloudformation:SetStackPolicy',
    ],
    Resource: 'arn:aws:cloudformation:*:*:stack/Groundcrew*/*',
  });
});
