import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CONNECTION } from '@/lib/access/connections/lifecycle';
import { externalIdFrom, isClear, refusalOf, showAccount } from '@/lib/access/connections/rules';
import { addSchema, type Check } from '@/lib/access/connections/schema';
import { GRANT, type GrantState } from '@/lib/access/grants/lifecycle';
import { canOpenSession, heldUntilOf, sessionNameOf, trustEndOf } from '@/lib/access/grants/rules';
import { PERMISSION_REQUEST } from '@/lib/access/permission-requests/lifecycle';
import { canAccept, canRequest } from '@/lib/access/permission-requests/rules';
import { acceptSchema, requestSchema } from '@/lib/access/permission-requests/schema';

import { ended, eventsOf } from '@/lib/core/lifecycle';
import { no } from '@/lib/core/refusal';

const at = new Date('2026-11-23T12:00:00Z');
const later = (ms: number) => new Date(at.getTime() + ms);
const HOUR = 3_600_000;

describe('the machine of a grant', () => {
  const states = Object.keys(GRANT.states) as GrantState[];
  const reach = (from: GrantState): Set<GrantState> => {
    const seen = new Set<GrantState>();
    const walk = (state: GrantState) => {
      for (const { transition } of eventsOf(GRANT, state))
        if (!seen.has(transition.to)) {
          seen.add(transition.to);
          walk(transition.to);
        }
    };
    walk(from);
    return seen;
  };

  test('never leads back to active or provisioning once the end has begun', () => {
    for (const state of states.filter((each) => each !== 'provisioning' && each !== 'active'))
      for (const back of ['active', 'provisioning'] as const) expect(reach(state).has(back)).toBe(false);
  });

  test('lets every grant that began to end be proven ended', () => {
    for (const state of states.filter((each) => each !== 'failed' && each !== 'revoked'))
      expect(reach(state).has('revoked')).toBe(true);
  });

  test('lets AWS’s answers alone say denied, ended or failed', () => {
    for (const state of states)
      for (const { transition } of eventsOf(GRANT, state))
        if (
          ['denied', 'revoked', 'failed', 'active', 'denied_not_deleted', 'connection_lost'].includes(
            transition.to,
          )
        )
          expect(transition.by).toEqual(['vendor']);
  });

  test('is over in failed and revoked alone', () => {
    expect(states.filter((state) => ended(GRANT, state)).sort()).toEqual(['failed', 'revoked']);
  });
});

describe('the other machines', () => {
  test('a permission request is decided once', () => {
    for (const state of ['accepted', 'declined', 'withdrawn'] as const)
      expect(ended(PERMISSION_REQUEST, state)).toBe(true);
  });

  test('a connection is connected only by what AWS answered', () => {
    for (const state of Object.keys(CONNECTION.states) as (keyof typeof CONNECTION.states)[])
      for (const { transition } of eventsOf(CONNECTION, state))
        if (transition.to === 'connected') expect(transition.by).toEqual(['vendor']);
  });
});

describe('the last instant at which a session can be alive', () => {
  const session = fc.record({
    status: fc.constantFrom('issuing', 'issued', 'failed'),
    expiresAt: fc.integer({ min: -HOUR, max: HOUR }).map(later),
  });

  test('is not before any session that AWS did not refuse, and not in the past', () => {
    fc.assert(
      fc.property(fc.array(session), (sessions) => {
        const held = heldUntilOf(sessions, at);
        expect(held.getTime()).toBeGreaterThanOrEqual(at.getTime());
        for (const each of sessions)
          if (each.status !== 'failed')
            expect(held.getTime()).toBeGreaterThanOrEqual(each.expiresAt.getTime());
      }),
    );
  });

  test('does not wait for a session that AWS refused', () => {
    expect(heldUntilOf([{ status: 'failed', expiresAt: later(HOUR) }], at)).toEqual(at);
  });
});

describe('a session', () => {
  const grant = { status: 'active', endsAt: later(HOUR), connection: { status: 'connected' } };
  const proposal = { status: 'accepted' };
  const certified = no('forbidden', 'Your certification has expired.');

  test('is for an active grant of an accepted proposal, before its end, for the entitled', () => {
    expect(canOpenSession({ grant, proposal, entitled: true, certified: null }, at)).toBeNull();
  });

  test.each([
    ['a certification that lapsed', { grant, proposal, entitled: true, certified }, 'forbidden'],
    ['somebody else', { grant, proposal, entitled: false }, 'forbidden'],
    ...(Object.keys(GRANT.states) as GrantState[])
      .filter((status) => status !== 'active')
      .map(
        (status) => [status, { grant: { ...grant, status }, proposal, entitled: true }, 'conflict'] as const,
      ),
    ['the end', { grant: { ...grant, endsAt: at }, proposal, entitled: true }, 'conflict'],
    ['a completed proposal', { grant, proposal: { status: 'completed' }, entitled: true }, 'conflict'],
    [
      'a lost connection',
      { grant: { ...grant, connection: { status: 'lost' } }, proposal, entitled: true },
      'conflict',
    ],
  ] as const)('is not given in the case of %s', (_case, asking, code) => {
    expect(canOpenSession({ certified: null, ...asking }, at)?.code).toBe(code);
  });

  test('has a name that AWS takes, and AWS refuses new ones an hour after the end', () => {
    const name = sessionNameOf(
      '019abcde-0000-7000-8000-000000000000',
      '019abcde-0000-7000-8000-000000000001',
    );
    expect(name).toMatch(/^[\w+=,.@-]{2,64}$/);
    expect(trustEndOf(at)).toEqual(later(HOUR));
  });
});

