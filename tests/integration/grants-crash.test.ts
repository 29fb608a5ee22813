import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { database } from '@/lib/db/client';
import { brokerHandlers } from '@/lib/grants/handlers';
import { stopProofs } from '@/lib/grants/proofs';
import {
  accept,
  acceptedProposal,
  connected,
  granted,
  requested,
  revoke,
  tearDown,
} from '@/tests/fixtures/access';
import { asBroker, type Cloud, doJob, killedAfter, openCloud, wasKilled } from '@/tests/fixtures/cloud';
import { doneOf } from '@/tests/fixtures/outcome';
import { makeWorld } from '@/tests/fixtures/world';

// Each test goes through AWS's real clients many times.
vi.setConfig({ testTimeout: 90_000 });

let cloud: Cloud;
beforeAll(async () => {
  cloud = await openCloud();
});
afterAll(() => cloud.close());

const grantOf = (id: string) => database().grant.findUniqueOrThrow({ where: { id } });
const _connectionStatus = async (id: string) =>
  (await database().connection.findUniqueOrThrow({ where: { id } })).status;
const job = (name: string, grantId: string, signal?: AbortSignal) =>
  asBroker(() => doJob(brokerHandlers, name, { grantId }, signal));
const stepsOf = async (grantId: string) =>
  (await database().grantStep.findMany({ where: { grantId }, orderBy: { id: 'asc' } })).map(
    ({ kind }) => kind,
  );
const rolesOf = async (accountId: string) =>
  (await cloud.state(accountId)).roles.filter(({ name }) => name.startsWith('GroundcrewPermission-'));

/** A grant whose role is still to be made. */
async function acceptedGrant() {
  const world = await makeWorld();
  const { connectionId, accountId } = await connected(cloud, world);
  const permissionRequestId = await requested(world, await acceptedProposal(world));
  const { grantId } = doneOf(await accept(world.people.owner, { permissionRequestId, connectionId }));
  return { world, grantId, accountId, connectionId };
}

/** Kills the job after each of its steps in turn, until one run gets through; answers how often it was killed. */
async function killAtEachStep(name: string, grantId: string): Promise<number> {
  for (let steps = 0; steps < 20; steps += 1) {
    const { signal, asked } = killedAfter(steps);
    const error = await job(name, grantId, signal).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    if (error === null) return steps;
    expect(wasKilled(error)).toBe(true);
    expect(asked()).toBe(steps + 1);
  }
  throw new Error('never got through');
}

describe('a broker that is killed', () => {
  test('anywhere while it makes a role, and again, makes one role with one level', async () => {
    const { grantId, accountId } = await acceptedGrant();
    expect(await killAtEachStep('grants.provision', grantId)).toBeGreaterThanOrEqual(4);
    expect((await grantOf(grantId)).status).toBe('active');
    const roles = await rolesOf(accountId);
    expect(roles).toHaveLength(1);
    expect(roles[0]!.state.attached).toHaveLength(1);
    const changes = await database().statusChange.count({ where: { objectId: grantId, to: 'active' } });
    expect(changes).toBe(1);
  });

  test('anywhere while it ends a grant, and again, ends it with each step proven once', async () => {
    const world = await makeWorld();
    const { grantId, accountId } = await granted(cloud, world);
    doneOf(await revoke(world.people.owner, { grantId }));
    expect(await killAtEachStep('grants.deny', grantId)).toBeGreaterThanOrEqual(2);
    // A process that is killed takes its timers with it: the queue's own job does the proof.
    stopProofs();
    expect(await killAtEachStep('grants.prove', grantId)).toBeGreaterThanOrEqual(3);
    expect((await grantOf(grantId)).status).toBe('denied');
    expect(await killAtEachStep('grants.delete', grantId)).toBeGreaterThanOrEqual(5);
    expect((await grantOf(grantId)).status).toBe('revoked');
    expect(await rolesOf(accountId)).toEqual([]);
    expect(await stepsOf(grantId)).toEqual([
      'asked',
      'sessions_stopped',
      'deny_attached',
      'deny_seen',
      'session_refused',
      'held',
      'detached',
      // Killed between AWS's answer to the deletion and its record: what is proven is that the role is gone.
      'gone',
    ]);
  });

  test.each(['iam:CreateRole', 'iam:AttachRolePolicy'])(
    'by a lost answer to %s makes one role',
    async (action) => {
      const { grantId, accountId } = await acceptedGrant();
      await cloud.fault(action, 'dropReply', 2);
      await job('grants.provision', grantId).catch(() => job('grants.provision', grantId));
      await cloud.control('faults/clear', {});
      expect((await grantOf(grantId)).status).toBe('active');
      expect(await rolesOf(accountId)).toHaveLength(1);
    },
  );

  test.each(['iam:AttachRolePolicy', 'iam:DetachRolePolicy', 'iam:DeleteRole'])(
    'by a lost answer to %s still ends it with proof',
    async (action) => {
      const world = await makeWorld();
      const { grantId, accountId } = await granted(cloud, world);
      doneOf(await revoke(world.people.owner, { grantId }));
      await cloud.fault(action, 'dropReply', 1);
      await tearDown(grantId);
      await cloud.control('faults/clear', {});
      expect((await grantOf(grantId)).status).toBe('revoked');
      expect(await rolesOf(accountId)).toEqual([]);
    },
  );

  test('does each job twice without doing anything twice', async () => {
    const { world, grantId, accountId } = await acceptedGrant();
    await Promise.all([job('grants.provision', grantId), job('grants.provision', grantId)]);
    expect(await rolesOf(accountId)).toHaveLength(1);
    doneOf(await revoke(world.people.owner, { grantId }));
    for (const name of ['grants.deny', 'grants.prove', 'grants.delete'])
      await Promise.all([job(name, grantId), job(name, grantId)]);
    expect((await grantOf(grantId)).status).toBe('revoked');
    expect(await database().statusChange.count({ where: { objectId: grantId } })).toBe(5);
  });
});

