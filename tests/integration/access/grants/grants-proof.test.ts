import { DetachRolePolicyCommand } from '@aws-sdk/client-iam';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { accessById } from '@/lib/access/page/queries';
import { database } from '@/lib/platform/db/client';
import { denyAllArn, levelArn, type PermissionLevel } from '@/lib/policies/levels';
import type { AwsCredentials } from '@/lib/vendors/aws/config';
import { revoke, tearDown } from '@/tests/fixtures/access';
import { asBroker, type Cloud, moveClock, openCloud } from '@/tests/fixtures/cloud';
import { deny, grantJob, grantOf, letIn, rolesOf, showsOf, stepOf, stepsOf } from '@/tests/fixtures/grants';
import { anyLevel, drawn } from '@/tests/fixtures/levels';
import { doneOf } from '@/tests/fixtures/outcome';

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

/** Until the role that was made a moment ago is known in the Region. */
const arrived = ({ session, level }: { session: AwsCredentials; level: PermissionLevel }, region?: string) =>
  vi.waitFor(async () => expect(await showsOf(cloud, session, level, region)).toBe('allowed'), {
    timeout: 20_000,
    interval: 200,
  });

describe(`the proof that a denial holds (${drawn})`, () => {
  test.each(['NetworkAdministrator', 'Billing', anyLevel()] as const)(
    'of %s is not given while a live session still works',
    async (level) => {
      const given = await letIn(cloud, level);
      await cloud.control('settings', { propagationMs: 2_500 });
      await arrived(given);
      await deny(given);
      expect(await grantOf(given.grantId)).toMatchObject({ status: 'denied', provenAt: expect.any(Date) });
      expect(await showsOf(cloud, given.session, level)).toBe('refused');
      const call = level === 'Billing' ? 'cur:DescribeReportDefinitions' : 'ec2:DescribeVpcs';
      expect(await stepOf(given.grantId, 'control_tried')).toEqual({
        call,
        allowed: ['us-east-1'],
        missing: [],
      });
      expect(await stepOf(given.grantId, 'session_refused')).toEqual({
        call,
        answer: level === 'Billing' ? 'AccessDeniedException' : 'UnauthorizedOperation',
        regions: ['us-east-1'],
      });
    },
  );

  test('waits for each Region that the activity names', async () => {
    const region = 'ap-southeast-1';
    const given = await letIn(cloud, 'PowerUserAccess');
    expect(await showsOf(cloud, given.session, given.level, region)).toBe('allowed');
    await asBroker(() =>
      database().activityEvent.create({
        data: {
          grantId: given.grantId,
          eventId: crypto.randomUUID(),
          at: new Date(),
          name: 'DescribeVpcs',
          source: 'ec2.amazonaws.com',
          region,
          readOnly: true,
          sessionName: 'g',
          resources: [],
          raw: {},
        },
      }),
    );
    await cloud.control('settings', { propagationMsIn: { [region]: 3_000 } });
    await arrived(given, region);
    await deny(given);
    expect((await grantOf(given.grantId)).provenAt).toBeInstanceOf(Date);
    expect(await showsOf(cloud, given.session, given.level, region)).toBe('refused');
    expect(await stepOf(given.grantId, 'session_refused')).toMatchObject({ regions: ['us-east-1', region] });
  });

  test('is not given where the call was refused before the deny, too: that is said, and the role goes', async () => {
    const level = anyLevel();
    const given = await letIn(cloud, level);
    const { grantId, roleName } = given;
    const iam = cloud.iam(given.ownerKey);
    await iam.send(new DetachRolePolicyCommand({ RoleName: roleName, PolicyArn: levelArn(level, 'aws') }));
    await deny(given);
    expect(await grantOf(grantId)).toMatchObject({ status: 'denied', provenAt: null });
    expect(await stepsOf(grantId)).toEqual([
      'asked',
      'sessions_stopped',
      'control_tried',
      'deny_attached',
      'deny_seen',
      'not_provable',
    ]);
    expect(await stepOf(grantId, 'not_provable')).toMatchObject({
      regions: ['us-east-1'],
      why: expect.stringMatching(/^AWS refused (ec2|cur):\w+ even before the deny/),
    });
    const view = await accessById(given.world.people.owner, grantId);
    expect(view).toMatchObject({ proven: false, grantStatus: 'denied' });
    await moveClock(cloud, 1.1);
    await grantJob('grants.delete', grantId);
    expect((await grantOf(grantId)).status).toBe('revoked');
  });

  test('is never waited for: a control without an answer leaves AWSDenyAll attached within seconds', async () => {
    const given = await letIn(cloud, 'ViewOnlyAccess');
    const { grantId } = given;
    await cloud.fault('ec2:DescribeVpcs', 'slow', 1);
    doneOf(await revoke(given.world.people.owner, { grantId }));
    const began = performance.now();
    await grantJob('grants.deny', grantId);
    expect(performance.now() - began).toBeLessThan(15_000);
    expect((await rolesOf(cloud, given.accountId))[0]!.state.attached).toContain(DENY);
    await grantJob('grants.prove', grantId);
    expect(await stepOf(grantId, 'not_provable')).toMatchObject({ why: expect.stringContaining('AWS') });
    expect((await grantOf(grantId)).provenAt).toBeNull();
  });

  test('is not given without a refusal: the database says so', async () => {
    const { grantId } = await letIn(cloud, anyLevel());
    const now = new Date();
    await expect(
      database().grant.update({ where: { id: grantId }, data: { deniedAt: now, provenAt: now } }),
    ).rejects.toThrow(/refused session/);
  });
});

test('a role that AWS does not find once is not called gone: it is asked again', async () => {
  const given = await letIn(cloud, anyLevel());
  const { grantId } = given;
  doneOf(await revoke(given.world.people.owner, { grantId }));
  await cloud.fault('iam:AttachRolePolicy', 'notFound', 1);
  await cloud.fault('iam:GetRole', 'notFound', 1);
  await expect(grantJob('grants.deny', grantId)).rejects.toThrow(/still there/);
  expect((await grantOf(grantId)).status).toBe('revoking');
  await tearDown(grantId);
  expect((await grantOf(grantId)).status).toBe('denied');
});
