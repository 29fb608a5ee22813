import { createContext, knownBoundary, TRUST_POLICY_SIZE } from './iam-roles';
import { page, parsePolicy, roleNeed, tagTree } from './iam-shape';
import { type Operations, tree } from './operation';
import { change, roleOrThrow, truth } from './roles';
import { type Call, noSuchEntity, paramList, paramTags, required, wireError } from './wire';
import type { World } from './world';

const roleOf = (world: World, call: Call) =>
  roleOrThrow(world, call.caller.accountId, required(call.params, 'RoleName'));
const touches = (call: Call) => [{ type: 'AWS::IAM::Role', name: call.params.RoleName ?? '' }];

/** Changes of an existing role: its trust, its tags and its boundary. */
export const iamRoleChanges: Operations = {
  UpdateAssumeRolePolicy: {
    action: 'iam:UpdateAssumeRolePolicy',
    readOnly: false,
    needs: (world, call) => roleNeed(world, call, 'iam:UpdateAssumeRolePolicy'),
    run: (world, call) => {
      const trust = required(call.params, 'PolicyDocument');
      parsePolicy(trust, 'trust', TRUST_POLICY_SIZE);
      change(world, roleOf(world, call).id, { trust });
      return undefined;
    },
    touches,
  },
  TagRole: {
    action: 'iam:TagRole',
    readOnly: false,
    needs: (world, call) =>
      roleNeed(world, call, 'iam:TagRole').map((need) => ({
        ...need,
        context: { ...need.context, ...createContext(call) },
      })),
    run: (world, call) => {
      const role = roleOf(world, call);
      const tags = { ...truth(world, role.id).tags, ...paramTags(call.params) };
      if (Object.keys(tags).length > 50)
        throw wireError('LimitExceeded', 409, 'Cannot exceed quota for TagsPerRole: 50');
      change(world, role.id, { tags });
      return undefined;
    },
    touches,
  },
  UntagRole: {
    action: 'iam:UntagRole',
    readOnly: false,
    needs: (world, call) => roleNeed(world, call, 'iam:UntagRole'),
    run: (world, call) => {
      const role = roleOf(world, call);
      const gone = paramList(call.params, 'TagKeys.member');
      const tags = Object.fromEntries(
        Object.entries(truth(world, role.id).tags).filter(([key]) => !gone.includes(key)),
      );
      change(world, role.id, { tags });
      return undefined;
    },
    touches,
  },
  ListRoleTags: {
    action: 'iam:ListRoleTags',
    readOnly: true,
    needs: (world, call) => roleNeed(world, call, 'iam:ListRoleTags'),
    run: (world, call) => {
      const { items, more } = page(call, tagTree(truth(world, roleOf(world, call).id).tags));
      return tree({ Tags: items, ...more });
    },
    touches,
  },
  PutRolePermissionsBoundary: {
    action: 'iam:PutRolePermissionsBoundary',
    readOnly: false,
    needs: (world, call) =>
      roleNeed(world, call, 'iam:PutRolePermissionsBoundary', {
        'iam:PermissionsBoundary': call.params.PermissionsBoundary ?? '',
      }),
    run: (world, call) => {
      const boundary = knownBoundary(world, call, required(call.params, 'PermissionsBoundary'));
      change(world, roleOf(world, call).id, { boundary });
      return undefined;
    },
    touches,
  },
  DeleteRolePermissionsBoundary: {
    action: 'iam:DeleteRolePermissionsBoundary',
    readOnly: false,
    needs: (world, call) => roleNeed(world, call, 'iam:DeleteRolePermissionsBoundary'),
    run: (world, call) => {
      const role = roleOf(world, call);
      if (!truth(world, role.id).boundary) {
        throw noSuchEntity(`Role ${role.name} does not have a permissions boundary.`);
      }
      change(world, role.id, { boundary: undefined });
      return undefined;
    },
    touches,
  },
};
