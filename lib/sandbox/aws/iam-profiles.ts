import { checkName, checkPath, page, roleNeed, roleTree } from './iam-shape';
import { uniqueId } from './ids';
import { type Operations, type Tree, tree } from './operation';
import { roleById, roleOrThrow } from './roles';
import { type Call, noSuchEntity, required, wireError } from './wire';
import type { World } from './world';

type Profile = {
  id: string;
  name: string;
  path: string;
  arn: string;
  roleId: string | null;
  createdAt: number;
};
const profileArn = (call: Call) =>
  `arn:aws:iam::${call.caller.accountId}:instance-profile${call.params.Path ?? '/'}${call.params.InstanceProfileName ?? ''}`;
const touchesProfile = (call: Call) => [
  { type: 'AWS::IAM::InstanceProfile', name: call.params.InstanceProfileName ?? '' },
];

function profileOf(world: World, call: Call): Profile {
  const name = required(call.params, 'InstanceProfileName');
  const profile = findProfile(world, call, name);
  if (!profile) throw noSuchEntity(`Instance Profile ${name} cannot be found.`);
  return profile;
}

function findProfile(world: World, call: Call, name: string) {
  const sql = 'SELECT * FROM instanceProfiles WHERE accountId = ? AND lower(name) = lower(?)';
  return world.database.one<Profile>(sql, call.caller.accountId, name);
}

function profileTree(world: World, profile: Profile): Tree {
  const role = profile.roleId ? roleById(world, profile.roleId) : undefined;
  return {
    Path: profile.path,
    InstanceProfileName: profile.name,
    InstanceProfileId: profile.id,
    Arn: profile.arn,
    CreateDate: new Date(profile.createdAt).toISOString(),
    Roles: role ? [roleTree(world, role, false)] : [],
  };
}

export const iamProfiles: Operations = {
  CreateInstanceProfile: {
    action: 'iam:CreateInstanceProfile',
    readOnly: false,
    needs: (_, call) => [{ action: 'iam:CreateInstanceProfile', resource: profileArn(call) }],
    run: (world, call) => {
      const name = required(call.params, 'InstanceProfileName');
      const path = call.params.Path ?? '/';
      checkName(name, 'instanceProfileName', 128);
      checkPath(path);
      if (findProfile(world, call, name)) {
        throw wireError('EntityAlreadyExists', 409, `Instance Profile ${name} already exists.`);
      }
      const sql =
        'INSERT INTO instanceProfiles (id, accountId, name, path, arn, createdAt) VALUES (?, ?, ?, ?, ?, ?)';
      world.database.run(
        sql,
        uniqueId('AIPA'),
        call.caller.accountId,
        name,
        path,
        profileArn(call),
        world.clock.now(),
      );
      return tree({ InstanceProfile: profileTree(world, profileOf(world, call)) });
    },
    touches: touchesProfile,
  },
  AddRoleToInstanceProfile: {
    action: 'iam:AddRoleToInstanceProfile',
    readOnly: false,
    // AWS also wants PassRole on the role that the instances would get.
    needs: (world, call) => [
      {
        action: 'iam:AddRoleToInstanceProfile',
        resource: findProfile(world, call, call.params.InstanceProfileName ?? '')?.arn ?? profileArn(call),
      },
      ...roleNeed(world, call, 'iam:PassRole', { 'iam:PassedToService': 'ec2.amazonaws.com' }),
    ],
    run: (world, call) => {
      const profile = profileOf(world, call);
      const role = roleOrThrow(world, call.caller.accountId, required(call.params, 'RoleName'));
      if (profile.roleId)
        throw wireError(
          'LimitExceeded',
          409,
          'Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1',
        );
      world.database.run('UPDATE instanceProfiles SET roleId = ? WHERE id = ?', role.id, profile.id);
      return undefined;
    },
    touches: touchesProfile,
  },
  RemoveRoleFromInstanceProfile: {
    action: 'iam:RemoveRoleFromInstanceProfile',
    readOnly: false,
    needs: (world, call) => [
      {
        action: 'iam:RemoveRoleFromInstanceProfile',
        resource: findProfile(world, call, call.params.InstanceProfileName ?? '')?.arn ?? profileArn(call),
      },
    ],
    run: (world, call) => {
      const profile = profileOf(world, call);
      const role = roleOrThrow(world, call.caller.accountId, required(call.params, 'RoleName'));
      if (profile.roleId !== role.id)
        throw noSuchEntity(`Role ${role.name} in Instance Profile ${profile.name} cannot be found.`);
      world.database.run('UPDATE instanceProfiles SET roleId = NULL WHERE id = ?', profile.id);
      return undefined;
    },
    touches: touchesProfile,
  },
  ListInstanceProfilesForRole: {
    action: 'iam:ListInstanceProfilesForRole',
    readOnly: true,
    needs: (world, call) => roleNeed(world, call, 'iam:ListInstanceProfilesForRole'),
    run: (world, call) => {
      const role = roleOrThrow(world, call.caller.accountId, required(call.params, 'RoleName'));
      const rows = world.database.all<Profile>(
        'SELECT * FROM instanceProfiles WHERE roleId = ? ORDER BY name',
        role.id,
      );
      const { items, more } = page(call, rows);
      return tree({ InstanceProfiles: items.map((profile) => profileTree(world, profile)), ...more });
    },
  },
};
