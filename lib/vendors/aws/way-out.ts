import { CloudTrailClient, LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import { AttachRolePolicyCommand, IAMClient } from '@aws-sdk/client-iam';
import { denyAllArn } from '@/lib/policies/levels';
import { roleName } from '@/lib/policies/trust';
import { type AwsConfig, clientOptions } from './config';
import { type AwsOutcome, outcome, problemOf } from './problem';
import { listAttached, roleExists } from './roles';
import { GLOBAL_REGION } from './trail';

/**
 * Whether the revoker may attach AWSDenyAll, without attaching it to anything: to a role of a name that nobody has. AWS
 * answers NoSuchEntity to whoever may and AccessDenied to whoever may not.
 */
export function mayEnd(revoker: AwsConfig, partition: string): Promise<AwsOutcome<void>> {
  return outcome(async () => {
    const client = new IAMClient(clientOptions({ ...revoker, region: GLOBAL_REGION }));
    const nobody = roleName(crypto.getRandomValues(new Uint8Array(16)));
    try {
      await client.send(new AttachRolePolicyCommand({ RoleName: nobody, PolicyArn: denyAllArn(partition) }));
    } catch (error) {
      if (problemOf(error).kind !== 'notFound') throw error;
    } finally {
      client.destroy();
    }
  });
}

/** Whether the revoker may read what is done in the account: one event is asked for, whichever it is. */
export function mayWatch(revoker: AwsConfig): Promise<AwsOutcome<void>> {
  return outcome(async () => {
    const client = new CloudTrailClient(clientOptions({ ...revoker, region: GLOBAL_REGION }));
    try {
      await client.send(new LookupEventsCommand({ MaxResults: 1 }));
    } finally {
      client.destroy();
    }
  });
}

/** `gone`: the role that was made is there no more. `denied`: somebody has attached AWSDenyAll by hand. */
export type WayOut = 'open' | 'gone' | 'denied';

/** The way to end one access, tried as far as it can be without ending it: the role seen, the deny allowed, the trail open. */
export async function wayOut(
  revoker: AwsConfig,
  role: { name: string; roleId: string; partition: string },
): Promise<AwsOutcome<WayOut>> {
  const there = await roleExists(revoker, role.name);
  if (!there.ok) return there;
  // A role made again under the same name is another one: what is known of ours does not hold for it.
  if (there.value?.roleId !== role.roleId) return { ok: true, value: 'gone' };
  const attached = await listAttached(revoker, role.name);
  if (!attached.ok) return attached;
  if (attached.value.includes(denyAllArn(role.partition))) return { ok: true, value: 'denied' };
  const end = await mayEnd(revoker, role.partition);
  if (!end.ok) return end;
  const watch = await mayWatch(revoker);
  return watch.ok ? { ok: true, value: 'open' } : watch;
}
