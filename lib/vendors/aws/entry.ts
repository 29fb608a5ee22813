import { MINUTE } from '@/lib/core/time';
import { env } from '@/lib/platform/env';
import { type Broker, openBroker } from './broker';
import type { AwsConfig } from './config';
import { type ConnectionRole, connectionRoleArn } from './connection';
import type { AwsOutcome } from './problem';

/** Where calls start from; each client goes to the Region of its own work. */
const HOME = 'us-east-1';

const kept = globalThis as { groundcrewBroker?: Broker };

/** This process's way into AWS. Only the broker is given keys, so in any other process reading them throws. */
export function broker(): Broker {
  const { BROKER_AWS_ACCESS_KEY_ID: accessKeyId, BROKER_AWS_SECRET_ACCESS_KEY: secretAccessKey } = env;
  kept.groundcrewBroker ??= openBroker(
    {
      region: HOME,
      ...(env.AWS_ENDPOINT ? { endpoint: env.AWS_ENDPOINT } : {}),
      ...(accessKeyId && secretAccessKey ? { credentials: { accessKeyId, secretAccessKey } } : {}),
    },
    env.AWS_BROKER_ROLE_ARN,
  );
  return kept.groundcrewBroker;
}

/**
 * Opens the way anew at the next use; for tests, whose sandboxes come and go.
 * @internal
 */
export function forgetBroker(): void {
  kept.groundcrewBroker = undefined;
  entered.clear();
}

/** A customer's account and the key to its roles. */
export type Place = { accountId: string; partition: string; externalId: string };

/** Enters an account as one of the connection's own two roles. */
export async function enter(place: Place, role: ConnectionRole): Promise<AwsOutcome<AwsConfig>> {
  const assumed = await broker().assume({
    roleArn: connectionRoleArn(place.accountId, role, place.partition),
    sessionName: `groundcrew-${role}`,
    externalId: place.externalId,
  });
  if (!assumed.ok) return assumed;
  return { ok: true, value: broker().configFor(assumed.value.credentials) };
}

/** So long one entry serves whoever only looks; the shortest session of AWS lasts 15 minutes. */
const SERVES_MS = 5 * MINUTE;
/** Young sessions, in this process's memory and nowhere else. */
const entered = new Map<string, { access: AwsConfig; until: number }>();

/**
 * The same for what looks into an account again and again, by the session of the entry before: each one of its own would
 * stand in the customer's CloudTrail. `again`: that session is of no use any more.
 */
export async function enterOften(
  place: Place,
  role: ConnectionRole,
  again: boolean,
): Promise<AwsOutcome<AwsConfig>> {
  const way = `${place.accountId} ${role} ${place.externalId}`;
  const young = entered.get(way);
  if (!again && young && young.until > Date.now()) return { ok: true, value: young.access };
  const anew = await enter(place, role);
  for (const [other, { until }] of entered) if (until <= Date.now()) entered.delete(other);
  if (anew.ok) entered.set(way, { access: anew.value, until: Date.now() + SERVES_MS });
  else entered.delete(way);
  return anew;
}
