import { GetRoleCommand, UpdateAssumeRolePolicyCommand } from '@aws-sdk/client-iam';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { brokerHandlers as activityHandlers } from '@/lib/access/activity/handlers';
import { brokerSweeps } from '@/lib/access/checks/handlers';
import { database, openDatabase } from '@/lib/platform/db/client';
import { Prisma } from '@/lib/platform/db/generated/client';
import { env } from '@/lib/platform/env';
import { REVOKER_NAME } from '@/lib/policies/template';
import { connected, granted, sessionOf } from '@/tests/fixtures/access';
import { asBroker, type Cloud, doJob, moveClock, openCloud } from '@/tests/fixtures/cloud';
import { checkConnection } from '@/tests/fixtures/connections';
import { connectionStatus, grantOf } from '@/tests/fixtures/grants';
import { forbid, timesTold } from '@/tests/fixtures/way-out';
import { makeWorld } from '@/tests/fixtures/world';

// Each test goes through AWS's real clients many times.
vi.setConfig({ testTimeout: 120_000 });

let cloud: Cloud;
beforeAll(async () => {
  cloud = await openCloud();
});
afterAll(() => cloud.close());

describe('an account that is lost', () => {
  test('is noticed by activity that AWS refuses to show, and found again by itself', async () => {
    const world = await makeWorld();
    const { grantId, connectionId, ownerKey } = await granted(cloud, world);
    const { personId } = world.people.expert;
    // Long enough after the account was tried to try it again.
    await moveClock(cloud, 2 / 60);
    await sessionOf(grantId, personId);
    const restore = await forbid(cloud, ownerKey, 'cloudtrail:LookupEvents');
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
    await checkConnection(connectionId);
    expect(await connectionStatus(connectionId)).toBe('lost');
    await expect(sessionOf(grantId, personId)).rejects.toMatchObject({ code: 'conflict' });
    for (const who of ['owner', 'expert'] as const)
      expect(await timesTold(world, who, 'grant.cutOff')).toBe(1);

    await restore();
    const sweep = () => asBroker(async () => brokerSweeps[0]!.run());
    // Once a minute, whoever asks.
    while ((await sweep()) > 0);
    await moveClock(cloud, 1.01 / 60);
    while ((await sweep()) > 0);
    await checkConnection(connectionId);
    expect(await connectionStatus(connectionId)).toBe('connected');
    expect(await timesTold(world, 'expert', 'grant.restored')).toBe(1);
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
    await checkConnection(connectionId);
    expect(await connectionStatus(connectionId)).toBe('lost');
    expect(await taken()).toEqual([]);
    await moveClock(cloud, 1.01 / 60);
    expect(await taken()).toEqual([connectionId]);
    await trustWith(trust);
    await checkConnection(connectionId);
    expect(await connectionStatus(connectionId)).toBe('connected');
    await sessionOf(grantId, world.people.expert.personId);
  });
});
