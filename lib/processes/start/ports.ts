import { createServer } from 'node:net';
import type { Env } from '@/lib/platform/env';
import { startProblem } from './problem';

/** Refuses to begin where another program has one of our ports, and says which, and what to set. */
export async function requirePorts(settings: Env): Promise<void> {
  const live = settings.MODE === 'live';
  const wanted: [number, string, string][] = [
    [settings.PORT, 'the pages', 'PORT'],
    [settings.REALTIME_PORT, 'the realtime process', live ? 'REALTIME_PORT' : 'PORT'],
    [settings.BROKER_PORT, 'the broker', live ? 'BROKER_PORT' : 'PORT'],
    [settings.WORKER_PORT, 'the worker', live ? 'WORKER_PORT' : 'PORT'],
  ];
  if (!live)
    for (const [offset, what] of [
      [3, 'the AWS sandbox'],
      [4, 'the Stripe sandbox'],
      [5, 'the email inbox'],
      [6, 'mail'],
    ] as const)
      wanted.push([settings.PORT + offset, what, 'PORT']);
  for (const [port, what, variable] of wanted)
    if (!(await isFree(port, settings.HOST)))
      throw startProblem(
        `Another program uses port ${port} (${what}). Stop it, or set ${variable} to another number.`,
      );
}

export async function isFree(port: number, host: string): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server
      .once('error', () => resolve(false))
      .listen({ port, host, exclusive: true }, () => {
        server.close(() => resolve(true));
      });
  });
}
