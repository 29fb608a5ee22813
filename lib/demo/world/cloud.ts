import { HOUR, SECOND } from '@/lib/core/time';
import { env } from '@/lib/platform/env';
import { setClock } from './stage';

/** The sandbox's AWS as the demo world is made: its accounts, and its clock, which goes with the story's. */

/** An AWS account of the demo world; `left`: Regions in which somebody once left a server. */
export type DemoAccount = { id: string; alias: string; label: string; left: readonly string[] };

export async function sandbox<T>(name: string, body: object): Promise<T> {
  const answer = await fetch(new URL(`/_sandbox/${name}`, env.SANDBOX_AWS_URL), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok)
    throw new Error(`the AWS sandbox returned ${answer.status} to ${name}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** Sets the application's clock and AWS's so many hours before now. */
export async function setBothClocks(hoursAgo: number): Promise<void> {
  await setClock(hoursAgo);
  await sandbox('clock', { offsetMs: -Math.round(hoursAgo * HOUR) });
}

/** While the past is told, what changes in AWS holds at once: nobody waits for it but the story's own clock. */
export async function withoutWaiting<T>(work: () => Promise<T>): Promise<T> {
  await sandbox('settings', { propagationMs: 0, trailDelayMs: 0 });
  try {
    return await work();
  } finally {
    await setBothClocks(0);
    await sandbox('settings', {
      propagationMs: env.AWS_PROPAGATION_SECONDS * SECOND,
      trailDelayMs: env.CLOUDTRAIL_DELAY_SECONDS * SECOND,
    });
  }
}
