import { checkNow } from '@/lib/access/checks/handlers';
import { endFailedProvisioning, endStray } from '@/lib/access/grants/commands';
import { provisionGrant } from '@/lib/access/grants/jobs';
import { wakeLooks } from '@/lib/access/incidents/commands';
import { lookingAgain } from '@/lib/access/looks/handlers';
import { isGone } from '@/lib/access/teardown/gone';
import { deletion, denial, proof } from '@/lib/access/teardown/handlers';
import { PROBE, pause, retry } from '@/lib/access/turns/attempt';
import { inTurn } from '@/lib/access/turns/turn';
import { mayMakeRole } from '@/lib/access/ways-out/handlers';
import { showId } from '@/lib/core/id';
import { CLOCK, VENDOR } from '@/lib/core/rights';
import { type Handler, handler } from '@/lib/platform/doors/job';
import { perform } from '@/lib/platform/doors/perform';
import { env } from '@/lib/platform/env';
import { broker, enter } from '@/lib/vendors/aws/entry';
import type { AwsProblem } from '@/lib/vendors/aws/problem';
import { attachLevel, createBoundedRole } from '@/lib/vendors/aws/roles';
import { issueSession } from '@/lib/vendors/aws/sessions';
import { beginProvisioning, failProvisioning, finishProvisioning, wakeLost } from './commands';

/** AWS may do it at the next try; anything else it will say again. */
const PASSING: readonly AwsProblem['kind'][] = ['throttled', 'busy', 'unreachable', 'expired'];

type Plan = NonNullable<Awaited<ReturnType<typeof beginProvisioning>>>;
type Context = { callId: string; signal: AbortSignal };

const provision = handler(provisionGrant, ({ grantId }, context) =>
  inTurn(grantId, async () => {
    const { callId, signal } = context;
    const plan = await perform(VENDOR, (tx) => beginProvisioning(tx, VENDOR, { grantId }), { callId });
    if (!plan) return;
    signal.throwIfAborted();
    const out = await mayMakeRole(plan);
    if (!out.ok) return refused(plan, context, 'checking that we can end the access', out.problem);
    signal.throwIfAborted();
    const grantor = await enter(plan, 'grantor');
    if (!grantor.ok) return refused(plan, context, 'entering the account', grantor.problem);
    signal.throwIfAborted();
    const role = await createBoundedRole(grantor.value, {
      accountId: plan.accountId,
      partition: plan.partition,
      name: plan.roleName,
      grantId: showId(grantId),
      brokerRoleArn: env.AWS_BROKER_ROLE_ARN,
      externalId: plan.externalId,
      notAfter: plan.notAfter,
    });
    if (!role.ok) return refused(plan, context, 'creating the role', role.problem);
    signal.throwIfAborted();
    const level = await attachLevel(grantor.value, plan.roleName, plan.level, plan.partition);
    if (!level.ok) return refused(plan, context, 'attaching the permission level', level.problem);
    signal.throwIfAborted();
    await awaitAssumable(plan, role.value.arn);
    signal.throwIfAborted();
    const { arn: roleArn, roleId } = role.value;
    await perform(VENDOR, (tx) => finishProvisioning(tx, VENDOR, { grantId, roleArn, roleId }), { callId });
  }),
);

/** Nothing is called active before it is: AWS takes some seconds until a new role can be assumed. */
async function awaitAssumable(plan: Plan, roleArn: string): Promise<void> {
  const until = performance.now() + env.AWS_PROPAGATION_SECONDS * 1000 + 10_000;
  for (;;) {
    const session = await issueSession(broker(), {
      roleArn,
      externalId: plan.externalId,
      grantId: showId(plan.grantId),
      expertId: PROBE,
      purpose: 'probe',
    });
    if (session.ok) return;
    if (session.problem.kind !== 'denied' || performance.now() > until)
      throw retry('trying the new role', session.problem);
    await pause(500);
  }
}

/**
 * AWS said no. Only what was looked for and not found counts as never made; whatever may be there is torn down, with
 * all the proof that a grant gets which was in force.
 */
async function refused(plan: Plan, { callId }: Context, doing: string, problem: AwsProblem): Promise<void> {
  // A role is not known everywhere at once, not even to IAM itself.
  if (PASSING.includes(problem.kind) || problem.kind === 'notFound') throw retry(doing, problem);
  const sentence = `AWS refused us while ${doing} (${problem.code}). Verify the connection, then request access again.`;
  const input = { grantId: plan.grantId, problem: sentence };
  const revoker = await enter(plan, 'revoker');
  // Where the one that ends is shut out, the one that makes can still look.
  const looker = revoker.ok ? revoker : await enter(plan, 'grantor');
  const there = looker.ok ? await isGone(looker.value, plan.roleName) : looker;
  if (!there.ok && there.problem.kind !== 'denied') throw retry('looking for the role', there.problem);
  const absent = there.ok && there.value;
  await perform(VENDOR, (tx) => (absent ? failProvisioning : endFailedProvisioning)(tx, VENDOR, input), {
    callId,
  });
  // The connection's own tests say what is wrong with it, and whether it is lost.
  if (problem.kind === 'denied') await checkNow(plan.connectionId, callId);
}

export const brokerHandlers: Handler[] = [provision, denial, proof, deletion, lookingAgain];

/** What the clock does to grants; run by the broker, at intervals and whenever the demo's clock is moved. */
export const brokerSweeps: { name: string; run: () => Promise<number> }[] = [
  {
    name: 'grants that should not be',
    run: async () => Number(await perform(CLOCK, (tx) => endStray(tx, CLOCK))),
  },
  { name: 'grants to look at again', run: () => perform(CLOCK, (tx) => wakeLooks(tx, CLOCK)) },
  { name: 'accounts found again', run: () => perform(CLOCK, (tx) => wakeLost(tx, CLOCK)) },
];
