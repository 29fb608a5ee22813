import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { checkConnection } from '@/lib/access/connections/jobs';
import { EXTERNAL_ID_BYTES, externalIdFrom } from '@/lib/access/connections/rules';
import { type Check, CONNECTION_ROLES, type FreshCheck } from '@/lib/access/connections/schema';
import { CLOCK, VENDOR } from '@/lib/core/rights';
import { type Handler, handler } from '@/lib/platform/doors/job';
import { perform } from '@/lib/platform/doors/perform';
import { env } from '@/lib/platform/env';
import { type ConnectionCheck, verifyConnection } from '@/lib/vendors/aws/connection';
import { broker } from '@/lib/vendors/aws/entry';
import { lookAgain, record, toCheck } from './commands';

const KINDS: Record<ConnectionCheck['name'], Check['kind']> = {
  withoutExternalId: 'without',
  wrongExternalId: 'wrong',
  rightExternalId: 'right',
  rightAccount: 'account',
  mayEnd: 'end',
  mayWatch: 'watch',
};

/** The instants are told as how long ago they were: the application's clock need not be the wall's. */
function checkOf(check: ConnectionCheck): FreshCheck {
  return {
    role: check.role,
    kind: KINDS[check.name],
    outcome: check.outcome,
    code: check.code ?? null,
    agoMs: Date.now() - check.at.getTime(),
  };
}

const AGAIN_MS = 1_000;

function tried(place: NonNullable<Awaited<ReturnType<typeof toCheck>>>) {
  return verifyConnection(broker(), {
    ...place,
    wrongExternalId: externalIdFrom(randomBytes(EXTERNAL_ID_BYTES)),
    roles: [...CONNECTION_ROLES],
  });
}

/** Only what must be allowed was refused: what a role looks like that does not hold everywhere yet. */
function tooEarly(checks: readonly ConnectionCheck[]): boolean {
  return checks.some((one) => one.outcome === 'refused') && !checks.some((one) => one.outcome === 'tooOpen');
}

/** Tries a connection's roles now and writes down what was found, also that it is lost or was found again. */
export async function checkNow(connectionId: string, callId: string): Promise<void> {
  const place = await perform(VENDOR, (tx) => toCheck(tx, { connectionId }), { callId });
  if (!place) return;
  const patience = performance.now() + (place.fresh ? 2 * env.AWS_PROPAGATION_SECONDS * 1000 : 0);
  let { checks } = await tried(place);
  // A stack that was made a moment ago holds a little later: a refusal is believed once it has lasted. AWS has no
  // event for that, so it is asked again. A role that lets in too much is believed at once.
  while (tooEarly(checks) && performance.now() < patience) {
    await pause(AGAIN_MS);
    checks = (await tried(place)).checks;
  }
  await perform(VENDOR, (tx) => record(tx, VENDOR, { connectionId, checks: checks.map(checkOf) }), {
    callId,
  });
}

const check = handler(checkConnection, ({ connectionId }, { callId }) => checkNow(connectionId, callId));

export const brokerHandlers: Handler[] = [check];

export const brokerSweeps: { name: string; run: () => Promise<number> }[] = [
  {
    name: 'accounts to look at again',
    run: async () => Number(await perform(CLOCK, (tx) => lookAgain(tx, VENDOR))),
  },
];
