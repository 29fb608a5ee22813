import fc from 'fast-check';
import { type Action, CRASHES, type How } from './model';

const n = fc.nat({ max: 63 });
const at = (weight: number, arbitrary: fc.Arbitrary<Action>) => ({ weight, arbitrary });
const of = (weight: number, name: Action['do']) =>
  at(
    weight,
    n.map((n) => ({ do: name, n }) as Action),
  );
const charge = (...how: How[]) =>
  fc.record({ do: fc.constant('charge' as const), n, how: fc.constantFrom(...how) });
const cents = fc.integer({ min: 1, max: 12 }).map((hundreds) => hundreds * 10_000);

/** What people, the clock and vendors do to a job, each alone; what leads on more often than what ends it. */
export const ACTIONS: fc.Arbitrary<Action> = fc.oneof(
  at(
    2,
    fc.array(cents, { minLength: 1, maxLength: 3 }).map((amounts) => ({ do: 'propose', amounts })),
  ),
  of(3, 'accept'),
  of(1, 'decline'),
  of(1, 'withdraw'),
  of(1, 'complete'),
  of(1, 'end'),
  at(
    5,
    fc.record({
      do: fc.constant('ask' as const),
      n,
      amount: fc.oneof(cents, fc.constant(0)),
      final: fc.constantFrom(false, false, true),
    }),
  ),
  of(5, 'approve'),
  of(1, 'refuse'),
  of(1, 'takeBack'),
  of(2, 'retry'),
  of(2, 'webhooks'),
  at(3, charge(...CRASHES, '500')),
  at(3, charge('plain', 'plain', 'dropReply')),
  at(
    1,
    fc.boolean().map((good) => ({ do: 'card', good })),
  ),
  at(
    3,
    fc.constantFrom(1, 25, 120, 239, 240).map((hours) => ({ do: 'moveClock', hours })),
  ),
  at(2, fc.constant({ do: 'approveDue' })),
  at(1, fc.constant({ do: 'endDue' })),
  of(4, 'askIn'),
  of(4, 'letIn'),
  of(1, 'keepOut'),
  of(1, 'askNoMore'),
  of(3, 'provision'),
  of(1, 'revoke'),
  of(2, 'prove'),
  of(2, 'gone'),
  of(1, 'lose'),
);
/** The clock and the card stand still while two things happen at the very same time. */
const AT_ONCE = ACTIONS.filter(
  (action) =>
    !['moveClock', 'card', 'webhooks'].includes(action.do) &&
    (action.do !== 'charge' || action.how === 'plain'),
);

/** What meets at the same row, and where who comes first matters. */
const MEETINGS: [Action['do'], Action['do']][] = [
  ['accept', 'accept'],
  ['accept', 'withdraw'],
  ['approve', 'approve'],
  ['approve', 'refuse'],
  ['approve', 'takeBack'],
  ['approve', 'askIn'],
  ['approve', 'letIn'],
  ['approve', 'revoke'],
  ['approve', 'provision'],
  ['complete', 'end'],
  ['complete', 'approve'],
  ['complete', 'letIn'],
  ['complete', 'provision'],
  ['end', 'takeBack'],
  ['end', 'askIn'],
  ['end', 'letIn'],
  ['end', 'revoke'],
  ['retry', 'retry'],
  ['letIn', 'askNoMore'],
  ['letIn', 'letIn'],
  ['provision', 'revoke'],
  ['revoke', 'revoke'],
  ['prove', 'lose'],
  ['gone', 'lose'],
];
const ask = (n: number): Action => ({ do: 'ask', n, amount: 0, final: false });
const pay = (n: number): Action => ({ do: 'charge', n, how: 'plain' });

export const PAIRS: fc.Arbitrary<[Action, Action]> = fc.oneof(
  fc.tuple(AT_ONCE, AT_ONCE),
  fc
    .tuple(fc.constantFrom(...MEETINGS), n)
    .map(([[one, other], n]): [Action, Action] => [{ do: one, n } as Action, { do: other, n } as Action]),
  n.map((n): [Action, Action] => [ask(n), ask(n)]),
  n.map((n): [Action, Action] => [ask(n), { do: 'complete', n }]),
  n.map((n): [Action, Action] => [ask(n), { do: 'end', n }]),
  n.map((n): [Action, Action] => [pay(n), pay(n)]),
  n.map((n): [Action, Action] => [{ do: 'approve', n }, { do: 'approveDue' }]),
);

const PROPOSED: Action[] = [{ do: 'propose', amounts: [40_000, 80_000] }];
const ACCEPTED: Action[] = [...PROPOSED, { do: 'accept', n: 0 }];
const LET_IN: Action[] = [...ACCEPTED, { do: 'askIn', n: 0 }, { do: 'letIn', n: 0 }];
const ASKED: Action[] = [
  ...LET_IN,
  { do: 'provision', n: 0 },
  { do: 'askIn', n: 0 },
  { do: 'ask', n: 0, amount: 40_000, final: false },
];
/** Where the story begins, so that it does not end before anything was agreed on. */
export const OPENINGS = [PROPOSED, ACCEPTED, LET_IN, ASKED];
