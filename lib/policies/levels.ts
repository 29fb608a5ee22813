/** The nine levels of access that an expert may ask for: AWS's own managed policies, by their names. */
export const PERMISSION_LEVELS = [
  'AdministratorAccess',
  'PowerUserAccess',
  'SystemAdministrator',
  'DatabaseAdministrator',
  'NetworkAdministrator',
  'Billing',
  'SupportUser',
  'SecurityAudit',
  'ViewOnlyAccess',
] as const;

export type PermissionLevel = (typeof PERMISSION_LEVELS)[number];
export type Partition = 'aws' | 'aws-cn' | 'aws-us-gov';

// The path belongs to the ARN: attaching `policy/Billing` instead of `policy/job-function/Billing` is NoSuchEntity.
const paths: Record<PermissionLevel, string> = {
  AdministratorAccess: '',
  PowerUserAccess: '',
  SystemAdministrator: 'job-function/',
  DatabaseAdministrator: 'job-function/',
  NetworkAdministrator: 'job-function/',
  Billing: 'job-function/',
  SupportUser: 'job-function/',
  SecurityAudit: '',
  ViewOnlyAccess: 'job-function/',
};

export function levelArn(level: PermissionLevel, partition: string): string {
  return `arn:${partition}:iam::aws:policy/${paths[level]}${level}`;
}

/** The policy that ends every right at once: an unconditional Deny of everything. */
export function denyAllArn(partition: string): string {
  return `arn:${partition}:iam::aws:policy/AWSDenyAll`;
}
