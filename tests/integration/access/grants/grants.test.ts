import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import * as grants from '@/lib/access/grants/commands';
import { NOBODY } from '@/lib/core/rights';
import { database } from '@/lib/platform/db/client';
import { perform } from '@/lib/platform/doors/perform';
import { levelArn } from '@/lib/policies/levels';
import { granted, openSession, revoke, sessionOf, tearDown } from '@/tests/fixtures/access';
import { type Cloud, moveClock, openCloud } from '@/tests/fixtures/cloud';
import { grantJob, grantOf, showsOf, stepsOf, sweepGrants } from '@/tests/fixtures/grants';
import { anyLevel, drawn } from '@/tests/fixtures/levels';
import { codeOf, doneOf } from '@/tests/fixtures/outcome';
import { makeWorld, type World } from '@/tests/fixtures/world';

// Each test goes through AWS's real clients many times.
vi.setConfig({ testTimeout: 90_000 });

let cloud: Cloud;
beforeAll(async () => {
  cloud = await openCloud();
});
afterAll(() => cloud.close());

describe(`a grant (${drawn})`, () => {
  test('lives from its making to the proof that it is gone', async () => {
    const world = await makeWorld();
    const level = anyLevel();
    const { grantId, accountId } = await granted(cloud, world, level);
    const active = await grantOf(grantId);
    expect(active).toMatchObject({ status: 'active', activeAt: expect.any(Date) });
    expect(active.roleArn).toBe(`arn:aws:iam::${accountId}:role/${active.roleName}`);
    expect(active.roleId).toMatch(/^AROA/);
    const role = (await cloud.state(accountId)).roles.find(({ name }) => name === active.roleName)!;
    expect(role.state.attached).toEqual([levelArn(level, 'aws')]);
    expect(role.state.trust).toContain(new Date(active.endsAt.getTime() + 3_600_000).toISOString());

    const { expert } = world.people;
    doneOf(await openSession(expert, { grantId, purpose: 'credentials' }));
    const handed = await sessionOf(grantId, expert.personId);
    if (handed.purpose !== 'credentials') throw new Error('not credentials');
    expect(await showsOf(cloud, handed, level)).toBe('allowed');

    doneOf(await revoke(world.people.owner, { grantId }));
    expect((await grantOf(grantId)).status).toBe('revoking');
    await expect(sessionOf(grantId, expert.personId)).rejects.toMatchObject({ code: 'conflict' });
    await grantJob('grants.deny', grantId);
    expect(await showsOf(cloud, handed, level)).toBe('refused');
    await grantJob('grants.prove', grantId);
    const denied = await grantOf(grantId);
    expect(denied).toMatchObject({
      status: 'denied',
      deniedAt: expect.any(Date),
      provenAt: expect.any(Date),
    });
    // The session may live for the rest of its hour: until then the denied role stays.
    expect(denied.heldUntil!.getTime() - denied.deniedAt!.getTime()).toBeGreaterThan(3_500_000);
    await grantJob('grants.delete', grantId);
    expect((await grantOf(grantId)).status).toBe('denied');

    await moveClock(cloud, 1.1);
    await grantJob('grants.delete', grantId);
    expect(await grantOf(grantId)).toMatchObject({ status: 'revoked', revokedAt: expect.any(Date) });
    expect((await cloud.state(accountId)).roles.some(({ name }) => name === active.roleName)).toBe(false);
    expect(await stepsOf(grantId)).toEqual([
      'asked',
      'sessions_stopped',
      'control_tried',
      'deny_attached',
      'deny_seen',
      'session_refused',
      'held',
      'detached',
      'deleted',
      'gone',
    ]);
    const history = await database().statusChange.findMany({
      where: { objectId: grantId },
      orderBy: { id: 'asc' },
    });
    expect(history.map(({ to }) => to)).toEqual(['provisioning', 'active', 'revoking', 'denied', 'revoked']);
  });

  test('without a session is gone as soon as it is denied', async () => {
    const world = await makeWorld();
    const { grantId } = await granted(cloud, world, anyLevel());
    doneOf(await revoke(world.people.granter, { grantId }));
    await tearDown(grantId);
    expect((await grantOf(grantId)).status).toBe('revoked');
  });

  test('is revoked by whoever manages access, once', async () => {
    const world = await makeWorld();
    const { grantId } = await granted(cloud, world, anyLevel());
    const { member, buyer, otherOwner, expert, otherExpert, owner, granter } = world.people;
    for (const [person, code] of [
      [NOBODY, 'unauthenticated'],
      [member, 'forbidden'],
      [buyer, 'forbidden'],
      [expert, 'forbidden'],
      [otherOwner, 'not_found'],
      [otherExpert, 'not_found'],
    ] as const)
      expect(codeOf(await revoke(person, { grantId }))).toBe(code);
    const both = await Promise.all([revoke(owner, { grantId }), revoke(granter, { grantId })]);
    expect(both.map(codeOf).sort()).toEqual(['conflict', 'done']);
  });

  test('ends at its time by the clock alone', async () => {
    const world = await makeWorld();
    const { grantId } = await granted(cloud, world, anyLevel());
    const now = await database().$queryRaw<{ at: Date }[]>`SELECT app_now() AS at`;
    await database().grant.update({ where: { id: grantId }, data: { endsAt: now[0]!.at } });
    await sweepGrants();
    expect(await grantOf(grantId)).toMatchObject({
      status: 'revoking',
      revokeCause: 'end_time',
      revokedBy: null,
    });
    await tearDown(grantId);
    expect((await grantOf(grantId)).status).toBe('revoked');
  });

  test('whose end is long past is still proven ended: AWS gives nobody a session', async () => {
    const world = await makeWorld();
    const { grantId } = await granted(cloud, world, anyLevel());
    await moveClock(cloud, 15 * 24);
    await sweepGrants();
    await tearDown(grantId);
    expect((await grantOf(grantId)).status).toBe('revoked');
    const step = await database().grantStep.findFirst({ where: { grantId, kind: 'session_refused' } });
    expect(step?.detail).toMatchObject({ call: 'sts:AssumeRole' });
  });

  test('does not outlive its proposal, a suspension, or a mistake of ours', async () => {
    for (const end of [
      (_world: World, proposalId: string) =>
        database().proposal.update({
          where: { id: proposalId },
          data: { status: 'completed', endedAt: new Date() },
        }),
      (w: World) =>
        database().company.update({ where: { id: w.companyId }, data: { suspendedAt: new Date() } }),
      (w: World) =>
        database().person.update({
          where: { id: w.people.expert.personId },
          data: { suspendedAt: new Date() },
        }),
    ]) {
      const world = await makeWorld();
      const { grantId, proposalId } = await granted(cloud, world, anyLevel());
      await end(world, proposalId);
      await expect(sessionOf(grantId, world.people.expert.personId)).rejects.toThrow();
      await sweepGrants();
      expect((await grantOf(grantId)).status).toBe('revoking');
    }
  });

  test('of a whole company is ended by one reaction', async () => {
    const world = await makeWorld();
    const { grantId } = await granted(cloud, world, anyLevel());
    const actor = { kind: 'clock' } as const;
    await perform(actor, (tx) =>
      grants.revokeAll(tx, actor, { companyId: world.companyId, cause: 'suspension' }),
    );
    expect(await grantOf(grantId)).toMatchObject({ status: 'revoking', revokeCause: 'suspension' });
  });
});
