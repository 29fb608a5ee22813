import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { place } from './place';
import { expect } from './test';

const Run = z.record(z.string(), z.object({ pid: z.number() }));

/** The process of this name as the supervisor knows it now. */
function pidOf(name: string): number {
  const run = Run.parse(JSON.parse(readFileSync(join(place().dataDir, 'run.json'), 'utf8')));
  return run[name]?.pid ?? 0;
}

/** Ends a process as a power cut would. It is the supervisor's to start it again; nobody here waits until it is well. */
export async function kill(name: string): Promise<void> {
  const before = pidOf(name);
  expect(before, `${name} runs`).toBeGreaterThan(0);
  process.kill(before, 'SIGKILL');
  await expect.poll(() => pidOf(name), { message: `${name} is started again` }).not.toBe(before);
}
