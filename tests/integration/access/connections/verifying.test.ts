import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { record } from '@/lib/access/checks/commands';
import { NOBODY } from '@/lib/core/rights';
import { perform } from '@/lib/platform/doors/perform';
import { add, connected, externalIdOf, verify } from '@/tests/fixtures/access';
import { type Cloud, createStack, openCloud } from '@/tests/fixtures/cloud';
import { checkConnection, connectionRow, named } from '@/tests/fixtures/connections';
import { codeOf, doneOf } from '@/tests/fixtures/outcome';
import { makeWorld, type World } from '@/tests/fixtures/world';

// Each test goes through AWS's real clients many times.
vi.setConfig({ testTimeout: 60_000 });

let cloud: Cloud;
let world: World;
beforeAll(async () => {
  cloud = await openCloud();
  world = await makeWorld();
});
afterAll(() => cloud.close());

describe('verifying', () => {
  test('connects after ten tests, each with its instant', async () => {
    const { connectionId } = await connected(cloud, world);
    const row = await connectionRow(connectionId);
    expect(row).toMatchObject({ status: 'connected', refusal: null, verifiedAt: expect.any(Date) });
    expect(row.checks).toHaveLength(10);
    expect((row.checks as { outcome: string }[]).every(({ outcome }) => outcome === 'passed')).toBe(true);
  });

  test('refuses while there is no stack, and connects once there is', async () => {
    const { connectionId, accountId } = await named(cloud, world);
    doneOf(await verify(world.people.owner, { connectionId }));
    await checkConnection(connectionId);
    expect(await connectionRow(connectionId)).toMatchObject({
      status: 'refused',
      refusal: expect.stringContaining("can't assume the role GroundcrewRevoker (AccessDenied)"),
    });
    await createStack(cloud, accountId, {
      externalId: await externalIdOf(connectionId, world.people.owner.personId),
    });
    doneOf(await verify(world.people.owner, { connectionId }));
    await checkConnection(connectionId);
    expect((await connectionRow(connectionId)).status).toBe('connected');
  });

  test('refuses a role that anybody of ours can assume without the ExternalId', async () => {
    const { connectionId, accountId } = await named(cloud, world);
    const open = {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::999988887777:role/groundcrew-broker' },
          Action: 'sts:AssumeRole',
        },
      ],
    };
    await cloud.control('stacks', {
      accountId,
      stackName: 'Groundcrew',
      template: {
        AWSTemplateFormatVersion: '2010-09-09',
        Resources: {
          Revoker: {
            Type: 'AWS::IAM::Role',
            Properties: { RoleName: 'GroundcrewRevoker', AssumeRolePolicyDocument: open },
          },
        },
      },
    });
    doneOf(await verify(world.people.owner, { connectionId }));
    await checkConnection(connectionId);
    expect(await connectionRow(connectionId)).toMatchObject({
      status: 'refused',
      refusal: expect.stringContaining('without our ExternalId, so its trust policy is too open'),
    });
  });

  test('refuses the stack of a customer who put in another ExternalId', async () => {
    const { connectionId, accountId } = await named(cloud, world);
    await createStack(cloud, accountId, { externalId: 'an-external-id-of-somebody-else' });
    doneOf(await verify(world.people.owner, { connectionId }));
    await checkConnection(connectionId);
    expect((await connectionRow(connectionId)).status).toBe('refused');
  });

  test('does not let a second customer connect an account by knowing its number', async () => {
    const { accountId } = await connected(cloud, world);
    const stranger = world.people.otherOwner;
    const { connectionId } = doneOf(await add(stranger, { awsAccountId: accountId, label: 'Mine' }));
    doneOf(await verify(stranger, { connectionId }));
    await checkConnection(connectionId);
    expect((await connectionRow(connectionId)).status).toBe('refused');
  });

  test('twice at once begins once', async () => {
    const { connectionId } = await named(cloud, world);
    const both = await Promise.all([
      verify(world.people.owner, { connectionId }),
      verify(world.people.granter, { connectionId }),
    ]);
    expect(both.map(codeOf).sort()).toEqual(['conflict', 'done']);
  });

  test('finds a connection lost when its stack is gone, and tells nothing new when AWS does not answer', async () => {
    const { connectionId, accountId } = await connected(cloud, world);
    await cloud.fault('sts:AssumeRole', '500', 5);
    await checkConnection(connectionId);
    expect((await connectionRow(connectionId)).status).toBe('connected');
    await cloud.control('faults/clear', {});
    await cloud.control('stacks/delete', { accountId, stackName: 'Groundcrew' });
    doneOf(await verify(world.people.owner, { connectionId }));
    await checkConnection(connectionId);
    expect((await connectionRow(connectionId)).status).toBe('lost');
  });

  test('is refused to whoever is not entitled', async () => {
    const { connectionId } = await named(cloud, world);
    const { member, otherOwner, expert, suspendedCustomer } = world.people;
    expect(codeOf(await verify(member, { connectionId }))).toBe('forbidden');
    expect(codeOf(await verify(suspendedCustomer, { connectionId }))).toBe('forbidden');
    expect(codeOf(await verify(otherOwner, { connectionId }))).toBe('not_found');
    expect(codeOf(await verify(expert, { connectionId }))).toBe('not_found');
    expect(codeOf(await verify(NOBODY, { connectionId }))).toBe('unauthenticated');
  });

  test('its result is AWS’s alone to record', async () => {
    const { connectionId } = await named(cloud, world);
    await expect(
      perform(world.people.owner, (tx) => record(tx, world.people.owner, { connectionId, checks: [] })),
    ).rejects.toMatchObject({ code: 'forbidden' });
    expect((await connectionRow(connectionId)).status).toBe('waiting');
  });
});
