import { randomBytes } from 'node:crypto';
import { found, insist, no, Refusal } from '@/lib/core/refusal';
import { type Actor, authorise, mayRun, type Person, personOf } from '@/lib/core/rights';
import { tenantsOf } from '@/lib/core/scope';
import { audit } from '@/lib/platform/audit/store';
import { begin, move } from '@/lib/platform/db/move';
import { lock, type Tx } from '@/lib/platform/db/transaction';
import { env } from '@/lib/platform/env';
import { enqueue } from '@/lib/platform/jobs/queue';
import { readArn } from '@/lib/policies/arn';
import { checkConnection } from './jobs';
import { CONNECTION, isConnected } from './lifecycle';
import { CONNECTION_COMMANDS } from './rights';
import { canConnect, canShowExternalId, canVerify, EXTERNAL_ID_BYTES, externalIdFrom } from './rules';
import type { Add, Verify } from './schema';
import {
  connectionById,
  externalIdOf,
  insertConnection,
  insertExternalId,
  mayGrant,
  sameAccount,
} from './store';

/** The customer that a new connection belongs to: the one named, or the only one whose access this person manages. */
function customerFor(person: Person, named: string | undefined): string {
  if (named) return named;
  const { customers } = tenantsOf(person);
  const mine = customers.filter(
    (customerId) => mayRun(person, CONNECTION_COMMANDS.add, { customerId }) === null,
  );
  if (mine.length > 1)
    throw new Refusal(no('invalid', 'Choose a customer.', { customerId: 'Choose a customer.' }));
  const only = mine[0] ?? customers[0];
  if (!only)
    throw new Refusal(no('forbidden', 'Only customers can connect AWS accounts. Post a request first.'));
  return only;
}

/** Names an AWS account to connect. Nothing is known of it until it is verified. */
export async function add(tx: Tx, actor: Actor, input: Add): Promise<{ connectionId: string }> {
  const person = actor.kind === 'person' ? actor : null;
  const customerId = person ? customerFor(person, input.customerId) : (input.customerId ?? null);
  authorise(actor, CONNECTION_COMMANDS.add, { customerId });
  const { personId } = personOf(actor);
  const ours = [env.AWS_PLATFORM_ACCOUNT, readArn(env.AWS_BROKER_ROLE_ARN)?.accountId];
  insist(canConnect(input.awsAccountId, ours));
  const at = await tx.now();
  if (await sameAccount(tx, customerId!, input.awsAccountId)) {
    const message = 'This account is already connected, or about to be. See your list of AWS accounts.';
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
  authorise(actor, CONNECTION_COMMANDS.verify, seen);
  await lock(tx, 'connection', seen.id);
  const connection = found(await connectionById(tx, seen.id), 'connection');
  insist(canVerify(connection));
  const at = await tx.now();
  if (!isConnected(connection.status))
    await move(tx, CONNECTION, {
      id: connection.id,
      from: connection.status,
      event: 'verify',
      actor,
      of: connection,
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

/** Kept from the first call on. */
export async function externalIdFor(tx: Tx, connectionId: string): Promise<string> {
  await insertExternalId(tx, connectionId, externalIdFrom(randomBytes(EXTERNAL_ID_BYTES)));
  return (await externalIdOf(tx, connectionId))!.externalId;
}
