import { pause } from '@/lib/access/turns/attempt';
import { env } from '@/lib/platform/env';
import type { AwsConfig } from '@/lib/vendors/aws/config';
import type { AwsOutcome } from '@/lib/vendors/aws/problem';
import { roleExists } from '@/lib/vendors/aws/roles';

/**
 * Whether AWS has no such role. One that was made a moment ago is not known to each of IAM's copies yet, so "no such
 * role" is believed once it was said twice, some seconds apart.
 */
export async function isGone(revoker: AwsConfig, roleName: string): Promise<AwsOutcome<boolean>> {
  for (const wait of [0, env.AWS_RECHECK_SECONDS * 1000]) {
    await pause(wait);
    const there = await roleExists(revoker, roleName);
    if (!there.ok) return there;
    if (there.value) return { ok: true, value: false };
  }
  return { ok: true, value: true };
}
