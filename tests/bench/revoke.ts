import { setTimeout as pause } from 'node:timers/promises';
import { ListBucketsCommand, type S3Client } from '@aws-sdk/client-s3';
import { act } from '@/lib/demo/world/stage';
import * as payments from '@/lib/money/payment-requests/commands';
import { OfPaymentRequest } from '@/lib/money/payment-requests/schema';
import { database } from '@/lib/platform/db/client';
import { PROPAGATION_SECONDS } from './installation';
import { type LiveJob, makeLiveJobs } from './live-jobs';
import { type Figure, percentile, say } from './measure';

const AT_ONCE = 20;
const ASK_EVERY_MS = 100;
/** Over and above the time that AWS takes: to reach AWS after the commit, and to notice. */
const OURS_SECONDS = 2;
const LIMIT_MS = 60_000;

/**
 * From the commit of an accepted final payment to the first request that AWS refuses to the expert's live session, with
 * all of them at once. The floor is what AWS's own propagation takes, and 2 s.
 */
export async function measureRevoke(): Promise<Figure> {
  const jobs = await makeLiveJobs(AT_ONCE);
  try {
    for (const { s3 } of jobs)
      if ((await ask(s3)) !== 'allowed') throw new Error('a session was refused before its time');
    say(`  ${jobs.length} sessions are live, the propagation is set to ${PROPAGATION_SECONDS} s`);
    const deadline = performance.now() + LIMIT_MS;
    const [denied, accepted] = await Promise.all([
      Promise.all(jobs.map(({ s3 }) => firstDenial(s3, deadline))),
      Promise.all(jobs.map(approve)),
    ]);
    const delays = denied.map((at, index) => at - accepted[index]!);
    for (const { s3 } of jobs)
      if ((await ask(s3)) !== 'denied') throw new Error('a session was let in again after its denial');
    const [half, most] = [0.5, 0.99].map((share) => percentile(delays, share) / 1000);
    say(`  accepted → AccessDenied    p50 ${half!.toFixed(2)} s, p99 ${most!.toFixed(2)} s`);
    await sayWhenAttached(jobs);
    return { name: 'revoke', ratio: most! / (PROPAGATION_SECONDS + OURS_SECONDS), goal: 1 };
  } finally {
    for (const { s3 } of jobs) s3.destroy();
  }
}

/** The instant at which the commit was known. */
async function approve({ customer, paymentRequestId }: LiveJob): Promise<number> {
  await act(customer, payments.approve, OfPaymentRequest, { paymentRequestId });
  return performance.now();
}

async function firstDenial(s3: S3Client, deadline: number): Promise<number> {
  for (;;) {
    const began = performance.now();
    const answer = await ask(s3);
    const now = performance.now();
    if (answer === 'denied') return now;
    if (now > deadline) throw new Error(`a session was still alive after ${LIMIT_MS / 1000} s`);
    await pause(Math.max(0, began + ASK_EVERY_MS - now));
  }
}

async function ask(s3: S3Client): Promise<'allowed' | 'denied'> {
  try {
    await s3.send(new ListBucketsCommand({}));
    return 'allowed';
  } catch (error) {
    if ((error as Error).name === 'AccessDenied') return 'denied';
    throw error;
  }
}

/** How much of it was ours: from the commit to AWS's answer that AWSDenyAll is attached. */
async function sayWhenAttached(jobs: readonly LiveJob[]): Promise<void> {
  const steps = await database().grantStep.findMany({
    where: { grantId: { in: jobs.map(({ grantId }) => grantId) }, kind: { in: ['asked', 'deny_attached'] } },
  });
  const at = (grantId: string, kind: string) =>
    steps.find((step) => step.grantId === grantId && step.kind === kind)?.at.getTime() ?? Number.NaN;
  const delays = jobs.map(({ grantId }) => at(grantId, 'deny_attached') - at(grantId, 'asked'));
  const [half, most] = [0.5, 0.99].map((share) => percentile(delays, share) / 1000);
  say(`  asked → AWSDenyAll attached p50 ${half!.toFixed(2)} s, p99 ${most!.toFixed(2)} s`);
}
