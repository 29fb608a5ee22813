import {
  AttachRolePolicyCommand,
  DeleteRolePermissionsBoundaryCommand,
  DetachRolePolicyCommand,
} from '@aws-sdk/client-iam';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { brokerHandlers as activityHandlers } from '@/lib/access/activity/handlers';
import { accessById } from '@/lib/access/page/queries';
import { stopProofs } from '@/lib/access/teardown/proofs';
import { database } from '@/lib/platform/db/client';
import { denyAllArn, levelArn } from '@/lib/policies/levels';
import { callerAccount } from '@/lib/vendors/aws/broker';
import { tearDown } from '@/tests/fixtures/access';
import { asBroker, type Cloud, doJob, moveClock, openCloud } from '@/tests/fixtures/cloud';
import {
  deny,
  grantJob,
  grantOf,
  incidentsOf,
  letIn,
  rolesOf,
  showsOf,
  stepsOf,
  sweepGrants,
  toldOf,
} from '@/tests/fixtures/grants';
import { anyLevel, drawn } from '@/tests/fixtures/levels';

// Each test goes through AWS's real clients many times.
vi.setConfig({ testTimeout: 90_000 });

let cloud: Cloud;
beforeAll(async () => {
  cloud = await openCloud();
});
afterAll(() => cloud.close());
beforeEach(async () => {
  await cloud.control('settings', { propagationMs: 0, propagationMsIn: {} });
  await cloud.control('faults/clear', {});
});

const DENY = denyAllArn('aws');

describe(`what was called denied (${drawn})`, () => {
  test('is looked at within a minute; a deny that was taken away comes back, and is proven again', async () => {
    const level = anyLevel();
    const given = await letIn(cloud, level);
    const { grantId, roleName, world } = given;
    await deny(given);
    const { deniedAt, lookDueAt } = await grantOf(grantId);
    expect(lookDueAt!.getTime() - deniedAt!.getTime()).toBeLessThanOrEqual(60_000);
    const iam = cloud.iam(given.ownerKey);
    await iam.send(new DetachRolePolicyCommand({ RoleName: roleName, PolicyArn: DENY }));
    expect(await showsOf(cloud, given.session, level)).toBe('allowed');

    await moveClock(cloud, 1 / 60);
    await sweepGrants();
    const [sent] = await database().$queryRaw<{ count: bigint }[]>`
      SELECT count(*) FROM pgboss.job WHERE name = 'grants.look' AND data->'payload'->>'grantId' = ${grantId}`;
    expect(sent!.count).toBe(1n);
    await grantJob('grants.look', grantId);
    stopProofs();
    expect((await rolesOf(cloud, given.accountId))[0]!.state.attached).toContain(DENY);
    expect(await showsOf(cloud, given.session, level)).toBe('refused');
    expect(await grantOf(grantId)).toMatchObject({ status: 'revoking', deniedAt: null, provenAt: null });

    await grantJob('grants.prove', grantId);
    expect(await grantOf(grantId)).toMatchObject({ status: 'denied', round: 2, provenAt: expect.any(Date) });
    expect((await stepsOf(grantId)).slice(-4)).toEqual([
      'deny_removed',
      'deny_attached',
      'deny_seen',
      'session_refused',
    ]);
    const [incident] = await incidentsOf(grantId);
    expect(incident).toMatchObject({
      kind: 'deny_removed',
      since: expect.any(Date),
      until: expect.any(Date),
    });
    expect(incident!.since.getTime()).toBeGreaterThanOrEqual(deniedAt!.getTime() - 60_000);
    expect(incident!.since.getTime()).toBeLessThan(incident!.until!.getTime());
    for (const { personId } of [world.people.owner, world.people.expert])
      expect(await toldOf(personId)).toHaveLength(1);

    await moveClock(cloud, 1.1);
    await grantJob('grants.delete', grantId);
    expect((await grantOf(grantId)).status).toBe('revoked');
  });

  test('holds as long as AWS lists it: looking changes nothing but the instant', async () => {
    const given = await letIn(cloud, anyLevel());
    await deny(given);
    const before = await grantOf(given.grantId);
    await grantJob('grants.look', given.grantId);
    const after = await grantOf(given.grantId);
    expect(after.seenAt!.getTime()).toBeGreaterThan(before.seenAt!.getTime());
    expect({ ...after, seenAt: null }).toEqual({ ...before, seenAt: null });
    expect(await incidentsOf(given.grantId)).toEqual([]);
  });

  test('and could still act is an incident with a notice and a look at once; what AWS always allows is none', async () => {
    const given = await letIn(cloud, 'NetworkAdministrator');
    const { grantId, roleName, world } = given;
    await deny(given);
    await moveClock(cloud, 0.01);
    // Refused: no incident, however often.
    expect(await showsOf(cloud, given.session, given.level)).toBe('refused');
    const access = { endpoint: cloud.url, region: 'us-east-1', credentials: given.session };
    expect(await callerAccount(access)).toMatchObject({ ok: true });
    const read = () =>
      asBroker(() => doJob(activityHandlers, 'activity.read', { grantId, regions: ['us-east-1'] }));
    await read();
    expect(await incidentsOf(grantId)).toEqual([]);

    await cloud
      .iam(given.ownerKey)
      .send(new DetachRolePolicyCommand({ RoleName: roleName, PolicyArn: DENY }));
    expect(await showsOf(cloud, given.session, given.level)).toBe('allowed');
    expect(await showsOf(cloud, given.session, given.level)).toBe('allowed');
    await read();
    await read();
    const incidents = await incidentsOf(grantId);
    expect(incidents).toHaveLength(2);
    expect(incidents[0]).toMatchObject({
      kind: 'acted_after_deny',
      detail: { name: 'DescribeVpcs', source: 'ec2.amazonaws.com', region: 'us-east-1' },
    });
    for (const { personId } of [world.people.owner, world.people.expert])
      expect(await toldOf(personId)).toHaveLength(1);
    const [{ due }] = await database().$queryRaw<[{ due: boolean }]>`
      SELECT "lookDueAt" <= app_now() AS due FROM "grant" WHERE id = ${grantId}::uuid`;
    expect(due).toBe(true);
    const view = await accessById(world.people.owner, grantId);
    expect(view!.grant!.incidents).toMatchObject({ total: 2, rows: [{ kind: 'acted_after_deny' }, {}] });
  });

  test('and cannot be deleted is looked at, too', async () => {
    const given = await letIn(cloud, 'ViewOnlyAccess');
    const { grantId, roleName } = given;
    await deny(given);
    await moveClock(cloud, 1.1);
    await cloud.fault('iam:DeleteRole', 'concurrentModification', 9);
    await grantJob('grants.delete', grantId).catch(() => undefined);
    await cloud.control('faults/clear', {});
    await database().grant.update({ where: { id: grantId }, data: { status: 'denied_not_deleted' } });
    const iam = cloud.iam(given.ownerKey);
    await iam
      .send(new DetachRolePolicyCommand({ RoleName: roleName, PolicyArn: DENY }))
      .catch(() => undefined);
    await grantJob('grants.look', grantId);
    stopProofs();
    expect(await grantOf(grantId)).toMatchObject({ status: 'revoking', round: 2 });
    expect((await rolesOf(cloud, given.accountId))[0]!.state.attached).toContain(DENY);
  });
});

