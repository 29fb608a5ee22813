import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { database } from '@/lib/platform/db/client';
import {
  accept,
  acceptedProposal,
  connected,
  granted,
  requested,
  revoke,
  tearDown,
} from '@/tests/fixtures/access';
import { type Cloud, openCloud } from '@/tests/fixtures/cloud';
import { grantOf } from '@/tests/fixtures/grants';
import { codeOf, doneOf } from '@/tests/fixtures/outcome';
import { makeConversation, makeRequest } from '@/tests/fixtures/requests';
import { makeWorld, type World } from '@/tests/fixtures/world';

// Each test goes through AWS's real clients many times.
vi.setConfig({ testTimeout: 120_000 });

let cloud: Cloud;
beforeAll(async () => {
  cloud = await openCloud();
});
afterAll(() => cloud.close());

const ALREADY = expect.stringContaining('already has access to this AWS account');

/** A second job of the same expert, for the same customer or the other one. */
async function anotherJob(world: World, whose: 'own' | 'other' = 'own'): Promise<World> {
  const { companyId, expertId, people } = world;
  const customerId = whose === 'own' ? world.customerId : world.otherCustomerId;
  const owner = whose === 'own' ? people.owner : people.otherOwner;
  const db = database();
  const requestId = await makeRequest(db, customerId, owner.personId);
  const { conversationId } = await makeConversation(db, { requestId, customerId, companyId, expertId });
  return { ...world, customerId, requestId, conversationId };
}

/** Another connection to the same account, as it is once it was verified. */
async function sameAccount(connectionId: string, customerId: string): Promise<string> {
  const { awsAccountId, createdBy } = await database().connection.findUniqueOrThrow({
    where: { id: connectionId },
  });
  const row = { awsAccountId, createdBy, customerId, label: 'The same', status: 'connected' as const };
  return (await database().connection.create({ data: row })).id;
}

describe('an expert has one live access to an account', () => {
  test('whichever job it is for, until the first has ended', async () => {
    const world = await makeWorld();
    const { owner } = world.people;
    const { grantId, connectionId } = await granted(cloud, world);
    const second = await anotherJob(world);
    const permissionRequestId = await requested(second, await acceptedProposal(second));
    const refused = await accept(owner, { permissionRequestId, connectionId });
    expect(refused).toMatchObject({ ok: false, code: 'conflict', message: ALREADY });
    doneOf(await revoke(owner, { grantId }));
    expect(codeOf(await accept(owner, { permissionRequestId, connectionId }))).toBe('conflict');
    await tearDown(grantId);
    expect((await grantOf(grantId)).status).toBe('revoked');
    doneOf(await accept(owner, { permissionRequestId, connectionId }));
  });

  test('whichever connection leads there, also while the first is lost', async () => {
    const world = await makeWorld();
    const { owner } = world.people;
    const { connectionId, proposalId } = await granted(cloud, world);
    await database().connection.update({ where: { id: connectionId }, data: { status: 'lost' } });
    const again = await sameAccount(connectionId, world.customerId);
    const permissionRequestId = await requested(world, proposalId);
    expect(await accept(owner, { permissionRequestId, connectionId: again })).toMatchObject({
      ok: false,
      message: ALREADY,
    });
  });

  test('also when two jobs, or two customers of one account, let them in at once', async () => {
    for (const whose of ['own', 'other'] as const) {
      const world = await makeWorld();
      const { owner, otherOwner } = world.people;
      const { connectionId } = await connected(cloud, world);
      const second = await anotherJob(world, whose);
      const theirs = whose === 'own' ? connectionId : await sameAccount(connectionId, world.otherCustomerId);
      const requests = [
        await requested(world, await acceptedProposal(world)),
        await requested(second, await acceptedProposal(second)),
      ];
      const both = await Promise.all([
        accept(owner, { permissionRequestId: requests[0]!, connectionId }),
        accept(whose === 'own' ? owner : otherOwner, {
          permissionRequestId: requests[1]!,
          connectionId: theirs,
        }),
      ]);
      expect(both.map(codeOf).sort()).toEqual(['conflict', 'done']);
      expect(both.find((outcome) => !outcome.ok)).toMatchObject({ message: ALREADY });
      // And the database would not have it otherwise, in whichever state the first is.
      const [live] = await database().grant.findMany({ where: { expertId: world.expertId } });
      const spare = requests.find((id) => id !== live!.permissionRequestId)!;
      await database().grant.update({ where: { id: live!.id }, data: { status: 'connection_lost' } });
      const { id: _, roleName, ...row } = live!;
      await expect(
        database().grant.create({
          data: { ...row, permissionRequestId: spare, roleName: `${roleName}x`, status: 'provisioning' },
        }),
      ).rejects.toMatchObject({ code: 'P2002' });
    }
  });
});
