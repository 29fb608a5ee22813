import { checkName, checkPath, page, parsePolicy, roleNeed, roleTree } from './iam-shape';
import { uniqueId } from './ids';
import { type Operations, tree } from './operation';
import {
  change,
  findRole,
  insertRole,
  liveRoles,
  policyDocument,
  type Role,
  roleOrThrow,
  truth,
} from './roles';
import { type Call, noSuchEntity, paramTags, required, validationError, wireError } from './wire';
import type { World } from './world';

const ROLES_PER_ACCOUNT = 1000;
export const TRUST_POLICY_SIZE = 2048;

const roleOf = (world: World, call: Call) =>
  roleOrThrow(world, call.caller.accountId, required(call.params, 'RoleName'));
const touches = (call: Call) => [{ type: 'AWS::IAM::Role', name: call.params.RoleName ?? '' }];
const conflict = (message: string) => wireError('DeleteConflict', 409, message);

export function knownBoundary(world: World, call: Call, arn: string): string {
  if (!policyDocument(world, call.caller.accountId, arn)) {
    throw noSuchEntity(`Scope ARN: ${arn} does not exist or is not attachable.`);
  }
  return arn;
}

function createRole(world: World, call: Call): Role {
  const { params, caller } = call;
  const name = required(params, 'RoleName');
  const path = params.Path ?? '/';
  const trust = required(params, 'AssumeRolePolicyDocument');
  const description = params.Description ?? '';
  const maxSession = Number(params.MaxSessionDuration ?? 3600);
  checkName(name, 'roleName', 64);
  checkPath(path);
  if (description.length > 1000 || !/^[\t\n\r\x20-\x7e\u00a1-\u00ff]*$/.test(description)) {
    throw validationError("1 validation error detected: Value at 'description' failed to satisfy constraint");
  }
  if (!Number.isInteger(maxSession) || maxSession < 3600 || maxSession > 43_200) {
    throw validationError("Value at 'maxSessionDuration' must be between 3600 and 43200");
  }
  parsePolicy(trust, 'trust', TRUST_POLICY_SIZE);
  if (findRole(world, caller.accountId, name)) {
    throw wireError('EntityAlreadyExists', 409, `Role with name ${name} already exists.`);
  }
  if (liveRoles(world, caller.accountId).length >= ROLES_PER_ACCOUNT) {
    throw wireError('LimitExceeded', 409, `Cannot exceed quota for RolesPerAccount: ${ROLES_PER_ACCOUNT}`);
  }
  const role: Role = {
    id: uniqueId('AROA'),
    accountId: caller.accountId,
    name,
    path,
    arn: `arn:aws:iam::${caller.accountId}:role${path}${name}`,
    description,
    maxSession,
    createdAt: world.clock.now(),
  };
  insertRole(world, role, {
    deleted: false,
    trust,
    attached: [],
    inline: {},
    boundary: params.PermissionsBoundary && knownBoundary(world, call, params.PermissionsBoundary),
    tags: paramTags(params),
  });
  return role;
}

export function createContext(call: Call): Record<string, string | string[]> {
  const tags = paramTags(call.params);
  const context: Record<string, string | string[]> = {};
  if (call.params.PermissionsBoundary) context['iam:PermissionsBoundary'] = call.params.PermissionsBoundary;
  if (Object.keys(tags).length > 0) context['aws:TagKeys'] = Object.keys(tags);
  for (const [key, value] of Object.entries(tags)) context[`aws:RequestTag/${key}`] = value;
  return context;
}

export const iamRoles: Operations = {
  CreateRole: {
    action: 'iam:CreateRole',
    readOnly: false,
    needs: (_, call) => {
      const resource = `arn:aws:iam::${call.caller.accountId}:role${call.params.Path ?? '/'}${call.params.RoleName ?? ''}`;
      const context = createContext(call);
      const needs = [{ action: 'iam:CreateRole', resource, context }];
      if (Object.keys(paramTags(call.params)).length > 0)
        needs.push({ action: 'iam:TagRole', resource, context });
      return needs;
    },
    run: (world, call) => {
      const role = createRole(world, call);
      return tree({ Role: roleTree(world, role, true) });
    },
    told: (_, call) => ({ role: { roleName: call.params.RoleName } }),
    touches,
  },
  GetRole: {
    action: 'iam:GetRole',
    readOnly: true,
    needs: (world, call) => roleNeed(world, call, 'iam:GetRole'),
    run: (world, call) => tree({ Role: roleTree(world, roleOf(world, call), true) }),
    touches,
  },
  ListRoles: {
    action: 'iam:ListRoles',
    readOnly: true,
    needs: (_, call) => [
      {
        action: 'iam:ListRoles',
        resource: `arn:aws:iam::${call.caller.accountId}:role${call.params.PathPrefix ?? '/'}`,
      },
    ],
    run: (world, call) => {
      const prefix = call.params.PathPrefix ?? '/';
      const roles = liveRoles(world, call.caller.accountId).filter((role) => role.path.startsWith(prefix));
      const { items, more } = page(call, roles);
      return tree({ Roles: items.map((role) => roleTree(world, role, false)), ...more });
    },
  },
  DeleteRole: {
    action: 'iam:DeleteRole',
    readOnly: false,
    needs: (world, call) => roleNeed(world, call, 'iam:DeleteRole'),
    run: (world, call) => {
      const role = roleOf(world, call);
      const state = truth(world, role.id);
      if (Object.keys(state.inline).length > 0)
        throw conflict('Cannot delete entity, must delete policies first.');
      if (state.attached.length > 0) throw conflict('Cannot delete entity, must detach all policies first.');
      if (world.database.one('SELECT 1 AS held FROM instanceProfiles WHERE roleId = ?', role.id)) {
        throw conflict('Cannot delete entity, must remove roles from instance profile first.');
      }
      change(world, role.id, { deleted: true });
      return undefined;
    },
    touches,
  },
};
