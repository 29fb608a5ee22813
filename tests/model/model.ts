import { OPEN_MAX, PAYMENT_MIN } from '@/lib/job/proposals/rules';

/** One conversation's job as a person would keep it on paper. Time is in whole hours since the beginning. */
export type Model = {
  hours: number;
  /** Whether the newest card can be charged. */
  card: boolean;
  proposals: { status: string; maximum: number }[];
  asked: {
    proposal: number;
    amount: number;
    final: boolean;
    status: string;
    since: number;
    payments: { status: string; card: boolean }[];
  }[];
  accesses: { proposal: number; status: string; grant: string | null; ends: number }[];
};

/** Where in the work a charge is killed: after its beginning, the intent's making, its keeping, its confirming. */
export const CRASHES = ['begun', 'created', 'kept', 'confirmed'] as const;
export type How = 'plain' | 'dropReply' | '500' | (typeof CRASHES)[number];

/** `n` names one of the things that there are, in the order in which they came to be. */
export type Action =
  | { do: 'propose'; amounts: number[] }
  | { do: 'accept' | 'decline' | 'withdraw' | 'complete' | 'end'; n: number }
  /** An amount of 0 asks for all that is left. */
  | { do: 'ask'; n: number; amount: number; final: boolean }
  | { do: 'approve' | 'refuse' | 'takeBack' | 'retry'; n: number }
  | Charge
  | { do: 'card'; good: boolean }
  | { do: 'moveClock'; hours: number }
  | { do: 'approveDue' | 'endDue' }
  | { do: 'askIn' | 'letIn' | 'keepOut' | 'askNoMore'; n: number }
  | { do: 'provision' | 'revoke' | 'prove' | 'gone' | 'lose'; n: number };

/** What brings a payment on: the handler, or Stripe's webhooks about it. */
type Charge = { do: 'charge'; n: number; how: How } | { do: 'webhooks'; n: number };

/** What may come of an action: the door's answer, and how things stand then. */
export type Result = { code: string; model: Model };

export const start = (): Model => ({ hours: 0, card: true, proposals: [], asked: [], accesses: [] });

const APPROVED_AFTER = 240;
const ENDED_AFTER = 14 * 24;
const LIVE = ['provisioning', 'active', 'revoking', 'denied', 'connection_lost'];

/**
 * All that may come of an aimed action: more than one result only where a vendor may or may not have answered. `loose`:
 * something else happens at the same moment. Then Stripe may send a charge away to come again, and the sweep for grants
 * whose time is up leaves one alone that somebody else is holding: it comes by again.
 */
export function resultsOf(before: Model, action: Action, loose = false): Result[] {
  const model = structuredClone(before);
  if (action.do === 'charge' || action.do === 'webhooks') return charged(model, action, loose);
  const result = { code: happens(model, action) ? 'done' : 'conflict', model };
  return loose && action.do === 'endDue' ? [result, { code: 'done', model: before }] : [result];
}

/** Changes the model as the action does. Answers whether it could be done. */
function happens(model: Model, action: Exclude<Action, Charge>): boolean {
  switch (action.do) {
    case 'propose': {
      if (model.proposals.filter(({ status }) => status === 'proposed').length >= OPEN_MAX) return false;
      const maximum = action.amounts.reduce((sum, amount) => sum + amount, 0);
      model.proposals.push({ status: 'proposed', maximum });
      return true;
    }
    case 'accept':
      if (model.proposals.some(({ status }) => status === 'accepted')) return false;
      return turn(model.proposals[action.n]!, ['proposed'], 'accepted');
    case 'decline':
      return turn(model.proposals[action.n]!, ['proposed'], 'declined');
    case 'withdraw':
      return turn(model.proposals[action.n]!, ['proposed'], 'withdrawn');
    case 'complete':
      return close(model, action.n, 'completed');
    case 'end':
      return close(model, action.n, 'ended');
    case 'ask':
      return ask(model, action);
    case 'approve':
      return approve(model, action.n);
    case 'refuse':
      return turn(model.asked[action.n]!, ['awaiting'], 'declined');
    case 'takeBack':
      return turn(model.asked[action.n]!, ['awaiting'], 'withdrawn');
    case 'retry': {
      const { status, payments } = model.asked[action.n]!;
      if (status !== 'approved' || payments.some((payment) => payment.status !== 'failed')) return false;
      payments.push({ status: 'pending', card: model.card });
      return true;
    }
    case 'card':
      model.card = action.good;
      return true;
    case 'moveClock':
      model.hours += action.hours;
      return true;
    case 'approveDue':
      for (const [n, { status, since }] of model.asked.entries())
        if (status === 'awaiting' && model.hours - since >= APPROVED_AFTER) approve(model, n);
      return true;
    case 'endDue':
      for (const access of model.accesses)
        if (model.hours >= access.ends) shift(access, ['provisioning', 'active'], 'revoking');
      return true;
    default:
      return happensToAccess(model, action);
  }
}

