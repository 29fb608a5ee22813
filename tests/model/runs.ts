/**
 * How many jobs the model is run against: a sample with `npm test`, many with `npm run test:long`. A failure names its
 * seed; MODEL_SEED runs it again.
 */
export const RUNS = Number(process.env.MODEL_RUNS || 10);
export const SEED = Number(process.env.MODEL_SEED || Date.now() % 2 ** 31);
/** Steps of a job at most. */
export const LONGEST = 90;
/** A failure is told by then, made as small as it had become. Less than what the test itself may take. */
export const TIME_MS = 30_000 + RUNS * 5_000;
