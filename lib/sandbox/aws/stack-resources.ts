import { requestId } from './ids';
import { perform } from './perform';
import { findRole, truth } from './roles';
import { type Call, type Caller, isWireError, type Params } from './wire';
import type { World } from './world';

/** A resource that a stack made: what Ref and Fn::GetAtt say of it. */
export type Made = { id: string; type: string; ref: string; attributes: Record<string, string> };

type RoleProperties = {
  RoleName?: string;
  Path?: string;
  Description?: string;
  MaxSessionDuration?: number | string;
  PermissionsBoundary?: string;
  AssumeRolePolicyDocument?: unknown;
  ManagedPolicyArns?: string[];
  Policies?: { PolicyName: string; PolicyDocument: unknown }[];
  Tags?: { Key: string; Value: string }[];
};

export function makeRole(world: World, owner: Caller, id: string, raw: Record<string, unknown>): Made {
  const properties = raw as RoleProperties;
  const name = properties.RoleName ?? `${id}-${requestId().slice(0, 12).toUpperCase()}`;
  const params: Params = {
    RoleName: name,
    AssumeRolePolicyDocument: JSON.stringify(properties.AssumeRolePolicyDocument),
  };
  for (const field of ['Path', 'Description', 'MaxSessionDuration', 'PermissionsBoundary'] as const) {
    if (properties[field] !== undefined) params[field] = String(properties[field]);
  }
  for (const [index, tag] of (properties.Tags ?? []).entries()) {
    params[`Tags.member.${index + 1}.Key`] = tag.Key;
    params[`Tags.member.${index + 1}.Value`] = tag.Value;
  }
  act(world, owner, 'CreateRole', params);
  for (const policy of properties.Policies ?? []) {
    act(world, owner, 'PutRolePolicy', {
      RoleName: name,
      PolicyName: policy.PolicyName,
      PolicyDocument: JSON.stringify(policy.PolicyDocument),
    });
  }
  for (const arn of properties.ManagedPolicyArns ?? [])
    act(world, owner, 'AttachRolePolicy', { RoleName: name, PolicyArn: arn });
  const role = findRole(world, owner.accountId, name);
  return {
    id,
    type: 'AWS::IAM::Role',
    ref: name,
    attributes: { Arn: role?.arn ?? '', RoleId: role?.id ?? '' },
  };
}

export function makePolicy(world: World, owner: Caller, id: string, raw: Record<string, unknown>): Made {
  const name = String(raw.ManagedPolicyName ?? `${id}-${requestId().slice(0, 12).toUpperCase()}`);
  const path = String(raw.Path ?? '/');
  act(world, owner, 'CreatePolicy', {
    PolicyName: name,
    Path: path,
    PolicyDocument: JSON.stringify(raw.PolicyDocument),
  });
  const arn = `arn:aws:iam::${owner.accountId}:policy${path}${name}`;
  return { id, type: 'AWS::IAM::ManagedPolicy', ref: arn, attributes: { PolicyArn: arn } };
}

/** Takes a stack's resource away again. Answers the code with which IAM refused, undefined where it is gone. */
export function dropResource(world: World, owner: Caller, one: Made): string | undefined {
  try {
    if (one.type === 'AWS::IAM::Role') dropRole(world, owner, one.ref);
    else act(world, owner, 'DeletePolicy', { PolicyArn: one.ref });
    return undefined;
  } catch (error) {
    if (!isWireError(error)) throw error;
    return error.code === 'NoSuchEntity' ? undefined : error.code;
  }
}

function dropRole(world: World, owner: Caller, name: string): void {
  const role = findRole(world, owner.accountId, name);
  if (!role) return;
  const state = truth(world, role.id);
  for (const PolicyName of Object.keys(state.inline))
    act(world, owner, 'DeleteRolePolicy', { RoleName: name, PolicyName });
  for (const PolicyArn of state.attached)
    act(world, owner, 'DetachRolePolicy', { RoleName: name, PolicyArn });
  act(world, owner, 'DeleteRole', { RoleName: name });
}

function act(world: World, owner: Caller, operation: string, params: Params): void {
  const call: Call = {
    service: 'iam',
    operation,
    region: 'us-east-1',
    caller: owner,
    params,
    raw: Buffer.alloc(0),
    sourceIp: 'cloudformation.amazonaws.com',
    userAgent: 'cloudformation.amazonaws.com',
    requestId: requestId(),
  };
  perform(world, call);
}
