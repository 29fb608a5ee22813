import { managedPolicy } from '@/lib/policies/managed';
import { checkName, checkPath, page, parsePolicy, roleNeed } from './iam-shape';
import { uniqueId } from './ids';
import { type Operations, type Tree, tree } from './operation';
import { change, liveRoles, policyDocument, roleOrThrow, truth } from './roles';
import { type Call, noSuchEntity, required, wireError } from './wire';
import type { World } from './world';

const POLICIES_PER_ROLE = 10;
const MANAGED_POLICY_SIZE = 6144;

const roleOf = (world: World, call: Call) =>
  roleOrThrow(world, call.caller.accountId, required(call.params, 'RoleName'));
const touchesRole = (call: Call) => [{ type: 'AWS::IAM::Role', name: call.params.RoleName ?? '' }];
const touchesBoth = (call: Call) => [
  ...touchesRole(call),
  { type: 'AWS::IAM::Policy', name: call.params.PolicyArn ?? call.params.PolicyName ?? '' },
];
const policyName = (arn: string) => arn.slice(arn.lastIndexOf('/') + 1);

type PolicyRow = { arn: string; id: string; name: string; path: string; document: string; createdAt: number };

function policyTree(world: World, call: Call, arn: string): Tree {
  const published = managedPolicy(arn);
  const own = world.database.one<PolicyRow>(
    'SELECT * FROM policies WHERE arn = ? AND accountId = ?',
    arn,
    call.caller.accountId,
  );
  if (!published && !own) throw noSuchEntity(`Policy ${arn} was not found.`);
  const attachments = liveRoles(world, call.caller.accountId).filter((role) =>
    truth(world, role.id).attached.includes(arn),
  );
  return {
    PolicyName: published?.name ?? own?.name,
    PolicyId: own?.id ?? `ANPA${Buffer.from(arn).toString('hex').toUpperCase().slice(-17)}`,
    Arn: arn,
    Path: own?.path ?? arn.slice(arn.indexOf(':policy/') + 7, arn.lastIndexOf('/') + 1),
    DefaultVersionId: published?.version ?? 'v1',
    AttachmentCount: attachments.length,
    PermissionsBoundaryUsageCount: 0,
    IsAttachable: true,
    CreateDate: published?.updated ?? new Date(own?.createdAt ?? 0).toISOString(),
    UpdateDate: published?.updated ?? new Date(own?.createdAt ?? 0).toISOString(),
  };
}

export const iamPolicies: Operations = {
  AttachRolePolicy: {
    action: 'iam:AttachRolePolicy',
    readOnly: false,
    needs: (world, call) =>
      roleNeed(world, call, 'iam:AttachRolePolicy', { 'iam:PolicyARN': call.params.PolicyArn ?? '' }),
    run: (world, call) => {
      const role = roleOf(world, call);
      const arn = required(call.params, 'PolicyArn');
      if (!policyDocument(world, call.caller.accountId, arn)) {
        throw noSuchEntity(`Policy ${arn} does not exist or is not attachable.`);
      }
      const { attached } = truth(world, role.id);
      // Attaching again is no error and changes nothing.
      if (attached.includes(arn)) return undefined;
      if (attached.length >= POLICIES_PER_ROLE) {
        throw wireError(
          'LimitExceeded',
          409,
          `Cannot exceed quota for PoliciesPerRole: ${POLICIES_PER_ROLE}`,
        );
      }
      change(world, role.id, { attached: [...attached, arn] });
      return undefined;
    },
    touches: touchesBoth,
  },
  DetachRolePolicy: {
    action: 'iam:DetachRolePolicy',
    readOnly: false,
    needs: (world, call) =>
      roleNeed(world, call, 'iam:DetachRolePolicy', { 'iam:PolicyARN': call.params.PolicyArn ?? '' }),
    run: (world, call) => {
      const role = roleOf(world, call);
      const arn = required(call.params, 'PolicyArn');
      const { attached } = truth(world, role.id);
      if (!attached.includes(arn)) throw noSuchEntity(`Policy ${arn} was not found.`);
      change(world, role.id, { attached: attached.filter((one) => one !== arn) });
      return undefined;
    },
    touches: touchesBoth,
  },
  ListAttachedRolePolicies: {
    action: 'iam:ListAttachedRolePolicies',
    readOnly: true,
    needs: (world, call) => roleNeed(world, call, 'iam:ListAttachedRolePolicies'),
    run: (world, call) => {
      const { items, more } = page(call, truth(world, roleOf(world, call).id).attached);
      return tree({
        AttachedPolicies: items.map((arn) => ({ PolicyName: policyName(arn), PolicyArn: arn })),
        ...more,
      });
    },
    touches: touchesRole,
  },
  CreatePolicy: {
    action: 'iam:CreatePolicy',
    readOnly: false,
    needs: (_, call) => [
      {
        action: 'iam:CreatePolicy',
        resource: `arn:aws:iam::${call.caller.accountId}:policy${call.params.Path ?? '/'}${call.params.PolicyName ?? ''}`,
      },
    ],
    run: (world, call) => {
      const name = required(call.params, 'PolicyName');
      const path = call.params.Path ?? '/';
      const document = required(call.params, 'PolicyDocument');
      checkName(name, 'policyName', 128);
      checkPath(path);
      parsePolicy(document, 'identity', MANAGED_POLICY_SIZE);
      const { accountId } = call.caller;
      const same = 'SELECT arn FROM policies WHERE accountId = ? AND lower(name) = lower(?)';
      if (world.database.one(same, accountId, name)) {
        throw wireError(
          'EntityAlreadyExists',
          409,
          `A policy called ${name} already exists. Duplicate names are not allowed.`,
        );
      }
      const arn = `arn:aws:iam::${accountId}:policy${path}${name}`;
      world.database.run(
        'INSERT INTO policies (arn, id, accountId, name, path, document, createdAt) VALUES (?, ?, ?, ?, ?, ?, ?)',
        arn,
        uniqueId('ANPA'),
        accountId,
        name,
        path,
        document,
        world.clock.now(),
      );
      return tree({ Policy: policyTree(world, call, arn) });
    },
    touches: touchesBoth,
  },
  GetPolicy: {
    action: 'iam:GetPolicy',
    readOnly: true,
    needs: (_, call) => [{ action: 'iam:GetPolicy', resource: call.params.PolicyArn ?? '' }],
    run: (world, call) => tree({ Policy: policyTree(world, call, required(call.params, 'PolicyArn')) }),
    touches: touchesBoth,
  },
  DeletePolicy: {
    action: 'iam:DeletePolicy',
    readOnly: false,
    needs: (_, call) => [{ action: 'iam:DeletePolicy', resource: call.params.PolicyArn ?? '' }],
    run: (world, call) => {
      const arn = required(call.params, 'PolicyArn');
      policyTree(world, call, arn);
      if (managedPolicy(arn)) throw wireError('AccessDenied', 403, 'AWS managed policies cannot be deleted.');
      const used = liveRoles(world, call.caller.accountId).some((role) => {
        const state = truth(world, role.id);
        return state.attached.includes(arn) || state.boundary === arn;
      });
      if (used) throw wireError('DeleteConflict', 409, 'Cannot delete a policy attached to entities.');
      world.database.run('DELETE FROM policies WHERE arn = ?', arn);
      return undefined;
    },
    touches: touchesBoth,
  },
};
