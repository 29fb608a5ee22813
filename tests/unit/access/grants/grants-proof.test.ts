import { describe, expect, test } from 'vitest';
import { wordOf } from '@/lib/access/grants/lifecycle';

import { underDeny, wasServed } from '@/lib/access/incidents/rules';
import { regionsToTry, straysOf, unprovenIn, whyMissing } from '@/lib/access/proofs/rules';

const second = (at: number) => new Date(Date.UTC(2026, 10, 30, 12) + at * 1000);

describe('what was done after a deny', () => {
  const steps = [
    { kind: 'deny_attached', round: 1, at: second(0) },
    { kind: 'session_refused', round: 1, at: second(20) },
  ];
  const again = [
    ...steps,
    { kind: 'deny_removed', round: 2, at: second(100) },
    { kind: 'deny_attached', round: 2, at: second(100) },
  ];
  const proven = [...again, { kind: 'session_refused', round: 2, at: second(130) }];

  test.each([
    [10, steps, false, 'while it spreads'],
    [21, steps, false, 'in the second in which it was said: CloudTrail knows no finer'],
    [40, steps, true, 'after it was said'],
    [80, again, true, 'while somebody had taken it away'],
    [110, again, false, 'while the next one spreads, not proven yet'],
    [110, proven, false, 'while the next one spread'],
    [140, proven, true, 'after that was said, too'],
  ] as const)(
    '%i s from its attaching: an incident or not (%#)',
    (at, under: readonly (typeof steps)[number][], expected, _why) => {
      expect(underDeny(second(at), under, 15_000)).toBe(expected);
    },
  );

  test('counts from the newest attaching for as long as changes take, even if it was proven sooner', () => {
    const quick = [...again, { kind: 'session_refused', round: 2, at: second(101) }];
    expect(underDeny(second(110), quick, 15_000)).toBe(false);
    expect(underDeny(second(118), quick, 15_000)).toBe(true);
  });

  test('is nothing before anything was called denied', () => {
    expect(underDeny(second(500), steps.slice(0, 1), 15_000)).toBe(false);
  });

  const served = { name: 'ListBuckets', source: 's3.amazonaws.com', errorCode: null, raw: {} };
  test.each([
    [{}, true],
    [{ errorCode: 'NoSuchBucket' }, true],
    [{ errorCode: 'Client.DryRunOperation' }, true],
    [{ errorCode: 'AccessDenied' }, false],
    [{ errorCode: 'Client.UnauthorizedOperation' }, false],
    [{ errorCode: 'ThrottlingException' }, false],
    [{ errorCode: 'ExpiredTokenException' }, false],
    [{ name: 'GetCallerIdentity', source: 'sts.amazonaws.com' }, false],
    [{ name: 'ConsoleLogin', source: 'signin.amazonaws.com' }, false],
    [{ raw: { userIdentity: { invokedBy: 'cloudformation.amazonaws.com' } } }, false],
    [{ raw: { eventType: 'AwsServiceEvent' } }, false],
    [{ raw: { eventType: 'AwsApiCall', userIdentity: { type: 'AssumedRole' } } }, true],
  ])('%j was served by AWS: %s', (difference, expected) => {
    expect(wasServed({ ...served, ...difference })).toBe(expected);
  });
});

describe('where a denial has to be shown', () => {
  const vpcs = { call: 'ec2:DescribeVpcs', everywhere: true } as const;
  const reports = { call: 'cur:DescribeReportDefinitions', everywhere: false } as const;

  test('is at home and in each Region of the activity, and nowhere that is no Region', () => {
    expect(regionsToTry(vpcs, 'aws', ['ap-southeast-1', 'us-east-1', 'evil.example/'])).toEqual([
      'us-east-1',
      'ap-southeast-1',
    ]);
    expect(regionsToTry(vpcs, 'aws-us-gov', [])).toEqual(['us-gov-west-1']);
    expect(regionsToTry(reports, 'aws', ['eu-west-1'])).toEqual(['us-east-1']);
  });

  test('is proven only where the call was seen allowed first', () => {
    const control = {
      call: vpcs.call,
      allowed: ['us-east-1'],
      missing: [{ region: 'eu-west-1', why: whyMissing(vpcs.call, { answer: 'refused', code: 'Denied' }) }],
    };
    expect(unprovenIn(control, ['us-east-1'])).toBeNull();
    expect(unprovenIn(control, ['us-east-1', 'eu-west-1', 'sa-east-1'])).toEqual({
      call: vpcs.call,
      regions: ['eu-west-1', 'sa-east-1'],
      why: 'AWS refused ec2:DescribeVpcs even before the deny (Denied). This Region appeared in the activity only after the deny.',
    });
  });

  test('is said in the word of the state', () => {
    expect(wordOf('denied', true)).toBe('Denied · proven');
    expect(wordOf('denied', false)).toBe('Denied');
    expect(wordOf('active', false)).toBe('Active');
  });
});

describe('a role in force', () => {
  const given = {
    levelArn: 'arn:x/View',
    boundaryArn: 'arn:b',
    denyArn: 'arn:x/AWSDenyAll',
    roleId: 'AROA1',
  };
  const found = { roleId: 'AROA1', boundary: 'arn:b', policies: ['arn:x/View'] };

  test('as it was given is no news', () => expect(straysOf(given, found)).toEqual([]));

  test.each([
    [{ boundary: null }, /boundary/, true],
    [{ boundary: 'arn:other' }, /boundary/, true],
    [{ roleId: 'AROA2' }, /replaced the role/, true],
    [{ policies: [] }, /View was detached/, false],
    [{ policies: ['arn:x/View', 'arn:x/More'] }, /More/, false],
    [{ policies: ['arn:x/View', 'arn:x/AWSDenyAll'] }, /AWSDenyAll/, false],
  ])('that is otherwise (%j) says so, and ends where nobody knows what it can do', (change, says, ends) => {
    const strays = straysOf(given, { ...found, ...change });
    expect(strays).toEqual([{ says: expect.stringMatching(says), ends }]);
  });

  test('that is gone ends', () => expect(straysOf(given, null)).toMatchObject([{ ends: true }]));
});
