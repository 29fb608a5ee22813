import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { NOBODY } from '@/lib/core/rights';
import { database } from '@/lib/platform/db/client';
import {
  accept,
  acceptedProposal,
  connected,
  decline,
  REASON,
  request,
  requested,
  withdraw,
} from '@/tests/fixtures/access';
import { type Cloud, openCloud } from '@/tests/fixtures/cloud';
import { codeOf, doneOf } from '@/tests/fixtures/outcome';
import { makeWorld, type World } from '@/tests/fixtures/world';

// Each test goes through AWS's real clients many times.
vi.setConfig({ testTimeout: 90_000 });

let cloud: Cloud;
beforeAll(async () => {
  cloud = await openCloud();
});
afterAll(() => cloud.close());

describe('asking for access', () => {
  let world: World;
  let proposalId: string;
  beforeAll(async () => {
    world = await makeWorld();
    proposalId = await acceptedProposal(world);
  });
  const input = (more: object = {}) => ({ proposalId, level: 'ViewOnlyAccess', reason: REASON, ...more });

  test.each([
    ['nobody', () => NOBODY, 'unauthenticated'],
    ['a colleague who may only chat', () => world.people.chatter, 'forbidden'],
    ['a suspended colleague', () => world.people.suspendedExpert, 'forbidden'],
    ['an expert of another company', () => world.people.otherExpert, 'not_found'],
    ['the customer', () => world.people.owner, 'forbidden'],
  ])('is refused to %s', async (_who, person, code) => {
    expect(codeOf(await request(person(), input()))).toBe(code);
  });

  test('needs a level of the nine and a reason', async () => {
    const { expert } = world.people;
    expect(codeOf(await request(expert, input({ level: 'IAMFullAccess' })))).toBe('invalid');
    expect(codeOf(await request(expert, input({ reason: 'because' })))).toBe('invalid');
    expect(codeOf(await request(expert, input({ reason: 'x'.repeat(1001) })))).toBe('invalid');
  });

  test('happens once at a time, also at once; after a withdrawal anew', async () => {
    const { expert, owner, otherExpert } = world.people;
    const both = await Promise.all([request(expert, input()), request(expert, input())]);
    expect(both.map(codeOf).sort()).toEqual(['conflict', 'done']);
    const { permissionRequestId } = doneOf(both.find((outcome) => outcome.ok)!);
    expect(codeOf(await withdraw(owner, { permissionRequestId }))).toBe('forbidden');
    expect(codeOf(await withdraw(otherExpert, { permissionRequestId }))).toBe('not_found');
    doneOf(await withdraw(expert, { permissionRequestId }));
    expect(codeOf(await withdraw(expert, { permissionRequestId }))).toBe('conflict');
    doneOf(await withdraw(expert, doneOf(await request(expert, input({ level: 'Billing' })))));
  });

  test('needs a certification that is in force', async () => {
    const other = await makeWorld();
    const id = await acceptedProposal(other);
    await database().certification.updateMany({
      where: { expertId: other.expertId },
      data: { status: 'expired' },
    });
    const outcome = await request(other.people.expert, { ...input(), proposalId: id });
    expect(outcome).toMatchObject({ ok: false, code: 'forbidden' });
  });

  test('needs a proposal that is accepted', async () => {
    const other = await makeWorld();
    const id = await acceptedProposal(other);
    await database().proposal.update({ where: { id }, data: { status: 'completed', endedAt: new Date() } });
    expect(codeOf(await request(other.people.expert, { ...input(), proposalId: id }))).toBe('conflict');
  });
});

describe('deciding', () => {
  test('is the right of whoever manages access, and once alone', async () => {
    const world = await makeWorld();
    const { owner, granter, member, buyer, otherOwner, expert, suspendedCustomer } = world.people;
    const { connectionId } = await connected(cloud, world);
    const permissionRequestId = await requested(world, await acceptedProposal(world));
    const input = { permissionRequestId, connectionId, endsInDays: '3' };
    for (const [person, code] of [
      [NOBODY, 'unauthenticated'],
      [member, 'forbidden'],
      [buyer, 'forbidden'],
      [suspendedCustomer, 'forbidden'],
      [expert, 'forbidden'],
      [otherOwner, 'not_found'],
    ] as const) {
      expect(codeOf(await accept(person, input))).toBe(code);
      expect(codeOf(await decline(person, { permissionRequestId }))).toBe(code);
    }
    expect(codeOf(await accept(owner, { ...input, endsInDays: 31 }))).toBe('invalid');
    const raced = await Promise.all([
      accept(owner, input),
      accept(granter, input),
      decline(owner, { permissionRequestId }),
    ]);
    expect(raced.map(codeOf).filter((code) => code === 'done')).toHaveLength(1);
    expect(await database().grant.count({ where: { permissionRequestId } })).toBeLessThanOrEqual(1);
  });

  test('never reaches into another customer’s account, nor into one that is not connected', async () => {
    const [world, other] = [await makeWorld(), await makeWorld()];
    const theirs = await connected(cloud, other);
    const permissionRequestId = await requested(world, await acceptedProposal(world));
    const { owner } = world.people;
    expect(codeOf(await accept(owner, { permissionRequestId, connectionId: theirs.connectionId }))).toBe(
      'not_found',
    );
    const mine = await connected(cloud, world);
    await database().connection.update({ where: { id: mine.connectionId }, data: { status: 'lost' } });
    expect(codeOf(await accept(owner, { permissionRequestId, connectionId: mine.connectionId }))).toBe(
      'conflict',
    );
    expect(await database().grant.count({ where: { permissionRequestId } })).toBe(0);
  });

  test('a decline keeps its reason and makes no grant', async () => {
    const world = await makeWorld();
    const permissionRequestId = await requested(world, await acceptedProposal(world), 'AdministratorAccess');
    doneOf(await decline(world.people.granter, { permissionRequestId, reason: 'Too wide.' }));
    expect(
      await database().permissionRequest.findUnique({ where: { id: permissionRequestId } }),
    ).toMatchObject({
      status: 'declined',
      declineReason: 'Too wide.',
      decidedBy: world.people.granter.personId,
    });
  });
});
