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

/** Opens the way anew at the next use; for tests, whose sandboxes come and go. */
export function forgetBroker(): void {
  kept.groundcrewBroker = undefined;
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
