import { ListBucketsCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NOBODY } from '@/lib/core/rights';
import { database } from '@/lib/db/client';
import { perform } from '@/lib/doors/perform';
import * as grants from '@/lib/grants/commands';
import { brokerHandlers, brokerSweeps } from '@/lib/grants/handlers';
import { accessList, accessOf } from '@/lib/grants/queries';
import { accessById } from '@/lib/grants/view-queries';
import {
  accept,
  acceptedProposal,
  asBroker,
  type Cloud,
  connected,
  decline,
  doJob,
  granted,
  moveClock,
  openCloud,
  openSession,
  REASON,
  request,
  requested,
  revoke,
  sessionOf,
  tearDown,
  withdraw,
} from '@/tests/fixtures/access';
import { codeOf, doneOf } from '@/tests/fixtures/outcome';
import { makeWorld, type World } from '@/tests/fixtures/world';

let cloud: Cloud;
beforeAll(async () => {
  cloud = await openCloud();
});
afterAll(() => cloud.close());

const grantOf = (id: string) => database().grant.findUniqueOrThrow({ where: { id } });
const stepsOf = async (grantId: string) =>
  (await database().grantStep.findMany({ where: { grantId }, orderBy: { id: 'asc' } })).map(
    ({ kind }) => kind,
  );
const job = (name: string, grantId: string) => asBroker(() => doJob(brokerHandlers, name, { grantId }));
const sweep = () =>
  asBroker(async () => {
    for (const each of brokerSweeps) while ((await each.run()) > 0);
  });

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
    await database().proposal.update({ where: { id }, data: { status: 'completed' } });
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

