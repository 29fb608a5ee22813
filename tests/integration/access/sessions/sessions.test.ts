import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import * as grants from '@/lib/access/grants/commands';
import { accessList, accessOf, activeAccess } from '@/lib/access/overview/queries';
import { accessById } from '@/lib/access/page/queries';
import { NOBODY } from '@/lib/core/rights';
import { database } from '@/lib/platform/db/client';
import { perform } from '@/lib/platform/doors/perform';
import {
  accept,
  acceptedProposal,
  connected,
  granted,
  openSession,
  requested,
  revoke,
  sessionOf,
} from '@/tests/fixtures/access';
import { asBroker, type Cloud, openCloud } from '@/tests/fixtures/cloud';
import { grantJob, grantOf, wayOutSeen } from '@/tests/fixtures/grants';
import { codeOf, doneOf } from '@/tests/fixtures/outcome';
import { makeWorld } from '@/tests/fixtures/world';

// Each test goes through AWS's real clients many times.
vi.setConfig({ testTimeout: 90_000 });

let cloud: Cloud;
beforeAll(async () => {
  cloud = await openCloud();
});
afterAll(() => cloud.close());

describe('a session', () => {
  test('is given to the expert alone, whoever asks through the web or the broker', async () => {
    const world = await makeWorld();
    const { grantId } = await granted(cloud, world);
    const { chatter, otherExpert, owner, suspendedExpert, expert } = world.people;
    for (const [person, code] of [
      [NOBODY, 'unauthenticated'],
      [owner, 'forbidden'],
      [chatter, 'forbidden'],
      [suspendedExpert, 'forbidden'],
      [otherExpert, 'not_found'],
    ] as const)
      expect(codeOf(await openSession(person, { grantId, purpose: 'console' }))).toBe(code);
    for (const person of [owner, chatter, suspendedExpert, otherExpert])
      await expect(sessionOf(grantId, person.personId)).rejects.toMatchObject({ code: 'forbidden' });
    // A colleague with every right is still not the one whom the customer let in.
    await database().companyMember.update({
      where: { companyId_personId: { companyId: world.companyId, personId: chatter.personId } },
      data: { rights: ['owner'] },
    });
    await expect(sessionOf(grantId, chatter.personId)).rejects.toMatchObject({ code: 'forbidden' });
    // And the expert not any more, once the company has taken the right away.
    await database().companyMember.update({
      where: { companyId_personId: { companyId: world.companyId, personId: expert.personId } },
      data: { rights: ['chat'] },
    });
    await expect(sessionOf(grantId, expert.personId)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await database().grantSession.count({ where: { grantId } })).toBe(0);
  });

  test('opens the console by a link that is used once', async () => {
    const world = await makeWorld();
    const { grantId } = await granted(cloud, world);
    const handed = await sessionOf(grantId, world.people.expert.personId, 'console');
    if (handed.purpose !== 'console') throw new Error('not a link');
    expect(handed.url.startsWith(`${cloud.url}/federation?Action=login`)).toBe(true);
    const first = await fetch(handed.url, { redirect: 'manual' });
    expect([first.status, first.headers.get('location')]).toEqual([302, '/console/']);
    expect((await fetch(handed.url, { redirect: 'manual' })).status).toBe(400);
  });

  test('that AWS refuses does not hold the role; one whose answer was lost does', async () => {
    const world = await makeWorld();
    const { grantId } = await granted(cloud, world);
    const { personId } = world.people.expert;
    await wayOutSeen(grantId);
    await cloud.fault('sts:AssumeRole', '500', 5);
    await expect(sessionOf(grantId, personId)).rejects.toMatchObject({ code: 'upstream' });
    await cloud.control('faults/clear', {});
    expect(await database().grantSession.findMany({ where: { grantId } })).toMatchObject([
      { status: 'issuing' },
    ]);
    doneOf(await revoke(world.people.owner, { grantId }));
    await grantJob('grants.deny', grantId);
    await grantJob('grants.prove', grantId);
    const row = await grantOf(grantId);
    expect(row.heldUntil!.getTime() - row.deniedAt!.getTime()).toBeGreaterThan(3_500_000);
  });

  test('that AWS opens after revoking has begun is not handed over, and counts', async () => {
    const world = await makeWorld();
    const { grantId } = await granted(cloud, world);
    await wayOutSeen(grantId);
    // AWS makes the broker try again: time enough for the customer to change their mind.
    await cloud.fault('sts:AssumeRole', 'throttle', 3);
    const asked = sessionOf(grantId, world.people.expert.personId).then(
      () => 'handed over',
      (error: { code?: string }) => error.code,
    );
    while ((await database().grantSession.count({ where: { grantId } })) === 0);
    doneOf(await asBroker(() => revoke(world.people.owner, { grantId })));
    expect(await asked).toBe('conflict');
    await cloud.control('faults/clear', {});
    expect(await database().grantSession.findMany({ where: { grantId } })).toMatchObject([
      { status: 'issuing' },
    ]);
    await grantJob('grants.deny', grantId);
    await grantJob('grants.prove', grantId);
    const row = await grantOf(grantId);
    expect(row.heldUntil!.getTime() - row.deniedAt!.getTime()).toBeGreaterThan(3_500_000);
  });

  test('is never handed over once revoking has begun, in twenty races', async () => {
    const world = await makeWorld();
    const { personId } = world.people.expert;
    const { connectionId } = await connected(cloud, world);
    const proposalId = await acceptedProposal(world);
    for (let round = 0; round < 20; round += 1) {
      const permissionRequestId = await requested(world, proposalId);
      const { grantId } = doneOf(await accept(world.people.owner, { permissionRequestId, connectionId }));
      await grantJob('grants.provision', grantId);
      const [handed, revoked] = await asBroker(async () => {
        const { openSession: open } = await import('@/lib/access/sessions/handlers');
        const ask = open({ grantId, personId, purpose: 'credentials' }, 'race').then(
          () =>
            database().$queryRaw<
              { status: string }[]
            >`SELECT status::text FROM "grant" WHERE id = ${grantId}::uuid`,
          () => 'refused' as const,
        );
        await new Promise((resolve) => setTimeout(resolve, round * 3));
        const actor = { kind: 'clock' } as const;
        const end = perform(actor, (tx) =>
          grants.revokeAll(tx, actor, { proposalId, cause: 'proposal_ended' }),
        );
        return [await ask, await end.then(() => true)];
      });
      expect(revoked).toBe(true);
      const sessions = await database().grantSession.findMany({ where: { grantId } });
      const changes = await database().statusChange.findMany({
        where: { objectId: grantId, to: 'revoking' },
      });
      if (handed === 'refused') {
        // Whatever AWS may have given stays counted, and nothing was marked as handed over.
        expect(sessions.every(({ status }) => status !== 'issued')).toBe(true);
      } else {
        expect(sessions).toMatchObject([{ status: 'issued' }]);
        expect(sessions[0]!.issuedAt.getTime()).toBeLessThanOrEqual(changes[0]!.at.getTime());
      }
      await expect(
        asBroker(() =>
          database().grantSession.create({
            data: {
              grantId,
              personId,
              purpose: 'console',
              sessionName: 'x',
              issuedAt: new Date(),
              expiresAt: new Date(Date.now() + 1000),
            },
          }),
        ),
      ).rejects.toThrow(/not active/);
      // Out of the way of the next round: how a role ends is another test's affair.
      await database().grant.update({ where: { id: grantId }, data: { status: 'failed' } });
    }
  });
});

