import { endStray, revoke } from '@/lib/access/grants/commands';
import { GRANT_COMMANDS } from '@/lib/access/grants/rights';
import { revokeSchema } from '@/lib/access/grants/schema';
import * as asking from '@/lib/access/permission-requests/commands';
import { PERMISSION_REQUEST_COMMANDS } from '@/lib/access/permission-requests/rights';
import { declineSchema, requestSchema, withdrawSchema } from '@/lib/access/permission-requests/schema';
import { finishProvisioning } from '@/lib/access/provisioning/commands';
import { gone, markConnectionLost, prove } from '@/lib/access/teardown/commands';
import { CLOCK, VENDOR } from '@/lib/core/rights';
import { recordMethod } from '@/lib/money/methods/commands';
import { database } from '@/lib/platform/db/client';
import type { Outcome } from '@/lib/platform/doors/outcome';
import { pass } from '@/lib/platform/doors/pass';
import { perform } from '@/lib/platform/doors/perform';
import { DEADLINES } from '@/lib/wiring/deadlines';
import { acceptedAccess, connectedAccount } from '@/tests/fixtures/jobs';
import { anyLevel } from '@/tests/fixtures/levels';
import * as money from '@/tests/fixtures/money';
import { codeOf } from '@/tests/fixtures/outcome';
import { openWorld } from '@/tests/fixtures/till';
import type { World } from '@/tests/fixtures/world';
import type { Action } from './model';
import { chargeReally, tellTwice } from './vendor';

/** The real thing beside the model: one conversation's job, and the ids of its things in the order in which they came. */
export type Job = {
  world: World;
  bank: money.Bank;
  stripeCustomerId: string;
  connectionId: string;
  /** Moves the application's clock, as the database's owner. */
  moveClock: (hours: number) => Promise<void>;
  proposals: string[];
  asked: string[];
  accesses: string[];
};

/** What was done, and the id of what came to be by it. */
export type Done = { code: string; made?: { kind: 'proposals' | 'asked' | 'accesses'; id: string } };

export async function openJob(bank: money.Bank, moveClock: Job['moveClock']): Promise<Job> {
  const world = await openWorld();
  const { stripeCustomerId, methodId } = await bank.card('pm_card_visa');
  await money.saveCard(world.customerId, { stripeCustomerId, methodId });
  const connectionId = await connectedAccount(world);
  return { world, bank, stripeCustomerId, connectionId, moveClock, proposals: [], asked: [], accesses: [] };
}

const REFUSED = { call: 'ec2:DescribeVpcs', answer: 'UnauthorizedOperation', regions: ['us-east-1'] };
const DONE: Done = { code: 'done' };
const dollars = (cents: number) => (cents / 100).toFixed(2);

/** Does it, through the doors, the handlers and the sweeps that people, vendors and the clock use. */
export async function doReally(job: Job, action: Action): Promise<Done> {
  const { world, bank } = job;
  const { owner, expert } = world.people;
  switch (action.do) {
    case 'propose': {
      const milestones = action.amounts.map((cents) => ({
        title: 'A piece of work',
        amount: dollars(cents),
      }));
      const { conversationId } = world;
      const outcome = await money.propose(expert, { ...money.TERMS, conversationId, milestones });
      return madeBy('proposals', outcome, ({ proposalId }) => proposalId);
    }
    case 'accept': {
      const proposalId = job.proposals[action.n]!;
      const { textHash } = await database().proposal.findUniqueOrThrow({ where: { id: proposalId } });
      return { code: codeOf(await money.accept(owner, { proposalId, textHash })) };
    }
    case 'decline':
      return { code: codeOf(await money.declineProposal(owner, { proposalId: job.proposals[action.n] })) };
    case 'withdraw':
      return { code: codeOf(await money.withdrawProposal(expert, { proposalId: job.proposals[action.n] })) };
    case 'complete':
      return { code: codeOf(await money.complete(expert, { proposalId: job.proposals[action.n] })) };
    case 'end': {
      const input = { proposalId: job.proposals[action.n], reason: 'We go on without it.' };
      return { code: codeOf(await money.endJob(owner, input)) };
    }
    case 'ask': {
      const input = {
        proposalId: job.proposals[action.n],
        amount: dollars(action.amount),
        final: action.final,
      };
      return madeBy('asked', await money.ask(expert, input), ({ paymentRequestId }) => paymentRequestId);
    }
    case 'approve':
    case 'refuse':
    case 'takeBack':
    case 'retry':
      return { code: codeOf(await decide(job, action.do, job.asked[action.n]!)) };
    case 'charge':
      return chargeReally(bank, job.asked[action.n]!, action.how);
    case 'webhooks':
      return tellTwice(bank, job.asked[action.n]!);
    case 'card': {
      const magic = action.good ? 'pm_card_visa' : 'pm_card_chargeCustomerFail';
      const { stripeCustomerId } = job;
      const { id } = await bank.stripe.paymentMethods.attach(magic, { customer: stripeCustomerId });
      const method = { id, brand: 'visa', last4: '4242', expMonth: 12, expYear: 2040 };
      await perform(VENDOR, (tx) => recordMethod(tx, VENDOR, { stripeCustomerId, method, next: '' }));
      return DONE;
    }
    case 'moveClock':
      await job.moveClock(action.hours);
      return DONE;
    case 'approveDue': {
      for (const due of DEADLINES.worker) await due.run();
      return DONE;
    }
    case 'endDue':
      for (const due of DEADLINES.broker) await due.run();
      while (await perform(CLOCK, (tx) => endStray(tx, CLOCK)));
      return DONE;
    default:
      return doToAccess(job, action);
  }
}

