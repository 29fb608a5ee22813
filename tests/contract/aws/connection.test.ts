import { CreateRoleCommand, UpdateAssumeRolePolicyCommand } from '@aws-sdk/client-iam';
import { afterEach, describe, expect, it } from 'vitest';
import { verifyConnection } from '@/lib/vendors/aws/connection';
import { attachDenyAll, createBoundedRole, deleteRole, detachAll } from '@/lib/vendors/aws/roles';
import {
  as,
  CUSTOMER,
  EXTERNAL_ID,
  GRANT,
  grantRole,
  iam,
  openWorld,
  PLATFORM,
  type TestWorld,
  value,
} from './world';

const verify = (world: TestWorld, externalId = EXTERNAL_ID) =>
  verifyConnection(world.broker, {
    accountId: CUSTOMER,
    partition: 'aws',
    externalId,
    wrongExternalId: 'nobody-has-this-one-at-all',
    roles: ['revoker', 'grantor'],
  });

describe('a connection', () => {
  let world: TestWorld;
  afterEach(async () => world.close());

  it('is verified by what AWS refuses and what it allows (documented)', async () => {
    world = await openWorld();
    const { verified, checks } = await verify(world);
    expect(verified).toEqual(['revoker', 'grantor']);
    expect(checks.map((check) => `${check.role} ${check.name} ${check.outcome}`)).toEqual(
      ['revoker', 'grantor'].flatMap((role) =>
        [
          ...['withoutExternalId', 'wrongExternalId', 'rightExternalId', 'rightAccount'],
          ...(role === 'revoker' ? ['mayEnd', 'mayWatch'] : []),
        ].map((name) => `${role} ${name} passed`),
      ),
    );
  });

  it('without the grantor verifies the revoker alone (documented)', async () => {
    world = await openWorld({ grantor: false });
    const { verified, checks } = await verify(world);
    expect(verified).toEqual(['revoker']);
    expect(checks.at(-1)).toMatchObject({ role: 'grantor', name: 'rightExternalId', outcome: 'refused' });
  });

  it('is not verified with the ExternalId of somebody else (documented)', async () => {
    world = await openWorld();
    const { verified, checks } = await verify(world, 'an-external-id-of-somebody-else');
    expect(verified).toEqual([]);
    expect(checks.filter((check) => check.outcome === 'refused')).toHaveLength(2);
  });

  it('is too open when the trust policy asks for no ExternalId (documented)', async () => {
    world = await openWorld();
    const open = {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { AWS: PLATFORM.brokerRoleArn }, Action: 'sts:AssumeRole' }],
    };
    await iam(world.owner).send(
      new UpdateAssumeRolePolicyCommand({
        RoleName: 'GroundcrewRevoker',
        PolicyDocument: JSON.stringify(open),
      }),
    );
    const { verified, checks } = await verify(world);
    expect(verified).toEqual(['grantor']);
    expect(checks[0]).toMatchObject({ role: 'revoker', name: 'withoutExternalId', outcome: 'tooOpen' });
  });

  it('is unknown, not refused, while AWS gives no clear answer', async () => {
    world = await openWorld();
    await as(world.broker, 'revoker');
    await world.control('faults', { action: 'sts:AssumeRole', mode: '500', times: 5 });
    const { checks } = await verify(world);
    expect(checks[0]).toMatchObject({ name: 'withoutExternalId', outcome: 'unknown' });
  });

  it('lets the grantor create bounded roles of its own name alone (documented)', async () => {
    world = await openWorld();
    const grantor = await as(world.broker, 'grantor');
    const input = {
      accountId: CUSTOMER,
      partition: 'aws',
      name: 'SomethingElse',
      grantId: GRANT,
      brokerRoleArn: PLATFORM.brokerRoleArn,
      externalId: EXTERNAL_ID,
    };
    expect(await createBoundedRole(grantor, input)).toMatchObject({ ok: false, problem: { kind: 'denied' } });
    const bare = iam(grantor).send(
      new CreateRoleCommand({
        RoleName: 'GroundcrewPermission-bare',
        AssumeRolePolicyDocument: JSON.stringify({
          Version: '2012-10-17',
          Statement: [
            { Effect: 'Allow', Principal: { AWS: PLATFORM.brokerRoleArn }, Action: 'sts:AssumeRole' },
          ],
        }),
        Tags: [{ Key: 'groundcrew', Value: '1' }],
      }),
    );
    await expect(bare).rejects.toMatchObject({ name: 'AccessDenied' });
  });

  it('keeps the way to end access when the customer deletes the stack too early (documented)', async () => {
    world = await openWorld();
    const role = await grantRole(world, 'ViewOnlyAccess');
    const remove = () =>
      world.control<{ status: string; failed: string[] }>('stacks/delete', {
        accountId: CUSTOMER,
        stackName: 'Groundcrew',
      });
    expect(await remove()).toEqual({ status: 'DELETE_FAILED', failed: ['ExpertBoundary: DeleteConflict'] });
    // No new role can be made, but the one that is there can be ended.
    await expect(as(world.broker, 'grantor')).rejects.toThrow('denied: AccessDenied');
    expect((await verify(world)).verified).toEqual(['revoker']);
    expect(await remove()).toMatchObject({ status: 'DELETE_FAILED' });
    const revoker = await as(world.broker, 'revoker');
    value(await attachDenyAll(revoker, role.name, 'aws'));
    value(await detachAll(revoker, role.name, 'aws'));
    expect(value(await deleteRole(revoker, role.name))).toBe('deleted');
    expect(await remove()).toEqual({ status: 'DELETE_COMPLETE', failed: [] });
    await expect(as(world.broker, 'revoker')).rejects.toThrow('denied: AccessDenied');
  });
});
