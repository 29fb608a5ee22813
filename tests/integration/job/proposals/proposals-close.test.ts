import { describe, expect, test } from 'vitest';
import { type Actor, NOBODY } from '@/lib/core/rights';
import { canClose } from '@/lib/identity/companies/rules';
import { messagesOf } from '@/lib/job/messages/queries';
import { proposalOf, proposalsOf } from '@/lib/job/proposals/queries';
import { database } from '@/lib/platform/db/client';
import { reviewOf } from '@/lib/trust/reviews/queries';
import * as jobs from '@/tests/fixtures/jobs';
import * as money from '@/tests/fixtures/money';
import { codeOf, doneOf } from '@/tests/fixtures/outcome';
import { makeWorld, type World } from '@/tests/fixtures/world';

const db = () => database();
const WHY = 'We have moved to another database.';

/** Either way to close a job: who, how, and what it becomes. */
const WAYS = [
  {
    way: 'complete',
    event: 'proposal.completed',
    status: 'completed',
    line: 'marked the job complete',
    by: ({ people }: World) => people.expert,
    close: (actor: Actor, proposalId: string) => money.complete(actor, { proposalId }),
  },
  {
    way: 'end',
    event: 'proposal.ended',
    status: 'ended',
    line: `ended the job: ${WHY}`,
    by: ({ people }: World) => people.buyer,
    close: (actor: Actor, proposalId: string) => money.endJob(actor, { proposalId, reason: WHY }),
  },
] as const;

const told = (personId: string, kind: string) => db().notification.findMany({ where: { personId, kind } });
const proposalIn = async ({ conversationId }: World) =>
  (await db().proposal.findFirstOrThrow({ where: { conversationId } })).id;

