import { describe, expect, test } from 'vitest';
import { harmless, LATE_MS, nextReading, nextTry, riskOf, stretchOf, wellFormed } from '@/lib/activity/rules';

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

  test('that starts a server is worth a look where it runs with a role', () => {
    const event = { name: 'RunInstances', readOnly: false, errorCode: null };
    expect(riskOf(event)).toBe('change');
    expect(riskOf({ ...event, runsWithRole: true })).toBe('look');
  });

  test('with hostile texts can be kept: no NUL and no half of a surrogate pair', () => {
    expect(wellFormed('a\u0000b\ud800c')).toBe('ab\ufffdc');
    const record = { 'k\u0000': ['\ud800', { deep: 'x\u0000' }], n: 1, none: null, yes: true };
    expect(harmless(record)).toEqual({ k: ['\ufffd', { deep: 'x' }], n: 1, none: null, yes: true });
  });
});

describe('reading', () => {
  test('goes on while the access lasts, and for a quarter of an hour after it', () => {
    expect(nextReading({ status: 'active', revokedAt: null }, at)).toEqual(later(10_000));
    expect(nextReading({ status: 'denied_not_deleted', revokedAt: null }, at)).toEqual(later(MINUTE));
    expect(nextReading({ status: 'revoked', revokedAt: at }, later(MINUTE))).toEqual(later(2 * MINUTE));
    expect(nextReading({ status: 'revoked', revokedAt: at }, later(LATE_MS - 10_000))).toEqual(
      later(LATE_MS),
    );
    expect(nextReading({ status: 'revoked', revokedAt: at }, later(LATE_MS))).toBeNull();
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
