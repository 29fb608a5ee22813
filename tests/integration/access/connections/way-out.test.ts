import { AttachRolePolicyCommand, DeleteRoleCommand, DetachRolePolicyCommand } from '@aws-sdk/client-iam';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { accessById } from '@/lib/access/page/queries';
import { database } from '@/lib/platform/db/client';
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
import { type Cloud, moveClock, openCloud, removeRoles } from '@/tests/fixtures/cloud';
import { checkConnection } from '@/tests/fixtures/connections';
import { connectionStatus, grantJob, grantOf, rolesOf } from '@/tests/fixtures/grants';
import { codeOf, doneOf } from '@/tests/fixtures/outcome';
import { forbid, timesTold } from '@/tests/fixtures/way-out';
import { makeWorld } from '@/tests/fixtures/world';

// Each test goes through AWS's real clients many times.
vi.setConfig({ testTimeout: 120_000 });

let cloud: Cloud;
beforeAll(async () => {
  cloud = await openCloud();
});
afterAll(() => cloud.close());

describe('a session', () => {
  test('is given no more once the customer has deleted our roles by hand, and both sides are told', async () => {
    const world = await makeWorld();
    const { grantId, connectionId, ownerKey } = await granted(cloud, world);
    const { personId } = world.people.expert;
    await removeRoles(cloud, ownerKey);
    await expect(sessionOf(grantId, personId)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('lost the connection to this AWS account'),
    });
    expect(await database().grantSession.count({ where: { grantId } })).toBe(0);
    expect(await connectionStatus(connectionId)).toBe('lost');
    for (const who of ['owner', 'expert'] as const)
      expect(await timesTold(world, who, 'grant.cutOff')).toBe(1);
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
    await forbid(cloud, ownerKey, 'iam:AttachRolePolicy');
    await expect(sessionOf(grantId, world.people.expert.personId)).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(await database().connection.findUnique({ where: { id: connectionId } })).toMatchObject({
      status: 'lost',
      refusal: expect.stringContaining("doesn't let the role GroundcrewRevoker end access (AccessDenied)"),
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
    expect(await timesTold(world, 'owner', 'grant.cutOff')).toBe(1);
    await iam.send(new DetachRolePolicyCommand(deny));
    await sessionOf(grantId, personId);
    expect(await grantOf(grantId)).toMatchObject({ problem: null });
    expect(await timesTold(world, 'expert', 'grant.restored')).toBe(1);

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
    expect(await timesTold(world, 'owner', 'grant.cutOff')).toBe(2);
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
    await checkConnection(connectionId);
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

describe('a role', () => {
  test('is not made where it could not be ended', async () => {
    const world = await makeWorld();
    const { connectionId, accountId, ownerKey } = await connected(cloud, world);
    const permissionRequestId = await requested(world, await acceptedProposal(world));
    const { grantId } = doneOf(await accept(world.people.owner, { permissionRequestId, connectionId }));
    await forbid(cloud, ownerKey, 'iam:AttachRolePolicy');
    await grantJob('grants.provision', grantId);
    expect(await grantOf(grantId)).toMatchObject({
      status: 'failed',
      problem: expect.stringContaining('checking that we can end the access (AccessDenied)'),
    });
    expect(await rolesOf(cloud, accountId)).toEqual([]);
    expect(await connectionStatus(connectionId)).toBe('lost');
  });
});
