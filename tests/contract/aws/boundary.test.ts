import {
  AddRoleToInstanceProfileCommand,
  AttachRolePolicyCommand,
  CreateAccessKeyCommand,
  CreateInstanceProfileCommand,
  CreatePolicyCommand,
  CreateRoleCommand,
  CreateUserCommand,
  DeleteRolePermissionsBoundaryCommand,
  DetachRolePolicyCommand,
  PutRolePolicyCommand,
  UpdateAssumeRolePolicyCommand,
} from '@aws-sdk/client-iam';
import { ListBucketsCommand } from '@aws-sdk/client-s3';
import { AssumeRoleCommand } from '@aws-sdk/client-sts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { boundaryArn } from '@/lib/policies/boundary';
import type { AwsConfig } from '@/lib/vendors/aws/config';
import { attachDenyAll, deleteRole, detachAll, listAttached, type RoleRef } from '@/lib/vendors/aws/roles';
import {
  as,
  CUSTOMER,
  enter,
  grantRole,
  iam,
  nameOf,
  openWorld,
  probed,
  refusal,
  s3,
  sts,
  type TestWorld,
  value,
} from './world';

const ADMIN = 'arn:aws:iam::aws:policy/AdministratorAccess';
const allowAll = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
});
const trustAccount = (id: string) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${id}:root` }, Action: 'sts:AssumeRole' }],
  });
const OUTSIDE = '444455556666';

/** What an expert might try so as to stay, one of the ways a to f; each is a call as the expert. */
const attacks = (expert: AwsConfig, role: RoleRef): [string, () => Promise<unknown>][] => [
  [
    'fills its own role with policies',
    () =>
      iam(expert).send(
        new AttachRolePolicyCommand({
          RoleName: role.name,
          PolicyArn: 'arn:aws:iam::aws:policy/SecurityAudit',
        }),
      ),
  ],
  [
    'detaches from its own role',
    () => iam(expert).send(new DetachRolePolicyCommand({ RoleName: role.name, PolicyArn: ADMIN })),
  ],
  [
    'puts an own policy into its role',
    () =>
      iam(expert).send(
        new PutRolePolicyCommand({ RoleName: role.name, PolicyName: 'Stay', PolicyDocument: allowAll }),
      ),
  ],
  [
    'opens its own role to another account',
    () =>
      iam(expert).send(
        new UpdateAssumeRolePolicyCommand({ RoleName: role.name, PolicyDocument: trustAccount(OUTSIDE) }),
      ),
  ],
  [
    'lifts its own boundary',
    () => iam(expert).send(new DeleteRolePermissionsBoundaryCommand({ RoleName: role.name })),
  ],
];

describe('an administrator under the boundary', () => {
  let world: TestWorld;
  let role: RoleRef;
  let expert: AwsConfig;
  beforeEach(async () => {
    world = await openWorld();
    role = await grantRole(world, 'AdministratorAccess');
    expert = world.broker.configFor((await enter(world, role)).credentials);
  });
  afterEach(async () => world.close());

  it('can do the work it was let in for (documented)', async () => {
    expect((await s3(expert).send(new ListBucketsCommand({}))).Buckets).toHaveLength(3);
  });

  it('can do nothing to its own role (documented)', async () => {
    for (const [, attack] of attacks(expert, role)) expect(await nameOf(attack())).toBe('AccessDenied');
    await iam(expert).send(new CreateInstanceProfileCommand({ InstanceProfileName: 'Stay' }));
    const hold = iam(expert).send(
      new AddRoleToInstanceProfileCommand({ InstanceProfileName: 'Stay', RoleName: role.name }),
    );
    expect(await nameOf(hold)).toBe('AccessDenied');
  });

  it('can make no user, key or role, bounded or not, and enter no other role (documented)', async () => {
    const refused = [
      () => iam(expert).send(new CreateUserCommand({ UserName: 'stay' })),
      () => iam(expert).send(new CreateAccessKeyCommand({ UserName: 'owner' })),
      () =>
        iam(expert).send(
          new CreateRoleCommand({ RoleName: 'Stay', AssumeRolePolicyDocument: trustAccount(OUTSIDE) }),
        ),
      () =>
        iam(expert).send(
          new CreateRoleCommand({
            RoleName: 'Stay',
            AssumeRolePolicyDocument: trustAccount(OUTSIDE),
            PermissionsBoundary: boundaryArn(CUSTOMER, 'aws'),
          }),
        ),
      () =>
        sts(expert).send(
          new AssumeRoleCommand({
            RoleArn: `arn:aws:iam::${CUSTOMER}:role/GroundcrewRevoker`,
            RoleSessionName: 'stay',
          }),
        ),
    ];
    for (const attack of refused) {
      expect(await refusal(attack())).toMatchObject({ name: 'AccessDenied', status: 403 });
    }
  });

  it('cannot widen a role of the customer’s that has no boundary (documented)', async () => {
    await iam(world.owner).send(
      new CreateRoleCommand({ RoleName: 'Website', AssumeRolePolicyDocument: trustAccount(OUTSIDE) }),
    );
    await iam(world.owner).send(
      new CreateRoleCommand({
        RoleName: 'Prepared',
        AssumeRolePolicyDocument: trustAccount(CUSTOMER),
        PermissionsBoundary: boundaryArn(CUSTOMER, 'aws'),
      }),
    );
    const widen = (RoleName: string) =>
      iam(expert).send(new AttachRolePolicyCommand({ RoleName, PolicyArn: ADMIN }));
    expect(await nameOf(widen('Website'))).toBe('AccessDenied');
    await widen('Prepared');
  });

  it('says in the refusal that the boundary denied it (documented)', async () => {
    const { message } = await refusal(iam(expert).send(new CreateUserCommand({ UserName: 'stay' })));
    expect(message).toContain('is not authorized to perform: iam:CreateUser');
    expect(message).toContain('explicit deny in a permissions boundary');
  });
});

describe('an administrator without a boundary', () => {
  let world: TestWorld;
  let role: RoleRef;
  let expert: AwsConfig;
  beforeEach(async () => {
    world = await openWorld();
    role = await grantRole(world, 'AdministratorAccess');
    await iam(world.owner).send(new DeleteRolePermissionsBoundaryCommand({ RoleName: role.name }));
    expert = world.broker.configFor((await enter(world, role)).credentials);
  });
  afterEach(async () => world.close());

  it('leaves no room for the deny, and revoking makes room for it (documented)', async () => {
    for (let index = 0; index < 9; index += 1) {
      const { Policy } = await iam(expert).send(
        new CreatePolicyCommand({ PolicyName: `Filler${index}`, PolicyDocument: allowAll }),
      );
      await iam(expert).send(new AttachRolePolicyCommand({ RoleName: role.name, PolicyArn: Policy?.Arn }));
    }
    const revoker = await as(world.broker, 'revoker');
    const denied = value(await attachDenyAll(revoker, role.name, 'aws'));
    expect(denied.madeWay).toBe(ADMIN);
    expect(value(await listAttached(revoker, role.name))).toContain('arn:aws:iam::aws:policy/AWSDenyAll');
    expect(await probed(expert, 'AdministratorAccess')).toBe('refused');
    expect(value(await detachAll(revoker, role.name, 'aws')).at(-1)).toBe(
      'arn:aws:iam::aws:policy/AWSDenyAll',
    );
    expect(value(await deleteRole(revoker, role.name))).toBe('deleted');
  });

  it('holds its role by an own policy or an instance profile, and the revoker is told (documented)', async () => {
    await iam(expert).send(
      new PutRolePolicyCommand({ RoleName: role.name, PolicyName: 'Stay', PolicyDocument: allowAll }),
    );
    const revoker = await as(world.broker, 'revoker');
    value(await attachDenyAll(revoker, role.name, 'aws'));
    value(await detachAll(revoker, role.name, 'aws'));
    expect(await deleteRole(revoker, role.name)).toMatchObject({
      ok: false,
      problem: { kind: 'conflict', code: 'DeleteConflictException' },
    });
  });

  it('opens its role to another account, and makes a user that outlives it (documented)', async () => {
    const outside = await world.account(OUTSIDE, 'outside');
    await iam(expert).send(
      new UpdateAssumeRolePolicyCommand({ RoleName: role.name, PolicyDocument: trustAccount(OUTSIDE) }),
    );
    const entered = await sts(outside).send(
      new AssumeRoleCommand({ RoleArn: role.arn, RoleSessionName: 'outside' }),
    );
    expect(entered.Credentials?.AccessKeyId).toMatch(/^ASIA/);
    await iam(expert).send(new CreateUserCommand({ UserName: 'stay' }));
    expect(
      (await iam(expert).send(new CreateAccessKeyCommand({ UserName: 'stay' }))).AccessKey?.AccessKeyId,
    ).toMatch(/^AKIA/);
  });
});
