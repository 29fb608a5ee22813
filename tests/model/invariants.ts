import { expect } from 'vitest';
import { GRANT } from '@/lib/access/grants/lifecycle';
import { PERMISSION_REQUEST } from '@/lib/access/permission-requests/lifecycle';
import { type Lifecycle, transition } from '@/lib/core/lifecycle';
import { PROPOSAL } from '@/lib/job/proposals/lifecycle';
import { PAYMENT_REQUEST } from '@/lib/money/payment-requests/lifecycle';
import { PAYMENT } from '@/lib/money/payments/lifecycle';

import { database } from '@/lib/platform/db/client';
import type { Job } from './installation';
import type { Model } from './model';

const oldest = [{ createdAt: 'asc' as const }, { id: 'asc' as const }];

async function rowsOf({ world }: Job) {
  const { conversationId } = world;
  return database().proposal.findMany({
    where: { conversationId },
    include: {
      paymentRequests: { include: { payments: { orderBy: oldest } } },
      permissionRequests: { include: { grant: true } },
    },
  });
}
type Rows = Awaited<ReturnType<typeof rowsOf>>;

/** The things of a job as the database has them, in the form in which the model keeps them. */
export type Stand = ReturnType<typeof standOf>;

export async function look(job: Job): Promise<Rows> {
  return rowsOf(job);
}

/** By the ids that the job has noted; what it does not know of stands under `unknown`. */
export function standOf(
  rows: Rows,
  { proposals, asked, accesses }: Pick<Job, 'proposals' | 'asked' | 'accesses'>,
) {
  const requests = rows.flatMap((row) => row.paymentRequests);
  const permissions = rows.flatMap((row) => row.permissionRequests);
  const unknown =
    rows.length - proposals.length + requests.length - asked.length + permissions.length - accesses.length;
  return {
    unknown,
    proposals: proposals.map((id) => {
      const { status, maximumMinor } = rows.find((row) => row.id === id)!;
      return { status: status as string, maximum: Number(maximumMinor) };
    }),
    asked: asked.map((id) => {
      const { status, proposalId, amountMinor, final, payments } = requests.find((row) => row.id === id)!;
      return {
        proposal: proposals.indexOf(proposalId),
        amount: Number(amountMinor),
        final,
        status: status as string,
        payments: payments.map((payment) => payment.status as string),
      };
    }),
    accesses: accesses.map((id) => {
      const { status, proposalId, grant } = permissions.find((row) => row.id === id)!;
      const proposal = proposals.indexOf(proposalId);
      return { proposal, status: status as string, grant: (grant?.status ?? null) as string | null };
    }),
  };
}

/** What the database must show where the model is right. */
export function expected({ proposals, asked, accesses }: Model): Stand {
  return {
    unknown: 0,
    proposals: proposals.map(({ status, maximum }) => ({ status, maximum })),
    asked: asked.map(({ proposal, amount, final, status, payments }) => ({
      proposal,
      amount,
      final,
      status,
      payments: payments.map((payment) => payment.status),
    })),
    accesses: accesses.map(({ proposal, status, grant }) => ({ proposal, status, grant })),
  };
}

/** What holds of every job at every moment, whatever anybody has done. Told from the rows alone, not from the model. */
export async function expectSound(rows: Rows): Promise<void> {
  const payments = rows.flatMap((row) => row.paymentRequests.flatMap((request) => request.payments));
  for (const { maximumMinor, paymentRequests, status, permissionRequests, endReason } of rows) {
    const taken = paymentRequests.filter((request) => ['awaiting', 'approved'].includes(request.status));
    const sum = taken.reduce((total, { amountMinor }) => total + amountMinor, 0n);
    expect(sum <= maximumMinor, `${sum} was asked for of at most ${maximumMinor}`).toBe(true);
    if (['completed', 'ended'].includes(status)) {
      expect(paymentRequests.filter((request) => request.status === 'awaiting')).toEqual([]);
      expect(permissionRequests.filter((request) => request.status === 'requested')).toEqual([]);
    }
    expect(endReason !== null, 'a reason where the customer ended the job').toBe(status === 'ended');
    for (const request of paymentRequests) {
      const effective = request.payments.filter((payment) => payment.status !== 'failed');
      expect(effective.length, 'payments of one payment request that can take money').toBeLessThanOrEqual(1);
      if (request.status !== 'approved') expect(request.payments).toEqual([]);
    }
    for (const { grant, status: decided } of permissionRequests) {
      expect(grant !== null, 'a grant for each accepted permission request').toBe(decided === 'accepted');
      if (grant && ['provisioning', 'active'].includes(grant.status)) expect(status).toBe('accepted');
    }
  }
  expect(rows.filter(({ status }) => status === 'accepted').length).toBeLessThanOrEqual(1);
  await expectBalanced(payments);
  await expectHistory(PROPOSAL, rows);
  await expectHistory(
    PAYMENT_REQUEST,
    rows.flatMap((row) => row.paymentRequests),
  );
  await expectHistory(PAYMENT, payments);
  await expectHistory(
    PERMISSION_REQUEST,
    rows.flatMap((row) => row.permissionRequests),
  );
  await expectHistory(
    GRANT,
    rows.flatMap((row) => row.permissionRequests.flatMap(({ grant }) => grant ?? [])),
  );
}

/** The ledger sums to zero, and Stripe's side of it is exactly what was paid. */
async function expectBalanced(
  payments: { id: string; status: string; amountMinor: bigint }[],
): Promise<void> {
  const entries = await database().ledgerEntry.findMany({
    where: { transaction: { paymentId: { in: payments.map(({ id }) => id) } } },
    select: { amountMinor: true, account: true },
  });
  const total = (of: { amountMinor: bigint }[]) => of.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
  expect(total(entries)).toBe(0n);
  const paid = payments.filter(({ status }) => status === 'succeeded');
  expect(total(entries.filter(({ account }) => account === 'stripe_clearing'))).toBe(total(paid));
}

/** Each thing's history is one unbroken walk through its machine that ends where the thing stands. */
async function expectHistory<State extends string, Event extends string>(
  machine: Lifecycle<State, Event>,
  things: readonly { id: string; status: string }[],
): Promise<void> {
  const steps = await database().statusChange.findMany({
    where: { machine: machine.name, objectId: { in: things.map(({ id }) => id) } },
    orderBy: { id: 'asc' },
  });
  for (const { id, status } of things) {
    let at: string | null = null;
    for (const { from, event, to } of steps.filter(({ objectId }) => objectId === id)) {
      expect(from, `${machine.name} ${id}`).toBe(at);
      if (from === null) expect(to).toBe(machine.initial);
      else expect(transition(machine, from as State, event as Event)?.to).toBe(to);
      at = to;
    }
    expect(status).toBe(at);
  }
}
