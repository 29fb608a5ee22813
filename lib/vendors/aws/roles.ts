import {
  AttachRolePolicyCommand,
  CreateRoleCommand,
  DeleteRoleCommand,
  DetachRolePolicyCommand,
  GetRoleCommand,
  IAMClient,
  paginateListAttachedRolePolicies,
} from '@aws-sdk/client-iam';
import { HOUR, SECOND } from '@/lib/core/time';
import { boundaryArn } from '@/lib/policies/boundary';
import { denyAllArn, levelArn, type PermissionLevel } from '@/lib/policies/levels';
import { GRANT_TAG } from '@/lib/policies/template';
import { grantTrustPolicy } from '@/lib/policies/trust';
import { type AwsConfig, clientOptions } from './config';
import { type AwsOutcome, outcome, problemOf } from './problem';

export type RoleRef = { name: string; arn: string; roleId: string };

export type NewRole = {
  accountId: string;
  partition: string;
  name: string;
  grantId: string;
  brokerRoleArn: string;
  externalId: string;
  /** From this instant on AWS itself refuses new sessions. */
  notAfter?: Date;
};

const SESSION_SECONDS = HOUR / SECOND;

async function withIam<T>(
  access: AwsConfig,
  work: (client: IAMClient) => Promise<T>,
  attempts?: number,
): Promise<AwsOutcome<T>> {
  // IAM is one service for all Regions and lives behind us-east-1.
  const client = new IAMClient({
    ...clientOptions({ ...access, region: 'us-east-1' }),
    ...(attempts === undefined ? {} : { maxAttempts: attempts, retryMode: 'standard' }),
  });
  try {
    return await outcome(() => work(client));
  } finally {
    client.destroy();
  }
}

/**
 * Creates an expert's role under the boundary, as the grantor. When an earlier attempt was done but its answer was
 * lost, the role with this grant's tag is the one that was meant; any other role of that name stays `exists`.
 */
export function createBoundedRole(access: AwsConfig, input: NewRole): Promise<AwsOutcome<RoleRef>> {
  return withIam(access, async (client) => {
    const trust = grantTrustPolicy({
      brokerRoleArn: input.brokerRoleArn,
      externalId: input.externalId,
      ...(input.notAfter ? { notAfter: input.notAfter.toISOString() } : {}),
    });
    try {
      const { Role } = await client.send(
        new CreateRoleCommand({
          RoleName: input.name,
          AssumeRolePolicyDocument: JSON.stringify(trust),
          Description: 'Made for one job and deleted when it ends.',
          MaxSessionDuration: SESSION_SECONDS,
          PermissionsBoundary: boundaryArn(input.accountId, input.partition),
          Tags: [
            { Key: 'groundcrew', Value: '1' },
            { Key: GRANT_TAG, Value: input.grantId },
          ],
        }),
      );
      return reference(Role);
    } catch (error) {
      if (problemOf(error).kind !== 'exists') throw error;
      const { Role } = await client.send(new GetRoleCommand({ RoleName: input.name }));
      const ours = Role?.Tags?.some((tag) => tag.Key === GRANT_TAG && tag.Value === input.grantId);
      if (!ours) throw error;
      return reference(Role);
    }
  });
}

function reference(role: { RoleName?: string; Arn?: string; RoleId?: string } | undefined): RoleRef {
  if (!role?.RoleName || !role.Arn || !role.RoleId) throw new Error('IAM answered without a role');
  return { name: role.RoleName, arn: role.Arn, roleId: role.RoleId };
}

/** Attaching twice is no error on AWS, so a repeat after a lost answer is harmless. */
export function attachLevel(
  access: AwsConfig,
  roleName: string,
  level: PermissionLevel,
  partition: string,
): Promise<AwsOutcome<void>> {
  return withIam(access, (client) => attach(client, roleName, levelArn(level, partition)));
}

/**
 * Ends every right of the role. A role that is full of policies has no room for the deny, so another one makes way;
 * the answer names it. As the revoker.
 */
