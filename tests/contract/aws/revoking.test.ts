import {
  AttachRolePolicyCommand,
  DeleteRolePermissionsBoundaryCommand,
  DetachRolePolicyCommand,
  ListRolesCommand,
} from '@aws-sdk/client-iam';
import { ListBucketsCommand } from '@aws-sdk/client-s3';
import { afterEach, describe, expect, it } from 'vitest';
import { PERMISSION_LEVELS } from '@/lib/policies/levels';
import { ROLE_PREFIX } from '@/lib/policies/trust';
import type { AwsConfig } from '@/lib/vendors/aws/config';
import { tryProbe } from '@/lib/vendors/aws/probe';
import {
  attachDenyAll,
  attachLevel,
  createBoundedRole,
  deleteRole,
  detachAll,
  listAttached,
  roleExists,
} from '@/lib/vendors/aws/roles';
import {
  as,
  CUSTOMER,
  EXTERNAL_ID,
  enter,
  GRANT,
  grantRole,
  iam,
  nameOf,
  openWorld,
  PLATFORM,
  probed,
  refusal,
  s3,
  type TestWorld,
  value,
} from './world';

const PROPAGATION = 2_000;
/** Every role in the account that bears the name of a grant. */
async function grantRoles(access: AwsConfig): Promise<(string | undefined)[]> {
  const { Roles = [] } = await iam(access).send(new ListRolesCommand({}));
  return Roles.filter(({ RoleName }) => RoleName?.startsWith(ROLE_PREFIX)).map(({ RoleId }) => RoleId);
}

const DENY = 'arn:aws:iam::aws:policy/AWSDenyAll';

