import {
  DeleteRolePolicyCommand,
  GetRoleCommand,
  PutRolePolicyCommand,
  UpdateAssumeRolePolicyCommand,
} from '@aws-sdk/client-iam';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { brokerHandlers as connectionHandlers } from '@/lib/access/checks/handlers';
import { brokerSweeps } from '@/lib/access/provisioning/handlers';
import { database } from '@/lib/platform/db/client';
import { REVOKER_NAME } from '@/lib/policies/template';
import { DEADLINES } from '@/lib/wiring/deadlines';
import { granted, revoke, sessionOf, tearDown, verify } from '@/tests/fixtures/access';
import { asBroker, type Cloud, doJob, moveClock, openCloud } from '@/tests/fixtures/cloud';
import { connectionStatus, grantJob, grantOf, rolesOf, stepsOf } from '@/tests/fixtures/grants';
import { doneOf } from '@/tests/fixtures/outcome';
import { makeWorld } from '@/tests/fixtures/world';

// Each test goes through AWS's real clients many times.
vi.setConfig({ testTimeout: 90_000 });

let cloud: Cloud;
beforeAll(async () => {
  cloud = await openCloud();
});
afterAll(() => cloud.close());

describe('a role that resists', () => {
  test('whose account we are locked out of is connection lost, never ended, until it is proven', async () => {
    const world = await makeWorld();
    const { grantId, accountId, connectionId, ownerKey } = await granted(cloud, world);
    const { roleName } = await grantOf(grantId);
    const iam = cloud.iam(ownerKey);
    const { Role } = await iam.send(new GetRoleCommand({ RoleName: REVOKER_NAME }));
    const trust = decodeURIComponent(Role!.AssumeRolePolicyDocument!);
    const trustWith = (document: string) =>
      iam.send(new UpdateAssumeRolePolicyCommand({ RoleName: REVOKER_NAME, PolicyDocument: document }));
    await trustWith(trust.replace('"sts:ExternalId":"', '"sts:ExternalId":"not-'));
    doneOf(await revoke(world.people.owner, { grantId }));
    await grantJob('grants.deny', grantId);
    expect(await grantOf(grantId)).toMatchObject({
      status: 'connection_lost',
      problem: expect.stringContaining('AccessDenied'),
    });
    expect((await rolesOf(cloud, accountId)).map(({ name }) => name)).toEqual([roleName]);
    await expect(sessionOf(grantId, world.people.expert.personId)).rejects.toMatchObject({
      code: 'conflict',
    });

    // The tests of the connection say the same; then the customer puts it right, and verifies: now the end can be proven.
    const check = () => asBroker(() => doJob(connectionHandlers, 'connections.check', { connectionId }));
    await check();
    expect(await connectionStatus(connectionId)).toBe('lost');
    await trustWith(trust);
    doneOf(await verify(world.people.owner, { connectionId }));
    await check();
    expect(await connectionStatus(connectionId)).toBe('connected');
    expect((await grantOf(grantId)).status).toBe('connection_lost');
    await asBroker(async () => {
      for (const sweep of [...DEADLINES.broker, ...brokerSweeps]) await sweep.run();
    });
    await tearDown(grantId);
    expect((await grantOf(grantId)).status).toBe('revoked');
    expect(await rolesOf(cloud, accountId)).toEqual([]);
  });

  test('that was deleted by hand is ended with the proof that it is gone', async () => {
    const world = await makeWorld();
    const { grantId, accountId } = await granted(cloud, world);
    const { detachAll, deleteRole } = await import('@/lib/vendors/aws/roles');
    const { enter } = await import('@/lib/vendors/aws/entry');
    const row = await grantOf(grantId);
    const externalId = await asBroker(() =>
      database().connectionSecret.findUniqueOrThrow({ where: { connectionId: row.connectionId } }),
    );
    const revoker = await enter({ accountId, partition: 'aws', ...externalId }, 'revoker');
    if (!revoker.ok) throw new Error('no way in');
    await detachAll(revoker.value, row.roleName, 'aws');
    await deleteRole(revoker.value, row.roleName);
    doneOf(await revoke(world.people.owner, { grantId }));
    await grantJob('grants.deny', grantId);
    expect((await grantOf(grantId)).status).toBe('revoked');
    expect(await stepsOf(grantId)).toEqual(['asked', 'sessions_stopped', 'gone']);
  });

  test('that was given a policy of its own stays denied, says so, and goes once it was cleared', async () => {
    const world = await makeWorld();
    const { grantId, accountId, ownerKey } = await granted(cloud, world);
    const { roleName } = await grantOf(grantId);
    const iam = cloud.iam(ownerKey);
    const inline = { RoleName: roleName, PolicyName: 'extra' };
    const PolicyDocument = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }],
    });
    await iam.send(new PutRolePolicyCommand({ ...inline, PolicyDocument }));
    doneOf(await revoke(world.people.owner, { grantId }));
    await tearDown(grantId);
    expect(await grantOf(grantId)).toMatchObject({
      status: 'denied_not_deleted',
      problem: expect.stringContaining('DeleteConflict'),
    });
    expect((await rolesOf(cloud, accountId))[0]!.state.attached).toEqual([
      'arn:aws:iam::aws:policy/AWSDenyAll',
    ]);
    await grantJob('grants.delete', grantId);
    expect((await grantOf(grantId)).status).toBe('denied_not_deleted');
    await iam.send(new DeleteRolePolicyCommand(inline));
    await grantJob('grants.delete', grantId);
    expect(await grantOf(grantId)).toMatchObject({ status: 'revoked', problem: null });
  });

  test('from which somebody takes the deny while it ends gets it back, and the customer is told', async () => {
    const world = await makeWorld();
    const { grantId, accountId } = await granted(cloud, world);
    const { detachAll } = await import('@/lib/vendors/aws/roles');
    const { enter } = await import('@/lib/vendors/aws/entry');
    const row = await grantOf(grantId);
    doneOf(await revoke(world.people.owner, { grantId }));
    await grantJob('grants.deny', grantId);
    const secret = await asBroker(() =>
      database().connectionSecret.findUniqueOrThrow({ where: { connectionId: row.connectionId } }),
    );
    const revoker = await enter({ accountId, partition: 'aws', ...secret }, 'revoker');
    if (!revoker.ok) throw new Error('no way in');
    await detachAll(revoker.value, row.roleName, 'aws');
    await grantJob('grants.prove', grantId);
    expect(await grantOf(grantId)).toMatchObject({
      status: 'revoking',
      problem: expect.stringContaining('removed AWSDenyAll'),
    });
    expect((await rolesOf(cloud, accountId))[0]!.state.attached).toEqual([
      'arn:aws:iam::aws:policy/AWSDenyAll',
    ]);
    await grantJob('grants.prove', grantId);
    expect((await grantOf(grantId)).status).toBe('denied');
  });

  test('is denied while it is held, also past the clock’s move, and only then taken away', async () => {
    const world = await makeWorld();
    const { grantId, accountId } = await granted(cloud, world);
    await sessionOf(grantId, world.people.expert.personId);
    doneOf(await revoke(world.people.owner, { grantId }));
    await tearDown(grantId);
    expect((await grantOf(grantId)).status).toBe('denied');
    expect((await rolesOf(cloud, accountId))[0]!.state.attached).toContain(
      'arn:aws:iam::aws:policy/AWSDenyAll',
    );
    await moveClock(cloud, 0.5);
    await grantJob('grants.delete', grantId);
    expect((await grantOf(grantId)).status).toBe('denied');
    await moveClock(cloud, 0.6);
    await grantJob('grants.delete', grantId);
    expect((await grantOf(grantId)).status).toBe('revoked');
  });
});
