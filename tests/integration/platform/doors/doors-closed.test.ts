import { describe, expect, test } from 'vitest';
import { database } from '@/lib/platform/db/client';
import { pass } from '@/lib/platform/doors/pass';
import { registered } from '@/lib/platform/doors/registry';
import { RIGHTS } from '@/lib/processes/rights';
import { COMPANY_INPUTS, OF_CLOSED, stop } from '@/tests/fixtures/closed-samples';
import { codeOf } from '@/tests/fixtures/outcome';
import { SAMPLES } from '@/tests/fixtures/samples';
import { makeWorld, viewerOf } from '@/tests/fixtures/world';

/** Loading a module registers its doors. */
void import.meta.glob<object>('/lib/**/actions*.ts', { eager: true });
void import.meta.glob<object>('/lib/**/sockets.ts', { eager: true });
void import.meta.glob<object>('/app/api/**/route.ts', { eager: true });

/** One door for each command that a company's people may run. */
const CALLS = [
  ...new Map([...registered().values()].map(({ call }) => [call.may.name, call])).values(),
].filter(({ may }) => may.by.some((need) => need.startsWith('company:') || need === 'party'));

test('whoever adds a command for companies says whether it outlives their closing', () => {
  expect(CALLS.map(({ may }) => may.name).sort()).toEqual(Object.keys(OF_CLOSED).sort());
  const done = Object.keys(OF_CLOSED).filter((name) => OF_CLOSED[name] === 'done');
  expect([...done, 'messages.send'].sort()).toEqual(
    Object.keys(RIGHTS)
      .filter((name) => RIGHTS[name]!.whileClosed)
      .sort(),
  );
});

describe.each(CALLS.map((call) => [call.may.name, call] as const))('%s', (name, call) => {
  test('is refused of a suspended company, and of a closed one answers as reviewed', async () => {
    const world = await makeWorld();
    const { personId } = world.people.expert;
    const fields = await (COMPANY_INPUTS[name] ?? SAMPLES[name]!.input)(world);
    const input = { key: crypto.randomUUID(), ...fields };
    await stop(world, { suspendedAt: new Date() });
    expect(codeOf(await pass(call, await viewerOf(database(), personId), input))).toBe('forbidden');
    await stop(world, { suspendedAt: null, closedAt: new Date() });
    const viewer = await viewerOf(database(), personId);
    expect(viewer.companies[0]).toMatchObject({ suspended: false, closed: true });
    const outcome = await pass(call, viewer, input);
    expect(codeOf(outcome)).toBe(OF_CLOSED[name]);
    if (!outcome.ok) expect(outcome.message).toContain('company is closed');
  });
});
