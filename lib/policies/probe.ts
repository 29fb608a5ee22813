import type { PermissionLevel } from './levels';

/**
 * The call that shows whether a session of that level still has its rights. Undefined: the level allows no call that
 * is free and harmless enough to try, so a refusal would prove nothing.
 */
export function probeCall(
  level: PermissionLevel,
): 's3:ListAllMyBuckets' | 'ec2:DescribeInstances' | undefined {
  if (level === 'Billing') return undefined;
  return level === 'NetworkAdministrator' ? 'ec2:DescribeInstances' : 's3:ListAllMyBuckets';
}
