import { deleteGrant, denyGrant, proveGrant } from '@/lib/access/grants/jobs';
import { isActive } from '@/lib/access/grants/lifecycle';
import { attachedAgain, blind } from '@/lib/access/incidents/commands';
import type { Control } from '@/lib/access/proofs/rules';
import { retry } from '@/lib/access/turns/attempt';
import { ending } from '@/lib/access/turns/endings';
import { AT_ONCE, inTurn } from '@/lib/access/turns/turn';
import { VENDOR } from '@/lib/core/rights';
import { handler } from '@/lib/platform/doors/job';
import { perform } from '@/lib/platform/doors/perform';
import { env } from '@/lib/platform/env';
import { log } from '@/lib/platform/log/logger';
import { denyAllArn } from '@/lib/policies/levels';
import type { AwsConfig } from '@/lib/vendors/aws/config';
import { enter } from '@/lib/vendors/aws/entry';
import type { AwsOutcome, AwsProblem } from '@/lib/vendors/aws/problem';
import { attachDenyAll, deleteRole, detachAll, listAttached } from '@/lib/vendors/aws/roles';
import {
  alarm,
  attached,
  gone,
  markConnectionLost,
  note,
  noteSeen,
  prove,
  type Step,
  stick,
  type TearDown,
  toTearDown,
} from './commands';
import { showControl, showRefusal } from './control';
import { isGone } from './gone';
import { amongFew, proveSoon } from './proofs';

type Context = { callId: string; signal: AbortSignal };
export type Work = TearDown & Context;

/**
 * One piece of work on a grant's role: in turn, in the states in which it makes sense, by way of the revoker. `ahead` is begun
 * while the revoker is still on its way, so that what it takes delays nothing.
 */
export function teardown(
  states: readonly string[],
  work: (of: Work, revoker: AwsConfig, control: Promise<Control | null>) => Promise<void>,
  ahead: (of: Work) => Promise<Control | null> = async () => null,
): (payload: { grantId: string }, context: Context) => Promise<void> {
  return ({ grantId }, { callId, signal }) =>
    inTurn(grantId, async () => {
      const grant = await perform(VENDOR, (tx) => toTearDown(tx, VENDOR, { grantId }), { callId });
      if (!states.includes(grant.status)) return;
      const of: Work = { ...grant, callId, signal };
      signal.throwIfAborted();
      const control = ahead(of);
      const revoker = await enter(grant, 'revoker');
      if (!revoker.ok) return orLost(of, 'entering the account', revoker.problem);
      signal.throwIfAborted();
      await work(of, revoker.value, control);
    });
}

/** Attaches the deny, once what it ends was seen to work: the control of the proof. It never waits for that for long. */
async function attachDeny(of: Work, revoker: AwsConfig, control: Promise<Control | null>): Promise<void> {
  const { grantId, callId } = of;
  // An earlier try of this job has attached it: what is left is to look whether it holds.
  if (of.denyAttachedAt) return look(of, revoker);
  const detail = await control;
  const keep = () =>
    detail
      ? perform(VENDOR, (tx) => note(tx, VENDOR, { grantId, steps: [{ kind: 'control_tried', detail }] }), {
          callId,
        })
      : undefined;
  const shown = detail !== null && detail.allowed.length > 0;
  // Kept before the deny, so that whoever takes this up after a crash knows of it; afterwards it could not be seen again.
  if (shown) await keep();
  of.signal.throwIfAborted();
  const answer = await attachDenyAll(revoker, of.roleName, of.partition);
  if (!answer.ok) return instead(of, revoker, 'attaching AWSDenyAll', answer);
  of.signal.throwIfAborted();
  if (!shown) await keep();
  await noteAttached(of, answer.value.madeWay);
  proveSoon(grantId, () => proof.handle({ grantId }, standingAlone(of)));
}

const deny = teardown(['revoking', 'connection_lost'], attachDeny, async (of) =>
  of.control || of.denyAttachedAt ? null : showControl(of),
);

/** What is done later does not end with the job that arranged it. */
const standingAlone = ({ callId }: Work) => ({ callId, signal: new AbortController().signal });

