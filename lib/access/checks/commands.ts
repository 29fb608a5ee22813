import { externalIdFor } from '@/lib/access/connections/commands';
import { checkConnection } from '@/lib/access/connections/jobs';
import { CONNECTION, isVerifying, isWaiting } from '@/lib/access/connections/lifecycle';
import { eventOf, isClear, LOOK_AGAIN, refusalOf } from '@/lib/access/connections/rules';
import type { FreshCheck } from '@/lib/access/connections/schema';
import {
  claimDueConnection,
  connectionById,
  granters,
  placeOf,
  sameAccount,
  updateChecks,
} from '@/lib/access/connections/store';
import { found } from '@/lib/core/refusal';
import { type Actor, authorise } from '@/lib/core/rights';
import { earlier } from '@/lib/core/time';
import { announce } from '@/lib/platform/announce/announce';
import { audit } from '@/lib/platform/audit/store';
import { move } from '@/lib/platform/db/move';
import { lock, type Tx } from '@/lib/platform/db/transaction';
import { enqueue } from '@/lib/platform/jobs/queue';
import { CHECK_COMMANDS } from './rights';

/** Where the broker is to go, and with which ExternalId; null where the connection is not to be tried. */
export async function toCheck(tx: Tx, input: { connectionId: string }) {
  const place = await placeOf(tx, input.connectionId);
  if (!place || isWaiting(place.status)) return null;
  return {
    accountId: place.awsAccountId,
    partition: place.partition,
    externalId: await externalIdFor(tx, input.connectionId),
    /** The stack may have been made a moment ago, and not hold everywhere yet. */
    fresh: isVerifying(place.status),
  };
}

/** Writes down what the tests found, and what it means: connected, not connected, lost, or found again. */
export async function record(
  tx: Tx,
  actor: Actor,
  input: { connectionId: string; checks: readonly FreshCheck[] },
): Promise<void> {
  authorise(actor, CHECK_COMMANDS.record);
  await lock(tx, 'connection', input.connectionId);
  const connection = found(await connectionById(tx, input.connectionId), 'connection');
  const { id: connectionId, status, customerId } = connection;
  if (isWaiting(status)) return;
  // That AWS did not answer says nothing about an account of which something is known.
  if (!isVerifying(status) && !isClear(input.checks)) return;
  const refusal = refusalOf(input.checks);
  const known = eventOf(status, refusal);
  // Its customer has begun to connect the account anew: the other connection is the one that counts.
  const event =
    known === 'find' && (await sameAccount(tx, customerId, connection.awsAccountId)) ? null : known;
  const at = await tx.now();
  if (event) await move(tx, CONNECTION, { id: connectionId, from: status, event, actor, of: connection, at });
  await updateChecks(tx, connectionId, {
    checks: input.checks.map(({ agoMs, ...check }) => ({ ...check, at: earlier(at, agoMs) })),
    refusal,
    checkedAt: at,
    ...(refusal ? {} : { verifiedAt: at }),
  });
  if (event)
    await audit(tx, actor, at, {
      action: 'connections.record',
      object: 'connection',
      id: connectionId,
      customerId,
      detail: { result: event },
    });
  await announce(tx, { what: 'notification', personIds: await granters(tx, customerId) });
  if (event === 'lose') tx.emit({ name: 'connection.lost', connectionId, customerId });
  if (event === 'find' || event === 'connect')
    tx.emit({ name: 'connection.found', connectionId, customerId });
}

/** A reaction to something that AWS refused in an account: its roles are tried at once, unless they just were. */
export async function suspect(tx: Tx, _actor: Actor, input: { connectionId: string }): Promise<void> {
  const { connectionId } = input;
  const connection = found(await connectionById(tx, connectionId), 'connection');
  const since = (await tx.now()).getTime() - LOOK_AGAIN.lostMs;
  if (connection.checkedAt && connection.checkedAt.getTime() > since) return;
  await enqueue(tx, checkConnection, { connectionId }, { key: connectionId });
}

/** The clock has one account tried again in which access is live. Answers whether there was one. */
export async function lookAgain(tx: Tx, actor: Actor): Promise<boolean> {
  // The sweep runs where the trying does: AWS's answer is what this leads to.
  authorise(actor, CHECK_COMMANDS.record);
  const connectionId = await claimDueConnection(tx, LOOK_AGAIN);
  if (!connectionId) return false;
  await enqueue(tx, checkConnection, { connectionId }, { key: connectionId });
  return true;
}
