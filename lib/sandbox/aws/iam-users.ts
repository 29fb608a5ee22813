import type { ConditionContext } from '@/lib/policies/evaluation/match';
import { knownBoundary } from './iam-roles';
import { checkName, checkPath } from './iam-shape';
import { secretKey, uniqueId } from './ids';
import { type Operations, tree } from './operation';
import { type Call, noSuchEntity, required, wireError } from './wire';
import type { World } from './world';

type User = { id: string; name: string; arn: string };

function findUser(world: World, call: Call, name: string): User | undefined {
  const sql = 'SELECT id, name, arn FROM users WHERE accountId = ? AND lower(name) = lower(?)';
  return world.database.one<User>(sql, call.caller.accountId, name);
}

const userArn = (call: Call) =>
  `arn:aws:iam::${call.caller.accountId}:user${call.params.Path ?? '/'}${call.params.UserName ?? call.caller.userName}`;
const touchesUser = (call: Call) => [{ type: 'AWS::IAM::User', name: call.params.UserName ?? '' }];

function boundaryContext(call: Call): ConditionContext {
  const boundary = call.params.PermissionsBoundary;
  return boundary ? { 'iam:PermissionsBoundary': boundary } : {};
}

export const iamUsers: Operations = {
  CreateUser: {
    action: 'iam:CreateUser',
    readOnly: false,
    needs: (_, call) => [
      {
        action: 'iam:CreateUser',
        resource: userArn(call),
        context: boundaryContext(call),
      },
    ],
    run: (world, call) => {
      const name = required(call.params, 'UserName');
      checkName(name, 'userName', 64);
      checkPath(call.params.Path ?? '/');
      if (findUser(world, call, name))
        throw wireError('EntityAlreadyExists', 409, `User with name ${name} already exists.`);
      const boundary =
        call.params.PermissionsBoundary && knownBoundary(world, call, call.params.PermissionsBoundary);
      const id = uniqueId('AIDA');
      const at = world.clock.now();
      const sql =
        'INSERT INTO users (id, accountId, name, arn, policies, boundary, createdAt) VALUES (?, ?, ?, ?, ?, ?, ?)';
      world.database.run(sql, id, call.caller.accountId, name, userArn(call), '[]', boundary ?? null, at);
      return tree({
        User: {
          Path: call.params.Path ?? '/',
          UserName: name,
          UserId: id,
          Arn: userArn(call),
          CreateDate: new Date(at).toISOString(),
        },
      });
    },
    told: (_, call) => ({ user: { userName: call.params.UserName } }),
    touches: touchesUser,
  },
  CreateAccessKey: {
    action: 'iam:CreateAccessKey',
    readOnly: false,
    needs: (world, call) => [
      {
        action: 'iam:CreateAccessKey',
        resource: findUser(world, call, call.params.UserName ?? '')?.arn ?? userArn(call),
      },
    ],
    run: (world, call) => {
      const name = call.params.UserName ?? call.caller.userName;
      const user = findUser(world, call, name);
      if (!user) throw noSuchEntity(`The user with name ${name} cannot be found.`);
      const count = world.database.one<{ count: number }>(
        'SELECT count(*) AS count FROM keys WHERE userId = ?',
        user.id,
      );
      if ((count?.count ?? 0) >= 2)
        throw wireError('LimitExceeded', 409, 'Cannot exceed quota for AccessKeysPerUser: 2');
      const id = uniqueId('AKIA');
      const secret = secretKey();
      const at = world.clock.now();
      const sql = 'INSERT INTO keys (id, secret, accountId, userId, createdAt) VALUES (?, ?, ?, ?, ?)';
      world.database.run(sql, id, secret, call.caller.accountId, user.id, at);
      return tree({
        AccessKey: {
          UserName: user.name,
          AccessKeyId: id,
          Status: 'Active',
          SecretAccessKey: secret,
          CreateDate: new Date(at).toISOString(),
        },
      });
    },
    touches: touchesUser,
  },
};
