import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseEnv } from '@/lib/platform/env';
import { serveHealth } from '@/lib/processes/health';
import { answers, keep } from '@/lib/processes/start/child';
import { claim } from '@/lib/processes/start/claim';
import { identify } from '@/lib/processes/start/identity';
import { requirePorts } from '@/lib/processes/start/ports';
import { environmentFor, readSettings } from '@/lib/processes/start/settings';
import { freePort, freePorts } from '@/tests/setup/ports';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'groundcrew-start-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

/** A process that answers on a port, as a program for Node's `-e`. */
const answering = (port: number) =>
  `require('http').createServer((_, r) => r.end('{}')).listen(${port}, '127.0.0.1')`;

function keepOne(program: string, port: number) {
  const pids: number[] = [];
  const said: string[] = [];
  const kept = keep({
    name: 'stand-in',
    parameters: ['-e', program],
    environment: {},
    healthy: () => answers(`http://127.0.0.1:${port}/`),
    output: () => undefined,
    began: (pid) => pids.push(pid),
    say: (sentence) => said.push(sentence),
  });
  return { kept, pids, said };
}

describe('a process that is kept running', () => {
  test('starts again after it was killed, and ends for good when it is stopped', async () => {
    const port = await freePort();
    const { kept, pids, said } = keepOne(answering(port), port);
    await kept.ready;
    process.kill(pids[0]!, 'SIGKILL');
    await expect.poll(() => pids.length, { timeout: 10_000 }).toBe(2);
    await expect.poll(() => answers(`http://127.0.0.1:${port}/`), { timeout: 10_000 }).toBe(true);
    expect(said[0]).toMatch(/killed by SIGKILL\); starting it again in 0.25 s/);
    await kept.stop();
    expect(pids.map(identify)).toEqual([null, null]);
  });

  test('that never comes up fails the start with a sentence', async () => {
    const { kept, pids } = keepOne('process.exit(3)', await freePort());
    await expect(kept.ready).rejects.toThrow('The process stand-in doesn’t start (exit code 3).');
    expect(pids.length).toBe(3);
    await kept.stop();
  });
});

describe('the claim on a data folder', () => {
  const address = 'http://localhost:3000';

  test('refuses a second start while the first one runs, and not afterwards', async () => {
    const first = await claim({ dataDir, address });
    await expect(claim({ dataDir, address })).rejects.toThrow(`already runs in this folder at ${address}`);
    first.release();
    (await claim({ dataDir, address })).release();
  });

  test('ends what a killed start left behind', async () => {
    const left = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], {
      detached: true,
      stdio: 'ignore',
    });
    const ended = new Promise((resolve) => left.once('exit', (_, signal) => resolve(signal)));
    const identity = identify(left.pid!);
    writeFileSync(join(dataDir, 'run.json'), JSON.stringify({ worker: { pid: left.pid, identity } }));
    writeFileSync(join(dataDir, 'lock.json'), JSON.stringify({ pid: 1, identity: 'long ago', address }));
    (await claim({ dataDir, address })).release();
    expect(await ended).toBe('SIGTERM');
  });

  test('leaves a process alone that only has the number of one of ours', async () => {
    const stranger = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], {
      detached: true,
      stdio: 'ignore',
    });
    writeFileSync(
      join(dataDir, 'run.json'),
      JSON.stringify({ worker: { pid: stranger.pid, identity: 'long ago' } }),
    );
    (await claim({ dataDir, address })).release();
    expect(identify(stranger.pid!)).not.toBeNull();
    stranger.kill('SIGKILL');
  });
});

describe('the settings of the demo', () => {
  const around = () => ({
    PATH: '/bin',
    DATA_DIR: dataDir,
    AWS_ACCESS_KEY_ID: 'AKIAREAL',
    AWS_ENDPOINT: 'https://iam.amazonaws.com',
    STRIPE_SECRET_KEY: 'sk_live_real',
  });

  test('take no AWS or Stripe settings from around them, and keep their secrets', () => {
    const settings = readSettings(around());
    expect(settings.env).toMatchObject({ HOST: '127.0.0.1', AWS_ENDPOINT: 'http://127.0.0.1:3003' });
    expect(settings.env.STRIPE_SECRET_KEY).toMatch(/^sk_test_/);
    expect(readSettings(around()).env.NEXTAUTH_SECRET).toBe(settings.env.NEXTAUTH_SECRET);
    expect(environmentFor('worker', settings, around())).not.toHaveProperty('AWS_ACCESS_KEY_ID');
  });

  test('give each process its own database account and no other', () => {
    const settings = readSettings(around());
    for (const [process, key] of [
      ['web', 'WEB_DATABASE_URL'],
      ['worker', 'WORKER_DATABASE_URL'],
      ['broker', 'BROKER_DATABASE_URL'],
    ] as const) {
      const given = environmentFor(process, settings, around());
      const urls = Object.keys(given).filter((name) => name.endsWith('DATABASE_URL') && given[name] !== '');
      expect(urls).toEqual([key]);
      expect(parseEnv(given).PROCESS).toBe(process);
    }
    expect(environmentFor('web', settings, around()).BROKER_AWS_SECRET_ACCESS_KEY).toBe('');
  });

  test('are readable by nobody else', () => {
    readSettings(around());
    for (const name of ['settings.json', 'secrets.json'])
      expect(statSync(join(dataDir, name)).mode & 0o777, name).toBe(0o600);
  });

  test('name the port that another program has', async () => {
    const first = await freePorts();
    const settings = readSettings({ ...around(), PORT: String(first) });
    await requirePorts(settings.env);
    const taken = await serveHealth({ port: first + 2, ready: async () => ({ ok: true }) });
    await expect(requirePorts(settings.env)).rejects.toThrow(
      `Another program uses port ${first + 2} (the broker).`,
    );
    await taken.close();
  });
});

test('health tells living from ready, and metrics are for this machine', async () => {
  let ok = false;
  const server = await serveHealth({ port: 0, ready: async () => ({ ok }), metrics: async () => 'up 1\n' });
  const at = (path: string) => fetch(`http://127.0.0.1:${server.port}${path}`);
  expect((await at('/health')).status).toBe(200);
  expect((await at('/health?ready')).status).toBe(503);
  ok = true;
  expect((await at('/health?ready')).status).toBe(200);
  expect(await (await at('/metrics')).text()).toBe('up 1\n');
  expect((await at('/')).status).toBe(404);
  await server.close();
});
