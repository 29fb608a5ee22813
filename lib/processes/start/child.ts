import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { MINUTE } from '@/lib/core/time';
import { signalGroup } from './identity';
import { startProblem } from './problem';

const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 10_000;
const HEALTHY_AFTER = 30_000;
const GRACE = 10_000;
const TRIES_AT_START = 3;
const START_LIMIT = 2 * MINUTE;

export type Plan = {
  name: string;
  /** What Node is given: a file and its parameters. */
  parameters: string[];
  environment: Record<string, string | undefined>;
  healthy: () => Promise<boolean>;
  output: (text: Buffer) => void;
  began: (pid: number) => void;
  /** What has happened to it, for the person at the terminal. */
  say: (sentence: string) => void;
};
export type Kept = {
  /** Ends when the process first answers that it is well; fails with a sentence where it does not come up. */
  ready: Promise<void>;
  stop(): Promise<void>;
};

/** Runs a process and starts it again whenever it ends by itself, each time after a longer pause. */
export function keep(plan: Plan): Kept {
  const ending = new AbortController();
  let child: ChildProcess | null = null;
  const { promise: ready, resolve: isReady, reject: fails } = Promise.withResolvers<void>();
  ready.catch(() => undefined);
  const life = (async () => {
    let wait = FIRST_PAUSE;
    let wasReady = false;
    for (let tries = 1; !ending.signal.aborted; tries += 1) {
      child = begin(plan);
      const ended = new Promise<string>((resolve) => {
        child?.once('error', (error) => resolve(error.message));
        child?.once('exit', (code, signal) => resolve(signal ? `killed by ${signal}` : `exit code ${code}`));
      });
      const over = new AbortController();
      void ended.then(() => over.abort());
      const wellSince = await becomesHealthy(plan, over.signal);
      if (wellSince && !wasReady) isReady();
      wasReady ||= wellSince !== null;
      // Answers nothing for two minutes: it will not come up by itself.
      if (!wellSince && !over.signal.aborted && child.pid) signalGroup(child.pid, 'SIGKILL');
      const reason = await ended;
      // Whatever it had started itself must not hold its port.
      if (child.pid) signalGroup(child.pid, 'SIGKILL');
      if (ending.signal.aborted) return;
      if (!wasReady && tries >= TRIES_AT_START) {
        fails(startProblem(`The process ${plan.name} doesn’t start (${reason}).`));
        return;
      }
      if (wellSince && Date.now() - wellSince > HEALTHY_AFTER) wait = FIRST_PAUSE;
      plan.say(`${plan.name} stopped (${reason}); starting it again in ${wait / 1000} s`);
      await pause(wait, undefined, { signal: ending.signal }).catch(() => undefined);
      wait = Math.min(wait * 2, LONGEST_PAUSE);
    }
  })();
  return {
    ready,
    async stop() {
      ending.abort();
      const pid = child?.exitCode === null && child.signalCode === null ? child.pid : undefined;
      if (pid) {
        signalGroup(pid, 'SIGTERM');
        const late = setTimeout(() => signalGroup(pid, 'SIGKILL'), GRACE);
        await life;
        clearTimeout(late);
      }
      await life;
    },
  };
}

function begin(plan: Plan): ChildProcess {
  const child = spawn(process.execPath, plan.parameters, {
    env: plan.environment as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own: Ctrl-C reaches us alone, and what it starts itself can be ended with it.
    detached: true,
  });
  child.stdout?.on('data', plan.output);
  child.stderr?.on('data', plan.output);
  if (child.pid) plan.began(child.pid);
  return child;
}

/** When it first answered well, or null where it ended, or said nothing for two minutes. */
async function becomesHealthy(plan: Plan, over: AbortSignal): Promise<number | null> {
  for (const deadline = Date.now() + START_LIMIT; !over.aborted && Date.now() < deadline; ) {
    if (await plan.healthy()) return over.aborted ? null : Date.now();
    await pause(50, undefined, { signal: over }).catch(() => undefined);
  }
  return null;
}

/** Whether an address answers well; with `any`, whether it answers at all. */
export async function answers(address: string, any = false): Promise<boolean> {
  try {
    const response = await fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(5_000) });
    await response.body?.cancel();
    return any || response.ok;
  } catch {
    return false;
  }
}
