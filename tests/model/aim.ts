import { type Action, type Model, remainingOf, resultsOf } from './model';

const POOLS: Record<string, (model: Model) => number[]> = {
  proposals: ({ proposals }) => [...proposals.keys()],
  asked: ({ asked }) => [...asked.keys()],
  paid: ({ asked }) => [...asked.keys()].filter((n) => asked[n]!.payments.length > 0),
  accesses: ({ accesses }) => [...accesses.keys()],
  grants: ({ accesses }) => [...accesses.keys()].filter((n) => accesses[n]!.grant !== null),
};
const POOL_OF: Record<string, keyof typeof POOLS> = {
  ...{
    accept: 'proposals',
    decline: 'proposals',
    withdraw: 'proposals',
    complete: 'proposals',
    end: 'proposals',
    ask: 'proposals',
    askIn: 'proposals',
  },
  ...{ approve: 'asked', refuse: 'asked', takeBack: 'asked', retry: 'asked' },
  ...{ charge: 'paid', webhooks: 'paid', letIn: 'accesses', keepOut: 'accesses', askNoMore: 'accesses' },
  ...{ provision: 'grants', revoke: 'grants', prove: 'grants', gone: 'grants', lose: 'grants' },
};

/**
 * The action with its `n` as the index of a thing that is there: mostly of one with which it can be done, and now and then
 * of any. Null where there is none: a job in which nothing works tells nothing.
 */
export function aimed(model: Model, action: Action): Action | null {
  if (!('n' in action)) return action;
  const pool = POOLS[POOL_OF[action.do]!]!(model).map((n) => withAmount(model, { ...action, n }));
  const apt = pool.filter((one) => wouldMove(model, one));
  const from = action.n % ASIDE === 0 ? pool : apt;
  return from[Math.floor(action.n / ASIDE) % from.length] ?? null;
}

/** One in so many actions aims at anything. */
const ASIDE = 8;

/** "The rest" as the amount that it is. */
function withAmount(model: Model, action: Action): Action {
  if (action.do !== 'ask' || action.amount > 0) return action;
  return { ...action, amount: Math.max(remainingOf(model, action.n), 100) };
}

function wouldMove(model: Model, action: Action): boolean {
  const before = JSON.stringify(model);
  return (
    resultsOf(model, action).some((result) => JSON.stringify(result.model) !== before) || crashes(action)
  );
}

const crashes = (action: Action) => action.do === 'charge' && action.how !== 'plain';
