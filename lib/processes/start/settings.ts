import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { inWords } from '@/lib/core/words';
import { OWNER } from '@/lib/platform/embedded/embedded';
import {
  type Env,
  keys,
  mayRead,
  parseEnv,
  type Reader,
  settingsFile,
  settingsProblem,
  surroundings,
} from '@/lib/platform/env';
import { asAccount, type Role, roleName } from '@/lib/platform/postgres/roles';

type Source = Record<string, string | undefined>;
/** What the demo keeps from start to start: the passwords of the database's accounts, and secrets by their variable. */
export type Secrets = { passwords: Record<'owner' | Role, string>; values: Record<string, string> };
export type Settings = {
  env: Env;
  /** The same as text, for the processes. */
  source: Source;
  /** In the demo alone. */
  secrets: Secrets | null;
  /** Whether we bring the database: only then it is ours to start, stop and make anew. */
  embedded: boolean;
  /** What lies around of a live installation, which the demo does not read. */
  left: readonly (keyof Env)[];
};

/** What the demo takes from its surroundings. All else it makes itself, so that it never meets a real key. */
const TAKEN: readonly (keyof Env)[] = [
  ...(['PORT', 'DATA_DIR', 'LOG_LEVEL', 'DEMO_DATABASE_URL', 'DEMO_SMTP_URL'] as const),
  ...(['FEE_BASIS_POINTS', 'ELIGIBLE_COUNTRIES'] as const),
  ...(['AWS_PROPAGATION_SECONDS', 'AWS_RECHECK_SECONDS', 'CLOUDTRAIL_DELAY_SECONDS'] as const),
];
/** It takes these too, but not where a live installation's settings lie around: they are that one's secrets then. */
const TAKEN_ALONE: readonly (keyof Env)[] = [
  ...(['METRICS_TOKEN', 'OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_NAME'] as const),
  ...(['OTEL_EXPORTER_OTLP_ENDPOINT', 'OTEL_EXPORTER_OTLP_HEADERS', 'OTEL_TRACES_SAMPLER_ARG'] as const),
];
/** What only a live installation is given. */
const isLive = (key: keyof Env) => ![...TAKEN, ...TAKEN_ALONE, 'MODE', 'PROCESS', 'HOST'].includes(key);

/** Which folder this start needs for itself, and where it will be found; known before anything is checked. */
export function placeOf(around: Source = surroundings()) {
  const address =
    around.MODE === 'live' && around.APP_URL ? around.APP_URL : `http://localhost:${around.PORT || 3000}`;
  return { dataDir: resolve(around.DATA_DIR || '.data'), address };
}

/** The settings of this start: in live mode what the operator gave, in the demo what it makes for itself. */
export function readSettings(around: Source = surroundings()): Settings {
  if (around.MODE === 'live') {
    const env = parseEnv({ ...around, PROCESS: 'setup' });
    return { env, source: asSource(env), secrets: null, embedded: false, left: [] };
  }
  const { dataDir } = placeOf(around);
  const live = keys.filter((key) => around[key] && isLive(key));
  const known = live.length > 0 ? TAKEN : [...TAKEN, ...TAKEN_ALONE];
  const taken = Object.fromEntries(known.map((key) => [key, around[key]]).filter(([, value]) => value));
  const secrets = keepSecrets(dataDir);
  const env = parseEnv({
    ...demoSettings({ ...taken, DATA_DIR: dataDir }, secrets),
    MODE: around.MODE || 'demo',
  });
  const source = asSource(env);
  writeFileSync(settingsFile(dataDir), JSON.stringify(source, null, 2), { mode: 0o600 });
  return { env, source, secrets, embedded: !taken.DEMO_DATABASE_URL, left: live };
}

/** One line about the settings of a live installation that lie around a demo; nothing where none do. */
export function sayLeft(left: Settings['left'], chosen: string | undefined): string {
  const [first, second, ...more] = left;
  if (!first) return '';
  const names = more.length > 0 ? `${first}, ${second} and ${more.length} more` : left.join(' and ');
  const why = chosen ? 'This is the demo' : 'MODE is not set, so this is the demo';
  return `${why}: it doesn’t read ${names}. MODE=live does.`;
}

/** The demo takes so many ports in a row, its own first. */
const PORTS = 9;
const LAST_PORT = 65_535;

