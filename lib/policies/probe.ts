import type { PermissionLevel } from './levels';

/**
 * A call that shows whether a session can still do anything: its level's own policy allows it, it is free and harmless,
 * it needs nothing to exist, and neither the boundary nor an account's own rules touch it as a matter of course.
 */
export type ProbeCall = 'ec2:DescribeVpcs' | 'cur:DescribeReportDefinitions';

/** `everywhere`: each Region answers for itself. Otherwise the call exists in the partition's home Region alone. */
export type Probe = { call: ProbeCall; everywhere: boolean };

/** No call can show it; the sentence says why. */
export type NoProbe = { reason: string };

const HOMES: Record<string, string> = {
  aws: 'us-east-1',
  'aws-us-gov': 'us-gov-west-1',
  'aws-cn': 'cn-north-1',
};

/** The Region in which IAM itself lives, and with it whatever is there once for all Regions. */
export function homeRegionOf(partition: string): string {
  const home = HOMES[partition];
  if (!home) throw new RangeError(`There is no partition ${partition}`);
  return home;
}

/**
 * The level's own call. Billing has none that every Region has: `ce:` costs money with each call, `account:` is denied by
 * the boundary, and GetCallerIdentity answers whatever is denied.
 */
export function probeOf(level: PermissionLevel, partition: string): Probe | NoProbe {
  if (level !== 'Billing') return { call: 'ec2:DescribeVpcs', everywhere: true };
  if (partition === 'aws') return { call: 'cur:DescribeReportDefinitions', everywhere: false };
  return { reason: 'In this AWS partition, Billing allows no call that is free to try.' };
}
