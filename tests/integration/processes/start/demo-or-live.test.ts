import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { database } from '@/lib/platform/db/client';
import { prepareHome, removeHome } from '@/lib/platform/embedded/home';
import { migrate } from '@/lib/platform/migrations/migrate';
import { modeOf } from '@/lib/platform/postgres/mode';
import { asAccount, ROLES, type Role, requireRoles, roleName } from '@/lib/platform/postgres/roles';
import { readSettings } from '@/lib/processes/start/settings';
import { JOBS } from '@/lib/wiring/jobs';
import { begin, run } from '@/tests/fixtures/commands';
import { dumpOf, sayMode } from '@/tests/fixtures/dump';
import { makeWorld } from '@/tests/fixtures/world';
import { addresses } from '@/tests/setup/database';
import { freePorts } from '@/tests/setup/ports';

const { passwords } = inject('template').secrets;
const { owner } = addresses();
const own = new URL(owner).pathname.slice(1);
/** The databases of this file, by what they are. */
const at = (name: string) => Object.assign(new URL(owner), { pathname: `/${own}_${name}` }).href;
const NAMES = ['demo_empty', 'demo_full', 'live_empty', 'live_full'] as const;

async function ask(url: string, ...statements: string[]): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** So that no trigger keeps a test from making what may not be made. */
const REPLICA = 'SET session_replication_role = replica';
const live = { url: at('live_empty'), named: 'DATABASE_URL' };
beforeAll(async () => {
  await makeWorld();
  await database().$disconnect();
  const server = Object.assign(new URL(owner), { pathname: '/postgres' }).href;
  await ask(
    server,
    `CREATE DATABASE ${own}_demo_empty TEMPLATE groundcrew`,
    `CREATE DATABASE ${own}_demo_full TEMPLATE ${own}`,
    `CREATE DATABASE ${own}_live_empty`,
    `CREATE DATABASE ${own}_live_full TEMPLATE ${own}`,
  );
  await migrate(live, 'live', JOBS);
  await ask(at('live_full'), sayMode(false));
});
afterAll(async () => {
  for (const name of NAMES) await ask(owner, `DROP DATABASE IF EXISTS ${own}_${name} WITH (FORCE)`);
});

let dataDir: string;
let port: number;
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'groundcrew-mode-'));
  port = await freePorts();
});
afterEach(() => {
  removeHome(prepareHome(dataDir));
  rmSync(dataDir, { recursive: true, force: true });
});

