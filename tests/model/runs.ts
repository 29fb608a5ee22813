/**
 * How many jobs the model is run against: a sample with `npm test`, many with `npm run test:long`. A failure names its
 * seed; MODEL_SEED runs it again.
 */
export const RUNS = Number(process.env.MODEL_RUNS || 12);
export const SEED = Number(process.env.MODEL_SEED || Date.now() % 2 ** 31);
/** Steps of a job at most. */
export const LONGEST = 60;
