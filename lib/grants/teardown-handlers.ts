import type { AwsConfig } from '@/lib/aws/config';
import type { AwsOutcome, AwsProblem } from '@/lib/aws/problem';
import { attachDenyAll, deleteRole, detachAll, listAttached, roleExists } from '@/lib/aws/roles';
import { issueSession, probeDenied } from '@/lib/aws/sessions';
import { broker, enter } from '@/lib/connections/broker';
import { showId } from '@/lib/core/id';
import { VENDOR } from '@/lib/core/rights';
import { handler } from '@/lib/doors/job';
import { perform } from '@/lib/doors/perform';
import { env } from '@/lib/env';
import { log } from '@/lib/log/logger';
import { denyAllArn } from '@/lib/policies/levels';
import { PROBE, pause, retry } from './attempt';
import { deleteGrant, denyGrant, proveGrant } from './jobs';
import { proveSoon } from './proofs';
import {
  alarm,
  attached,
  gone,
  lose,
  note,
  prove,
  type Step,
  type StepDetail,
  stick,
  type TearDown,
  toTearDown,
} from './teardown-commands';
import { inTurn } from './turn';

type Context = { callId: string; signal: AbortSignal };
type Work = TearDown & Context;

/** One piece of ending a grant: in turn, in the states in which it makes sense, by way of the revoker. */
function teardown(
  states: readonly string[],
  work: (of: Work, revoker: AwsConfig) => Promise<void>,
): (payload: { grantId: string }, context: Context) => Promise<void> {
  return ({ grantId }, { callId, signal }) =>
    inTurn(grantId, async () => {
      const grant = await perform(VENDOR, (tx) => toTearDown(tx, VENDOR, { grantId }), { callId });
      if (!states.includes(grant.status)) return;
      const of: Work = { ...grant, callId, signal };
      signal.throwIfAborted();
      const revoker = await enter(grant, 'revoker');
      if (!revoker.ok) return orLost(of, 'entering the account', revoker.problem);
      signal.throwIfAborted();
      await work(of, revoker.value);
    });
}

const deny = teardown(['revoking', 'connection_lost'], async (of, revoker) => {
  const { grantId } = of;
  const answer = await attachDenyAll(revoker, of.roleName, of.partition);
  if (!answer.ok) return instead(of, revoker, 'attaching AWSDenyAll', answer);
  of.signal.throwIfAborted();
  await noteAttached(of, answer.value.madeWay);
  proveSoon(grantId, () => proof.handle({ grantId }, standingAlone(of)));
});

/** What is done later does not end with the job that arranged it. */
const standingAlone = ({ callId }: Work) => ({ callId, signal: new AbortController().signal });

async function noteAttached({ grantId, callId }: Work, madeWay: string | undefined): Promise<void> {
  const wakeAt = new Date(Date.now() + env.AWS_PROPAGATION_SECONDS * 1000 + 2_000);
  const detail = { policy: 'AWSDenyAll', madeWay: madeWay ?? null };
  await perform(VENDOR, (tx) => attached(tx, VENDOR, { grantId, detail, wakeAt }), { callId });
}

const lookAndTry = teardown(['revoking', 'connection_lost'], async (of, revoker) => {
  const { grantId, callId } = of;
  const since = of.denyAttachedAt;
  if (!since || of.at.getTime() - since.getTime() < env.AWS_PROPAGATION_SECONDS * 1000)
    throw retry('waiting for AWSDenyAll to spread');
  const listed = await listAttached(revoker, of.roleName);
  if (!listed.ok) return instead(of, revoker, 'listing the policies', listed);
  of.signal.throwIfAborted();
  if (!listed.value.includes(denyAllArn(of.partition))) {
    log().error({ grantId }, 'AWSDenyAll was removed from a role that is being ended');
    const again = await attachDenyAll(revoker, of.roleName, of.partition);
    if (!again.ok) return instead(of, revoker, 'attaching AWSDenyAll again', again);
    const problem =
      'Somebody removed AWSDenyAll from the role while the access was ending. It has been attached again. Look at the newest activity, and at who else may change roles in your account.';
    await perform(VENDOR, (tx) => alarm(tx, VENDOR, { grantId, problem }), { callId });
    await noteAttached(of, again.value.madeWay);
    proveSoon(grantId, () => proof.handle({ grantId }, standingAlone(of)));
    return;
  }
  const refused = await tryOwnSession(of);
  of.signal.throwIfAborted();
  await perform(VENDOR, (tx) => prove(tx, VENDOR, { grantId, refused }), { callId });
});

