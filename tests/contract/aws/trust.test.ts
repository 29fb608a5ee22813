import { AttachRolePolicyCommand, CreateRoleCommand } from '@aws-sdk/client-iam';
import { ListBucketsCommand } from '@aws-sdk/client-s3';
import { AssumeRoleCommand, GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectionRoleArn } from '@/lib/vendors/aws/connection';
import {
  CUSTOMER,
  EXTERNAL_ID,
  enter,
  grantRole,
  iam,
  nameOf,
  openWorld,
  PLATFORM,
  probed,
  refusal,
  s3,
  sts,
  type TestWorld,
  value,
} from './world';

const HOUR = 3600_000;

describe('AssumeRole', () => {
  let world: TestWorld;
  const revoker = connectionRoleArn(CUSTOMER, 'revoker', 'aws');
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(async () => world.close());

  it('opens with the right ExternalId alone (documented)', async () => {
    const tryWith = (externalId?: string) =>
      world.broker.assume({
        roleArn: revoker,
        sessionName: 'trust-test',
        ...(externalId ? { externalId } : {}),
      });
    expect(await tryWith()).toMatchObject({ ok: false, problem: { kind: 'denied', code: 'AccessDenied' } });
    expect(await tryWith('wrong-but-well-formed')).toMatchObject({ ok: false, problem: { kind: 'denied' } });
    const right = value(await tryWith(EXTERNAL_ID));
    expect(right.arn).toBe(`arn:aws:sts::${CUSTOMER}:assumed-role/GroundcrewRevoker/trust-test`);
    expect(right.credentials.accessKeyId).toMatch(/^ASIA/);
    const who = await sts(world.broker.configFor(right.credentials)).send(new GetCallerIdentityCommand({}));
    expect(who).toMatchObject({ Account: CUSTOMER, Arn: right.arn });
  });

  it('does not tell a missing role from one that does not trust the caller (documented)', async () => {
    const tried = await world.broker.assume({
      roleArn: `arn:aws:iam::${CUSTOMER}:role/GroundcrewNowhere`,
      sessionName: 'trust-test',
      externalId: EXTERNAL_ID,
    });
    expect(tried).toMatchObject({ ok: false, problem: { code: 'AccessDenied' } });
  });

  it('refuses another account that knows the ExternalId (documented)', async () => {
    const stranger = await world.account('444455556666', 'stranger');
    const call = sts(stranger).send(
      new AssumeRoleCommand({ RoleArn: revoker, RoleSessionName: 'stranger', ExternalId: EXTERNAL_ID }),
    );
    expect(await refusal(call)).toMatchObject({ name: 'AccessDenied', status: 403 });
  });

  it('refuses even the account’s own administrator whom the trust policy does not name (documented)', async () => {
    const call = sts(world.owner).send(
      new AssumeRoleCommand({ RoleArn: revoker, RoleSessionName: 'owner', ExternalId: EXTERNAL_ID }),
    );
    expect(await nameOf(call)).toBe('AccessDenied');
  });

  it('wants the source identity that the expert’s role asks for (documented)', async () => {
    const role = await grantRole(world, 'ViewOnlyAccess');
    const assume = (sourceIdentity?: string) =>
      world.broker.assume({
        roleArn: role.arn,
        sessionName: 'trust-test',
        externalId: EXTERNAL_ID,
        ...(sourceIdentity ? { sourceIdentity } : {}),
      });
    expect(await assume()).toMatchObject({ ok: false, problem: { kind: 'denied' } });
    expect(await assume('somebody')).toMatchObject({ ok: false, problem: { kind: 'denied' } });
    expect(value(await assume('expert-1')).roleId).toBe(role.roleId);
  });

  it('refuses more than an hour at role chaining, and more than the role’s maximum (documented)', async () => {
    const input = { roleArn: revoker, sessionName: 'trust-test', externalId: EXTERNAL_ID };
    const tooLong = await world.broker.assume({ ...input, durationSeconds: 3601 });
    expect(tooLong).toMatchObject({ ok: false, problem: { kind: 'invalid', code: 'ValidationError' } });
    const tooShort = await world.broker.assume({ ...input, durationSeconds: 899 });
    expect(tooShort).toMatchObject({ ok: false, problem: { kind: 'invalid' } });
    const beyondRole = sts(world.base).send(
      new AssumeRoleCommand({
        RoleArn: PLATFORM.brokerRoleArn,
        RoleSessionName: 'long',
        DurationSeconds: 7200,
      }),
    );
    expect(await refusal(beyondRole)).toMatchObject({ name: 'ValidationError', status: 400 });
  });

  it('narrows a session by the policy that is passed with it (documented)', async () => {
    const RoleName = 'OwnersRole';
    const document = {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${CUSTOMER}:root` }, Action: 'sts:AssumeRole' },
      ],
    };
    const { Role } = await iam(world.owner).send(
      new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: JSON.stringify(document) }),
    );
    await iam(world.owner).send(
      new AttachRolePolicyCommand({ RoleName, PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' }),
    );
    const enterWith = async (Policy?: string) => {
      const { Credentials } = await sts(world.owner).send(
        new AssumeRoleCommand({
          RoleArn: Role?.Arn,
          RoleSessionName: 'narrow',
          ...(Policy ? { Policy } : {}),
        }),
      );
      return world.config({
        accessKeyId: Credentials?.AccessKeyId ?? '',
        secretAccessKey: Credentials?.SecretAccessKey ?? '',
        sessionToken: Credentials?.SessionToken ?? '',
      });
    };
    const onlyS3 = JSON.stringify({
      Version: '2012-10-17',
      Statement: { Effect: 'Allow', Action: 's3:*', Resource: '*' },
    });
    expect(await probed(await enterWith(), 'AdministratorAccess')).toBe('allowed');
    expect(await probed(await enterWith(onlyS3), 'AdministratorAccess')).toBe('refused');
    const packed = JSON.stringify({
      Statement: { Effect: 'Allow', Action: 'ec2:*', Resource: ['x'.repeat(2100)] },
    });
    expect(await nameOf(enterWith(packed))).toBe('PackedPolicyTooLargeException');
  });

  it('ends a session and a dated trust by the sandbox’s clock (documented)', async () => {
    const dated = await grantRole(world, 'ViewOnlyAccess', new Date(Date.now() + 2 * HOUR));
    const open = await grantRole(world, 'ViewOnlyAccess');
    const session = await enter(world, open);
    const access = world.broker.configFor(session.credentials);
    expect(await probed(access, 'ViewOnlyAccess')).toBe('allowed');
    await enter(world, dated);
    await world.control('clock', { offsetMs: 3 * HOUR });
    try {
      expect(await probed(access, 'ViewOnlyAccess')).toBe('unknown');
      expect(await refusal(s3(access).send(new ListBucketsCommand({})))).toMatchObject({
        name: 'ExpiredToken',
      });
      expect(
        await nameOf(
          iam(access).send(new CreateRoleCommand({ RoleName: 'x', AssumeRolePolicyDocument: '{}' })),
        ),
      ).toBe('ExpiredToken');
      // The broker's own session has expired as well; it fetches a new one and goes on.
      await enter(world, open);
      await expect(enter(world, dated)).rejects.toThrow('denied: AccessDenied');
    } finally {
      await world.control('clock', { offsetMs: 0 });
    }
  });
});
