import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asAccount, ROLES, type Role, requireRoles, roleName } from '@/lib/platform/postgres/roles';
import { readSettings } from '@/lib/processes/start/settings';
import { begin, run } from '@/tests/fixtures/commands';
import { dumpOf } from '@/tests/fixtures/dump';
import { ask, at, dropModes, liveSettings, makeModes, own, ownPlaces } from '@/tests/fixtures/modes';
import { addresses } from '@/tests/setup/database';

const { owner } = addresses();

beforeAll(makeModes);
afterAll(dropModes);

const place = ownPlaces();
/** Each command loads what it needs of the product first. */
const COMMANDS = { timeout: 90_000 };

/** What runs below a process, where the system tells. */
function programsBelow(pid: number): string[] {
  const folder = `/proc/${pid}/task/${pid}`;
  if (!existsSync(`${folder}/children`)) return [];
  const children = readFileSync(`${folder}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
  return [readFileSync(`/proc/${pid}/cmdline`, 'utf8'), ...children.flatMap((child) => programsBelow(child))];
}

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
    const folder = join(place().DATA_DIR, 'clone');
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
    expect(said).toContain('MODE is not set, so this is the demo: it doesn’t read');
    expect(said).toContain(`on port ${Number(place().PORT) + 8}`);
    expect(await dumpOf(at('live_full'))).toBe(before);
  });

  test('leaves the roles of a server alone that another installation uses', async () => {
    const url = at('nobodys');
    await ask(owner, `CREATE DATABASE ${own}_nobodys`);
    try {
      const before = await dumpOf(url);
      const ran = await run('start', { MODE: 'demo', ...place(), DEMO_DATABASE_URL: url });
      expect(ran.said).toContain('uses groundcrew_web. Give the demo its own server');
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