/** Every variable of the demo, from the little that may be given. */
export function demoSettings(taken: Source, secrets: Secrets): Source {
  const first = Number(taken.PORT ?? 3000);
  if (!Number.isInteger(first) || first < 1 || first > LAST_PORT - PORTS + 1)
    throw settingsProblem([
      `PORT is wrong: the demo takes ${inWords(PORTS)} ports in a row, so use a number from 1 to ${LAST_PORT - PORTS + 1}`,
    ]);
  const at = (offset: number, scheme = 'http') => `${scheme}://127.0.0.1:${first + offset}`;
  const shown = (offset: number) => `http://localhost:${first + offset}`;
  const owner =
    taken.DEMO_DATABASE_URL ??
    asAccount(`${at(PORTS - 1, 'postgresql')}/groundcrew`, OWNER, secrets.passwords.owner);
  const database = (role: Role) => asAccount(owner, roleName(role), secrets.passwords[role]);
  return {
    APP_URL: shown(0),
    REALTIME_URL: shown(1),
    AWS_ENDPOINT: at(3),
    AWS_SIGNIN_ENDPOINT: `${shown(3)}/federation`,
    AWS_PLATFORM_ACCOUNT: '111122223333',
    AWS_BROKER_ROLE_ARN: 'arn:aws:iam::111122223333:role/groundcrew-broker',
    AWS_PROPAGATION_SECONDS: '2',
    AWS_RECHECK_SECONDS: '1',
    STRIPE_ENDPOINT: at(4),
    SMTP_URL: taken.DEMO_SMTP_URL ?? at(6, 'smtp'),
    MAIL_FROM: 'Groundcrew <no-reply@groundcrew.example>',
    OPERATOR_NAME: 'Groundcrew Demo',
    OPERATOR_EMAIL: 'operator@groundcrew.example',
    SANDBOX_AWS_URL: shown(3),
    SANDBOX_STRIPE_URL: shown(4),
    SANDBOX_MAIL_URL: shown(5),
    ...secrets.values,
    ...taken,
    HOST: '127.0.0.1',
    DATABASE_URL: owner,
    WEB_DATABASE_URL: database('web'),
    WORKER_DATABASE_URL: database('worker'),
    BROKER_DATABASE_URL: database('broker'),
  };
}

const asSource = (env: Env): Source =>
  Object.fromEntries(
    Object.entries(env)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [key, String(value)]),
  );

function keepSecrets(dataDir: string): Secrets {
  const file = join(dataDir, 'secrets.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
  const secrets = makeSecrets();
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  writeFileSync(file, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  return secrets;
}

export function makeSecrets(): Secrets {
  const random = (bytes = 24) => randomBytes(bytes).toString('base64url');
  const letters = (length: number) =>
    Array.from(randomBytes(length), (byte) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[byte % 32]).join('');
  return {
    passwords: { owner: random(), web: random(), worker: random(), broker: random() },
    values: {
      NEXTAUTH_SECRET: random(48),
      BROKER_SECRET: random(48),
      MAIL_BOUNCE_TOKEN: random(),
      STRIPE_SECRET_KEY: `sk_test_${letters(32)}`,
      STRIPE_WEBHOOK_SECRET: `whsec_${random()}`,
      BROKER_AWS_ACCESS_KEY_ID: `AKIA${letters(16)}`,
      BROKER_AWS_SECRET_ACCESS_KEY: randomBytes(30).toString('base64'),
    },
  };
}

/**
 * The environment of one process: the machine's, without our variables and without any AWS or Stripe settings that lie
 * around, and of ours those that the process may read. What it may not is set to nothing, or a `.env` file would give it.
 */
export function environmentFor(
  reader: Reader,
  { env, source }: Settings,
  around: Source = surroundings(),
): Source {
  const given: Source = {};
  for (const [name, value] of Object.entries(around)) {
    // The broker finds its AWS identity as AWS's tools do; nobody else has one.
    const foreign = /^(AWS|STRIPE)_/.test(name) && !(env.MODE === 'live' && reader === 'broker');
    if (!foreign && !(keys as string[]).includes(name)) given[name] = value;
  }
  for (const key of keys) given[key] = mayRead(reader, key) ? (source[key] ?? '') : '';
  return { ...given, PROCESS: reader, GROUNDCREW_SUPERVISED: '1', NEXT_TELEMETRY_DISABLED: '1' };
}
