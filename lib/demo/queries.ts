import type { Viewer } from '@/lib/core/rights';
import { unsealed } from '@/lib/identity/factors/secrets';
import { codeOfStep, stepAt } from '@/lib/identity/factors/totp';
import { isCompleted, isInForce } from '@/lib/job/proposals/lifecycle';
import { database } from '@/lib/platform/db/client';
import { clockOffset } from '@/lib/platform/db/clock';
import { env } from '@/lib/platform/env';
import { DEMO_ACCOUNT, DEMO_PEOPLE } from './people';
import { type Progress, stepsOf } from './rules';

/** Where the clock stands; null outside the demo. */
export async function demoClock(): Promise<{ now: Date; aheadMs: number } | null> {
  if (env.MODE !== 'demo') return null;
  const aheadMs = await clockOffset();
  return { now: new Date(Date.now() + aheadMs), aheadMs };
}

/** Which AWS account to connect in the demo; null elsewhere. */
export const accountToConnect = () => (env.MODE === 'demo' ? DEMO_ACCOUNT.id : null);

const PLAYED: readonly string[] = Object.values(DEMO_PEOPLE).map(({ email }) => email);

/**
 * What the authenticator app of one of the demo's three people shows now: nobody who plays them has that app. Null for
 * everybody else, and outside the demo; empty while the next code has not begun, since each serves once.
 */
export async function demoCode(
  of: Viewer | { personId: string; email: string },
  now = new Date(),
): Promise<string | null> {
  if (env.MODE !== 'demo' || !('email' in of) || !PLAYED.includes(of.email)) return null;
  const { personId } = of;
  const app = await database().authenticator.findUnique({ where: { personId } });
  if (!app?.confirmedAt) return null;
  const step = Math.max(stepAt(now), Number(app.lastStep ?? 0) + 1);
  if (step > stepAt(now) + 1) return '';
  return codeOfStep(unsealed(env.NEXTAUTH_SECRET, personId, app.secret), step);
}

/**
 * The guided job's steps and which of them are done. It follows the newest request of the demo's customer: at first the one
 * that the demo world leaves open. Null outside the demo.
 */
export async function demoSteps() {
  if (env.MODE !== 'demo') return null;
  return stepsOf(await progress());
}

async function progress(): Promise<Progress> {
  const customer = await database().customer.findFirst({
    where: { members: { some: { person: { email: DEMO_PEOPLE.customer.email } } } },
    select: {
      id: true,
      connections: { where: { status: 'connected' }, orderBy: { createdAt: 'desc' }, take: 1 },
    },
  });
  const request =
    customer &&
    (await database().request.findFirst({
      where: { customerId: customer.id },
      orderBy: { createdAt: 'desc' },
      select: { id: true, createdAt: true, conversations: { where: EXPERTS, take: 1, select: JOB } },
    }));
  const job = request?.conversations[0];
  const connected = customer?.connections[0];
  const proposal = job?.proposals[0];
  const grant = proposal?.grants[0];
  const permission = proposal?.permissionRequests[0];
  const asked = proposal?.paymentRequests[0];
  const wrote = (side: 'customer' | 'company') =>
    job?.messages.some((message) => message.side === side) ?? false;
  return {
    requestId: request?.id ?? null,
    conversationId: job?.id ?? null,
    customerWrote: wrote('customer'),
    expertWrote: wrote('company'),
    proposal: proposal
      ? {
          id: proposal.id,
          accepted: isInForce(proposal.status) || isCompleted(proposal.status),
          completed: isCompleted(proposal.status),
        }
      : null,
    // One that was there before counts once it is used: the guided job begins with nothing.
    connected: Boolean(grant ?? (request && connected && connected.createdAt >= request.createdAt)),
    permission: permission ?? null,
    grant: grant
      ? {
          id: grant.id,
          active: grant.activeAt !== null,
          sessions: grant._count.sessions,
          activity: grant._count.activity,
          denied: grant.deniedAt !== null,
        }
      : null,
    paymentRequest: asked ?? null,
  };
}

const EXPERTS = { company: { members: { some: { person: { email: DEMO_PEOPLE.expert.email } } } } };
/** The first messages of each side that a person wrote, and the newest of everything else. */
const JOB = {
  id: true,
  messages: {
    where: { authorId: { not: null } },
    select: { side: true },
    distinct: ['side' as const],
    take: 2,
  },
  proposals: {
    where: { status: { in: ['proposed' as const, 'accepted' as const, 'completed' as const] } },
    orderBy: { createdAt: 'desc' as const },
    take: 1,
    select: {
      id: true,
      status: true,
      permissionRequests: {
        where: { status: { in: ['requested' as const, 'accepted' as const] } },
        orderBy: { requestedAt: 'desc' as const },
        take: 1,
        select: { id: true },
      },
      paymentRequests: {
        where: { final: true, status: { in: ['awaiting' as const, 'approved' as const] } },
        orderBy: { requestedAt: 'desc' as const },
        take: 1,
        select: { id: true },
      },
      grants: {
        orderBy: { createdAt: 'desc' as const },
        take: 1,
        select: {
          id: true,
          activeAt: true,
          deniedAt: true,
          _count: { select: { sessions: true, activity: true } },
        },
      },
    },
  },
};
