import { describe, expect, test } from 'vitest';
import { underDeny, wasServed } from '@/lib/access/incidents/rules';

const said = new Date('2026-11-24T12:00:00Z');
const at = (seconds: number, ms = 0) => new Date(said.getTime() + seconds * 1_000 + ms);
const attached = (round: number, seconds: number) => ({ kind: 'deny_attached', round, at: at(seconds) });
const refused = (round: number, seconds: number) => ({ kind: 'session_refused', round, at: at(seconds) });

describe('an event is under a deny', () => {
  const once = [attached(1, -60), refused(1, 0)];

  test.each([
    ['long before', -61, 0, false],
    ['when it was said to hold', 0, 0, false],
    ['two seconds later, as far as the clocks agree', 2, 0, false],
    ['a millisecond after that', 2, 1, true],
    ['much later', 3_600, 0, true],
  ])('%s (%i s and %i ms): %s', (_when, seconds, ms, under) => {
    expect(underDeny(at(seconds, ms), once, 0)).toBe(under);
  });

  test('not as long as the change takes to reach every Region', () => {
    expect(underDeny(at(29), once, 90_000 - 1_000)).toBe(false);
    expect(underDeny(at(31), once, 90_000 - 1_000)).toBe(false);
    expect(underDeny(at(31, 1), once, 90_000 - 1_000)).toBe(true);
  });

  test('not where nothing was ever called denied', () => {
    expect(underDeny(at(9_999), [attached(1, 0)], 0)).toBe(false);
    expect(underDeny(at(9_999), [], 0)).toBe(false);
  });

  test('also between two, and not while the second spreads', () => {
    const twice = [...once, attached(2, 100), refused(2, 160)];
    expect(underDeny(at(50), twice, 0)).toBe(true);
    expect(underDeny(at(97, 999), twice, 0)).toBe(true);
    expect(underDeny(at(98), twice, 0)).toBe(false);
    expect(underDeny(at(130), twice, 0)).toBe(false);
    expect(underDeny(at(162), twice, 0)).toBe(false);
    expect(underDeny(at(162, 1), twice, 0)).toBe(true);
  });

  test('not after a second that was never said to hold', () => {
    const open = [...once, attached(2, 100)];
    expect(underDeny(at(50), open, 0)).toBe(true);
    expect(underDeny(at(9_999), open, 0)).toBe(false);
  });

  test('whatever else happened', () => {
    expect(underDeny(at(10), [...once, { kind: 'role_deleted', round: 1, at: at(9) }], 0)).toBe(true);
    expect(underDeny(at(10), [attached(1, -60), { ...refused(1, 0), kind: 'not_provable' }], 0)).toBe(true);
  });
});

describe('AWS did what was asked', () => {
  const event = { name: 'RunInstances', source: 'ec2.amazonaws.com', errorCode: null, raw: {} };

  test.each([
    ['without an error', {}, true],
    ['with an error of the request', { errorCode: 'InvalidParameterValue' }, true],
    ['but it refused', { errorCode: 'Client.UnauthorizedOperation' }, false],
    ['but it was too busy', { errorCode: 'ThrottlingException' }, false],
    ['but signing in works under a deny', { source: 'signin.amazonaws.com' }, false],
    ['but asking who one is works under a deny', { name: 'GetCallerIdentity' }, false],
    ['with nothing on record', { raw: null }, true],
    ['by a person', { raw: { eventType: 'AwsApiCall', userIdentity: {} } }, true],
    ['in a service’s own name', { raw: { eventType: 'AwsServiceEvent' } }, false],
    [
      'by a service in the session’s name',
      { raw: { userIdentity: { invokedBy: 'ecs.amazonaws.com' } } },
      false,
    ],
  ])('%s: %o', (_how, change, served) => {
    expect(wasServed({ ...event, ...change })).toBe(served);
  });
});
