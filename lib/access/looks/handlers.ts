import { lookAtGrant } from '@/lib/access/grants/jobs';
import { isActive } from '@/lib/access/grants/lifecycle';
import { compare, seen } from '@/lib/access/incidents/commands';
import { isGone } from '@/lib/access/teardown/gone';
import { denyAgain, instead, teardown, type Work } from '@/lib/access/teardown/handlers';
import { retry } from '@/lib/access/turns/attempt';
import { VENDOR } from '@/lib/core/rights';
import { handler } from '@/lib/platform/doors/job';
import { perform } from '@/lib/platform/doors/perform';
import { denyAllArn } from '@/lib/policies/levels';
import type { AwsConfig } from '@/lib/vendors/aws/config';
import { listAttached, roleAsItStands } from '@/lib/vendors/aws/roles';

/** What was said once is looked at again: a role in force is still as it was given, a denied one still has its deny. */
const lookAgain = teardown(['active', 'denied', 'denied_not_deleted'], (of, revoker) =>
  isActive(of.status) ? lookAtRole(of, revoker) : lookAtDeny(of, revoker),
);

async function lookAtRole(of: Work, revoker: AwsConfig): Promise<void> {
  const { grantId, callId } = of;
  const role = await roleAsItStands(revoker, of.roleName);
  if (!role.ok && role.problem.kind !== 'notFound') return instead(of, revoker, 'looking at the role', role);
  if (!role.ok) {
    const absent = await isGone(revoker, of.roleName);
    if (!absent.ok || !absent.value) throw retry('looking at the role');
  }
  const found = role.ok ? role.value : null;
  await perform(VENDOR, (tx) => compare(tx, VENDOR, { grantId, found }), { callId });
}

async function lookAtDeny(of: Work, revoker: AwsConfig): Promise<void> {
  const { grantId, callId } = of;
  const listed = await listAttached(revoker, of.roleName);
  if (!listed.ok) return instead(of, revoker, 'listing the policies', listed);
  if (!listed.value.includes(denyAllArn(of.partition))) return denyAgain(of, revoker);
  await perform(VENDOR, (tx) => seen(tx, VENDOR, { grantId }), { callId });
}

export const lookingAgain = handler(lookAtGrant, lookAgain);
