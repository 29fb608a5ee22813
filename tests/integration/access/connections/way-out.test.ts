import {
  AttachRolePolicyCommand,
  DeleteRoleCommand,
  DetachRolePolicyCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  PutRolePolicyCommand,
  UpdateAssumeRolePolicyCommand,
} from '@aws-sdk/client-iam';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { brokerHandlers as activityHandlers } from '@/lib/access/activity/handlers';
import { brokerHandlers, brokerSweeps } from '@/lib/access/checks/handlers';
import { accessById } from '@/lib/access/page/queries';
import { database, openDatabase } from '@/lib/platform/db/client';
import { Prisma } from '@/lib/platform/db/generated/client';
import { env } from '@/lib/platform/env';
import { REVOKER_NAME } from '@/lib/policies/template';
import type { AwsCredentials } from '@/lib/vendors/aws/config';
import {
  accept,
  acceptedProposal,
  connected,
  granted,
  openSession,
  requested,
  revoke,
  sessionOf,
  tearDown,
} from '@/tests/fixtures/access';
import { asBroker, type Cloud, doJob, moveClock, openCloud, removeRoles } from '@/tests/fixtures/cloud';
import { connectionStatus, grantJob, grantOf, rolesOf } from '@/tests/fixtures/grants';
import { codeOf, doneOf } from '@/tests/fixtures/outcome';
import { makeWorld, type World } from '@/tests/fixtures/world';

// Each test goes through AWS's real clients many times.
vi.setConfig({ testTimeout: 120_000 });

let cloud: Cloud;
beforeAll(async () => {
  cloud = await openCloud();
});
afterAll(() => cloud.close());

const check = (connectionId: string) =>
  asBroker(() => doJob(brokerHandlers, 'connections.check', { connectionId }));

/** What a person was told of a grant by kind, as often as they were. */
async function toldOf(world: World, who: 'owner' | 'expert', kind: string): Promise<number> {
  const { personId } = world.people[who];
  const { conversationId } = world;
  return database().notification.count({ where: { personId, conversationId, kind } });
}

/** Takes an action out of the revoker's policy, as the customer's own hand. Answers how to put it back. */
async function forbid(ownerKey: AwsCredentials, action: string): Promise<() => Promise<void>> {
  const iam = cloud.iam(ownerKey);
  const policy = { RoleName: REVOKER_NAME, PolicyName: 'EndAccessAndReadTheTrail' };
  const { PolicyDocument } = await iam.send(new GetRolePolicyCommand(policy));
  const before = decodeURIComponent(PolicyDocument!);
  const put = (document: string) =>
    iam.send(new PutRolePolicyCommand({ ...policy, PolicyDocument: document }));
  await put(before.replace(`"${action}"`, '"iam:GetUser"'));
  return async () => {
    await put(before);
  };
}