function decide({ world }: Job, what: 'approve' | 'refuse' | 'takeBack' | 'retry', paymentRequestId: string) {
  const { owner, expert } = world.people;
  if (what === 'approve') return money.approve(owner, { paymentRequestId });
  if (what === 'refuse') return money.declinePayment(owner, { paymentRequestId, reason: 'Not yet.' });
  if (what === 'takeBack') return money.withdrawPayment(expert, { paymentRequestId });
  return money.retry(owner, { paymentRequestId });
}

async function doToAccess(job: Job, action: Action & { n: number }): Promise<Done> {
  const { owner, expert } = job.world.people;
  const permissionRequestId = job.accesses[action.n]!;
  if (action.do === 'askIn') {
    const call = {
      may: PERMISSION_REQUEST_COMMANDS.request,
      schema: requestSchema,
      command: asking.request,
    } as const;
    const reason = 'To read the slow log of the database.';
    const input = { proposalId: job.proposals[action.n], level: anyLevel(), reason };
    return madeBy('accesses', await pass(call, expert, input), (value) => value.permissionRequestId);
  }
  if (action.do === 'letIn')
    return acceptedAccess(job.world, permissionRequestId, job.connectionId).then(
      () => DONE,
      (error: Error) => ({ code: /^refused: (\w+)/.exec(error.message)?.[1] ?? 'bug' }),
    );
  if (action.do === 'keepOut') {
    const call = {
      may: PERMISSION_REQUEST_COMMANDS.decline,
      schema: declineSchema,
      command: asking.decline,
    } as const;
    return { code: codeOf(await pass(call, owner, { permissionRequestId })) };
  }
  if (action.do === 'askNoMore') {
    const call = {
      may: PERMISSION_REQUEST_COMMANDS.withdraw,
      schema: withdrawSchema,
      command: asking.withdraw,
    } as const;
    return { code: codeOf(await pass(call, expert, { permissionRequestId })) };
  }
  const { id: grantId } = await database().grant.findUniqueOrThrow({ where: { permissionRequestId } });
  if (action.do === 'revoke') {
    const call = { may: GRANT_COMMANDS.revoke, schema: revokeSchema, command: revoke } as const;
    return { code: codeOf(await pass(call, owner, { grantId })) };
  }
  const role = { roleArn: 'arn:aws:iam::200000000000:role/expert', roleId: 'AROAEXAMPLE' };
  await perform(VENDOR, (tx) => {
    if (action.do === 'provision') return finishProvisioning(tx, VENDOR, { grantId, ...role });
    if (action.do === 'prove') return prove(tx, VENDOR, { grantId, refused: REFUSED, unproven: null });
    if (action.do === 'gone') return gone(tx, VENDOR, { grantId, steps: [] });
    return markConnectionLost(tx, VENDOR, { grantId, problem: 'AWS refused us.' });
  });
  return DONE;
}

function madeBy<T>(
  kind: 'proposals' | 'asked' | 'accesses',
  outcome: Outcome<T>,
  idOf: (value: T) => string,
): Done {
  return outcome.ok ? { code: 'done', made: { kind, id: idOf(outcome.value) } } : { code: outcome.code };
}