/** Everything that a live installation on this database is given. */
const liveSettings = (url: string): Record<string, string> => ({
  DATABASE_URL: url,
  ...Object.fromEntries(
    ROLES.map((role) => [
      `${role.toUpperCase()}_DATABASE_URL`,
      asAccount(url, roleName(role), passwords[role]),
    ]),
  ),
  APP_URL: 'https://groundcrew.example',
  REALTIME_URL: 'https://realtime.groundcrew.example',
  NEXTAUTH_SECRET: 'n'.repeat(40),
  BROKER_SECRET: 'b'.repeat(40),
  SMTP_URL: 'smtp://mail.groundcrew.example',
  MAIL_FROM: 'Groundcrew <desk@groundcrew.example>',
  STRIPE_SECRET_KEY: 'sk_live_not_a_key',
  STRIPE_WEBHOOK_SECRET: 'whsec_not_a_secret',
  AWS_PLATFORM_ACCOUNT: '999988887777',
  AWS_BROKER_ROLE_ARN: 'arn:aws:iam::999988887777:role/broker',
  OPERATOR_NAME: 'Harbour Ltd',
  OPERATOR_EMAIL: 'desk@groundcrew.example',
  METRICS_TOKEN: 'a-token-of-the-live-one',
  OIDC_ISSUER: 'https://login.groundcrew.example',
  OIDC_CLIENT_ID: 'live',
  OIDC_CLIENT_SECRET: 'live-secret',
});
const place = () => ({ DATA_DIR: dataDir, PORT: String(port) });
/** The settings of a demo that would work on this database, as a start has written them. */
function keepDemoSettings(url: string): void {
  readSettings({ MODE: 'demo', ...place(), DEMO_DATABASE_URL: url });
}
/** Each command loads what it needs of the product first. */
const COMMANDS = { timeout: 90_000 };
/** What runs below a process, where the system tells. */
function programsBelow(pid: number): string[] {
  const folder = `/proc/${pid}/task/${pid}`;
  if (!existsSync(`${folder}/children`)) return [];
  const children = readFileSync(`${folder}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
  return [readFileSync(`/proc/${pid}/cmdline`, 'utf8'), ...children.flatMap((child) => programsBelow(child))];
}
const LIVES = 'belongs to a live installation';
const DEMOS = 'belongs to a demo';

describe('a database', () => {
  const said = async (url: string) => {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      return await modeOf(client);
    } finally {
      await client.end();
    }
  };

  test('says from its first migration whether it is a demo or live, and stays that', async () => {
    expect(await said(at('live_empty'))).toBe('live');
    expect(await said(at('demo_empty'))).toBe('demo');
    for (const change of [
      'UPDATE installation SET demo = NOT demo',
      'UPDATE installation SET demo = NULL',
      'DELETE FROM installation',
      'TRUNCATE installation',
    ])
      await expect(ask(at('live_empty'), change), change).rejects.toThrow('a database stays what it is');
  });

  test('from before that was said is told by its mark and its people', async () => {
    const before = `${REPLICA}; UPDATE installation SET demo = coalesce(demo, false);
      ALTER TABLE installation ALTER COLUMN demo SET NOT NULL`;
    await ask(owner, `CREATE DATABASE ${own}_old TEMPLATE ${own}_live_full`);
    try {
      await ask(at('old'), before);
      expect(await said(at('old'))).toBe('live');
      await ask(at('old'), sayMode(true));
      expect(await said(at('old'))).toBe('demo');
      await ask(at('old'), `${REPLICA}; UPDATE installation SET demo = false; TRUNCATE person CASCADE`);
      expect(await said(at('old'))).toBeNull();
    } finally {
      await ask(owner, `DROP DATABASE ${own}_old WITH (FORCE)`);
    }
  });
});

describe.each(['empty', 'full'])(
  'another mode refuses a database that is %s, and leaves every byte of it',
  COMMANDS,
  (state) => {
    test('a demo start, the one of a live installation', async () => {
      const url = at(`live_${state}`);
      const before = await dumpOf(url);
      const ran = await run('start', { MODE: 'demo', ...place(), DEMO_DATABASE_URL: url });
      expect(ran.said).toContain(`DEMO_DATABASE_URL ${LIVES}`);
      expect(ran.code).toBe(1);
      expect(await dumpOf(url)).toBe(before);
    });

    test('a live start, the one of a demo', async () => {
      const url = at(`demo_${state}`);
      const before = await dumpOf(url);
      const ran = await run('start', { MODE: 'live', ...place(), ...liveSettings(url) });
      expect(ran.said).toContain(`DATABASE_URL ${DEMOS}`);
      expect(ran.code).toBe(1);
      expect(await dumpOf(url)).toBe(before);
    });

    test('npm run seed, with and without --requests', async () => {
      const url = at(`live_${state}`);
      const before = await dumpOf(url);
      keepDemoSettings(url);
      const ran = await run(
        'seed',
        { ...place() },
        { parameters: state === 'full' ? ['--requests', '10'] : [] },
      );
      expect(ran).toMatchObject({ code: 1, said: expect.stringContaining(LIVES) });
      expect(await dumpOf(url)).toBe(before);
    });

    test('migrating, both, also where it came first by a moment', async () => {
      for (const [name, mode] of [
        ['live', 'demo'],
        ['demo', 'live'],
      ] as const) {
        const url = at(`${name}_${state}`);
        const before = await dumpOf(url);
        await expect(migrate({ url, named: 'DATABASE_URL' }, mode, JOBS)).rejects.toThrow('belongs to a');
        expect(await dumpOf(url)).toBe(before);
      }
    });
  },
);

test('npm run admin refuses the database of the other mode', COMMANDS, async () => {
  const [ofLive, ofDemo] = [at('live_full'), at('demo_full')];
  const before = [await dumpOf(ofLive), await dumpOf(ofDemo)];
  keepDemoSettings(ofLive);
  const parameters = ['ines@groundcrew.example'];
  const demo = await run('admin', { ...place() }, { parameters });
  expect(demo).toMatchObject({ code: 1, said: expect.stringContaining(`DEMO_DATABASE_URL ${LIVES}`) });
  const other = await run('admin', { MODE: 'live', ...place(), ...liveSettings(ofDemo) }, { parameters });
  expect(other).toMatchObject({ code: 1, said: expect.stringContaining(`DATABASE_URL ${DEMOS}`) });
  expect([await dumpOf(ofLive), await dumpOf(ofDemo)]).toEqual(before);
});

describe('a demo beside a live installation', COMMANDS, () => {
  test('reads nothing of it, and says so in one line', () => {
    const settings = readSettings({ ...place(), ...liveSettings(at('live_full')) });
    const read = JSON.stringify(settings.source);
    for (const [name, value] of Object.entries(liveSettings(at('live_full'))))
      expect(read, name).not.toContain(value);
    expect(settings).toMatchObject({ embedded: true, env: { MODE: 'demo' } });
    expect(settings.left).toContain('DATABASE_URL');
    expect(readSettings({ ...place(), OIDC_ISSUER: 'https://login.example', SMTP_URL: '' })).toMatchObject({
      left: [],
      env: { OIDC_ISSUER: 'https://login.example' },
    });
  });

  test('takes a database and a mail server from variables of its own', () => {
    const url = at('demo_empty');
    const { env, embedded } = readSettings({
      ...place(),
      DEMO_DATABASE_URL: url,
      DEMO_SMTP_URL: 'smtp://127.0.0.1:2525',
    });
    expect({ ...env, embedded }).toMatchObject({
      DATABASE_URL: url,
      SMTP_URL: 'smtp://127.0.0.1:2525',
      embedded: false,
    });
  });

  test('starts on a database of its own in the folder whose .env is the live one’s, without MODE', async () => {
    const folder = join(dataDir, 'clone');
    mkdirSync(folder);
    for (const name of ['lib', 'prisma', 'node_modules', 'package.json', 'tsconfig.json'])
      symlinkSync(resolve(name), join(folder, name));
    const settings = { ...liveSettings(at('live_full')), ...place() };
    writeFileSync(
      join(folder, '.env'),
      Object.entries(settings)
        .map(([name, value]) => `${name}='${value}'\n`)
        .join(''),
    );
    const before = await dumpOf(at('live_full'));
    const started = begin('start', {}, { cwd: folder, parameters: ['--dev'] });
    // The migrations are done, on the database that it brought.
    await started.heard('  migrations ');
    // What bundled it has ended: no compiler stays beside it.
    expect(programsBelow(started.pid).filter((program) => program.includes('esbuild'))).toEqual([]);
    process.kill(started.pid, 'SIGTERM');
    const { said } = await started.ended;
    expect(said).toContain('MODE is not set, so this is the demo: it does not read');
    expect(said).toContain(`on port ${port + 8}`);
    expect(await dumpOf(at('live_full'))).toBe(before);
  });

  test('leaves the roles of a server alone that another installation uses', async () => {
    const url = at('nobodys');
    await ask(owner, `CREATE DATABASE ${own}_nobodys`);
    try {
      const before = await dumpOf(url);
      const ran = await run('start', { MODE: 'demo', ...place(), DEMO_DATABASE_URL: url });
      expect(ran.said).toContain('uses groundcrew_web: give the demo a server of its own');
      expect(await dumpOf(url)).toBe(before);
      // Live, with a password that is not the role's.
      const wrong = Object.fromEntries(
        ROLES.map((role) => [
          role,
          { url: asAccount(url, roleName(role), 'wrong'), named: `${role.toUpperCase()}_DATABASE_URL` },
        ]),
      ) as Record<Role, { url: string; named: string }>;
      await expect(requireRoles({ url, named: 'DATABASE_URL' }, wrong, 'live')).rejects.toThrow(
        'The password of groundcrew_web in WEB_DATABASE_URL is wrong',
      );
      expect(await dumpOf(url)).toBe(before);
    } finally {
      await ask(owner, `DROP DATABASE ${own}_nobodys WITH (FORCE)`);
    }
  });
});
