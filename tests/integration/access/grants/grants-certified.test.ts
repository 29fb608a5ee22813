import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Person } from '@/lib/core/rights';
import { rename } from '@/lib/identity/people/commands';
import { PERSON_COMMANDS } from '@/lib/identity/people/rights';
import { Rename } from '@/lib/identity/people/schema';
import { database } from '@/lib/platform/db/client';
import { rowsOf } from '@/lib/platform/db/rows';
import { pass } from '@/lib/platform/doors/pass';
import { perform } from '@/lib/platform/doors/perform';
import { DEADLINES } from '@/lib/wiring/deadlines';
import { accept, connected, granted, openSession, requested, sessionOf } from '@/tests/fixtures/access';
import { type Cloud, openCloud } from '@/tests/fixtures/cloud';
import { grantOf, sweepGrants } from '@/tests/fixtures/grants';
import { doors } from '@/tests/fixtures/members';
import { codeOf, doneOf } from '@/tests/fixtures/outcome';
import { makeWorld, viewerOf, type World } from '@/tests/fixtures/world';

// Each test goes through AWS's real clients many times.
vi.setConfig({ testTimeout: 120_000 });

let cloud: Cloud;
beforeAll(async () => {
  cloud = await openCloud();
});
afterAll(() => cloud.close());

const DAY = 86_400_000;
const expire = () => DEADLINES.worker.find(({ name }) => name === 'certification expire')!.run();
const lastDay = (world: World, daysAgo: number) =>
  database().certification.update({
    where: { id: world.certificationId },
    data: { expiresOn: new Date(Date.now() - daysAgo * DAY) },
  });

/** Another certification of the world's expert, as an admin has verified it. */
async function alsoHolds(world: World, code: string): Promise<void> {
  const {
    id: _,
    validationNumber,
    ...held
  } = await database().certification.findUniqueOrThrow({
    where: { id: world.certificationId },
  });
  await database().certification.create({
    data: { ...held, code, validationNumber: `${validationNumber.slice(0, -3)}-${code}` },
  });
}

describe('access', () => {
  test('ends with the certification that it was asked for by, and what waits is dropped', async () => {
    const world = await makeWorld();
    const { expert, owner } = world.people;
    const { grantId, proposalId } = await granted(cloud, world);
    const permissionRequestId = await requested(world, proposalId, 'Billing');
    await lastDay(world, 2);
    // From the end of the last day on, before anything else has noticed.
    expect(codeOf(await openSession(expert, { grantId, purpose: 'console' }))).toBe('forbidden');
    await expect(sessionOf(grantId, expert.personId)).rejects.toMatchObject({
      code: 'forbidden',
      message: expect.stringContaining('certification has expired'),
    });
    const { connectionId } = await connected(cloud, world);
    expect(await accept(owner, { permissionRequestId, connectionId })).toMatchObject({
      ok: false,
      message: expect.stringContaining('no longer valid'),
    });
    await expire();
    expect(await grantOf(grantId)).toMatchObject({ status: 'revoking', revokeCause: 'certification' });
    expect(
      await database().permissionRequest.findUniqueOrThrow({ where: { id: permissionRequestId } }),
    ).toMatchObject({ status: 'withdrawn', decidedBy: null });
  });

  test('goes on while another certification is enough, and ends where the other is not', async () => {
    const world = await makeWorld();
    const { grantId } = await granted(cloud, world);
    await alsoHolds(world, 'DVA');
    await lastDay(world, 2);
    await expire();
    expect((await grantOf(grantId)).status).toBe('active');
    await sessionOf(grantId, world.people.expert.personId);

    const beginner = await makeWorld();
    const theirs = await granted(cloud, beginner);
    // Foundational: not enough to ask, so not enough to stay.
    await alsoHolds(beginner, 'CLF');
    await lastDay(beginner, 2);
    await expire();
    expect((await grantOf(theirs.grantId)).revokeCause).toBe('certification');
  });

  test('ends when an admin takes the certification back', async () => {
    const world = await makeWorld();
    const { grantId } = await granted(cloud, world);
    const { admin } = world.people;
    const { certificationId, expertId } = world;
    await perform(admin, async (tx) => {
      await rowsOf(tx).certification.update({ where: { id: certificationId }, data: { status: 'claimed' } });
      tx.emit({ name: 'certification.undone', certificationId, expertId });
    });
    expect(await grantOf(grantId)).toMatchObject({
      status: 'revoking',
      revokeCause: 'certification',
      revokedBy: admin.personId,
    });
  });

  test('of somebody who has no certification left is ended by the clock, whoever forgot to', async () => {
    const world = await makeWorld();
    const { grantId } = await granted(cloud, world);
    const { certificationId } = world;
    await database().certification.update({ where: { id: certificationId }, data: { status: 'expired' } });
    await sweepGrants();
    expect(await grantOf(grantId)).toMatchObject({ status: 'revoking', revokeCause: 'certification' });
  });

  describe('of an expert who may do nothing else in the company', () => {
    /** As they are seen by a door, with the right to ask for access left to them alone. */
    async function bareExpert(world: World): Promise<Person> {
      const { personId } = world.people.expert;
      const { companyId } = world;
      await database().companyMember.updateMany({ where: { companyId }, data: { rights: ['owner'] } });
      await database().companyMember.update({
        where: { companyId_personId: { companyId, personId } },
        data: { rights: ['access'] },
      });
      return viewerOf(database(), personId);
    }

    test('ends when they leave', async () => {
      const world = await makeWorld();
      const { grantId } = await granted(cloud, world);
      const { companyId } = world;
      doneOf(await doors.leave(await bareExpert(world), { companyId }));
      expect(await grantOf(grantId)).toMatchObject({ status: 'revoking', revokeCause: 'left' });
    });

    test('ends when they take another name, which nobody has compared with the certificate', async () => {
      const world = await makeWorld();
      const { grantId, proposalId } = await granted(cloud, world);
      const permissionRequestId = await requested(world, proposalId, 'Billing');
      const call = { may: PERSON_COMMANDS.rename, schema: Rename, command: rename };
      const timeZone = 'Europe/Vienna';
      doneOf(
        await pass(call, await bareExpert(world), {
          name: 'Quite Another',
          timeZone,
          theme: 'dark',
          requeue: 'on',
        }),
      );
      expect(await grantOf(grantId)).toMatchObject({ status: 'revoking', revokeCause: 'certification' });
      expect(
        await database().permissionRequest.findUniqueOrThrow({ where: { id: permissionRequestId } }),
      ).toMatchObject({ status: 'withdrawn' });
    });
  });
});
