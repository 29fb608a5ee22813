import { describe, expect, test } from 'vitest';
import { rolesIn } from '@/lib/access/activity/roles';
import {
  harmless,
  LATE_MS,
  nextReading,
  nextTry,
  riskOf,
  stretchOf,
  wellFormed,
} from '@/lib/access/activity/rules';

const at = new Date('2026-11-23T12:00:00Z');
const later = (ms: number) => new Date(at.getTime() + ms);
const MINUTE = 60_000;

describe('an event', () => {
  test.each([
    ['ListBuckets', true, null, 'read'],
    ['DescribeInstances', true, null, 'read'],
    ['CreateBucket', false, null, 'change'],
    ['TerminateInstances', false, 'Client.UnauthorizedOperation', 'refused'],
    ['ListBuckets', true, 'AccessDenied', 'refused'],
    ['PutBucketPolicy', false, null, 'look'],
    ['PutBucketPolicy', false, 'AccessDenied', 'refused'],
    ['PutBucketPolicy', false, 'NoSuchBucket', 'look'],
    ['AddPermission20150331v2', false, null, 'look'],
    ['ModifySnapshotAttribute', false, null, 'look'],
    ['CreateResourceShare', false, null, 'look'],
    ['AuthorizeSecurityGroupIngress', false, null, 'look'],
    ['CreateKeyPair', false, null, 'look'],
    ['AttachUserPolicy', false, null, 'look'],
    ['CreateGrantReport', false, null, 'change'],
  ])('%s (read only: %s, answer: %s) is %s', (name, readOnly, errorCode, risk) => {
    expect(riskOf({ name, readOnly, errorCode })).toBe(risk);
  });

  test.each([
    [
      'RunInstances',
      { iamInstanceProfile: { arn: 'arn:aws:iam::123456789012:instance-profile/web' } },
      ['web'],
    ],
    ['RunInstances', { iamInstanceProfile: { name: 'web' }, instanceType: 'p5.48xlarge' }, ['web']],
    ['CreateFunction20150331', { role: 'arn:aws:iam::123456789012:role/service-role/lambda' }, ['lambda']],
    ['RegisterTaskDefinition', { taskRoleArn: 'a/task', executionRoleArn: 'a/exec' }, ['task', 'exec']],
    ['CreateStack', { roleARN: 'arn:aws:iam::123456789012:role/admin' }, ['admin']],
    ['CreateProject', { serviceRole: 'arn:aws:iam::123456789012:role/build' }, ['build']],
    ['CreateThing', { deep: { deeper: [{ roleArn: 'a/r' }] } }, ['r']],
    ['RunInstances', { instanceType: 't3.micro', roleplay: 'a/no' }, []],
    ['RunInstances', null, []],
  ])('%s with %j hands over %j', (name, parameters, roles) => {
    expect(rolesIn(parameters)).toEqual(roles);
    const event = { name, readOnly: false, errorCode: null, roles: rolesIn(parameters) };
    expect(riskOf(event)).toBe(roles.length > 0 ? 'look' : 'change');
    expect(riskOf({ ...event, readOnly: true })).toBe('read');
  });

  test('of any depth and form is looked through without an end', () => {
    const loop: Record<string, unknown> = {};
    loop.again = loop;
    expect(rolesIn(loop)).toEqual([]);
    expect(rolesIn({ role: { role: { role: {} } } })).toEqual([]);
  });

  test('with hostile texts can be kept: no NUL and no half of a surrogate pair', () => {
    expect(wellFormed('a\u0000b\ud800c')).toBe('ab\ufffdc');
    const record = { 'k\u0000': ['\ud800', { deep: 'x\u0000' }], n: 1, none: null, yes: true };
    expect(harmless(record)).toEqual({ k: ['\ufffd', { deep: 'x' }], n: 1, none: null, yes: true });
  });
});

describe('reading', () => {
  test('goes on while the access lasts, and for a quarter of an hour after it', () => {
    expect(nextReading({ status: 'active', revokedAt: null }, at, true)).toEqual(later(10_000));
    expect(nextReading({ status: 'active', revokedAt: null }, at, false)).toEqual(later(MINUTE));
    expect(nextReading({ status: 'denied_not_deleted', revokedAt: null }, at, true)).toEqual(later(MINUTE));
    expect(nextReading({ status: 'revoked', revokedAt: at }, later(MINUTE), true)).toEqual(later(2 * MINUTE));
    expect(nextReading({ status: 'revoked', revokedAt: at }, later(LATE_MS - 10_000), true)).toEqual(
      later(LATE_MS),
    );
    expect(nextReading({ status: 'revoked', revokedAt: at }, later(LATE_MS), true)).toBeNull();
  });

  test.each([
    [0, 10],
    [10, 10],
    [40, 40],
    [3_600, 300],
  ])('that fails after %i seconds unread is tried again in %i', (unread, pause) => {
    expect(nextTry(at, later(-unread * 1_000))).toEqual(later(pause * 1_000));
  });

  test('looks back for what came late, and in the end at everything once more', () => {
    const grant = { activeAt: at, revokedAt: null };
    expect(stretchOf(grant, null, later(90 * MINUTE)).from).toEqual(later(-MINUTE));
    expect(stretchOf(grant, later(80 * MINUTE), later(90 * MINUTE)).from).toEqual(later(50 * MINUTE));
    expect(stretchOf(grant, later(5 * MINUTE), later(6 * MINUTE)).from).toEqual(later(-MINUTE));
    const over = { activeAt: at, revokedAt: later(60 * MINUTE) };
    expect(stretchOf(over, later(70 * MINUTE), later(75 * MINUTE)).from).toEqual(later(-MINUTE));
  });
});
