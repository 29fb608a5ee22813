import { setTimeout as wait } from 'node:timers/promises';
import {
  type Control,
  type Proof,
  REFUSALS,
  regionsToTry,
  unprovenIn,
  whyMissing,
} from '@/lib/access/proofs/rules';
import { PROBE, pause, retry } from '@/lib/access/turns/attempt';
import { showId } from '@/lib/core/id';
import { MINUTE } from '@/lib/core/time';
import { env } from '@/lib/platform/env';
import { type Probe, probeOf } from '@/lib/policies/probe';
import type { AwsConfig } from '@/lib/vendors/aws/config';
import { broker } from '@/lib/vendors/aws/entry';
import { tryProbe } from '@/lib/vendors/aws/probe';
import type { AwsOutcome } from '@/lib/vendors/aws/problem';
import { issueSession } from '@/lib/vendors/aws/sessions';
import type { TearDown } from './commands';

/** The deny waits no longer than this for the control: what cannot be shown by then is said not to be provable. */
const CONTROL_MS = 2_000;
/** A session of the broker's own lasts 15 minutes; one that is older than this is not begun with. */
const YOUNG_MS = 12 * MINUTE;

/** Sessions in which a call was seen allowed, by grant. Credentials: in this process's memory, and nowhere else. */
const sessions = new Map<string, { access: AwsConfig; until: number }>();

/**
 * The positive control: a session of the broker's own in the expert's role, and the level's call seen allowed with it, in
 * each Region that counts. Without it a refusal would prove nothing: the call might have been refused all along.
 */
export async function showControl(of: TearDown): Promise<Control> {
  const probe = probeOf(of.level, of.partition);
  if (!('call' in probe)) return { call: null, allowed: [], missing: missingEverywhere(['*'], probe.reason) };
  const regions = regionsToTry(probe, of.partition, of.regions);
  const late = "AWS didn't reply in time, so we attached the deny without waiting longer.";
  const shown = await Promise.race([
    shownIn(of, probe, regions, performance.now() + CONTROL_MS),
    wait(CONTROL_MS, null, { ref: false }),
  ]);
  return shown ?? { call: probe.call, allowed: [], missing: missingEverywhere(regions, late) };
}

const missingEverywhere = (regions: readonly string[], why: string) =>
  regions.map((region) => ({ region, why }));

async function shownIn(
  of: TearDown,
  { call }: Probe,
  regions: readonly string[],
  until: number,
): Promise<Control> {
  const session = await ownSession(of);
  if (!session.ok) {
    const why = `AWS didn't give us a test session (${session.problem.code}).`;
    return { call, allowed: [], missing: missingEverywhere(regions, why) };
  }
  const access = session.value;
  const tried = await Promise.all(
    regions.map(async (region) => {
      const within = Math.max(1, Math.floor(until - performance.now()));
      return { region, ...(await tryProbe(access, call, region, within)) };
    }),
  );
  const allowed = tried.filter(({ answer }) => answer === 'allowed').map(({ region }) => region);
  if (allowed.length > 0) keep(of.grantId, access);
  return {
    call,
    allowed,
    missing: tried.flatMap(({ region, answer, code }) =>
      answer === 'allowed' ? [] : [{ region, why: whyMissing(call, { answer, code }) }],
    ),
  };
}

/** What another broker has proven meanwhile is forgotten with the next. */
function keep(grantId: string, access: AwsConfig): void {
  for (const [id, { until }] of sessions) if (until <= Date.now()) sessions.delete(id);
  sessions.set(grantId, { access, until: Date.now() + YOUNG_MS });
}

/** A session as only the broker can open it; it is never handed to anybody. */
async function ownSession(of: TearDown): Promise<AwsOutcome<AwsConfig>> {
  const session = await issueSession(broker(), {
    roleArn: of.roleArn ?? `arn:${of.partition}:iam::${of.accountId}:role/${of.roleName}`,
    externalId: of.externalId,
    grantId: showId(of.grantId),
    expertId: PROBE,
    purpose: 'probe',
  });
  return session.ok ? { ok: true, value: broker().configFor(session.value.credentials) } : session;
}

/**
 * The proof: what was seen allowed before the deny is refused now, three times in a row, in each Region. With the same
 * session where this process still has it, otherwise with another of the same kind.
 */
export async function showRefusal(of: TearDown): Promise<Proof> {
  const control = of.control;
  const probe = probeOf(of.level, of.partition);
  if (of.outlived) {
    const session = await ownSession(of);
    // Past the end AWS gives no session to anybody. That alone proves nothing while one may still be alive.
    if (!session.ok && session.problem.kind === 'denied')
      return {
        refused: { call: 'sts:AssumeRole', answer: session.problem.code, regions: [] },
        unproven: null,
      };
  }
  if (!('call' in probe)) return { refused: null, unproven: { call: null, why: probe.reason, regions: [] } };
  const regions = regionsToTry(probe, of.partition, of.regions);
  const shown = control ?? { call: probe.call, allowed: [], missing: [] };
  const unproven = unprovenIn(shown, regions);
  const provable = regions.filter((region) => shown.allowed.includes(region));
  if (provable.length === 0) return { refused: null, unproven };
  const access = await goodSession(of, probe, provable[0] as string);
  const answers = await Promise.all(provable.map((region) => refusedInARow(access, probe, region)));
  return { refused: { call: probe.call, answer: answers[0] as string, regions: provable }, unproven };
}

/** The session of the control, unless it has ended meanwhile. */
async function goodSession(of: TearDown, { call }: Probe, region: string): Promise<AwsConfig> {
  const kept = sessions.get(of.grantId);
  sessions.delete(of.grantId);
  if (kept && kept.until > Date.now() && (await tryProbe(kept.access, call, region)).answer !== 'unknown')
    return kept.access;
  const session = await ownSession(of);
  if (!session.ok) throw retry('opening a session to be refused', session.problem);
  return session.value;
}

/** Answers AWS's word for it. A call that is allowed, or without a clear answer, begins the count again. */
async function refusedInARow(access: AwsConfig, { call }: Probe, region: string): Promise<string> {
  const spread = env.AWS_PROPAGATION_SECONDS * 1000;
  const until = performance.now() + Math.max(10_000, 2 * spread);
  for (let inARow = 0; ; ) {
    const { answer, code } = await tryProbe(access, call, region);
    inARow = answer === 'refused' ? inARow + 1 : 0;
    if (inARow === REFUSALS) return code ?? '';
    if (performance.now() > until) throw retry(`trying ${call} in ${region}: ${answer}`);
    // Spread over two thirds of the time that a change takes: one cache that is quicker than others proves nothing.
    await pause(Math.max(100, spread / 3));
  }
}