/** The proof: the broker opens a session of its own in the role, as only it can, and is refused what any level allows. */
async function tryOwnSession(of: Work): Promise<StepDetail> {
  const session = await issueSession(broker(), {
    roleArn: of.roleArn ?? `arn:${of.partition}:iam::${of.accountId}:role/${of.roleName}`,
    externalId: of.externalId,
    grantId: showId(of.grantId),
    expertId: PROBE,
    purpose: 'probe',
  });
  if (!session.ok) {
    // Past the end AWS gives no session to anybody. That alone proves nothing while one may still be alive.
    if (session.problem.kind === 'denied' && of.outlived)
      return { call: 'sts:AssumeRole', answer: session.problem.code };
    throw retry('opening a session to be refused', session.problem);
  }
  const access = broker().configFor(session.value.credentials);
  for (let tries = 1; ; tries += 1) {
    const answer = await probeDenied(access);
    if (answer === 'refused') return { call: 's3:ListBuckets', answer: 'AccessDenied' };
    if (tries === 20) throw retry(`trying a session: ${answer}`);
    await pause(500);
  }
}

const takeAway = teardown(['denied', 'denied_not_deleted'], async (of, revoker) => {
  const { grantId, callId } = of;
  if (of.heldUntil > of.at) return;
  const write = (...steps: Step[]) =>
    perform(VENDOR, (tx) => note(tx, VENDOR, { grantId, steps }), { callId });
  await write({ kind: 'held', detail: { until: of.heldUntil.toISOString() } });
  of.signal.throwIfAborted();
  const detached = await detachAll(revoker, of.roleName, of.partition);
  if (!detached.ok) return instead(of, revoker, 'detaching the policies', detached);
  of.signal.throwIfAborted();
  await write({ kind: 'detached', detail: { policies: detached.value.length } });
  of.signal.throwIfAborted();
  const deleted = await deleteRole(revoker, of.roleName);
  if (!deleted.ok) {
    if (deleted.problem.kind !== 'conflict') return instead(of, revoker, 'deleting the role', deleted);
    // Never without the deny: it was the last to be detached and is the first to come back.
    const again = await attachDenyAll(revoker, of.roleName, of.partition);
    if (!again.ok) throw retry('attaching AWSDenyAll again', again.problem);
    return stuck(of, deleted.problem);
  }
  of.signal.throwIfAborted();
  await write({ kind: 'deleted' });
  of.signal.throwIfAborted();
  await goneIf(of, revoker, 'looking for the role');
});

/** AWS refuses what should have worked: the role is gone, the way in is, or it is to be tried again. */
async function instead<T>(of: Work, revoker: AwsConfig, doing: string, answer: AwsOutcome<T>): Promise<void> {
  if (answer.ok) return;
  if (answer.problem.kind === 'notFound') return goneIf(of, revoker, doing);
  return orLost(of, doing, answer.problem);
}

async function goneIf(of: Work, revoker: AwsConfig, doing: string): Promise<void> {
  const there = await roleExists(revoker, of.roleName);
  if (!there.ok) return orLost(of, 'looking for the role', there.problem);
  if (there.value) throw retry(`${doing}: the role is still there`);
  await perform(VENDOR, (tx) => gone(tx, VENDOR, { grantId: of.grantId, steps: [] }), { callId: of.callId });
}

async function orLost(of: Work, doing: string, problem: AwsProblem): Promise<void> {
  const { grantId, callId } = of;
  if (problem.kind !== 'denied') {
    if (problem.kind === 'limit') {
      const words = `AWS has no room for AWSDenyAll on the role (${problem.code}). We keep trying; you can detach its other policies in the AWS console.`;
      await perform(VENDOR, (tx) => alarm(tx, VENDOR, { grantId, problem: words }), { callId });
    }
    throw retry(doing, problem);
  }
  log().error({ grantId, code: problem.code }, 'AWS refused the revoker');
  const words = `AWS refused us ${doing} (${problem.code}), so we can neither see nor end anything in account ${of.accountId}. No session is given any more.`;
  await perform(VENDOR, (tx) => lose(tx, VENDOR, { grantId, problem: words }), { callId });
}

async function stuck(of: Work, problem: AwsProblem): Promise<void> {
  const { grantId, callId } = of;
  log().error({ grantId, code: problem.code }, 'a denied role cannot be deleted');
  const words = `AWS does not delete the role (${problem.code}): something was added to it that we may not remove, such as a policy of its own or an instance profile. AWSDenyAll is attached, so nothing can be done with it.`;
  await perform(VENDOR, (tx) => stick(tx, VENDOR, { grantId, problem: words }), { callId });
}

export const denial = handler(denyGrant, deny);
export const proof = handler(proveGrant, lookAndTry);
export const deletion = handler(deleteGrant, takeAway);