describe.each(WAYS)('$way', ({ way, event, status, line, by, close }) => {
  test('closes an agreed job in one step: history, audit, line, news, and the access begins to end', async () => {
    const world = await makeWorld();
    const grantId = await jobs.activeGrant(world);
    const proposalId = await proposalIn(world);
    const asked = await jobs.requestedAccess(world, proposalId);
    doneOf(await close(by(world), proposalId));
    const row = await money.proposalRow(proposalId);
    expect(row).toMatchObject({ status, endReason: way === 'end' ? WHY : null, endedAt: expect.any(Date) });
    expect(await db().statusChange.findFirst({ where: { objectId: proposalId, event: way } })).toMatchObject({
      from: 'accepted',
      to: status,
      personId: by(world).personId,
    });
    expect(await db().auditEntry.count({ where: { action: `proposals.${way}`, objectId: proposalId } })).toBe(
      1,
    );
    expect(await db().grant.findUniqueOrThrow({ where: { id: grantId } })).toMatchObject({
      status: 'revoking',
      revokeCause: 'proposal_ended',
      revokedBy: by(world).personId,
    });
    expect((await db().permissionRequest.findUniqueOrThrow({ where: { id: asked } })).status).toBe(
      'withdrawn',
    );
    const lines = await messagesOf(world.people.owner, world.conversationId);
    const said = lines?.flatMap((one) => (one.event === event && one.line ? [one.line] : [])) ?? [];
    expect(said.map(({ did, what }) => [did, what].filter(Boolean).join(' '))).toEqual([line]);
    expect(said[0]?.by?.id).toBe(by(world).personId);
    const other = way === 'end' ? world.people.expert : world.people.owner;
    const [news] = await told(other.personId, event);
    expect(news).toBeDefined();
    if (way === 'end') expect(JSON.stringify(news!.detail)).toContain(WHY);
  });

  test('is refused with a sentence while a payment request awaits approval, and possible once it is decided', async () => {
    const world = await makeWorld();
    const paymentRequestId = await jobs.awaiting(world);
    const proposalId = await proposalIn(world);
    const refused = await close(by(world), proposalId);
    expect(refused).toMatchObject({ code: 'conflict', message: expect.stringContaining('$400.00') });
    const shown = await proposalOf(by(world), proposalId);
    expect(shown!.openStill[way === 'end' ? 'customer' : 'company']).toBe(
      (refused as { message: string }).message,
    );
    doneOf(
      await money.declinePayment(world.people.buyer, { paymentRequestId, reason: 'The index is missing.' }),
    );
    doneOf(await close(by(world), proposalId));
  });

  test('and a payment request at once are never both done', async () => {
    const world = await makeWorld();
    const proposalId = await jobs.acceptedJob(world);
    const answers = await Promise.all([
      close(by(world), proposalId),
      money.ask(world.people.expert, { proposalId, amount: '400' }),
    ]);
    expect(answers.map(codeOf).sort()).toEqual(['conflict', 'done']);
  });

  test('is done once, and only for what is agreed', async () => {
    const world = await makeWorld();
    const { proposalId } = await money.proposed(world);
    expect(codeOf(await close(by(world), proposalId))).toBe('conflict');
    await jobs.withCard(world);
    const { textHash } = await money.proposalRow(proposalId);
    doneOf(await money.accept(world.people.owner, { proposalId, textHash }));
    const answers = await Promise.all([close(by(world), proposalId), close(by(world), proposalId)]);
    expect(answers.map(codeOf).sort()).toEqual(['conflict', 'done']);
    const late = await money.ask(world.people.expert, { proposalId, amount: '400' });
    expect(late).toMatchObject({ code: 'conflict', message: expect.stringContaining(status) });
  });

  test('is not for the other side, nor for a member without the right', async () => {
    const world = await makeWorld();
    const proposalId = await jobs.acceptedJob(world);
    const { member, chatter, granter, otherOwner, buyer, expert } = world.people;
    const other = way === 'end' ? expert : buyer;
    for (const actor of [other, member, granter, chatter])
      expect(codeOf(await close(actor, proposalId))).toBe('forbidden');
    expect(codeOf(await close(otherOwner, proposalId))).toBe('not_found');
    expect(codeOf(await close(NOBODY, proposalId))).toBe('unauthenticated');
  });

  test('frees the conversation: another proposal can be accepted there, and the company can close', async () => {
    const world = await makeWorld();
    const proposalId = await jobs.acceptedJob(world);
    doneOf(await close(by(world), proposalId));
    const { mayPropose } = await proposalsOf(world.people.expert, world.conversationId);
    expect(mayPropose).toBe(true);
    const titles = await db().proposal.findMany({
      where: { companyId: world.companyId, status: 'accepted' },
      select: { title: true },
    });
    expect(
      canClose({ closed: false, owner: true, acceptedTitles: titles.map(({ title }) => title) }),
    ).toBeNull();
    expect((await money.proposalRow(await money.accepted(world))).status).toBe('accepted');
  });

  test('leaves what was approved owed: a failed charge can be tried again', async () => {
    const world = await makeWorld();
    const paymentRequestId = await jobs.failedPayment(world);
    const proposalId = await proposalIn(world);
    doneOf(await close(by(world), proposalId));
    doneOf(await money.retry(world.people.buyer, { paymentRequestId }));
    expect((await money.requestRow(paymentRequestId)).status).toBe('approved');
  });

  test('asks for a review once where something was paid, and for none where nothing was', async () => {
    const paid = await makeWorld();
    const minor = 40_000n;
    await jobs.told(await money.approved(paid, await jobs.awaiting(paid)), { state: 'succeeded', minor });
    doneOf(await close(by(paid), await proposalIn(paid)));
    expect(await told(paid.people.member.personId, 'review.invited')).toHaveLength(1);
    expect((await reviewOf(paid.people.member, paid.conversationId)).turns).toHaveLength(1);

    const free = await makeWorld();
    doneOf(await close(by(free), await jobs.acceptedJob(free)));
    expect(await told(free.people.member.personId, 'review.invited')).toHaveLength(0);
    expect((await reviewOf(free.people.member, free.conversationId)).turns).toEqual([]);

    const later = await makeWorld();
    const paymentId = await money.approved(later, await jobs.awaiting(later));
    doneOf(await close(by(later), await proposalIn(later)));
    expect(await told(later.people.member.personId, 'review.invited')).toHaveLength(0);
    await jobs.told(paymentId, { state: 'succeeded', minor });
    expect(await told(later.people.member.personId, 'review.invited')).toHaveLength(1);

    // The final payment's approval ends the job, and its success asks.
    const final = await makeWorld();
    const last = await money.approved(final, await jobs.awaiting(final, { amount: '400', final: 'on' }));
    expect(await told(final.people.member.personId, 'review.invited')).toHaveLength(0);
    await jobs.told(last, { state: 'succeeded', minor });
    expect(await told(final.people.member.personId, 'review.invited')).toHaveLength(1);
  });
});

describe('the database', () => {
  test('closes no job over an open payment request, keeps no end without a reason, and opens none afterwards', async () => {
    const world = await makeWorld();
    const paymentRequestId = await jobs.awaiting(world);
    const id = await proposalIn(world);
    const set = (data: object) =>
      db().proposal.update({ where: { id }, data: { endedAt: new Date(), ...data } });
    await expect(set({ status: 'completed' })).rejects.toThrow(/awaits approval/);
    await expect(set({ status: 'ended', endReason: WHY })).rejects.toThrow(/awaits approval/);
    doneOf(await money.withdrawPayment(world.people.expert, { paymentRequestId }));
    await expect(set({ status: 'ended' })).rejects.toThrow(/proposal_end_has_reason/);
    await set({ status: 'completed' });
    const { id: _id, ...copy } = await money.requestRow(paymentRequestId);
    await expect(
      db().paymentRequest.create({ data: { ...copy, status: 'awaiting', decidedAt: null, decidedBy: null } }),
    ).rejects.toThrow(/only while the proposal is accepted/);
  });
});

test('ending needs a reason of at least three characters', async () => {
  const world = await makeWorld();
  const proposalId = await jobs.acceptedJob(world);
  for (const reason of ['', '  ', 'no'])
    expect(await money.endJob(world.people.buyer, { proposalId, reason })).toMatchObject({
      code: 'invalid',
      fields: { reason: expect.any(String) },
    });
});
