import { z } from 'zod';

/** Where the product that is being tested runs; the set-up starts it and says so. */
const Place = z.object({
  app: z.url(),
  aws: z.url(),
  stripe: z.url(),
  mail: z.url(),
  /** The database as its owner, for what no page shows. */
  database: z.string(),
  dataDir: z.string(),
});
export type Place = z.infer<typeof Place>;

let known: Place | undefined;

/** For a project of tests that starts a product of its own: no other shares its process. */
export function moveTo(given: unknown): void {
  known = Place.parse(given);
}

export function place(): Place {
  known ??= Place.parse(JSON.parse(process.env.GROUNDCREW_PLACE ?? '{}'));
  return known;
}
