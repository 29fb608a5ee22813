import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrate } from '@/lib/platform/migrations/migrate';
import { requireDatabase, requireVersion } from '@/lib/platform/postgres/requirements';
import { asAccount } from '@/lib/platform/postgres/roles';
import { JOBS } from '@/lib/wiring/jobs';
import { run } from '@/tests/fixtures/commands';
import { addresses } from '@/tests/setup/database';
import { freePort } from '@/tests/setup/ports';

const { owner } = addresses();
const NAMED = 'DATABASE_URL';
const name = `${new URL(owner).pathname.slice(1)}_poor`;
const changed = (change: Partial<URL>) => Object.assign(new URL(owner), change).href;
const refused = (url: string) => expect(requireDatabase({ url, named: NAMED }, 'live')).rejects;
let dataDir: string;
let server: Client;
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'groundcrew-refused-'));
  server = new Client({ connectionString: owner });
  await server.connect();
});
afterAll(async () => {
  await server.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await server.query(`DROP ROLE IF EXISTS ${name}`);
  await server.end();
  rmSync(dataDir, { recursive: true, force: true });
});

describe('a database that cannot be used is refused with the setting and the remedy', () => {
  test('where nothing answers, by the start itself', { timeout: 60_000 }, async () => {
    const port = await freePort();
    const ran = await run('start', {
      MODE: 'demo',
      DATA_DIR: dataDir,
      DEMO_DATABASE_URL: changed({ port: String(port) }),
    });
    expect(ran.code).toBe(1);
    expect(ran.said).toContain(
      `No PostgreSQL responds at 127.0.0.1:${port} (DEMO_DATABASE_URL). Start it there, or fix the host and port.`,
    );
  });

  test('where the password is wrong', () =>
    refused(changed({ password: 'wrong' })).toThrow(
      'The password of groundcrew in DATABASE_URL is wrong. Fix it.',
    ));

  test('where the host is not known', () =>
    refused(changed({ hostname: 'nowhere.invalid' })).toThrow(
      'The host nowhere.invalid in DATABASE_URL wasn’t found. Fix it.',
    ));

  test('where it does not exist', () =>
    refused(changed({ pathname: '/nowhere' })).toThrow(
      'The database nowhere in DATABASE_URL doesn’t exist. Create it, or fix the name.',
    ));

  test('where the server wants no password that is encrypted', () =>
    refused(changed({ search: '?sslmode=verify-full' })).toThrow(
      'Can’t open the database in DATABASE_URL: ',
    ));

  test.each([
    [150_014, 'Groundcrew needs PostgreSQL 18, but DATABASE_URL leads to PostgreSQL 15'],
    [170_006, 'leads to PostgreSQL 17. Upgrade it, or name another server.'],
  ])('where it is PostgreSQL %d', (version, said) => {
    expect(() => requireVersion(version, NAMED)).toThrow(said);
    expect(() => requireVersion(180_000, NAMED)).not.toThrow();
  });

  test('where its account may do too little: with the remedies, one after the other, it may do all', async () => {
    await server.query(`CREATE ROLE ${name} LOGIN PASSWORD 'poor'`);
    await server.query(`CREATE DATABASE ${name}`);
    await server.query(`REVOKE CONNECT ON DATABASE ${name} FROM PUBLIC`);
    const poor = { url: asAccount(changed({ pathname: `/${name}` }), name, 'poor'), named: NAMED };
    const remedies: string[] = [];
    for (let round = 0; round < 5; round += 1) {
      const problem = await requireDatabase(poor, 'live').then(
        () => null,
        (error: Error) => error,
      );
      if (!problem) break;
      expect(problem.message).toContain(`${name} in DATABASE_URL can’t `);
      const [, remedy = ''] = /\. Run (.+) there, as a superuser\.$/.exec(problem.message) ?? [];
      remedies.push(remedy);
      await server.query(remedy);
    }
    expect(remedies).toEqual([
      `GRANT CONNECT ON DATABASE ${name} TO ${name}`,
      `GRANT CREATE ON DATABASE ${name} TO ${name}`,
      `ALTER DATABASE ${name} OWNER TO ${name}`,
    ]);
    expect((await migrate(poor, 'live', JOBS)).length).toBeGreaterThan(10);
  });

  test('where its tables belong to another account', () =>
    refused(asAccount(owner, name, 'poor')).toThrow(
      'belong to groundcrew. Name that account in DATABASE_URL.',
    ));
});

describe('a Node that is too old', () => {
  /** Those of this machine that are older than the oldest that will do. */
  const places = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'node'));
  const old = [...new Set(places.filter((place) => existsSync(place)).map((place) => realpathSync(place)))]
    .map(
      (program) =>
        [program, execFileSync(program, ['-p', 'process.versions.node']).toString().trim()] as const,
    )
    .filter(([, version]) => Number(version.split('.')[0]) < 22);
  const pretended = 'data:text/javascript,Object.defineProperty(process.versions,"node",{value:"20.19.0"})';

  test.each([
    [process.execPath, '20.19.0', ['--import', pretended]] as const,
    ...old.map(([program, version]) => [program, version, [] as string[]] as const),
  ])('is told which it needs: %s as %s', (program, version, options) => {
    expect.assertions(2);
    try {
      execFileSync(program, [...options, 'lib/processes/launch.mjs', 'start'], {
        env: { NODE_ENV: 'production', DATA_DIR: dataDir },
        stdio: 'pipe',
      });
    } catch (error) {
      const { status, stderr } = error as { status: number; stderr: Buffer };
      expect(status).toBe(1);
      expect(stderr.toString().trim()).toMatch(
        new RegExp(
          `^Groundcrew needs Node 22\\.18 or later, and this is Node ${version}: install a newer one .+\\.$`,
        ),
      );
    }
  });
});
