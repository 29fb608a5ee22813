import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '@/lib/core/rights';
import { close } from '@/lib/identity/companies/commands';
import { COMPANY_COMMANDS } from '@/lib/identity/companies/rights';
import { Close } from '@/lib/identity/companies/schema';
import { sweeps as proposals } from '@/lib/job/proposals/handlers';
import { addProfile } from '@/lib/market/experts/commands';
import { EXPERT_COMMANDS } from '@/lib/market/experts/rights';
import { AddProfile } from '@/lib/market/experts/schema';
import { companyProfile } from '@/lib/market/profiles/queries';
import { sweeps as responses } from '@/lib/market/responses/handlers';
import { database } from '@/lib/platform/db/client';
import { pass } from '@/lib/platform/doors/pass';
import { certificate, registered } from '@/tests/fixtures/experts';
import { acceptedJob, activeGrant, requestedAccess, withCard } from '@/tests/fixtures/jobs';
import { doors } from '@/tests/fixtures/members';
import { accept as acceptProposal, proposed } from '@/tests/fixtures/money';
import { codeOf, doneOf } from '@/tests/fixtures/outcome';
import { makePerson, makeWorld, viewerOf, type World } from '@/tests/fixtures/world';

const closeCompany = (actor: Actor, companyId: string) =>
  pass({ may: COMPANY_COMMANDS.close, schema: Close, command: close }, actor, { companyId });
const profile = (actor: Actor, companyId: string) =>
  pass({ may: EXPERT_COMMANDS.addProfile, schema: AddProfile, command: addProfile }, actor, {
    companyId,
    ...certificate(),
  });

let world: World;
beforeEach(async () => {
  world = await makeWorld();
});
const db = () => database();
const again = (personId: string) => viewerOf(db(), personId);
/** Somebody who was invited into the world's company, and accepted. */
async function colleague(rights: string[] = ['access']) {
  const { people, companyId } = world;
  const guest = await viewerOf(db(), await makePerson(db(), 'Kim Colleague'));
  const { invitationId } = doneOf(
    await doors.invite(people.expert, { companyId, email: guest.email, rights }),
  );
  doneOf(await doors.accept(guest, invitationId));
  return again(guest.personId);
}
const expertOf = (personId: string) =>
  db().expert.findUniqueOrThrow({ where: { personId_companyId: { personId, companyId: world.companyId } } });

describe('a company that takes in colleagues', () => {
  test('is no freelancer any more: the first invitation names it', async () => {
    const { person, companyId } = await registered();
    const input = { companyId, email: `${crypto.randomUUID()}@work.test`, rights: ['sell'] };
    expect(await doors.invite(person, input)).toMatchObject({ fields: { companyName: expect.any(String) } });
    doneOf(await doors.invite(person, { ...input, companyName: 'Arroyo and Friends' }));
    expect(await db().company.findUniqueOrThrow({ where: { id: companyId } })).toMatchObject({
      name: 'Arroyo and Friends',
      freelancer: false,
    });
  });

  test('an invited person accepts and becomes an expert of it, once', async () => {
    const kim = await colleague();
    const { companyId } = world;
    const answers = await Promise.all([profile(kim, companyId), profile(kim, companyId)]);
    expect(answers.map(codeOf).sort()).toEqual(['conflict', 'done']);
    expect(await db().expert.count({ where: { personId: kim.personId } })).toBe(1);
    expect(codeOf(await profile(world.people.otherExpert, companyId))).toBe('not_found');
  });
});