describe('a grant that is revoked while its role is being made', () => {
  test('before the role exists ends without one, and none comes later', async () => {
    const { world, grantId, accountId } = await acceptedGrant();
    doneOf(await revoke(world.people.owner, { grantId }));
    await job('grants.deny', grantId);
    expect((await grantOf(grantId)).status).toBe('revoked');
    await job('grants.provision', grantId);
    expect(await rolesOf(accountId)).toEqual([]);
  });

  test.each([1, 2, 3, 4])('after step %i never becomes active and is torn down', async (steps) => {
    const { world, grantId, accountId } = await acceptedGrant();
    await job('grants.provision', grantId, killedAfter(steps).signal).catch(() => undefined);
    doneOf(await revoke(world.people.owner, { grantId }));
    await Promise.all([job('grants.provision', grantId), job('grants.deny', grantId)]);
    await job('grants.prove', grantId);
    await job('grants.delete', grantId);
    expect((await grantOf(grantId)).status).toBe('revoked');
    expect(await rolesOf(accountId)).toEqual([]);
    expect(await database().statusChange.count({ where: { objectId: grantId, to: 'active' } })).toBe(0);
  });

  test('while AWS is still making it is not called ended before it is gone', async () => {
    const { world, grantId, accountId } = await acceptedGrant();
    const entered = async () =>
      (await cloud.state(accountId)).sessions.filter(({ name }) => name === 'groundcrew-grantor').length;
    await cloud.fault('iam:CreateRole', 'throttle', 3);
    const making = job('grants.provision', grantId);
    while ((await entered()) === 0);
    doneOf(await asBroker(() => revoke(world.people.owner, { grantId })));
    // Without a turn of its own this would find no role, say so, and be overtaken by AWS.
    await Promise.all([making, job('grants.deny', grantId)]);
    await cloud.control('faults/clear', {});
    for (const name of ['grants.prove', 'grants.delete']) await job(name, grantId);
    expect((await grantOf(grantId)).status).toBe('revoked');
    expect(await rolesOf(accountId)).toEqual([]);
  });

  test('at any instant ends as ended, in ten races', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { world, grantId, accountId } = await acceptedGrant();
      const making = job('grants.provision', grantId);
      await new Promise((resolve) => setTimeout(resolve, round * 12));
      await asBroker(() => revoke(world.people.owner, { grantId }));
      await making;
      for (const name of ['grants.deny', 'grants.prove', 'grants.delete']) await job(name, grantId);
      expect((await grantOf(grantId)).status).toBe('revoked');
      expect(await rolesOf(accountId)).toEqual([]);
    }
  }, 120_000);
});
