import { describe, expect, test } from 'vitest';
import { nextAfterPage, stretchOf } from '@/lib/access/activity/rules';
import { wordOf } from '@/lib/access/grants/lifecycle';
import { canOpenSession, endOf, regionFor } from '@/lib/access/grants/rules';
import { canAccept, canRequest } from '@/lib/access/permission-requests/rules';
import { straysOf, whyMissing } from '@/lib/access/proofs/rules';
import { no } from '@/lib/core/refusal';
import { DAY, later, MINUTE } from '@/lib/core/time';

const now = new Date('2026-11-24T12:00:00Z');

test.each([
  [['cn-north-1', 'eu-west-1', 'us-west-2'], 'eu-west-1'],
  [['us-gov-west-1'], 'us-east-1'],
  [[], 'us-east-1'],
])('tools work in the first Region of %j that can be entered: %s', (asked, region) => {
  expect(regionFor(asked)).toBe(region);
});

test('a grant ends as many days later as were agreed', () => {
  expect(endOf(now, 3)).toEqual(later(now, 3 * DAY));
});

test('a session is not opened while the role is being made, and the person is told to wait', () => {
  const asking = {
    grant: { status: 'provisioning', endsAt: later(now, DAY), connection: { status: 'connected' } },
    proposal: { status: 'accepted' },
    entitled: true,
    certified: null,
  };
  expect(canOpenSession(asking, now)?.message).toContain('Try again in a moment');
  const active = { ...asking, grant: { ...asking.grant, status: 'active' } };
  expect(canOpenSession(active, now)).toBeNull();
  expect(canOpenSession(active, later(active.grant.endsAt, -1))).toBeNull();
  expect(canOpenSession(active, active.grant.endsAt)?.message).toContain('has ended');
});

test('only a denial that was seen is called proven', () => {
  expect(wordOf('denied', true)).toMatch(/ · proven$/);
  expect(wordOf('denied', false)).not.toMatch(/proven/);
  expect(wordOf('active', true)).not.toMatch(/proven/);
});

describe('a permission request', () => {
  const lapsed = no('forbidden', 'The certification has lapsed.');
  const standing = { proposal: { status: 'accepted' }, certified: null, openAlready: false };
  const acceptance = {
    request: { status: 'requested' },
    certified: null,
    proposal: { status: 'accepted', customerId: 'u' },
    connection: { status: 'connected', customerId: 'u' },
    companySuspended: false,
    earlier: false,
  };

  test('is not made by an expert whose certification has lapsed', () => {
    expect(canRequest(standing)).toBeNull();
    expect(canRequest({ ...standing, certified: lapsed })).toBe(lapsed);
  });

  test('is not accepted for a proposal that is over, nor in an account that is not connected', () => {
    expect(canAccept(acceptance)).toBeNull();
    expect(
      canAccept({ ...acceptance, proposal: { status: 'completed', customerId: 'u' } })?.message,
    ).toContain('The proposal is over');
    expect(canAccept({ ...acceptance, connection: { status: 'lost', customerId: 'u' } })).toMatchObject({
      fields: { connectionId: expect.any(String) },
    });
  });
});

describe('a proof', () => {
  test('that is missing says what AWS answered, and what may be behind it', () => {
    const call = 'ec2:DescribeVpcs';
    expect(whyMissing(call, { answer: 'unknown', code: null })).toContain('(no reply)');
    expect(whyMissing(call, { answer: 'unknown', code: 'Timeout' })).toContain('no clear result');
    expect(whyMissing(call, { answer: 'refused', code: 'AccessDenied' })).toMatch(
      /refused .*\(AccessDenied\)\.$/,
    );
    const billing = whyMissing('cur:DescribeReportDefinitions', { answer: 'refused', code: 'AccessDenied' });
    expect(billing).toContain('may not let roles see its billing');
  });

  const policy = (name: string) => `arn:aws:iam::aws:policy/job-function/${name}`;
  const given = {
    levelArn: policy('Billing'),
    boundaryArn: 'b',
    denyArn: policy('AWSDenyAll'),
    roleId: 'AROA1',
  };
  const found = { roleId: 'AROA1', boundary: 'b', policies: [policy('Billing')] };

  test('names what was attached and detached by the policy’s own name', () => {
    expect(straysOf(given, { ...found, policies: [policy('One'), policy('Two')] })).toEqual([
      { says: 'Billing was detached in AWS.', ends: false },
      { says: 'Policies were attached in AWS: One, Two.', ends: false },
    ]);
  });

  test('takes no role for replaced whose id was never known', () => {
    expect(straysOf({ ...given, roleId: null }, found)).toEqual([]);
    expect(straysOf(given, { ...found, roleId: 'AROA2' })).toMatchObject([{ ends: true }]);
  });
});

describe('reading the activity', () => {
  test('begins again five minutes after a page', () => {
    expect(nextAfterPage(now)).toEqual(later(now, 5 * MINUTE));
  });

  test('looks at everything once more when the last of it must have come', () => {
    const grant = { activeAt: later(now, -DAY), revokedAt: now };
    const from = later(grant.activeAt, -MINUTE);
    const last = later(now, 15 * MINUTE);
    const readAt = later(now, -MINUTE);
    expect(stretchOf(grant, readAt, last).from).toEqual(from);
    expect(stretchOf(grant, readAt, later(last, -1)).from).toEqual(later(readAt, -30 * MINUTE));
    expect(stretchOf({ ...grant, revokedAt: null }, readAt, last).from).toEqual(later(readAt, -30 * MINUTE));
    expect(stretchOf(grant, null, now).from).toEqual(from);
  });
});
