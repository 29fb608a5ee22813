import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { z } from 'zod';
import { schema } from './variables';

export type Env = z.infer<typeof schema>;
type Key = keyof Env;
export type Reader = Env['PROCESS'];
type Source = Record<string, string | undefined>;

/** Who may see a secret. What is not listed is seen by all; the sandbox exists in the demo alone and sees all. */
const SEEN_BY: Partial<Record<Key, readonly Reader[]>> = {
  DATABASE_URL: [],
  DEMO_DATABASE_URL: [],
  WEB_DATABASE_URL: ['web', 'realtime'],
  WORKER_DATABASE_URL: ['worker'],
  BROKER_DATABASE_URL: ['broker'],
  NEXTAUTH_SECRET: ['web', 'realtime', 'worker'],
  BROKER_SECRET: ['web', 'broker'],
  BROKER_AWS_ACCESS_KEY_ID: ['broker'],
  BROKER_AWS_SECRET_ACCESS_KEY: ['broker'],
  STRIPE_SECRET_KEY: ['web', 'worker'],
  STRIPE_WEBHOOK_SECRET: ['web'],
  SMTP_URL: ['worker'],
  DEMO_SMTP_URL: ['worker'],
  MAIL_BOUNCE_TOKEN: ['web'],
  OIDC_CLIENT_SECRET: ['web'],
};
/** Addresses of the sandbox: where one of these is set in live mode, somebody is about to pay with play money. */
const DEMO_ONLY: readonly Key[] = [
  'STRIPE_ENDPOINT',
  'AWS_ENDPOINT',
  'SANDBOX_AWS_URL',
  'SANDBOX_STRIPE_URL',
  'SANDBOX_MAIL_URL',
];

export const keys = Object.keys(schema.shape) as Key[];
export const mayRead = (reader: Reader, key: Key) =>
  reader === 'setup' || reader === 'sandbox' || (SEEN_BY[key]?.includes(reader) ?? true);

/** The settings are not usable; `message` names every variable that is wrong, one a line, ready to print. */
export function settingsProblem(problems: readonly string[]): Error {
  const error = new Error(
    `These settings are missing or wrong:\n${problems.map((line) => `  ${line}`).join('\n')}`,
  );
  error.name = 'SettingsProblem';
  return error;
}

/** The variables that a reader may see, checked. Throws `settingsProblem`, which lists all that is missing or wrong at once. */
export function parseEnv(source: Source, reader = (source.PROCESS || 'setup') as Reader): Env {
  const given: Source = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const derived = derive(given);
  const hidden = Object.fromEntries(
    keys.filter((key) => !mayRead(reader, key)).map((key) => [key, true as const]),
  );
  const parsed = schema.omit(hidden as Record<never, true>).safeParse({ ...derived, ...given });
  const problems = parsed.success
    ? []
    : parsed.error.issues
        // What follows from another setting is not what is missing or wrong: that one is named.
        .filter(({ path: [key] }) => !(String(key) in derived) || given[String(key)] !== undefined)
        .map((issue) => problem(issue, given));
  if (given.MODE === 'live') {
    for (const key of DEMO_ONLY)
      if (given[key]) problems.push(`${key} is only for the demo; remove it in live mode`);
    if (given.APP_URL?.startsWith('http:')) problems.push('APP_URL must begin with https:// in live mode');
  }
  if (!parsed.success || problems.length > 0) throw settingsProblem(problems);
  return Object.freeze({ ...(parsed.data as Env), DATA_DIR: resolve(parsed.data.DATA_DIR) });
}

/** The settings that follow from others, where they are not given. */
function derive(given: Source): Source {
  const first = Number(given.PORT ?? 3000);
  return {
    NEXTAUTH_URL: given.APP_URL,
    REALTIME_PORT: String(first + 1),
    BROKER_PORT: String(first + 2),
    BROKER_URL: `http://127.0.0.1:${given.BROKER_PORT ?? first + 2}`,
    WORKER_PORT: String(first + 7),
  };
}

function problem(issue: z.core.$ZodIssue, given: Source): string {
  const key = issue.path[0] as Key;
  const about = schema.shape[key].description;
  return given[key] === undefined
    ? `${key} is missing: ${about}`
    : `${key} is wrong (${issue.message}): ${about}`;
}

/** What the surroundings say: the environment and, for what it leaves open, a `.env` file. */
export function surroundings(): Source {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return { ...process.env };
}

/** Where the demo's settings are kept, for commands that run beside it (`npm run admin`). */
export const settingsFile = (dataDir: string) => join(resolve(dataDir), 'settings.json');

function read(): Env {
  // Set by npm start for what it starts: the environment is then complete, and nothing else is read.
  if (process.env.GROUNDCREW_SUPERVISED === '1') return parseEnv(process.env);
  const around = surroundings();
  if (around.MODE === 'live') return parseEnv(around);
  const file = settingsFile(around.DATA_DIR || '.data');
  if (!existsSync(file))
    throw settingsProblem([`${file} doesn’t exist. Run npm start once: it creates the demo`]);
  return parseEnv(JSON.parse(readFileSync(file, 'utf8')) as Source);
}

let current: Env | undefined;
/**
 * Reads the settings anew at their next use; for tests, which learn a port only when a server listens.
 * @internal
 */
export function forgetEnv(): void {
  current = undefined;
}

/** The settings, read and checked at the first use, so that a build needs none of them. */
export const env: Env = new Proxy({} as Env, {
  get(_, key) {
    current ??= read();
    if (key in schema.shape && !mayRead(current.PROCESS, key as Key))
      throw new Error(`${String(key)} is not given to the process ${current.PROCESS}`);
    return current[key as Key];
  },
});