export async function attachDenyAll(
  access: AwsConfig,
  roleName: string,
  partition: string,
): Promise<AwsOutcome<{ madeWay: string | undefined }>> {
  const deny = denyAllArn(partition);
  // The SDK takes LimitExceeded for throttling and would repeat it for seconds while the expert is still in.
  const first = await withIam(access, (client) => attach(client, roleName, deny), 1);
  if (first.ok) return { ok: true, value: { madeWay: undefined } };
  const { kind } = first.problem;
  if (kind !== 'limit' && kind !== 'throttled' && kind !== 'unreachable' && kind !== 'busy') return first;
  return withIam(access, async (client) => {
    let madeWay: string | undefined;
    if (kind === 'limit') {
      madeWay = (await attachedTo(client, roleName)).find((arn) => arn !== deny);
      if (madeWay !== undefined) await detach(client, roleName, madeWay);
    }
    await attach(client, roleName, deny);
    return { madeWay };
  });
}

/** The ARNs of all attached policies, page by page. */
export function listAttached(access: AwsConfig, roleName: string): Promise<AwsOutcome<string[]>> {
  return withIam(access, (client) => attachedTo(client, roleName));
}

/**
 * Detaches everything, the deny last, so that no session that is still alive is ever without it. Answers what was
 * detached; a policy that has gone meanwhile is no error.
 */
export function detachAll(
  access: AwsConfig,
  roleName: string,
  partition: string,
): Promise<AwsOutcome<string[]>> {
  const deny = denyAllArn(partition);
  return withIam(access, async (client) => {
    const attached = await attachedTo(client, roleName);
    const ordered = [...attached.filter((arn) => arn !== deny), ...attached.filter((arn) => arn === deny)];
    for (const arn of ordered) await detach(client, roleName, arn);
    return ordered;
  });
}

/** `gone`: there was no such role, which is what was wanted. `conflict` means that something still holds it. */
export function deleteRole(access: AwsConfig, roleName: string): Promise<AwsOutcome<'deleted' | 'gone'>> {
  return withIam(access, async (client) => {
    try {
      await client.send(new DeleteRoleCommand({ RoleName: roleName }));
      return 'deleted';
    } catch (error) {
      if (problemOf(error).kind !== 'notFound') throw error;
      return 'gone';
    }
  });
}

/** The role as AWS has it now; undefined when AWS says that there is none. */
export function roleExists(access: AwsConfig, roleName: string): Promise<AwsOutcome<RoleRef | undefined>> {
  return withIam(access, async (client) => {
    try {
      const { Role } = await client.send(new GetRoleCommand({ RoleName: roleName }));
      return reference(Role);
    } catch (error) {
      if (problemOf(error).kind !== 'notFound') throw error;
      return undefined;
    }
  });
}

/** What decides what the role may do; its policies are those that are attached. */
export function roleAsItStands(
  access: AwsConfig,
  roleName: string,
): Promise<AwsOutcome<{ roleId: string; boundary: string | null; policies: string[] }>> {
  return withIam(access, async (client) => {
    const { Role } = await client.send(new GetRoleCommand({ RoleName: roleName }));
    const boundary = Role?.PermissionsBoundary?.PermissionsBoundaryArn ?? null;
    return { roleId: reference(Role).roleId, boundary, policies: await attachedTo(client, roleName) };
  });
}

async function attach(client: IAMClient, roleName: string, policyArn: string): Promise<void> {
  await client.send(new AttachRolePolicyCommand({ RoleName: roleName, PolicyArn: policyArn }));
}

async function detach(client: IAMClient, roleName: string, policyArn: string): Promise<void> {
  try {
    await client.send(new DetachRolePolicyCommand({ RoleName: roleName, PolicyArn: policyArn }));
  } catch (error) {
    if (problemOf(error).kind !== 'notFound') throw error;
  }
}

async function attachedTo(client: IAMClient, roleName: string): Promise<string[]> {
  const arns: string[] = [];
  for await (const page of paginateListAttachedRolePolicies({ client }, { RoleName: roleName })) {
    for (const policy of page.AttachedPolicies ?? []) if (policy.PolicyArn) arns.push(policy.PolicyArn);
  }
  return arns;
}
