import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { identify } from '@/lib/processes/start/identity';

let folder: string;
let npm: ChildProcess;
const told = () => (existsSync(join(folder, 'told')) ? readFileSync(join(folder, 'told'), 'utf8') : '');
const numbers = () => told().split('\n')[0]!.split(' ').filter(Boolean).map(Number);

/** An installation of three busy processes under load, started by npm as `npm start` starts ours. */
async function start(script: (program: string) => string): Promise<void> {
  const program = `"${process.execPath}" --import tsx tests/fixtures/supervised.ts "${join(folder, 'told')}"`;
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'supervised', scripts: { start: script(program) } }),
  );
  npm = spawn('npm', ['start', '--prefix', folder], {
    env: { ...process.env, PROJECT: resolve('.') },
    stdio: 'ignore',
    detached: true,
  });
  await expect.poll(() => numbers().length, { timeout: 60_000 }).toBe(4);
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'groundcrew-stop-'));
});
afterEach(() => {
  for (const number of [...numbers(), npm.pid ?? 0])
    if (number && identify(number)) process.kill(number, 'SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});
const gone = () =>
  expect
    .poll(() => [...numbers(), npm.pid!].filter((number) => identify(number) !== null), { timeout: 30_000 })
    .toEqual([]);

/** npm runs a script by a shell. Most make way for the one command; some stay, and die of a signal that npm passes on. */
const MAKES_WAY = (program: string) => `cd "$PROJECT" && exec ${program}`;
const STAYS = (program: string) => `cd "$PROJECT"; ${program}; true`;
const twice = (work: () => void) => () => {
  work();
  work();
};

describe('npm start stops all that it started, under load', () => {
  test.each([
    ['at SIGTERM to npm', MAKES_WAY, () => npm.kill('SIGTERM')],
    ['at SIGTERM to npm, by a shell that stays', STAYS, () => npm.kill('SIGTERM')],
    ['at SIGTERM to the whole group, twice', MAKES_WAY, twice(() => process.kill(-npm.pid!, 'SIGTERM'))],
    ['when npm was killed', MAKES_WAY, () => npm.kill('SIGKILL')],
  ])('%s', { timeout: 90_000 }, async (_, script, end) => {
    await start(script);
    end();
    await gone();
    expect(told()).toContain('stopped');
  });
});