describe(`what was called active (${drawn})`, () => {
  test('ends where the boundary is gone: nobody knows what the role can do', async () => {
    const given = await letIn(cloud, anyLevel());
    const { grantId, roleName, world } = given;
    await cloud.iam(given.ownerKey).send(new DeleteRolePermissionsBoundaryCommand({ RoleName: roleName }));
    await grantJob('grants.look', grantId);
    expect(await grantOf(grantId)).toMatchObject({ status: 'revoking', revokeCause: 'changed' });
    expect(await toldOf(world.people.owner.personId)).toHaveLength(1);
    await tearDown(grantId);
    await moveClock(cloud, 1.1);
    await grantJob('grants.delete', grantId);
    expect((await grantOf(grantId)).status).toBe('revoked');
  });

  test('says once that its level was detached or another policy attached, and that it is in order again', async () => {
    const level = 'SupportUser';
    const given = await letIn(cloud, level);
    const { grantId, roleName } = given;
    const iam = cloud.iam(given.ownerKey);
    await grantJob('grants.look', grantId);
    expect(await grantOf(grantId)).toMatchObject({ problem: null, seenAt: expect.any(Date) });
    await iam.send(new DetachRolePolicyCommand({ RoleName: roleName, PolicyArn: levelArn(level, 'aws') }));
    await iam.send(
      new AttachRolePolicyCommand({ RoleName: roleName, PolicyArn: levelArn('AdministratorAccess', 'aws') }),
    );
    await grantJob('grants.look', grantId);
    await grantJob('grants.look', grantId);
    expect(await grantOf(grantId)).toMatchObject({
      status: 'active',
      problem: 'SupportUser was detached in AWS. Policies were attached in AWS: AdministratorAccess.',
    });
    expect(await incidentsOf(grantId)).toHaveLength(1);
    await iam.send(
      new DetachRolePolicyCommand({ RoleName: roleName, PolicyArn: levelArn('AdministratorAccess', 'aws') }),
    );
    await iam.send(new AttachRolePolicyCommand({ RoleName: roleName, PolicyArn: levelArn(level, 'aws') }));
    await grantJob('grants.look', grantId);
    expect(await grantOf(grantId)).toMatchObject({ status: 'active', problem: null });
  });

  test('ends where the role is gone, which is believed once AWS has said it twice', async () => {
    const given = await letIn(cloud, anyLevel());
    const { grantId } = given;
    await cloud.fault('iam:GetRole', 'notFound', 2);
    await expect(grantJob('grants.look', grantId)).rejects.toThrow(/looking at the role/);
    expect((await grantOf(grantId)).status).toBe('active');
    await cloud.control('faults/clear', {});
    await cloud.fault('iam:GetRole', 'notFound', 3);
    await grantJob('grants.look', grantId);
    expect(await grantOf(grantId)).toMatchObject({ status: 'revoking', revokeCause: 'changed' });
  });
});