describe('asking and accepting', () => {
  test('need what the guide says', () => {
    const fine = { proposal: { status: 'accepted' }, certified: null, openAlready: false };
    expect(canRequest(fine)).toBeNull();
    expect(canRequest({ ...fine, proposal: { status: 'proposed' } })?.code).toBe('conflict');
    expect(canRequest({ ...fine, openAlready: true })?.code).toBe('conflict');
    const accept = {
      request: { status: 'requested' },
      proposal: { status: 'accepted', customerId: 'c' },
      connection: { status: 'connected', customerId: 'c' },
      certified: null,
      companySuspended: false,
      earlier: false,
    };
    expect(canAccept(accept)).toBeNull();
    expect(canAccept({ ...accept, request: { status: 'withdrawn' } })?.code).toBe('conflict');
    expect(canAccept({ ...accept, connection: { status: 'connected', customerId: 'x' } })?.code).toBe(
      'not_found',
    );
    expect(canAccept({ ...accept, connection: { status: 'verifying', customerId: 'c' } })?.code).toBe(
      'conflict',
    );
    expect(canAccept({ ...accept, certified: no('forbidden', 'Expired.') })?.code).toBe('conflict');
    expect(canAccept({ ...accept, companySuspended: true })?.code).toBe('conflict');
    expect(canAccept({ ...accept, earlier: true })?.code).toBe('conflict');
  });

  test('keep to the limits of the forms', () => {
    const id = '0'.repeat(26);
    const accept = (endsInDays: unknown) =>
      acceptSchema.safeParse({ permissionRequestId: id, connectionId: id, endsInDays });
    expect(accept(undefined).data?.endsInDays).toBe(14);
    expect(accept('30').success).toBe(true);
    for (const days of ['0', '31', '2.5', 'x', '-1']) expect(accept(days).success).toBe(false);
    const ask = (reason: string) => requestSchema.safeParse({ proposalId: id, level: 'Billing', reason });
    expect(ask('x'.repeat(9)).success).toBe(false);
    expect(ask('x'.repeat(10)).success).toBe(true);
    expect(ask('x'.repeat(1000)).success).toBe(true);
    expect(ask('x'.repeat(1001)).success).toBe(false);
  });
});

describe('a connection', () => {
  const check = (more: Partial<Check>): Check => ({
    role: 'revoker',
    kind: 'without',
    outcome: 'passed',
    code: null,
    at,
    ...more,
  });

  test('says in a sentence why it is refused', () => {
    expect(refusalOf([check({})])).toBeNull();
    expect(refusalOf([check({ outcome: 'tooOpen' })])).toContain('without our ExternalId');
    expect(refusalOf([check({ kind: 'wrong', outcome: 'tooOpen' })])).toContain('with a wrong ExternalId');
    expect(refusalOf([check({ kind: 'right', outcome: 'refused', code: 'AccessDenied' })])).toContain(
      'AccessDenied',
    );
    expect(refusalOf([check({ kind: 'end', outcome: 'refused', code: 'AccessDenied' })])).toContain(
      "doesn't let the role GroundcrewRevoker end access (AccessDenied)",
    );
    expect(refusalOf([check({ kind: 'account', outcome: 'wrongAccount' })])).toContain('a different account');
    expect(refusalOf([check({ outcome: 'unknown' })])).toContain("We don't know of anything wrong");
    expect(isClear([check({}), check({ outcome: 'unknown' })])).toBe(false);
  });

  test('takes an account number as people write it, and nothing else', () => {
    const parse = (awsAccountId: string) => addSchema.safeParse({ awsAccountId, label: 'Shop' });
    expect(parse('1122 3344 5566').data?.awsAccountId).toBe('112233445566');
    expect(parse('1122-3344-5566').data?.awsAccountId).toBe('112233445566');
    expect(parse('arn:aws:iam::112233445566:root').data?.awsAccountId).toBe('112233445566');
    for (const wrong of [
      '',
      '11223344556',
      '1122334455667',
      '11223344556x',
      'arn:aws:s3:::backups',
      'arn:aws-us-gov:iam::112233445566:root',
    ])
      expect(parse(wrong).success).toBe(false);
    expect(showAccount('112233445566')).toBe('1122 3344 5566');
  });

  test('has an ExternalId that AWS takes, in which every random byte counts', () => {
    const bytes = new Uint8Array(32);
    const zero = externalIdFrom(bytes);
    expect(zero).toMatch(/^[a-z2-7]{32}$/);
    for (let place = 0; place < 32; place += 1) {
      const other = new Uint8Array(32);
      other[place] = 1;
      expect(externalIdFrom(other)).not.toBe(zero);
    }
    expect(() => externalIdFrom(new Uint8Array(8))).toThrow(RangeError);
  });
});