describe('a session', () => {
  test('is given no more once the customer has deleted our roles by hand, and both sides are told', async () => {
    const world = await makeWorld();
    const { grantId, connectionId, ownerKey } = await granted(cloud, world);
    const { personId } = world.people.expert;
    await removeRoles(cloud, ownerKey);
    await expect(sessionOf(grantId, personId)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('connection to this AWS account is lost'),
    });
    expect(await database().grantSession.count({ where: { grantId } })).toBe(0);
    expect(await connectionStatus(connectionId)).toBe('lost');
    for (const who of ['owner', 'expert'] as const) expect(await toldOf(world, who, 'grant.cutOff')).toBe(1);
    const lines = await database().message.findMany({ where: { event: 'grant.cutOff' } });
    expect(lines.some((line) => line.conversationId === world.conversationId)).toBe(true);
    // The web says no at once from now on, and both sides' pages say why.
    expect(codeOf(await openSession(world.people.expert, { grantId, purpose: 'console' }))).toBe('conflict');
    for (const who of [world.people.owner, world.people.expert])
      expect(await accessById(who, grantId)).toMatchObject({
        cutOff: true,
        grant: { status: 'active' },
        may: { openSession: false },
      });
  });

  test('goes with a deny that could not be attached: then there is none', async () => {
    const world = await makeWorld();
    const { grantId, connectionId, ownerKey } = await granted(cloud, world);
    await forbid(ownerKey, 'iam:AttachRolePolicy');
    await expect(sessionOf(grantId, world.people.expert.personId)).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(await database().connection.findUnique({ where: { id: connectionId } })).toMatchObject({
      status: 'lost',
      refusal: expect.stringContaining('does not let the role GroundcrewRevoker end access (AccessDenied)'),
    });
  });

  test('is not refused for good because AWS did not answer', async () => {
    const world = await makeWorld();
    const { grantId, connectionId } = await granted(cloud, world);
    const { personId } = world.people.expert;
    await cloud.fault('iam:GetRole', '500', 5);
    await expect(sessionOf(grantId, personId)).rejects.toMatchObject({ code: 'upstream' });
    await cloud.control('faults/clear', {});
    expect(await connectionStatus(connectionId)).toBe('connected');
    expect(await database().grantSession.count({ where: { grantId } })).toBe(0);
    await sessionOf(grantId, personId);
  });

  test('rests on a look that is a minute old at most', async () => {
    const world = await makeWorld();
    const { grantId } = await granted(cloud, world);
    const { personId } = world.people.expert;
    await sessionOf(grantId, personId);
    await cloud.fault('iam:GetRole', '500', 5);
    await sessionOf(grantId, personId);
    await moveClock(cloud, 1.01 / 60);
    await expect(sessionOf(grantId, personId)).rejects.toMatchObject({ code: 'upstream' });
    await cloud.control('faults/clear', {});
  });

  test('is not given in a role that is gone, made again, or denied by hand; that is told once', async () => {
    const world = await makeWorld();
    const { grantId, connectionId, ownerKey } = await granted(cloud, world);
    const { personId } = world.people.expert;
    const iam = cloud.iam(ownerKey);
    const { roleName: RoleName } = await grantOf(grantId);
    const deny = { RoleName, PolicyArn: 'arn:aws:iam::aws:policy/AWSDenyAll' };
    await iam.send(new AttachRolePolicyCommand(deny));
    await expect(sessionOf(grantId, personId)).rejects.toMatchObject({
      message: expect.stringContaining('AWSDenyAll is attached'),
    });
    expect(await toldOf(world, 'owner', 'grant.cutOff')).toBe(1);
    await iam.send(new DetachRolePolicyCommand(deny));
    await sessionOf(grantId, personId);
    expect(await grantOf(grantId)).toMatchObject({ problem: null });
    expect(await toldOf(world, 'expert', 'grant.restored')).toBe(1);

    await iam.send(
      new DetachRolePolicyCommand({
        RoleName,
        PolicyArn: 'arn:aws:iam::aws:policy/job-function/ViewOnlyAccess',
      }),
    );
    await iam.send(new DeleteRoleCommand({ RoleName }));
    await moveClock(cloud, 1.01 / 60);
    for (let times = 0; times < 2; times += 1)
      await expect(sessionOf(grantId, personId)).rejects.toMatchObject({
        code: 'conflict',
        message: expect.stringContaining('no longer in AWS'),
      });
    expect(await toldOf(world, 'owner', 'grant.cutOff')).toBe(2);
    expect(await connectionStatus(connectionId)).toBe('connected');
    // Its end can be proven as ever.
    doneOf(await revoke(world.people.owner, { grantId }));
    await tearDown(grantId);
    expect((await grantOf(grantId)).status).toBe('revoked');
  });
});

describe('the stack', () => {
  test('that is deleted while access is live leaves the revoker, and the access can be ended', async () => {
    const world = await makeWorld();
    const { grantId, accountId, connectionId } = await granted(cloud, world);
    const remove = () =>
      cloud.control<{ status: string }>('stacks/delete', { accountId, stackName: 'Groundcrew' });
    expect(await remove()).toMatchObject({
      status: 'DELETE_FAILED',
      failed: ['ExpertBoundary: DeleteConflict'],
    });
    await check(connectionId);
    expect(await connectionStatus(connectionId)).toBe('lost');
    await expect(sessionOf(grantId, world.people.expert.personId)).rejects.toMatchObject({
      code: 'conflict',
    });
    doneOf(await revoke(world.people.owner, { grantId }));
    await tearDown(grantId);
    expect((await grantOf(grantId)).status).toBe('revoked');
    expect(await rolesOf(cloud, accountId)).toEqual([]);
    expect(await remove()).toMatchObject({ status: 'DELETE_COMPLETE' });
  });
});

