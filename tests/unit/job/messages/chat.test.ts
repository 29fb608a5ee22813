import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { merge, reached } from '@/components/job/conversations/messages';
import type { DomainEvent } from '@/lib/core/events';
import type { Person } from '@/lib/core/rights';
import { sideOf } from '@/lib/core/scope';
import type { ShownMessage } from '@/lib/platform/announce/events';
import { lampOf, type Tells } from '@/lib/platform/telling/telling';
import { TELLING } from '@/lib/wiring/telling';

const message = (seq: number, body = `Number ${seq}`): ShownMessage => ({
  id: `id-${seq}`,
  conversationId: 'conversation',
  seq,
  clientId: `client-${seq}`,
  author: null,
  side: null,
  body,
  event: null,
  lamp: null,
  at: '2026-11-23T12:00:00.000Z',
});
const places = (messages: readonly ShownMessage[]) => messages.map(({ seq }) => seq);
const anyMessages = fc.array(fc.integer({ min: 1, max: 30 }).map((seq) => message(seq)));

describe('joining messages', () => {
  test('each stands once and in its place, however often and in which order it came', () => {
    fc.assert(
      fc.property(anyMessages, anyMessages, (known, fresh) => {
        const joined = places(merge(known, fresh));
        const wanted = [...new Set(places([...known, ...fresh]))].sort((a, b) => a - b);
        expect(joined).toEqual(wanted);
        expect(places(merge(fresh, known))).toEqual(wanted);
      }),
    );
  });

  test('what came last is shown, and what was known stays as it was', () => {
    const known = [message(1), message(2)];
    expect(merge(known, [message(2, 'anew')]).map(({ body }) => body)).toEqual(['Number 1', 'anew']);
    expect(known.map(({ body }) => body)).toEqual(['Number 1', 'Number 2']);
  });
});

describe('how far nothing is missing', () => {
  test.each([
    [[], 0],
    [[1, 2, 3], 3],
    [[1, 2, 4, 5], 2],
    [[6, 7, 8], 8],
    [[6, 8], 6],
  ])('of %j is %i', (seqs, wanted) => {
    expect(reached(seqs.map((seq) => message(seq)))).toBe(wanted);
  });

  test('catching up from there leaves no gap', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 2, max: 30 })), (came) => {
        const known = merge(
          [message(1)],
          came.map((seq) => message(seq)),
        );
        const after = reached(known);
        const caughtUp = Array.from({ length: 30 - after }, (_, at) => message(after + 1 + at));
        expect(places(merge(known, caughtUp))).toEqual(Array.from({ length: 30 }, (_, at) => at + 1));
      }),
    );
  });
});

describe('the lines of a job', () => {
  const job = { conversationId: 'c', customerId: 'k', companyId: 'f', proposalId: 'p' };
  const approved = (byClock: boolean): DomainEvent => ({
    name: 'payment.approved',
    paymentRequestId: 'r',
    final: false,
    byClock,
    ...job,
  });

  const lineOf = (event: DomainEvent) => {
    const tells: Tells<DomainEvent> | null = TELLING[event.name];
    return tells?.line?.says(event) ?? null;
  };

  test('say what happened, and who approved where it was the clock', () => {
    expect(lineOf({ name: 'proposal.accepted', ...job })).toBe('Proposal accepted');
    expect(lineOf(approved(false))).toBe('Payment approved');
    expect(lineOf(approved(true))).toBe('Payment approved automatically on day 10');
  });

  test('there is none for a message or for what is not of a job', () => {
    expect(lineOf({ name: 'message.sent', messageId: 'm', authorId: 'a', ...job })).toBeNull();
    expect(lineOf({ name: 'person.suspended', personId: 'a' })).toBeNull();
  });

  test('fit a message and are told apart', () => {
    const tellings: (Tells<DomainEvent> | null)[] = Object.values(TELLING);
    const says = tellings.flatMap(
      (tells) => tells?.line?.says({ name: 'payment.approved', ...job } as never) ?? [],
    );
    expect(says.length).toBeGreaterThan(20);
    expect(new Set(says).size).toBe(says.length);
    for (const line of says) expect(line.length).toBeLessThanOrEqual(4000);
  });

  test('have the lamp of their event, and a quiet one where it is unknown', () => {
    expect(lampOf(TELLING, 'grant.active')).toBe('go');
    expect(lampOf(TELLING, 'grant.stuck')).toBe('stop');
    expect(lampOf(TELLING, 'an.old.event')).toBe('ended');
    // An event that leaves no line.
    expect(lampOf(TELLING, 'message.sent')).toBe('ended');
  });
});

test('somebody on both sides writes for the customer', () => {
  const member = (tenantId: string) => [{ tenantId, rights: [], suspended: false }];
  const person = (customers: string[], companies: string[]) =>
    ({
      kind: 'person',
      customers: customers.flatMap(member),
      companies: companies.flatMap(member),
    }) as unknown as Person;
  const tenants = { customerId: 'customer', companyId: 'company' };
  expect(sideOf(person(['customer'], ['company']), tenants)).toBe('customer');
  expect(sideOf(person(['another'], ['company']), tenants)).toBe('company');
});