describe('a grant', () => {
  test('lives from its making to the proof that it is gone', async () => {
    const world = await makeWorld();
    const { grantId, accountId } = await granted(cloud, world, 'ViewOnlyAccess');
    const active = await grantOf(grantId);
    expect(active).toMatchObject({ status: 'active', activeAt: expect.any(Date) });
    expect(active.roleArn).toBe(`arn:aws:iam::${accountId}:role/${active.roleName}`);
    expect(active.roleId).toMatch(/^AROA/);
    const role = (await cloud.state(accountId)).roles.find(({ name }) => name === active.roleName)!;
    expect(role.state.attached).toEqual(['arn:aws:iam::aws:policy/job-function/ViewOnlyAccess']);
    expect(role.state.trust).toContain(new Date(active.endsAt.getTime() + 3_600_000).toISOString());

    const { expert } = world.people;
    doneOf(await openSession(expert, { grantId, purpose: 'credentials' }));
    const handed = await sessionOf(grantId, expert.personId);
    if (handed.purpose !== 'credentials') throw new Error('not credentials');
    const s3 = cloud.s3(handed);
    await expect(s3.send(new ListBucketsCommand({}))).resolves.toMatchObject({ Buckets: expect.any(Array) });

    doneOf(await revoke(world.people.owner, { grantId }));
    expect((await grantOf(grantId)).status).toBe('revoking');
    await expect(sessionOf(grantId, expert.personId)).rejects.toMatchObject({ code: 'conflict' });
    await job('grants.deny', grantId);
    await expect(s3.send(new ListBucketsCommand({}))).rejects.toMatchObject({ name: 'AccessDenied' });
    await job('grants.prove', grantId);
    const denied = await grantOf(grantId);
    expect(denied).toMatchObject({ status: 'denied', deniedAt: expect.any(Date) });
    // The session may live for the rest of its hour: until then the denied role stays.
    expect(denied.heldUntil!.getTime() - denied.deniedAt!.getTime()).toBeGreaterThan(3_500_000);
    await job('grants.delete', grantId);
    expect((await grantOf(grantId)).status).toBe('denied');

    await moveClock(cloud, 1.1);
    await job('grants.delete', grantId);
    expect(await grantOf(grantId)).toMatchObject({ status: 'revoked', revokedAt: expect.any(Date) });
    expect((await cloud.state(accountId)).roles.some(({ name }) => name === active.roleName)).toBe(false);
    expect(await stepsOf(grantId)).toEqual([
      'asked',
      'sessions_stopped',
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
    const { grantId } = await granted(cloud, world);
    doneOf(await revoke(world.people.granter, { grantId }));
    await tearDown(grantId);
    expect((await grantOf(grantId)).status).toBe('revoked');
  });

  test('is revoked by whoever manages access, once', async () => {
    const world = await makeWorld();
    const { grantId } = await granted(cloud, world);
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
    const { grantId } = await granted(cloud, world);
    const now = await database().$queryRaw<{ at: Date }[]>`SELECT app_now() AS at`;
    await database().grant.update({ where: { id: grantId }, data: { endsAt: now[0]!.at } });
    await sweep();
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
    const { grantId } = await granted(cloud, world);
    await moveClock(cloud, 15 * 24);
    await sweep();
    await tearDown(grantId);
    expect((await grantOf(grantId)).status).toBe('revoked');
    const step = await database().grantStep.findFirst({ where: { grantId, kind: 'session_refused' } });
    expect(step?.detail).toMatchObject({ call: 'sts:AssumeRole' });
  });

  test('does not outlive its proposal, a suspension, or a mistake of ours', async () => {
    for (const end of [
      (_world: World, proposalId: string) =>
        database().proposal.update({ where: { id: proposalId }, data: { status: 'completed' } }),
      (w: World) =>
        database().company.update({ where: { id: w.companyId }, data: { suspendedAt: new Date() } }),
      (w: World) =>
        database().person.update({
          where: { id: w.people.expert.personId },
          data: { suspendedAt: new Date() },
        }),
    ]) {
      const world = await makeWorld();
      const { grantId, proposalId } = await granted(cloud, world);
      await end(world, proposalId);
      await expect(sessionOf(grantId, world.people.expert.personId)).rejects.toThrow();
      await sweep();
      expect((await grantOf(grantId)).status).toBe('revoking');
    }
  });

  test('of a whole company is ended by one reaction', async () => {
    const world = await makeWorld();
    const { grantId } = await granted(cloud, world);
    const actor = { kind: 'clock' } as const;
    await perform(actor, (tx) =>
      grants.revokeAll(tx, actor, { companyId: world.companyId, cause: 'suspension' }),
    );
    expect(await grantOf(grantId)).toMatchObject({ status: 'revoking', revokeCause: 'suspension' });
  });
});

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
    await cloud.fault('sts:AssumeRole', '500', 5);
    await expect(sessionOf(grantId, personId)).rejects.toMatchObject({ code: 'upstream' });
    await cloud.control('faults/clear', {});
    expect(await database().grantSession.findMany({ where: { grantId } })).toMatchObject([
      { status: 'issuing' },
    ]);
    doneOf(await revoke(world.people.owner, { grantId }));
    await job('grants.deny', grantId);
    await job('grants.prove', grantId);
    const row = await grantOf(grantId);
    expect(row.heldUntil!.getTime() - row.deniedAt!.getTime()).toBeGreaterThan(3_500_000);
  });

  test('that AWS opens after revoking has begun is not handed over, and counts', async () => {
    const world = await makeWorld();
    const { grantId } = await granted(cloud, world);
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
    await job('grants.deny', grantId);
    await job('grants.prove', grantId);
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
      await job('grants.provision', grantId);
      const [handed, revoked] = await asBroker(async () => {
        const { openSession: open } = await import('@/lib/grants/session-handlers');
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
      await database().grant.update({ where: { id: grantId }, data: { status: 'revoked' } });
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
    const view = await accessById(owner, (await grantOf(grantId)).permissionRequestId);
    expect(view?.grantId).toBe(grantId);
    // Nothing that a page gets could open a session or assume a role.
    expect(JSON.stringify(view)).not.toMatch(/externalId|secret|token/i);
  });
});
