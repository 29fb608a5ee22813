import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { merge, reached } from '@/components/job/conversations/messages';
import { type Outcome, outcomeInWords } from '@/components/job/conversations/outcome';
import { askingNow, goesOn, threadOf } from '@/components/job/messages/thread';
import { type Joins, sentenceOf } from '@/lib/core/events';
import type { Person } from '@/lib/core/rights';
import { sideOf } from '@/lib/core/scope';
import { callName } from '@/lib/core/words';
import type { ShownMessage } from '@/lib/platform/announce/events';
import { LINE_REASON, lineOf } from '@/lib/platform/telling/line';
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
  line: null,
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

const FACTS = {
  of: 'thing',
  ...{ amount: '$900', parts: '2 milestones', part: 'Fix and report', level: 'SystemAdministrator' },
  ...{
    until: '3 days',
    account: 'Shop',
    checks: '9 checks',
    expert: 'Mateo',
    stars: '5',
    decided: 'by a person',
  },
};

describe('the lines of a job', () => {
  const mateo = 'Mateo Lindqvist';
  const kept = (event: string, facts: object = {}, actorId: string | null = 'm') => ({
    ...{ event, objectId: '019b0000-0000-7000-8000-000000000000', actorId, body: 'As it read then' },
    facts: { ...FACTS, ...facts },
  });
  const read = (event: string, facts: object = {}, actorId: string | null = 'm', viewer = 'n') =>
    sentenceOf(lineOf(TELLING, kept(event, facts, actorId), mateo, 'customer'), viewer);

  test.each([
    ['proposal.proposed', {}, 'Mateo sent a proposal · $900 in 2 milestones'],
    ['payment.requested', {}, 'Mateo asked for $900 · Fix and report'],
    ['payment.requested', { part: undefined }, 'Mateo asked for $900'],
    ['payment.declined', { reason: 'the report is missing' }, 'Mateo declined $900: the report is missing'],
    ['payment.declined', {}, 'Mateo declined $900 · Fix and report'],
    ['permission.accepted', {}, 'Mateo granted access · SystemAdministrator for up to 3 days · Shop'],
    ['proposal.ended', { reason: 'We moved on.' }, 'Mateo ended the job: We moved on.'],
  ])('%s with %o reads "%s"', (event, facts, words) => {
    expect(read(event, facts)).toBe(words);
  });

  test('there is none for a message or for what is not of a job', () => {
    for (const name of ['message.sent', 'person.suspended'] as const)
      expect(TELLING[name]?.line).toBeUndefined();
    expect(TELLING['proposal.completed']?.line?.when?.({ finalPayment: true } as never)).toBe(false);
  });

  test('are told apart, and fit a message however long their facts are', () => {
    const events = Object.entries(TELLING).filter(([, tells]) => tells?.line);
    const says = events.map(([name]) => read(name, { reason: 'x'.repeat(LINE_REASON), origin: 'direct' }));
    expect(says.length).toBeGreaterThan(20);
    expect(new Set(says).size).toBe(says.length);
    for (const line of says) expect(line.length).toBeLessThanOrEqual(4000);
  });

  test('say "You" to whoever did it', () => {
    expect(read('payment.approved', {}, 'm', 'm')).toBe('You approved $900 · Fix and report');
    expect(read('payment.approved', {}, 'm', 'n')).toBe('Mateo approved $900 · Fix and report');
  });

  test('are sentences without anybody where nobody did it', () => {
    expect(read('payment.approved', {}, null)).toBe(
      'Approved automatically on day 10 · $900 · Fix and report',
    );
    expect(read('grant.revoked', {}, null)).toBe('Access ended · 9 checks');
  });

  test('from before facts were kept stand as they read then, with no link', () => {
    const old = { ...kept('payment.requested'), facts: null, objectId: null, actorId: null };
    expect(lineOf(TELLING, old, null, 'customer')).toEqual({
      by: null,
      did: 'As it read then',
      mark: 'card',
    });
    const gone = { ...old, event: 'an.old.event' };
    expect(lineOf(TELLING, gone, null, 'customer')).toMatchObject({ did: 'As it read then' });
  });

  test('lead to the request by the address of the side that reads', () => {
    const href = (side: 'customer' | 'company') =>
      lineOf(TELLING, kept('response.withdrawn'), mateo, side).href;
    expect(href('customer')).toMatch(/^\/requests\//);
    expect(href('company')).toMatch(/^\/work\//);
  });
});

describe('what one calls somebody', () => {
  test.each([
    ['Mateo Lindqvist', 'Mateo'],
    ['Nadia', 'Nadia'],
    ['Dr. Anna Weiss', 'Dr. Anna Weiss'],
    ['The Platform Team', 'The Platform Team'],
    ['J Smith', 'J Smith'],
  ])('%s is called %s', (name, called) => {
    expect(callName(name)).toBe(called);
  });
});

describe('the thread', () => {
  const line = (seq: number, as: Joins, by: string | null = null): ShownMessage => ({
    ...message(seq, ''),
    event: 'grant.revoked',
    line: { by: by ? { id: by, name: by } : null, did: `Line ${seq}`, mark: 'shield', joins: as },
  });
  const stage = { key: 'end:1', as: 'stage' } as const;
  const head = { key: 'charge:1', as: 'head' } as const;
  const tail = { key: 'charge:1', as: 'tail', tail: 'paid' } as const;
  const shownIn = (messages: ShownMessage[]) =>
    threadOf(messages).map(({ message: { seq }, tail: word }) => (word ? `${seq} ${word}` : String(seq)));

  test('shows of an ending the last stage, and the act that began it', () => {
    expect(shownIn([line(1, stage), message(2), line(3, stage), line(4, stage)])).toEqual(['2', '4']);
    expect(shownIn([line(1, stage, 'nadia'), line(2, stage), line(3, stage)])).toEqual(['1', '3']);
  });

  test('puts an outcome behind its head, or shows it alone where the head is not there', () => {
    expect(shownIn([line(1, head), message(2), line(3, tail)])).toEqual(['1 paid', '2']);
    expect(shownIn([message(2), line(3, tail)])).toEqual(['2', '3']);
  });

  test('does not say that a charge went through before it failed', () => {
    const failed = { key: 'charge:1', as: 'stage' } as const;
    expect(shownIn([line(1, head), line(2, failed), line(3, tail)])).toEqual(['1', '2', '3']);
  });

  test('has in colour only the last line about what waits for the viewer', () => {
    const asks = (seq: number, href: string) => {
      const one = message(seq, '');
      return {
        message: { ...one, line: { by: null, did: 'Asked', mark: 'card' as const, href } },
        tail: null,
      };
    };
    const entries = [asks(1, '/a'), asks(2, '/b'), asks(3, '/a')];
    expect([...askingNow(entries, ['/a'])]).toEqual([3]);
    expect([...askingNow(entries, [])]).toEqual([]);
  });

  test('names a writer again after somebody else, or after a while', () => {
    const by = (id: string, at: string) => ({ ...message(1), author: { id, name: id }, at });
    const first = by('ada', '2026-11-23T12:00:00.000Z');
    expect(goesOn(first, by('ada', '2026-11-23T12:04:00.000Z'))).toBe(true);
    expect(goesOn(first, by('ada', '2026-11-23T12:05:00.000Z'))).toBe(false);
    expect(goesOn(first, by('eve', '2026-11-23T12:00:01.000Z'))).toBe(false);
    expect(goesOn(undefined, first)).toBe(false);
  });
});

describe('the top line after the job', () => {
  const done: Outcome = {
    ...{ completed: true, paidMinor: 120_000n, dueMinor: 0n, currency: 'USD' },
    ...{ access: 'ended', review: 'written' },
  };
  test.each<[Partial<Outcome>, boolean, string]>([
    [{}, true, 'Done: $1,200 paid, access ended, reviewed'],
    [{ review: 'open' }, true, 'Done: $1,200 paid, access ended. Next: review it.'],
    [{ review: 'open' }, false, 'Done: $1,200 paid, access ended'],
    [{ access: null, review: null }, true, 'Done: $1,200 paid'],
    [{ access: 'ending', review: null }, true, 'Done: $1,200 paid, access ending'],
    [
      { paidMinor: 30_000n, dueMinor: 90_000n, review: null },
      true,
      'Done: $300 paid, $900 not paid yet, access ended',
    ],
    [{ completed: false, paidMinor: 0n, access: null, review: null }, true, 'Ended: Nothing paid'],
  ])('%o, as the customer %s: %s', (facts, ofCustomer, words) => {
    const { who, what } = outcomeInWords({ ...done, ...facts }, ofCustomer);
    expect(`${who}: ${what}`).toBe(words);
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