async function noteAttached(
  { grantId, callId }: Work,
  madeWay: string | undefined,
  command = attached,
): Promise<void> {
  const wakeAt = new Date(Date.now() + env.AWS_PROPAGATION_SECONDS * 1000 + 2_000);
  const detail = { policy: 'AWSDenyAll', madeWay: madeWay ?? null };
  await perform(VENDOR, (tx) => command(tx, VENDOR, { grantId, detail, wakeAt }), { callId });
}

/** Somebody has taken the deny away: it is attached again at once, and everything about it is proven again. */
export async function denyAgain(of: Work, revoker: AwsConfig): Promise<void> {
  const { grantId } = of;
  log().error({ grantId }, 'AWSDenyAll was removed from a role that is being ended');
  const again = await attachDenyAll(revoker, of.roleName, of.partition);
  if (!again.ok) return instead(of, revoker, 'attaching AWSDenyAll again', again);
  await noteAttached(of, again.value.madeWay, attachedAgain);
  proveSoon(grantId, () => proof.handle({ grantId }, standingAlone(of)));
}

async function look(of: Work, revoker: AwsConfig): Promise<void> {
  const { grantId, callId } = of;
  const since = of.denyAttachedAt;
  if (!since || of.at.getTime() - since.getTime() < env.AWS_PROPAGATION_SECONDS * 1000)
    throw retry('waiting for AWSDenyAll to spread');
  const listed = await listAttached(revoker, of.roleName);
  if (!listed.ok) return instead(of, revoker, 'listing the policies', listed);
  of.signal.throwIfAborted();
  if (!listed.value.includes(denyAllArn(of.partition))) return denyAgain(of, revoker);
  await perform(VENDOR, (tx) => noteSeen(tx, VENDOR, { grantId }), { callId });
  of.signal.throwIfAborted();
  const shown = await showRefusal(of);
  of.signal.throwIfAborted();
  await perform(VENDOR, (tx) => prove(tx, VENDOR, { grantId, ...shown }), { callId });
}

const lookAndTry = teardown(['revoking', 'connection_lost'], look);

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
export async function instead<T>(
  of: Work,
  revoker: AwsConfig,
  doing: string,
  answer: AwsOutcome<T>,
): Promise<void> {
  if (answer.ok) return;
  if (answer.problem.kind === 'notFound') return goneIf(of, revoker, doing);
  return orLost(of, doing, answer.problem);
}

async function goneIf(of: Work, revoker: AwsConfig, doing: string): Promise<void> {
  const absent = await isGone(revoker, of.roleName);
  if (!absent.ok) return orLost(of, 'looking for the role', absent.problem);
  if (!absent.value) throw retry(`${doing}: the role is still there`);
  await perform(VENDOR, (tx) => gone(tx, VENDOR, { grantId: of.grantId, steps: [] }), { callId: of.callId });
}

async function orLost(of: Work, doing: string, problem: AwsProblem): Promise<void> {
  const { grantId, callId } = of;
  if (problem.kind !== 'denied') {
    if (problem.kind === 'limit') {
      const words = `The role has no room for AWSDenyAll (${problem.code}). We keep trying. You can detach its other policies in the AWS console.`;
      await perform(VENDOR, (tx) => alarm(tx, VENDOR, { grantId, problem: words }), { callId });
    }
    throw retry(doing, problem);
  }
  log().error({ grantId, code: problem.code }, 'AWS refused the revoker');
  if (isActive(of.status)) return perform(VENDOR, (tx) => blind(tx, VENDOR, { grantId }), { callId });
  const words = `AWS refused us while ${doing} (${problem.code}), so we can't see or end anything in account ${of.accountId}. No new sessions.`;
  await perform(VENDOR, (tx) => markConnectionLost(tx, VENDOR, { grantId, problem: words }), { callId });
}

async function stuck(of: Work, problem: AwsProblem): Promise<void> {
  const { grantId, callId } = of;
  log().error({ grantId, code: problem.code }, 'a denied role cannot be deleted');
  const words = `AWS won't delete the role (${problem.code}): something was added that we can't remove, such as an inline policy or an instance profile. AWSDenyAll is attached, so the role can't do anything.`;
  await perform(VENDOR, (tx) => stick(tx, VENDOR, { grantId, problem: words }), { callId });
}

export const denial = handler(denyGrant, (payload, context) => ending(() => deny(payload, context)), AT_ONCE);
export const proof = handler(proveGrant, (payload, context) => amongFew(() => lookAndTry(payload, context)));
export const deletion = handler(deleteGrant, takeAway);
