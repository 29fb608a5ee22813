import { checkName, page, parsePolicy, roleNeed, urlEncoded } from './iam-shape';
import { type Operations, tree } from './operation';
import { change, roleOrThrow, truth } from './roles';
import { type Call, noSuchEntity, required, wireError } from './wire';
import type { World } from './world';

const INLINE_SIZE_PER_ROLE = 10_240;

const roleOf = (world: World, call: Call) =>
  roleOrThrow(world, call.caller.accountId, required(call.params, 'RoleName'));
const touchesRole = (call: Call) => [{ type: 'AWS::IAM::Role', name: call.params.RoleName ?? '' }];
const touchesBoth = (call: Call) => [
  ...touchesRole(call),
  { type: 'AWS::IAM::Policy', name: call.params.PolicyName ?? '' },
];

/** A role's own policies, which hold up its deletion. */
export const iamInlinePolicies: Operations = {
  PutRolePolicy: {
    action: 'iam:PutRolePolicy',
    readOnly: false,
    needs: (world, call) => roleNeed(world, call, 'iam:PutRolePolicy'),
    run: (world, call) => {
      const role = roleOf(world, call);
      const name = required(call.params, 'PolicyName');
      const document = required(call.params, 'PolicyDocument');
      checkName(name, 'policyName', 128);
      parsePolicy(document, 'identity', INLINE_SIZE_PER_ROLE);
      const inline = { ...truth(world, role.id).inline, [name]: document };
      if (Object.values(inline).join('').replace(/\s/g, '').length > INLINE_SIZE_PER_ROLE) {
        throw wireError(
          'LimitExceeded',
          409,
          `Maximum policy size of ${INLINE_SIZE_PER_ROLE} bytes exceeded for role ${role.name}`,
        );
      }
      change(world, role.id, { inline });
      return undefined;
    },
    touches: touchesBoth,
  },
  GetRolePolicy: {
    action: 'iam:GetRolePolicy',
    readOnly: true,
    needs: (world, call) => roleNeed(world, call, 'iam:GetRolePolicy'),
    run: (world, call) => {
      const role = roleOf(world, call);
      const name = required(call.params, 'PolicyName');
      const document = truth(world, role.id).inline[name];
      if (document === undefined) throw noSuchEntity(`The role policy with name ${name} cannot be found.`);
      return tree({ RoleName: role.name, PolicyName: name, PolicyDocument: urlEncoded(document) });
    },
    touches: touchesBoth,
  },
  DeleteRolePolicy: {
    action: 'iam:DeleteRolePolicy',
    readOnly: false,
    needs: (world, call) => roleNeed(world, call, 'iam:DeleteRolePolicy'),
    run: (world, call) => {
      const role = roleOf(world, call);
      const name = required(call.params, 'PolicyName');
      const { [name]: gone, ...inline } = truth(world, role.id).inline;
      if (gone === undefined) throw noSuchEntity(`The role policy with name ${name} cannot be found.`);
      change(world, role.id, { inline });
      return undefined;
    },
    touches: touchesBoth,
  },
  ListRolePolicies: {
    action: 'iam:ListRolePolicies',
    readOnly: true,
    needs: (world, call) => roleNeed(world, call, 'iam:ListRolePolicies'),
    run: (world, call) => {
      const { items, more } = page(call, Object.keys(truth(world, roleOf(world, call).id).inline).sort());
      return tree({ PolicyNames: items, ...more });
    },
    touches: touchesRole,
  },
};
