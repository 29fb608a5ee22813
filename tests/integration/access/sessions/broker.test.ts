import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ListBucketsCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askForExternalId, askForSession } from '@/lib/platform/broker-line/ask';
import { LINES, seal } from '@/lib/platform/broker-line/line';
import { database } from '@/lib/platform/db/client';
import { env, forgetEnv } from '@/lib/platform/env';
import { accept, acceptedProposal, add, requested, revoke, verify } from '@/tests/fixtures/access';
import { type Cloud, createStack, moveClock, newAccountId, openCloud } from '@/tests/fixtures/cloud';
import { doneOf } from '@/tests/fixtures/outcome';
import { makeWorld, type World } from '@/tests/fixtures/world';

/** A port that nobody has at this moment. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

let cloud: Cloud;
let broker: ChildProcess;
let output = '';
let world: World;

function startBroker(): ChildProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', 'lib/processes/broker.ts'], {
    env: { ...process.env, PROCESS: 'broker', LOG_LEVEL: 'debug' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr])
    stream!.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
    });
  return child;
}

/** Waits until it is so; the broker is another process, which tells this one nothing. */
async function until<T>(look: () => Promise<T | null | undefined | false>, ms = 30_000): Promise<T> {
  const end = performance.now() + ms;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (performance.now() > end) throw new Error(`it never came to that:\n${output.slice(-4_000)}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

const ready = () =>
  until(async () => {
    const answer = await fetch(`${env.BROKER_URL}/health?ready`).catch(() => null);
    return answer?.ok;
  });

beforeAll(async () => {
  cloud = await openCloud({ propagationMs: 1_000, trailDelayMs: 0 });
  const port = String(await freePort());
  Object.assign(process.env, { BROKER_PORT: port, BROKER_URL: `http://127.0.0.1:${port}` });
  forgetEnv();
  broker = startBroker();
  await ready();
  world = await makeWorld();
}, 60_000);
afterAll(async () => {
  broker.kill('SIGTERM');
  if (broker.exitCode === null) await once(broker, 'exit');
  await cloud.close();
});

const statusOf = async (id: string) => (await database().grant.findUniqueOrThrow({ where: { id } })).status;
const reaches = (id: string, status: string) => until(async () => (await statusOf(id)) === status);

/** From the form to the role, with nobody but the broker's own process in between. */
async function letIn(w: World) {
  const { owner } = w.people;
  const accountId = newAccountId();
  await cloud.control('accounts', { accountId, alias: `shop-${accountId.slice(-6)}` });
  const { connectionId } = doneOf(await add(owner, { awsAccountId: accountId, label: 'Shop' }));
  await createStack(cloud, accountId, {
    externalId: await askForExternalId({ connectionId, personId: owner.personId }),
  });
  doneOf(await verify(owner, { connectionId }));
  await until(async () => {
    const row = await database().connection.findUniqueOrThrow({ where: { id: connectionId } });
    if (row.status === 'refused') doneOf(await verify(owner, { connectionId }));
    return row.status === 'connected';
  });
  const permissionRequestId = await requested(w, await acceptedProposal(w));
  const { grantId } = doneOf(await accept(owner, { permissionRequestId, connectionId }));
  await reaches(grantId, 'active');
  return { grantId, accountId, connectionId };
}

describe('the broker’s process', () => {
  test('makes the role, gives a session, ends it within the propagation, proves it, and takes the role away', async () => {
    const { grantId } = await letIn(world);
    const { personId } = world.people.expert;
    const handed = await askForSession({ grantId, personId, purpose: 'credentials' });
    if (handed.purpose !== 'credentials') throw new Error('not credentials');
    const s3 = cloud.s3(handed);
    // The level is attached, and effective a moment later.
    await until(() => s3.send(new ListBucketsCommand({})).catch(() => null));

    doneOf(await revoke(world.people.owner, { grantId }));
    const began = performance.now();
    await expect(askForSession({ grantId, personId, purpose: 'credentials' })).rejects.toMatchObject({
      code: 'conflict',
    });
    await until(() =>
      s3.send(new ListBucketsCommand({})).then(
        () => false,
        (error: Error) => error.name === 'AccessDenied',
      ),
    );
    const refusedAfter = performance.now() - began;
    await reaches(grantId, 'denied');
    const provenAfter = performance.now() - began;
    // Never a time that a slow machine would miss: only that nobody waited for a queue's next look (30 s).
    expect(refusedAfter).toBeLessThan(15_000);
    expect(provenAfter).toBeLessThan(20_000);

    await moveClock(cloud, 1.1);
    await reaches(grantId, 'revoked');

    // What was handed over is in no row, no job and no line of the log.
    const secrets = [handed.secretAccessKey, handed.sessionToken];
    const [{ jobs }] = (await database().$queryRaw`
      SELECT coalesce(string_agg(data::text, ' '), '') AS jobs FROM pgboss.job`) as [{ jobs: string }];
    const rows = JSON.stringify([
      await database().grantSession.findMany(),
      await database().grantStep.findMany(),
      await database().auditEntry.findMany(),
      await database().message.findMany(),
    ]);
    for (const secret of [...secrets, env.BROKER_AWS_SECRET_ACCESS_KEY!])
      for (const place of [jobs, rows, output]) expect(place.includes(secret)).toBe(false);
    expect(output).toContain('job done');
  }, 120_000);

  test('takes up what a killed broker left in the middle', async () => {
    const w = await makeWorld();
    const { grantId } = await letIn(w);
    await cloud.fault('iam:AttachRolePolicy', '500', 40);
    doneOf(await revoke(w.people.owner, { grantId }));
    await until(async () => output.includes('attaching AWSDenyAll') || output.includes('grants.deny'));
    broker.kill('SIGKILL');
    await once(broker, 'exit');
    expect(await statusOf(grantId)).toBe('revoking');
    await cloud.control('faults/clear', {});
    broker = startBroker();
    await ready();
    await reaches(grantId, 'revoked');
  }, 120_000);

  test('answers nobody without the seal, and no call twice', async () => {
    const body = JSON.stringify({
      grantId: crypto.randomUUID(),
      personId: world.people.expert.personId,
      purpose: 'console',
    });
    const post = (headers: Record<string, string>) =>
      fetch(`${env.BROKER_URL}${LINES.sessions}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body,
      });
    expect((await post({})).status).toBe(401);
    expect((await post(seal('wrong'.repeat(10), LINES.sessions, body))).status).toBe(401);
    expect((await post(seal(env.BROKER_SECRET, LINES.sessions, body, Date.now() - 60_000))).status).toBe(401);
    expect((await post(seal(env.BROKER_SECRET, LINES.externalIds, body))).status).toBe(401);
    const once = seal(env.BROKER_SECRET, LINES.sessions, body);
    const both = await Promise.all([post(once), post(once)]);
    expect(both.map(({ status }) => status).sort()).toEqual([401, 409]);
    expect((await post(once)).status).toBe(401);
    expect((await fetch(`${env.BROKER_URL}/health`)).status).toBe(200);
    expect((await fetch(`${env.BROKER_URL}/sessions`)).status).toBe(404);
  });

  test('ends in peace when it is told to', async () => {
    broker.kill('SIGTERM');
    const [code] = await once(broker, 'exit');
    expect(code).toBe(0);
    broker = startBroker();
    await ready();
  }, 60_000);
});