describe('the pages', () => {
  test('show access to its two sides alone, each with what it may do', async () => {
    const world = await makeWorld();
    const { grantId, proposalId } = await granted(cloud, world);
    const { owner, member, expert, chatter, otherOwner, otherExpert } = world.people;
    expect((await accessById(owner, grantId))?.may).toMatchObject({ revoke: true, openSession: false });
    expect((await accessById(member, grantId))?.may).toMatchObject({ revoke: false, accept: false });
    expect((await accessById(expert, grantId))?.may).toMatchObject({ revoke: false, openSession: true });
    expect((await accessById(chatter, grantId))?.may).toMatchObject({ openSession: false });
    for (const stranger of [otherOwner, otherExpert, NOBODY]) {
      expect(await accessById(stranger, grantId)).toBeNull();
      expect(await accessOf(stranger, world.conversationId)).toBeNull();
    }
    expect((await accessList(otherOwner, 'customer')).rows).toEqual([]);
    expect((await accessList(otherExpert, 'company')).rows).toEqual([]);
    expect((await accessList(owner, 'customer')).rows).toMatchObject([{ grantId, proposalId }]);
    for (const viewer of [otherOwner, otherExpert, NOBODY])
      expect(await activeAccess(viewer)).toEqual({ customer: 0, company: 0 });
    expect(await activeAccess(owner)).toEqual({ customer: 1, company: 0 });
    expect(await activeAccess(expert)).toEqual({ customer: 0, company: 1 });
    const view = await accessById(owner, (await grantOf(grantId)).permissionRequestId);
    expect(view?.grantId).toBe(grantId);
    // Nothing that a page gets could open a session or assume a role.
    expect(JSON.stringify(view)).not.toMatch(/externalId|secret|token/i);
    doneOf(await revoke(owner, { grantId }));
    expect(await activeAccess(owner)).toEqual({ customer: 0, company: 0 });
  });
});