describe('an expert who leaves', () => {
  test('is public no longer, and everything that they hold in AWS for that company ends', async () => {
    const grantId = await activeGrant(world);
    const { people, companyId, expertId } = world;
    const kim = await colleague(['owner']);
    doneOf(await doors.leave(people.expert, { companyId }));
    expect(await db().expert.findUniqueOrThrow({ where: { id: expertId } })).toMatchObject({
      leftAt: expect.any(Date),
      publishedAt: null,
    });
    expect(await db().grant.findUniqueOrThrow({ where: { id: grantId } })).toMatchObject({
      status: 'revoking',
      revokeCause: 'left',
    });
    expect((await again(people.expert.personId)).companies).toEqual([]);
    // The job stands, for those who remain.
    expect(await db().conversation.count({ where: { companyId } })).toBe(1);
    expect(kim.companies[0]!.tenantId).toBe(companyId);
  });

  test('has what they asked for dropped, and comes back to the same profile', async () => {
    const permissionRequestId = await requestedAccess(world);
    const { people, companyId } = world;
    const kim = await colleague(['owner']);
    doneOf(await doors.remove(kim, { companyId, personId: people.expert.personId }));
    expect(
      (await db().permissionRequest.findUniqueOrThrow({ where: { id: permissionRequestId } })).status,
    ).toBe('withdrawn');
    const { invitationId } = doneOf(
      await doors.invite(kim, { companyId, email: people.expert.email, rights: ['chat'] }),
    );
    doneOf(await doors.accept(await again(people.expert.personId), invitationId));
    expect(await expertOf(people.expert.personId)).toMatchObject({ id: world.expertId, leftAt: null });
  });

  test('keeps what they hold for another company', async () => {
    const grantId = await activeGrant(world);
    const { people, otherCompanyId } = world;
    const { invitationId } = doneOf(
      await doors.invite(people.otherExpert, { companyId: otherCompanyId, email: people.expert.email }),
    );
    doneOf(await doors.accept(people.expert, invitationId));
    doneOf(await profile(await again(people.expert.personId), otherCompanyId));
    doneOf(await doors.leave(await again(people.expert.personId), { companyId: otherCompanyId }));
    expect((await db().grant.findUniqueOrThrow({ where: { id: grantId } })).status).toBe('active');
    expect((await expertOf(people.expert.personId)).leftAt).toBeNull();
  });
});

describe('closing', () => {
  /** Alone in the company: the other owner of the world is suspended. */
  const closeIt = () => closeCompany(world.people.expert, world.companyId);

  test('is refused while something is agreed and not done', async () => {
    await acceptedJob(world);
    expect(await closeIt()).toMatchObject({ code: 'conflict', message: expect.stringContaining('agreed') });
    expect(codeOf(await closeCompany(world.people.chatter, world.companyId))).toBe('forbidden');
    expect(codeOf(await closeCompany(world.people.otherExpert, world.companyId))).toBe('not_found');
  });

  test('takes back what was offered, asks nobody in, shows nothing, and lets nothing begin', async () => {
    const { people, companyId, responseId } = world;
    const { proposalId } = await proposed(world);
    const email = `${crypto.randomUUID()}@work.test`;
    const { invitationId } = doneOf(await doors.invite(people.expert, { companyId, email }));
    doneOf(await closeIt());
    expect(await companyProfile(people.expert, companyId)).toBeNull();
    for (const sweep of [...proposals, ...responses, ...proposals, ...responses]) await sweep.run();
    expect((await db().proposal.findUniqueOrThrow({ where: { id: proposalId } })).status).toBe('withdrawn');
    expect((await db().response.findUniqueOrThrow({ where: { id: responseId } })).status).toBe('withdrawn');
    expect((await db().memberInvitation.findUniqueOrThrow({ where: { id: invitationId } })).status).toBe(
      'withdrawn',
    );
    const after = await again(people.expert.personId);
    expect(await closeCompany(after, companyId)).toMatchObject({
      code: 'forbidden',
      message: expect.stringContaining('company is closed'),
    });
    expect(codeOf(await profile(after, companyId))).toBe('forbidden');
  });

  test('and accepting its proposal at once are never both done', async () => {
    await withCard(world);
    const offer = await proposed(world);
    const answers = await Promise.all([closeIt(), acceptProposal(world.people.buyer, offer)]);
    expect(answers.map(codeOf).sort()).toEqual(['conflict', 'done']);
  });
});
