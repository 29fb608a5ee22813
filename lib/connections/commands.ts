import { randomBytes } from 'node:crypto';
import { audit } from '@/lib/audit/store';
import { found, insist, no, Refusal } from '@/lib/core/refusal';
import { type Actor, authorise, mayRun, type Person, personOf } from '@/lib/core/rights';
import { begin, move } from '@/lib/db/move';
import { lock, type Tx } from '@/lib/db/transaction';
import { enqueue } from '@/lib/jobs/queue';
import { announce } from '@/lib/realtime/announce';
import { checkConnection } from './jobs';
import {
  CONNECTION,
  canShowExternalId,
  canVerify,
  EXTERNAL_ID_BYTES,
  externalIdFrom,
  isClear,
  refusalOf,
} from './rules';
import type { Add, FreshCheck, Verify } from './schema';
import {
  connectionById,
  externalIdOf,
  granters,
  insertConnection,
  keepExternalId,
  mayGrant,
  placeOf,
  sameAccount,
  saveChecks,
} from './store';

/** The customer that a new connection belongs to: the one named, or the only one whose access this person manages. */
function customerFor(person: Person, named: string | undefined): string {
  if (named) return named;
  const mine = person.customers.filter(
    ({ tenantId }) => mayRun(person, 'connections.add', { customerId: tenantId }) === null,
  );
  if (mine.length > 1)
    throw new Refusal(no('invalid', 'Say for which customer.', { customerId: 'Say for which customer.' }));
  const only = mine[0] ?? person.customers[0];
  if (!only) throw new Refusal(no('forbidden', 'Only customers connect AWS accounts. Post a request first.'));
  return only.tenantId;
}

/** Names an AWS account to connect. Nothing is known of it until it is verified. */
export async function add(tx: Tx, actor: Actor, input: Add): Promise<{ connectionId: string }> {
  const person = actor.kind === 'person' ? actor : null;
  const customerId = person ? customerFor(person, input.customerId) : (input.customerId ?? null);
  authorise(actor, 'connections.add', { customerId });
  const { personId } = personOf(actor);
  const at = await tx.now();
  if (await sameAccount(tx, customerId!, input.awsAccountId)) {
    const message = 'This account is connected already, or about to be. See the list of your AWS accounts.';
    throw new Refusal(no('conflict', message, { awsAccountId: message }));
  }
  const { awsAccountId, label } = input;
  const row = await insertConnection(tx, {
    customerId: customerId!,
    awsAccountId,
    label,
    createdBy: personId,
    createdAt: at,
  });
  await begin(tx, CONNECTION, { id: row.id, actor, at });
  await audit(tx, actor, at, {
    action: 'connections.add',
    object: 'connection',
    id: row.id,
    customerId,
    detail: { awsAccountId },
  });
  return { connectionId: row.id };
}

/** Asks the broker to try the connection's roles. One that is connected stays so while it is tried again. */
export async function verify(tx: Tx, actor: Actor, input: Verify): Promise<{ connectionId: string }> {
  const seen = found(await connectionById(tx, input.connectionId), 'connection');
  authorise(actor, 'connections.verify', seen);
  await lock(tx, 'connection', seen.id);
  const connection = found(await connectionById(tx, seen.id), 'connection');
  insist(canVerify(connection));
  const at = await tx.now();
  if (connection.status !== 'connected')
    await move(tx, tx.db.connection, CONNECTION, {
      id: connection.id,
      from: connection.status,
      event: 'verify',
      actor,
      at,
      data: { refusal: null },
    });
  await enqueue(tx, checkConnection, { connectionId: connection.id }, { key: connection.id });
  await audit(tx, actor, at, {
    action: 'connections.verify',
    object: 'connection',
    id: connection.id,
    customerId: connection.customerId,
  });
  return { connectionId: connection.id };
}

/** Writes down what the tests found. */
export async function record(
  tx: Tx,
  actor: Actor,
  input: { connectionId: string; checks: readonly FreshCheck[] },
): Promise<void> {
  authorise(actor, 'connections.record');
  await lock(tx, 'connection', input.connectionId);
  const connection = found(await connectionById(tx, input.connectionId), 'connection');
  if (connection.status !== 'verifying' && connection.status !== 'connected') return;
  const refusal = refusalOf(input.checks);
  // That AWS did not answer says nothing about an account that is connected.
  if (connection.status === 'connected' && !isClear(input.checks)) return;
  const at = await tx.now();
  const event = refusal ? (connection.status === 'connected' ? 'lose' : 'refuse') : 'connect';
  if (connection.status === 'verifying' || refusal)
    await move(tx, tx.db.connection, CONNECTION, {
      id: connection.id,
      from: connection.status,
      event,
      actor,
      at,
    });
  await saveChecks(tx, connection.id, {
    checks: input.checks.map(({ agoMs, ...check }) => ({ ...check, at: new Date(at.getTime() - agoMs) })),
    refusal,
    ...(refusal ? {} : { verifiedAt: at }),
  });
  await audit(tx, actor, at, {
    action: 'connections.record',
    object: 'connection',
    id: connection.id,
    customerId: connection.customerId,
    detail: { result: refusal ? event : 'connected' },
  });
  await announce(tx, { what: 'notification', personIds: await granters(tx, connection.customerId) });
  tx.emit({ name: 'connection.changed', connectionId: connection.id, customerId: connection.customerId });
}

/**
 * The connection's ExternalId, made at the first call; for the broker alone, whose caller is the web. The person is
 * looked up anew, so that a web that was taken over learns nothing it could not have shown anyway.
 */
export async function showExternalId(
  tx: Tx,
  input: { connectionId: string; personId: string },
): Promise<{ externalId: string }> {
  const connection = found(await connectionById(tx, input.connectionId), 'connection');
  if (!(await mayGrant(tx, input.personId, connection.customerId))) found(null, 'connection');
  insist(canShowExternalId(connection));
  return { externalId: await externalIdFor(tx, connection.id) };
}

/** Where the broker is to go, and with which ExternalId; null where the connection is not to be tried. */
export async function toCheck(tx: Tx, input: { connectionId: string }) {
  const place = await placeOf(tx, input.connectionId);
  if (!place || (place.status !== 'verifying' && place.status !== 'connected')) return null;
  return {
    accountId: place.awsAccountId,
    partition: place.partition,
    externalId: await externalIdFor(tx, input.connectionId),
  };
}

async function externalIdFor(tx: Tx, connectionId: string): Promise<string> {
  await keepExternalId(tx, connectionId, externalIdFrom(randomBytes(EXTERNAL_ID_BYTES)));
  return (await externalIdOf(tx, connectionId))!.externalId;
}
