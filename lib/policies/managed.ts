import type { PolicyDocument } from './document';
import { levelArn, type PermissionLevel } from './levels';
import administratorAccess from './managed/AdministratorAccess.json';
import denyAll from './managed/AWSDenyAll.json';
import billing from './managed/Billing.json';
import databaseAdministrator from './managed/DatabaseAdministrator.json';
import iamFullAccess from './managed/IAMFullAccess.json';
import networkAdministrator from './managed/NetworkAdministrator.json';
import powerUserAccess from './managed/PowerUserAccess.json';
import securityAudit from './managed/SecurityAudit.json';
import supportUser from './managed/SupportUser.json';
import systemAdministrator from './managed/SystemAdministrator.json';
import viewOnlyAccess from './managed/ViewOnlyAccess.json';

/** A managed policy as AWS published it; `updated` is the instant of that version. */
export type ManagedPolicy = {
  name: string;
  arn: string;
  version: string;
  updated: string;
  document: PolicyDocument;
};

export const MANAGED_POLICIES: readonly ManagedPolicy[] = [
  administratorAccess,
  powerUserAccess,
  systemAdministrator,
  databaseAdministrator,
  networkAdministrator,
  billing,
  supportUser,
  securityAudit,
  viewOnlyAccess,
  denyAll,
  iamFullAccess,
] as ManagedPolicy[];

const byArn = new Map(MANAGED_POLICIES.map((policy) => [policy.arn, policy]));

/** The ARN must be exact, path included, as AWS demands; the partition does not matter. */
export function managedPolicy(arn: string): ManagedPolicy | undefined {
  return byArn.get(arn.replace(/^arn:aws(-cn|-us-gov)?:iam::aws:/, 'arn:aws:iam::aws:'));
}

export function levelPolicy(level: PermissionLevel): ManagedPolicy {
  return byArn.get(levelArn(level, 'aws')) as ManagedPolicy;
}