function ask(model: Model, action: Extract<Action, { do: 'ask' }>): boolean {
  const { status } = model.proposals[action.n]!;
  const others = model.asked.filter(({ proposal }) => proposal === action.n);
  const awaiting = others.filter((other) => other.status === 'awaiting');
  const remaining = remainingOf(model, action.n);
  const final = action.final || action.amount === remaining;
  if (status !== 'accepted' || awaiting.some((other) => other.final)) return false;
  if (action.amount > remaining || action.amount < Number(PAYMENT_MIN)) return false;
  if (final && awaiting.length > 0) return false;
  const { n: proposal, amount } = action;
  model.asked.push({ proposal, amount, final, status: 'awaiting', since: model.hours, payments: [] });
  return true;
}

/** What can still be asked for under a proposal, in cents. */
export function remainingOf({ proposals, asked }: Model, n: number): number {
  const taken = asked.filter(
    ({ proposal, status }) => proposal === n && ['awaiting', 'approved'].includes(status),
  );
  return proposals[n]!.maximum - taken.reduce((sum, { amount }) => sum + amount, 0);
}

function approve(model: Model, n: number): boolean {
  const asked = model.asked[n]!;
  if (!turn(asked, ['awaiting'], 'approved')) return false;
  asked.payments.push({ status: 'pending', card: model.card });
  if (asked.final) over(model, asked.proposal, 'completed');
  return true;
}

/** Either side closes an agreed job, but not over a payment request that nobody has decided on. */
function close(model: Model, n: number, to: string): boolean {
  const open = model.asked.some(({ proposal, status }) => proposal === n && status === 'awaiting');
  if (open || model.proposals[n]!.status !== 'accepted') return false;
  over(model, n, to);
  return true;
}

function over(model: Model, n: number, to: string): void {
  model.proposals[n]!.status = to;
  for (const access of model.accesses.filter(({ proposal }) => proposal === n)) {
    turn(access, ['requested'], 'withdrawn');
    shift(access, ['provisioning', 'active'], 'revoking');
  }
}

function happensToAccess(model: Model, action: Action): boolean {
  if (action.do === 'askIn') {
    const open = model.accesses.some(
      ({ proposal, status }) => proposal === action.n && status === 'requested',
    );
    if (open || model.proposals[action.n]!.status !== 'accepted') return false;
    model.accesses.push({ proposal: action.n, status: 'requested', grant: null, ends: 0 });
    return true;
  }
  const access = model.accesses[(action as { n: number }).n]!;
  switch (action.do) {
    case 'letIn': {
      const { proposal } = access;
      // One expert and one account: whichever proposal the earlier one came by.
      const earlier = model.accesses.some(({ grant }) => LIVE.includes(grant ?? ''));
      if (earlier || model.proposals[proposal]!.status !== 'accepted') return false;
      if (!turn(access, ['requested'], 'accepted')) return false;
      access.grant = 'provisioning';
      access.ends = model.hours + ENDED_AFTER;
      return true;
    }
    case 'keepOut':
      return turn(access, ['requested'], 'declined');
    case 'askNoMore':
      return turn(access, ['requested'], 'withdrawn');
    case 'revoke':
      return shift(access, ['provisioning', 'active'], 'revoking');
    // What a vendor answers too late or twice changes nothing, and is no error.
    case 'provision':
      shift(access, ['provisioning'], 'active');
      return true;
    case 'prove':
      shift(access, ['revoking', 'connection_lost'], 'denied');
      return true;
    case 'gone':
      shift(access, ['revoking', 'connection_lost', 'denied'], 'revoked');
      return true;
    case 'lose':
      shift(access, ['revoking', 'denied'], 'connection_lost');
      return true;
    default:
      throw new Error(`nobody has thought of ${action.do}`);
  }
}

function turn(thing: { status: string }, from: string[], to: string): boolean {
  if (!from.includes(thing.status)) return false;
  thing.status = to;
  return true;
}

function shift(thing: { grant: string | null }, from: string[], to: string): boolean {
  if (!from.includes(thing.grant ?? '')) return false;
  thing.grant = to;
  return true;
}

function charged(model: Model, action: Charge, loose: boolean): Result[] {
  const payment = model.asked[action.n]!.payments.at(-1)!;
  const unchanged = structuredClone(model);
  const settled = payment.status === 'pending';
  if (settled) payment.status = payment.card ? 'succeeded' : 'failed';
  const done = { code: 'done', model };
  const again = { code: 'again', model: unchanged };
  if (action.do === 'webhooks') return [done, { code: 'done', model: unchanged }, again];
  if (!settled) return loose || action.how !== 'plain' ? [done, again] : [done];
  if ((CRASHES as readonly string[]).includes(action.how)) return [{ code: 'done', model: unchanged }];
  return loose || action.how !== 'plain' ? [done, again] : [done];
}