describe('an account that is lost', () => {
  test('is noticed by activity that AWS refuses to show, and found again by itself', async () => {
    const world = await makeWorld();
    const { grantId, connectionId, ownerKey } = await granted(cloud, world);
    const { personId } = world.people.expert;
    // Long enough after the account was tried to try it again.
    await moveClock(cloud, 2 / 60);
    await sessionOf(grantId, personId);
    const restore = await forbid(ownerKey, 'cloudtrail:LookupEvents');
    const queued = Prisma.sql`FROM pgboss.job WHERE name = 'connections.check'
      AND data->'payload'->>'connectionId' = ${connectionId} AND state = 'created'`;
    const owner = openDatabase(env.DATABASE_URL, 1);
    await owner.$executeRaw`DELETE ${queued}`;
    await owner.$disconnect();
    const place = { grantId, regions: ['us-east-1'] };
    await asBroker(() => doJob(activityHandlers, 'activity.read', place));
    // No session from that moment on, before anything else was found out.
    expect(await grantOf(grantId)).toMatchObject({ endableAt: null });
    expect(await database().$queryRaw`SELECT count(*)::int ${queued}`).toEqual([{ count: 1 }]);
    await check(connectionId);
    expect(await connectionStatus(connectionId)).toBe('lost');
    await expect(sessionOf(grantId, personId)).rejects.toMatchObject({ code: 'conflict' });
    for (const who of ['owner', 'expert'] as const) expect(await toldOf(world, who, 'grant.cutOff')).toBe(1);

    await restore();
    const sweep = () => asBroker(async () => brokerSweeps[0]!.run());
    // Once a minute, whoever asks.
    while ((await sweep()) > 0);
    await moveClock(cloud, 1.01 / 60);
    while ((await sweep()) > 0);
    await check(connectionId);
    expect(await connectionStatus(connectionId)).toBe('connected');
    expect(await toldOf(world, 'expert', 'grant.restored')).toBe(1);
    await sessionOf(grantId, personId);
  });

  test('is tried again by the clock alone while access to it is live, and not otherwise', async () => {
    const world = await makeWorld();
    const { grantId, connectionId, ownerKey } = await granted(cloud, world);
    const { connectionId: idle } = await connected(cloud, world);
    const iam = cloud.iam(ownerKey);
    const { Role } = await iam.send(new GetRoleCommand({ RoleName: REVOKER_NAME }));
    const trust = decodeURIComponent(Role!.AssumeRolePolicyDocument!);
    const trustWith = (document: string) =>
      iam.send(new UpdateAssumeRolePolicyCommand({ RoleName: REVOKER_NAME, PolicyDocument: document }));
    await trustWith(trust.replace('"sts:ExternalId":"', '"sts:ExternalId":"not-'));
    await moveClock(cloud, 1.1);
    const taken = async () => {
      const before = new Map(
        (await database().connection.findMany()).map(({ id, checkedAt }) => [id, checkedAt?.getTime()]),
      );
      await asBroker(async () => {
        while ((await brokerSweeps[0]!.run()) > 0);
      });
      const after = await database().connection.findMany({ where: { id: { in: [connectionId, idle] } } });
      return after.filter(({ id, checkedAt }) => checkedAt?.getTime() !== before.get(id)).map(({ id }) => id);
    };
    expect(await taken()).toEqual([connectionId]);
    await check(connectionId);
    expect(await connectionStatus(connectionId)).toBe('lost');
    expect(await taken()).toEqual([]);
    await moveClock(cloud, 1.01 / 60);
    expect(await taken()).toEqual([connectionId]);
    await trustWith(trust);
    await check(connectionId);
    expect(await connectionStatus(connectionId)).toBe('connected');
    await sessionOf(grantId, world.people.expert.personId);
  });
});

describe('a role', () => {
  test('is not made where it could not be ended', async () => {
    const world = await makeWorld();
    const { connectionId, accountId, ownerKey } = await connected(cloud, world);
    const permissionRequestId = await requested(world, await acceptedProposal(world));
    const { grantId } = doneOf(await accept(world.people.owner, { permissionRequestId, connectionId }));
    await forbid(ownerKey, 'iam:AttachRolePolicy');
    await grantJob('grants.provision', grantId);
    expect(await grantOf(grantId)).toMatchObject({
      status: 'failed',
      problem: expect.stringContaining('to let us end what would be granted (AccessDenied)'),
    });
    expect(await rolesOf(cloud, accountId)).toEqual([]);
    expect(await connectionStatus(connectionId)).toBe('lost');
  });
});
