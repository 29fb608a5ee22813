import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { stopProofs } from '@/lib/access/teardown/proofs';
import { database } from '@/lib/platform/db/client';
import { granted, revoke, tearDown } from '@/tests/fixtures/access';
import { asBroker, type Cloud, killedAfter, openCloud, wasKilled } from '@/tests/fixtures/cloud';
import { acceptedGrant, grantJob, grantOf, rolesOf, stepsOf } from '@/tests/fixtures/grants';
import { anyLevel, drawn } from '@/tests/fixtures/levels';
import { doneOf } from '@/tests/fixtures/outcome';
import { makeWorld } from '@/tests/fixtures/world';

// Each test goes through AWS's real clients many times.
vi.setConfig({ testTimeout: 90_000 });

let cloud: Cloud;
beforeAll(async () => {
  cloud = await openCloud();
});
afterAll(() => cloud.close());

/** Kills the job after each of its steps in turn, until one run gets through; answers how often it was killed. */
async function killAtEachStep(name: string, grantId: string): Promise<number> {
  for (let steps = 0; steps < 20; steps += 1) {
    const { signal, asked } = killedAfter(steps);
    const error = await grantJob(name, grantId, signal).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    if (error === null) return steps;
    expect(wasKilled(error)).toBe(true);
    expect(asked()).toBe(steps + 1);
  }
  throw new Error('never got through');
}

describe(`a broker that is killed (${drawn})`, () => {
  test('anywhere while it makes a role, and again, makes one role with one level', async () => {
    const { grantId, accountId } = await acceptedGrant(cloud);
    expect(await killAtEachStep('grants.provision', grantId)).toBeGreaterThanOrEqual(4);
    expect((await grantOf(grantId)).status).toBe('active');
    const roles = await rolesOf(cloud, accountId);
    expect(roles).toHaveLength(1);
    expect(roles[0]!.state.attached).toHaveLength(1);
    const changes = await database().statusChange.count({ where: { objectId: grantId, to: 'active' } });
    expect(changes).toBe(1);
  });

  test('anywhere while it ends a grant, and again, ends it with each step proven once', async () => {
    const world = await makeWorld();
    const { grantId, accountId } = await granted(cloud, world, anyLevel());
    doneOf(await revoke(world.people.owner, { grantId }));
    expect(await killAtEachStep('grants.deny', grantId)).toBeGreaterThanOrEqual(2);
    // A process that is killed takes its timers with it: the queue's own job does the proof.
    stopProofs();
    expect(await killAtEachStep('grants.prove', grantId)).toBeGreaterThanOrEqual(3);
    expect((await grantOf(grantId)).status).toBe('denied');
    expect(await killAtEachStep('grants.delete', grantId)).toBeGreaterThanOrEqual(5);
    expect((await grantOf(grantId)).status).toBe('revoked');
    expect(await rolesOf(cloud, accountId)).toEqual([]);
    expect(await stepsOf(grantId)).toEqual([
      'asked',
      'sessions_stopped',
      'control_tried',
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
      const { grantId, accountId } = await acceptedGrant(cloud);
      await cloud.fault(action, 'dropReply', 2);
      await grantJob('grants.provision', grantId).catch(() => grantJob('grants.provision', grantId));
      await cloud.control('faults/clear', {});
      expect((await grantOf(grantId)).status).toBe('active');
      expect(await rolesOf(cloud, accountId)).toHaveLength(1);
    },
  );

  test.each(['iam:AttachRolePolicy', 'iam:DetachRolePolicy', 'iam:DeleteRole'])(
    'by a lost answer to %s still ends it with proof',
    async (action) => {
      const world = await makeWorld();
      const { grantId, accountId } = await granted(cloud, world, anyLevel());
      doneOf(await revoke(world.people.owner, { grantId }));
      await cloud.fault(action, 'dropReply', 1);
      await tearDown(grantId);
      await cloud.control('faults/clear', {});
      expect((await grantOf(grantId)).status).toBe('revoked');
      expect(await rolesOf(cloud, accountId)).toEqual([]);
    },
  );

  test('does each job twice without doing anything twice', async () => {
    const { world, grantId, accountId } = await acceptedGrant(cloud);
    await Promise.all([grantJob('grants.provision', grantId), grantJob('grants.provision', grantId)]);
    expect(await rolesOf(cloud, accountId)).toHaveLength(1);
    doneOf(await revoke(world.people.owner, { grantId }));
    for (const name of ['grants.deny', 'grants.prove', 'grants.delete'])
      await Promise.all([grantJob(name, grantId), grantJob(name, grantId)]);
    expect((await grantOf(grantId)).status).toBe('revoked');
    expect(await database().statusChange.count({ where: { objectId: grantId } })).toBe(5);
  });
});

describe(`a grant that is revoked while its role is being made (${drawn})`, () => {
  test('before the role exists ends without one, and none comes later', async () => {
    const { world, grantId, accountId } = await acceptedGrant(cloud);
    doneOf(await revoke(world.people.owner, { grantId }));
    await grantJob('grants.deny', grantId);
    expect((await grantOf(grantId)).status).toBe('revoked');
    await grantJob('grants.provision', grantId);
    expect(await rolesOf(cloud, accountId)).toEqual([]);
  });

  test.each([1, 2, 3, 4])('after step %i never becomes active and is torn down', async (steps) => {
    const { world, grantId, accountId } = await acceptedGrant(cloud);
    await grantJob('grants.provision', grantId, killedAfter(steps).signal).catch(() => undefined);
    doneOf(await revoke(world.people.owner, { grantId }));
    await Promise.all([grantJob('grants.provision', grantId), grantJob('grants.deny', grantId)]);
    await grantJob('grants.prove', grantId);
    await grantJob('grants.delete', grantId);
    expect((await grantOf(grantId)).status).toBe('revoked');
    expect(await rolesOf(cloud, accountId)).toEqual([]);
    expect(await database().statusChange.count({ where: { objectId: grantId, to: 'active' } })).toBe(0);
  });

  test('while AWS is still making it is not called ended before it is gone', async () => {
    const { world, grantId, accountId } = await acceptedGrant(cloud);
    const entered = async () =>
      (await cloud.state(accountId)).sessions.filter(({ name }) => name === 'groundcrew-grantor').length;
    await cloud.fault('iam:CreateRole', 'throttle', 3);
    const making = grantJob('grants.provision', grantId);
    while ((await entered()) === 0);
    doneOf(await asBroker(() => revoke(world.people.owner, { grantId })));
    // Without a turn of its own this would find no role, say so, and be overtaken by AWS.
    await Promise.all([making, grantJob('grants.deny', grantId)]);
    await cloud.control('faults/clear', {});
    for (const name of ['grants.prove', 'grants.delete']) await grantJob(name, grantId);
    expect((await grantOf(grantId)).status).toBe('revoked');
    expect(await rolesOf(cloud, accountId)).toEqual([]);
  });

  test('at any instant ends as ended, in ten races', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { world, grantId, accountId } = await acceptedGrant(cloud);
      const making = grantJob('grants.provision', grantId);
      await new Promise((resolve) => setTimeout(resolve, round * 12));
      await asBroker(() => revoke(world.people.owner, { grantId }));
      await making;
      for (const name of ['grants.deny', 'grants.prove', 'grants.delete']) await grantJob(name, grantId);
      expect((await grantOf(grantId)).status).toBe('revoked');
      expect(await rolesOf(cloud, accountId)).toEqual([]);
    }
  }, 120_000);
});