describe('revoking', () => {
  let world: TestWorld;
  afterEach(async () => world.close());

  /** Waits until a fact of the sandbox holds; the clock that matters is its own. */
  const until = async (holds: () => Promise<boolean>) => {
    const end = Date.now() + 10 * PROPAGATION;
    while (!(await holds())) {
      if (Date.now() > end) throw new Error('It never came to hold');
    }
  };

  it('denies, detaches the deny last and deletes, and the account shows no role afterwards (documented)', async () => {
    world = await openWorld();
    const role = await grantRole(world, 'PowerUserAccess');
    const expert = world.broker.configFor((await enter(world, role)).credentials);
    expect(await probed(expert, 'PowerUserAccess')).toBe('allowed');
    const revoker = await as(world.broker, 'revoker');
    expect(await grantRoles(revoker)).toEqual([role.roleId]);
    value(await attachDenyAll(revoker, role.name, 'aws'));
    expect(await probed(expert, 'PowerUserAccess')).toBe('refused');
    expect(value(await detachAll(revoker, role.name, 'aws'))).toEqual([
      'arn:aws:iam::aws:policy/PowerUserAccess',
      DENY,
    ]);
    expect(value(await deleteRole(revoker, role.name))).toBe('deleted');
    expect(value(await deleteRole(revoker, role.name))).toBe('gone');
    expect(value(await roleExists(revoker, role.name))).toBeUndefined();
    expect(await grantRoles(revoker)).toEqual([]);
    expect(await refusal(s3(expert).send(new ListBucketsCommand({})))).toMatchObject({
      name: 'InvalidAccessKeyId',
      status: 403,
    });
    expect(await probed(expert, 'PowerUserAccess')).toBe('unknown');
  });

  it('lets the revoker attach the deny and nothing else, and the grantor the nine levels alone (documented)', async () => {
    world = await openWorld();
    const role = await grantRole(world, 'ViewOnlyAccess');
    const revoker = await as(world.broker, 'revoker');
    expect(await attachLevel(revoker, role.name, 'AdministratorAccess', 'aws')).toMatchObject({
      ok: false,
      problem: { kind: 'denied' },
    });
    const grantor = await as(world.broker, 'grantor');
    const other = iam(grantor).send(
      new AttachRolePolicyCommand({
        RoleName: role.name,
        PolicyArn: 'arn:aws:iam::aws:policy/IAMFullAccess',
      }),
    );
    expect(await nameOf(other)).toBe('AccessDenied');
    const detach = iam(grantor).send(new DetachRolePolicyCommand({ RoleName: role.name, PolicyArn: DENY }));
    expect(await nameOf(detach)).toBe('AccessDenied');
  });

  it.each(PERMISSION_LEVELS)(
    'shows by one call that %s is in force, and that it is denied (documented)',
    async (level) => {
      world = await openWorld();
      const role = await grantRole(world, level);
      const expert = world.broker.configFor((await enter(world, role)).credentials);
      expect(await probed(expert, level)).toBe('allowed');
      value(await attachDenyAll(await as(world.broker, 'revoker'), role.name, 'aws'));
      expect(await probed(expert, level)).toBe('refused');
    },
  );

  it('says the codes of each protocol for a refusal, and shows none in a Region without the service (documented)', async () => {
    world = await openWorld();
    const [network, billing] = [
      await grantRole(world, 'NetworkAdministrator'),
      await grantRole(world, 'Billing'),
    ];
    const sessionOf = async (role: typeof network) =>
      world.broker.configFor((await enter(world, role)).credentials);
    const call = 'cur:DescribeReportDefinitions';
    expect(await tryProbe(await sessionOf(network), call, 'us-east-1')).toEqual({
      answer: 'refused',
      code: 'AccessDeniedException',
    });
    expect(await tryProbe(await sessionOf(billing), 'ec2:DescribeVpcs', 'us-east-1')).toEqual({
      answer: 'refused',
      code: 'UnauthorizedOperation',
    });
    expect(await tryProbe(await sessionOf(billing), call, 'eu-west-1')).toMatchObject({ answer: 'unknown' });
  });

  it('arrives in each Region by itself (documented)', async () => {
    world = await openWorld();
    const role = await grantRole(world, 'ViewOnlyAccess');
    const expert = world.broker.configFor((await enter(world, role)).credentials);
    await world.control('settings', { propagationMsIn: { 'ap-southeast-1': 60_000 } });
    value(await attachDenyAll(await as(world.broker, 'revoker'), role.name, 'aws'));
    expect(await probed(expert, 'ViewOnlyAccess')).toBe('refused');
    // There even the role itself has not arrived yet.
    expect(await probed(expert, 'ViewOnlyAccess', 'ap-southeast-1')).toBe('unknown');
    await world.control('settings', { propagationMsIn: {} });
    expect(await probed(expert, 'ViewOnlyAccess', 'ap-southeast-1')).toBe('refused');
  });

  it('takes effect only once it has propagated, while listing tells the truth at once (documented)', async () => {
    world = await openWorld();
    const role = await grantRole(world, 'ViewOnlyAccess');
    const expert = world.broker.configFor((await enter(world, role)).credentials);
    const revoker = await as(world.broker, 'revoker');
    await world.control('settings', { propagationMs: PROPAGATION });
    await until(async () => (await probed(expert, 'ViewOnlyAccess')) === 'allowed');
    const before = Date.now();
    value(await attachDenyAll(revoker, role.name, 'aws'));
    const attached = value(await roleExists(revoker, role.name));
    expect(attached?.roleId).toBe(role.roleId);
    expect(await probed(expert, 'ViewOnlyAccess')).toBe('allowed');
    await until(async () => (await probed(expert, 'ViewOnlyAccess')) === 'refused');
    expect(Date.now() - before).toBeGreaterThanOrEqual(PROPAGATION);
  });

  it('lets the deny be taken off again within the window when there is no boundary (documented)', async () => {
    world = await openWorld();
    const role = await grantRole(world, 'AdministratorAccess');
    await iam(world.owner).send(new DeleteRolePermissionsBoundaryCommand({ RoleName: role.name }));
    const expert = world.broker.configFor((await enter(world, role)).credentials);
    const revoker = await as(world.broker, 'revoker');
    await world.control('settings', { propagationMs: PROPAGATION });
    const takeOff = () =>
      iam(expert).send(new DetachRolePolicyCommand({ RoleName: role.name, PolicyArn: DENY }));
    // The boundary's going has to propagate too: until then the same call is denied, not unfounded.
    await until(async () => (await nameOf(takeOff())) === 'NoSuchEntityException');
    value(await attachDenyAll(revoker, role.name, 'aws'));
    await takeOff();
    expect(value(await listAttached(revoker, role.name))).not.toContain(DENY);
  });

  it('recognises its own role after the answer was lost, and nobody else’s', async () => {
    world = await openWorld();
    const grantor = await as(world.broker, 'grantor');
    const input = {
      accountId: CUSTOMER,
      partition: 'aws',
      name: 'GroundcrewPermission-lostanswer',
      grantId: GRANT,
      brokerRoleArn: PLATFORM.brokerRoleArn,
      externalId: EXTERNAL_ID,
    };
    await world.control('faults', { action: 'iam:CreateRole', mode: 'dropReply', times: 1 });
    const role = value(await createBoundedRole(grantor, input));
    expect(value(await createBoundedRole(grantor, input))).toEqual(role);
    expect(await createBoundedRole(grantor, { ...input, grantId: 'another' })).toMatchObject({
      ok: false,
      problem: { kind: 'exists' },
    });
  });

  it('goes on through throttling, a failure and a lost answer', async () => {
    world = await openWorld();
    const role = await grantRole(world, 'ViewOnlyAccess');
    const revoker = await as(world.broker, 'revoker');
    await world.control('faults', { action: 'iam:AttachRolePolicy', mode: 'throttle', times: 1 });
    await world.control('faults', { action: 'iam:AttachRolePolicy', mode: 'dropReply', times: 1 });
    value(await attachDenyAll(revoker, role.name, 'aws'));
    await world.control('faults', { action: 'iam:DetachRolePolicy', mode: '500', times: 1 });
    value(await detachAll(revoker, role.name, 'aws'));
    await world.control('faults', { action: 'iam:DeleteRole', mode: 'concurrentModification', times: 1 });
    expect(await deleteRole(revoker, role.name)).toMatchObject({ ok: false, problem: { kind: 'busy' } });
    expect(value(await deleteRole(revoker, role.name))).toBe('deleted');
  });
});
