import { z } from 'zod';

/** Where the product that is being tested runs: the settings that the set-up started it with. */
const Settings = z.object({
  APP_URL: z.url(),
  SANDBOX_AWS_URL: z.url(),
  SANDBOX_STRIPE_URL: z.url(),
  SANDBOX_MAIL_URL: z.url(),
  DATABASE_URL: z.string(),
  DATA_DIR: z.string(),
});
export type Place = {
  app: string;
  aws: string;
  stripe: string;
  mail: string;
  /** The database as its owner, for what no page shows. */
  database: string;
  dataDir: string;
};

let known: Place | undefined;

export function place(): Place {
  if (known) return known;
  const settings = Settings.parse(JSON.parse(process.env.E2E_SETTINGS ?? '{}'));
  known = {
    app: settings.APP_URL,
    aws: settings.SANDBOX_AWS_URL,
    stripe: settings.SANDBOX_STRIPE_URL,
    mail: settings.SANDBOX_MAIL_URL,
    database: settings.DATABASE_URL,
    dataDir: settings.DATA_DIR,
  };
  return known;
}
