import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import * as connections from '@/lib/access/connections/commands';
import { connectionOf, connectionsOf, customersToConnect } from '@/lib/access/connections/queries';
import { NOBODY, VENDOR } from '@/lib/core/rights';
import { database } from '@/lib/platform/db/client';
import { perform } from '@/lib/platform/doors/perform';
import { env } from '@/lib/platform/env';
import { add, connected, externalIdOf } from '@/tests/fixtures/access';
import { type Cloud, newAccountId, openCloud } from '@/tests/fixtures/cloud';
import { connectionRow, named } from '@/tests/fixtures/connections';
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

describe('adding an account', () => {
  test('takes the number as AWS writes it and waits for the stack', async () => {
    const accountId = newAccountId();
    const spaced = accountId.replace(/(\d{4})(?=\d)/g, '$1-');
    const { connectionId } = doneOf(await add(world.people.granter, { awsAccountId: spaced, label: 'Shop' }));
    expect(await connectionRow(connectionId)).toMatchObject({
      awsAccountId: accountId,
      customerId: world.customerId,
      status: 'waiting',
      grantor: true,
    });
    expect(await database().statusChange.count({ where: { objectId: connectionId } })).toBe(1);
    expect(await database().auditEntry.count({ where: { objectId: connectionId } })).toBe(1);
  });

  test.each([
    ['nobody', () => NOBODY, 'unauthenticated'],
    ['a member without the right', () => world.people.member, 'forbidden'],
    ['a member who may only buy', () => world.people.buyer, 'forbidden'],
    ['a suspended owner', () => world.people.suspendedCustomer, 'forbidden'],
    ['an expert, for a customer of others', () => world.people.expert, 'not_found'],
    ['the owner of another customer', () => world.people.otherOwner, 'not_found'],
  ])('is refused to %s', async (_who, person, code) => {
    const input = { awsAccountId: newAccountId(), label: 'Shop', customerId: world.customerId };
    expect(codeOf(await add(person(), input))).toBe(code);
  });

  test('twice is refused, also at once; another customer may name the same account', async () => {
    const awsAccountId = newAccountId();
    const input = { awsAccountId, label: 'Shop' };
    const both = await Promise.all([add(world.people.owner, input), add(world.people.granter, input)]);
    expect(both.map(codeOf).sort()).toEqual(['conflict', 'done']);
    expect(codeOf(await add(world.people.owner, input))).toBe('conflict');
    expect(codeOf(await add(world.people.otherOwner, input))).toBe('done');
  });

  test('is refused for the account that the broker works from, however it is written', async () => {
    const ours = env.AWS_PLATFORM_ACCOUNT;
    const count = () => database().connection.count();
    const before = await count();
    for (const awsAccountId of [ours, ours.replace(/(\d{4})(?=\d)/g, '$1 '), env.AWS_BROKER_ROLE_ARN])
      expect(await add(world.people.owner, { awsAccountId, label: 'Shop' })).toMatchObject({
        code: 'invalid',
        fields: { awsAccountId: expect.stringContaining('Enter the ID of your own account') },
      });
    expect(await count()).toBe(before);
  });

  test('says what is wrong with a number that is none', async () => {
    const outcome = await add(world.people.owner, { awsAccountId: '12345', label: 'Shop' });
    expect(outcome).toMatchObject({
      ok: false,
      fields: { awsAccountId: expect.stringContaining('12 digits') },
    });
  });

  test('reads the number out of an ARN, and refuses one of another partition', async () => {
    const accountId = newAccountId();
    const addNamed = (awsAccountId: string) => add(world.people.owner, { awsAccountId, label: 'Shop' });
    const { connectionId } = doneOf(await addNamed(`arn:aws:iam::${accountId}:root`));
    expect((await connectionRow(connectionId)).awsAccountId).toBe(accountId);
    for (const [arn, why] of [
      [`arn:aws-us-gov:iam::${newAccountId()}:root`, "We don't support AWS GovCloud (US)"],
      [`arn:aws-cn:iam::${newAccountId()}:role/admin`, "We don't support AWS China"],
      ['arn:aws:s3:::backups', '12 digits'],
    ])
      expect(await addNamed(arn!)).toMatchObject({
        ok: false,
        fields: { awsAccountId: expect.stringContaining(why!) },
      });
    // Whatever a form lets through: the database knows no other partition.
    await expect(
      database().connection.update({ where: { id: connectionId }, data: { partition: 'aws-cn' } }),
    ).rejects.toThrow(/connection_partition/);
  });
});

describe('the ExternalId', () => {
  test('is one for each connection, of 160 random bits, and the same at every look', async () => {
    const [one, two] = [await named(cloud, world), await named(cloud, world)];
    const { personId } = world.people.owner;
    const first = await externalIdOf(one.connectionId, personId);
    expect(first).toMatch(/^[a-z2-7]{32}$/);
    expect(await externalIdOf(one.connectionId, personId)).toBe(first);
    expect(await externalIdOf(two.connectionId, personId)).not.toBe(first);
  });

  test('is not shown to others, nor once the account is connected', async () => {
    const { connectionId } = await named(cloud, world);
    await expect(externalIdOf(connectionId, world.people.member.personId)).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(externalIdOf(connectionId, world.people.otherOwner.personId)).rejects.toMatchObject({
      code: 'not_found',
    });
    const done = await connected(cloud, world);
    await expect(externalIdOf(done.connectionId, world.people.owner.personId)).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  test('cannot be read by the web’s or the worker’s role of the database', async () => {
    const { connectionId } = await named(cloud, world);
    await externalIdOf(connectionId, world.people.owner.personId);
    await expect(database().connectionSecret.findMany()).rejects.toThrow(/permission denied/);
    await expect(database().$queryRaw`SELECT count(*) FROM "connection_secret"`).rejects.toThrow(
      /permission denied/,
    );
    await expect(
      perform(VENDOR, (tx) =>
        connections.showExternalId(tx, { connectionId, personId: world.people.owner.personId }),
      ),
    ).rejects.toThrow(/permission denied/);
  });
});

describe('the pages', () => {
  test('show accounts to their customer alone', async () => {
    const { connectionId } = await named(cloud, world);
    expect(await connectionOf(world.people.member, connectionId)).toMatchObject({ mayVerify: false });
    expect(await connectionOf(world.people.owner, connectionId)).toMatchObject({
      mayVerify: true,
      mayShowExternalId: true,
    });
    expect(await connectionOf(world.people.otherOwner, connectionId)).toBeNull();
    expect(await connectionOf(world.people.expert, connectionId)).toBeNull();
    expect(await connectionOf(NOBODY, connectionId)).toBeNull();
    const theirs = await connectionsOf(world.people.otherOwner);
    expect(theirs.every((row) => row.customerId === world.otherCustomerId)).toBe(true);
    expect(await customersToConnect(world.people.member)).toEqual([]);
    expect(await customersToConnect(world.people.granter)).toEqual([
      { id: world.customerId, name: 'Harbour Bookshop' },
    ]);
  });
});
