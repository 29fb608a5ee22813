import fc from 'fast-check';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { env } from '@/lib/platform/env';
import { drawn } from '@/tests/fixtures/levels';
import type { Bank } from '@/tests/fixtures/money';
import { openTill } from '@/tests/fixtures/till';
import { ACTIONS, OPENINGS, PAIRS } from './actions';
import { aimed } from './aim';
import { type Done, doReally, type Job, openJob } from './installation';
import { expected, expectSound, look, standOf } from './invariants';
import { type Action, type Model, type Result, resultsOf, start } from './model';
import { LONGEST, RUNS, SEED, TIME_MS } from './runs';

let bank: Bank;
let close: () => Promise<void>;
let owner: Client;
beforeAll(async () => {
  ({ bank, close } = await openTill());
  owner = new Client({ connectionString: env.DATABASE_URL });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await close();
});

const moveClock = async (hours: number) => {
  await owner.query('UPDATE clock SET "offsetMs" = "offsetMs" + $1', [hours * 3_600_000]);
};

type Real = { job: Job };
type Step = fc.AsyncCommand<Now, Real>;

type Now = { now: Model };

function alone(action: Action): Step {
  return {
    check: ({ now }) => aimed(now, action) !== null,
    run: (model, { job }) => carryOut(model, job, aimed(model.now, action)!),
    toString: () => JSON.stringify(action),
  };
}

/** Does what was aimed, and compares. */
async function carryOut(model: Now, job: Job, action: Action): Promise<void> {
  const done = await doReally(job, action);
  const ids = noted(job, [done]);
  await settle(model, job, [{ codes: [done.code], ids, results: outcomes(model.now, [action]) }]);
}

/** Two at the same moment: what comes of it must be what comes of one after the other, in one order or the other. */
function together(one: Action, other: Action): Step {
  return {
    check: ({ now }) => aimed(now, one) !== null && aimed(now, other) !== null,
    async run(model, { job }) {
      const pair = [aimed(model.now, one)!, aimed(model.now, other)!] as const;
      const [a, b] = await Promise.all(pair.map((action) => doReally(job, action)));
      const [first, second] = [noted(job, [a!, b!]), noted(job, [b!, a!])];
      await settle(model, job, [
        { codes: [a!.code, b!.code], ids: first, results: outcomes(model.now, pair) },
        { codes: [b!.code, a!.code], ids: second, results: outcomes(model.now, [pair[1], pair[0]]) },
      ]);
    },
    toString: () => `${JSON.stringify(one)} || ${JSON.stringify(other)}`,
  };
}

type Ids = Pick<Job, 'proposals' | 'asked' | 'accesses'>;
type Ending = { codes: string[]; model: Model };
type Candidate = { codes: string[]; ids: Ids; results: Ending[] };

/** Everything that may come of these actions in this order. */
function outcomes(before: Model, actions: readonly Action[]): Ending[] {
  const loose = actions.length > 1;
  return actions.reduce<Ending[]>(
    (endings, action) =>
      endings.flatMap(({ codes, model }) =>
        resultsOf(model, action, loose).map((result: Result) => ({
          codes: [...codes, result.code],
          model: result.model,
        })),
      ),
    [{ codes: [], model: before }],
  );
}

function noted({ proposals, asked, accesses }: Ids, done: readonly Done[]): Ids {
  const ids = { proposals: [...proposals], asked: [...asked], accesses: [...accesses] };
  for (const { made } of done) if (made) ids[made.kind].push(made.id);
  return ids;
}

/** Finds the candidate that the database agrees with, takes it over, and looks whether everything is sound. */
async function settle(model: Now, job: Job, candidates: Candidate[]): Promise<void> {
  const rows = await look(job);
  const told = candidates.flatMap(({ codes, ids, results }) =>
    results.map((result) => ({
      ids,
      model: result.model,
      seen: { codes, ...standOf(rows, ids) },
      wanted: { codes: result.codes, ...expected(result.model) },
    })),
  );
  const right = told.find(({ seen, wanted }) => JSON.stringify(seen) === JSON.stringify(wanted));
  if (!right) expect(told[0]!.seen).toEqual(told[0]!.wanted);
  Object.assign(job, right!.ids);
  model.now = right!.model;
  await expectSound(rows);
}

/** Whatever was left half done is done at last, and Stripe has taken for each payment request what we say, once. */
async function finishAll(model: Now, job: Job): Promise<void> {
  for (const [at, { payments }] of model.now.asked.entries())
    if (payments.length > 0) await carryOut(model, job, { do: 'charge', n: at, how: 'plain' });
  const intents = (await bank.objects('payment_intent')) as {
    status: string;
    metadata: { paymentId?: string };
  }[];
  for (const { paymentRequests } of await look(job))
    for (const { payments } of paymentRequests) {
      const ids = payments.map(({ id }) => id);
      const taken = intents.filter(
        ({ status, metadata }) => status === 'succeeded' && ids.includes(metadata.paymentId ?? ''),
      );
      expect(taken.map(({ metadata }) => metadata.paymentId)).toEqual(
        payments.filter(({ status }) => status === 'succeeded').map(({ id }) => id),
      );
    }
}

test(
  `whatever happens to a job in whatever order, it stands as the model says (${RUNS} jobs, seed ${SEED}, ${drawn})`,
  async () => {
    const steps = fc.commands(
      [
        ACTIONS.map(alone),
        ACTIONS.map(alone),
        ACTIONS.map(alone),
        PAIRS.map(([one, other]) => together(one, other)),
      ],
      { maxCommands: LONGEST, size: 'max' },
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...OPENINGS), steps, async (opening, commands) => {
        await owner.query('UPDATE clock SET "offsetMs" = 0');
        const job = await openJob(bank, moveClock);
        const model = { now: start() };
        for (const action of opening) await carryOut(model, job, action);
        await fc.asyncModelRun(() => ({ model, real: { job } }), commands);
        await finishAll(model, job);
      }),
      {
        numRuns: RUNS,
        seed: SEED,
        unbiased: true,
        verbose: 1,
        plugins: [fc.interruptAfterTimeLimit(TIME_MS, { failOnInterrupt: true })],
      },
    );
  },
  TIME_MS + 30_000,
);
