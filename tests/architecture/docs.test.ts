import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { keys } from '@/lib/platform/env';
import { EXTENSIONS, POSTGRES } from '@/lib/platform/postgres/requirements';
import { DECISIONS, renderDecisions } from '@/lib/processes/render-decisions';
import {
  MACHINES,
  OPERATIONS,
  RENDERED,
  renderMachines,
  SECURITY,
  withTables,
} from '@/lib/processes/render-docs';
import { RIGHTS } from '@/lib/processes/rights';
import { CODE, FILES } from './source';

/** Loading a module registers its doors, whose limits are a table of docs/security.md. */
import.meta.glob(['/lib/**/actions*.ts', '/lib/**/sockets.ts', '/app/api/**/route.ts'], { eager: true });

const AGAIN = 'run npm run docs';
const read = (file: string) => readFileSync(file, 'utf8');

test.each(Object.keys(RENDERED))('%s has the tables that the code has', (file) => {
  const page = read(file);
  expect(page, AGAIN).toBe(withTables(file, page));
});

test('every command and every setting stands in its table', () => {
  for (const command of Object.keys(RIGHTS)) expect(read(SECURITY)).toContain(`| \`${command}\` |`);
  for (const key of keys) expect(read(OPERATIONS)).toContain(`| \`${key}\` |`);
});

test('docs/machines.md has the lifecycles that the rules declare', () => {
  expect(read(MACHINES), AGAIN).toBe(renderMachines());
});

test('every decision stands in their index', () => {
  expect(read(DECISIONS), AGAIN).toBe(renderDecisions());
});

test('a page without its marks is refused, so that the table cannot fall out unseen', () => {
  expect(() => withTables(SECURITY, '# Security\n')).toThrow(/lost the marks/);
});

test('what losing NEXTAUTH_SECRET costs is told once, and names every file that uses it', () => {
  const heading = '### What rests on `NEXTAUTH_SECRET`';
  const [, after = ''] = read(SECURITY).split(heading);
  const [section = ''] = after.split('\n## ');
  // The demo's world and its page show what a person's app would show.
  const users = CODE.filter(
    (file) => /^(app|lib)\/(?!demo\/)/.test(file) && /\benv\.NEXTAUTH_SECRET\b/.test(read(file)),
  );
  expect(new Set([...section.matchAll(/`((?:app|lib)\/[^`]+)`/g)].map(([, file]) => file))).toEqual(
    new Set(users),
  );
  const told = read(OPERATIONS)
    .split('\n')
    .filter((line) => line.includes('NEXTAUTH_SECRET') && !line.startsWith('|'));
  expect(told).toEqual([expect.stringContaining('security.md#what-rests-on-nextauth_secret')]);
});

test('the oldest Node and PostgreSQL that will do are the same everywhere', () => {
  const [, node = ''] = /const NEEDED = \[(\d+, \d+)\]/.exec(read('lib/processes/node.mjs')) ?? [];
  expect(read('README.md')).toContain(`Node ${node.replace(', ', '.')} or later`);
  for (const file of ['README.md', OPERATIONS]) expect(read(file)).toContain(`PostgreSQL ${POSTGRES}`);
  const installed = new Set(
    FILES.filter((file) => file.endsWith('migration.sql')).flatMap((file) =>
      [...read(file).matchAll(/CREATE EXTENSION IF NOT EXISTS (\w+)/g)].map(([, name]) => name),
    ),
  );
  expect(installed).toEqual(new Set(EXTENSIONS));
  for (const name of EXTENSIONS) expect(read(OPERATIONS)).toContain(`\`${name}\``);
});

describe('the connection budget', () => {
  /** How many connections a pool opens at most, as its file says. */
  const size = (file: string, pattern: RegExp) => {
    const found = pattern.exec(read(file));
    if (!found) throw new Error(`${file} opens its connections in another way: look at the budget again`);
    return Number(found[1]);
  };
  const rows = size('lib/platform/db/client.ts', /openDatabase\(url: string, max = (\d+)\)/);
  const [sends, works] = [1, 2].map((place) => {
    const [, ...both] = /max: role === 'sends' \? (\d+) : (\d+)/.exec(read('lib/platform/jobs/queue.ts'))!;
    return Number(both[place - 1]);
  }) as [number, number];
  const limits = size('lib/platform/limits/limit.ts', /max: (\d+), allowExitOnIdle/);
  const sockets = size(
    'lib/processes/realtime/server.ts',
    /connectionString: options\.databaseUrl, max: (\d+)/,
  );
  const turns = size('lib/access/turns/turn.ts', /const AT_ONCE = (\d+)/);
  const listen = 1;
  // pg-boss listens on a connection beside its pool.
  const budget = {
    web: [rows, sends, limits],
    realtime: [rows, sends, limits, sockets, listen],
    worker: [rows, works, listen, listen],
    broker: [rows, works, listen, listen, turns],
  };
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

  test.each(Object.entries(budget))('of %s is what docs/operations.md states', (name, pools) => {
    expect(read(OPERATIONS)).toContain(`| ${name} | ${pools.join(' + ')} | ${sum(pools)} |`);
  });

  test('in all is what docs/operations.md states, and fits into the Postgres that comes with it', () => {
    const all = sum(Object.values(budget).map(sum));
    expect(read(OPERATIONS)).toContain(`**${all} connections**`);
    expect(all).toBeLessThan(size('lib/platform/embedded/embedded.ts', /max_connections: (\d+)/) / 2);
  });

  test('counts every pool that there is', () => {
    const pools = Object.keys(import.meta.glob('/lib/**/*.ts'))
      .filter((file) => !file.includes('/generated/') && !file.includes('/sandbox/'))
      .filter((file) => /new pg\.Pool\(|new PrismaPg\(|new PgBoss\(/.test(read(file.slice(1))));
    expect(pools.sort()).toEqual([
      '/lib/access/turns/turn.ts',
      '/lib/platform/db/client.ts',
      '/lib/platform/jobs/queue.ts',
      '/lib/platform/limits/limit.ts',
      '/lib/platform/migrations/migrate.ts',
      '/lib/processes/realtime/server.ts',
    ]);
  });
});
