import { beforeAll, describe, expect, test } from 'vitest';
import { type Actor, NOBODY } from '@/lib/core/rights';
import { newProposalOf, proposalOf, proposalsOf } from '@/lib/job/proposals/queries';
import { OPEN_MAX } from '@/lib/job/proposals/rules';
import { database } from '@/lib/platform/db/client';
import {
  accept,
  accepted,
  declineProposal,
  propose,
  proposed,
  saveCard,
  TERMS,
  withdrawProposal,
} from '@/tests/fixtures/money';
import { codeOf, doneOf } from '@/tests/fixtures/outcome';
import { makeWorld, type World } from '@/tests/fixtures/world';

const CARD = { stripeCustomerId: '', methodId: '' };
const messageOf = (outcome: { ok: boolean; message?: string }) => (outcome.ok ? 'done' : outcome.message);
const statusOf = async (id: string) =>
  (await database().proposal.findUniqueOrThrow({ where: { id } })).status;

/** A world whose customer has a card on file. */
async function worldWithCard(): Promise<World> {
  const made = await makeWorld();
  const { customerId } = made;
  await saveCard(customerId, {
    ...CARD,
    stripeCustomerId: `cus_${customerId}`,
    methodId: `pm_${customerId}`,
  });
  return made;
}

let world: World;
beforeAll(async () => {
  world = await worldWithCard();
});

describe('propose', () => {
  test('fixes the maximum, the fee and the hash, and leaves a line, a history and an audit entry', async () => {
    const { people, conversationId, customerId, companyId, expertId } = await worldWithCard();
    const { proposalId } = doneOf(await propose(people.expert, { ...TERMS, conversationId }));
    const row = await database().proposal.findUniqueOrThrow({
      where: { id: proposalId },
      include: { milestones: { orderBy: { position: 'asc' } } },
    });
    expect(row).toMatchObject({
      status: 'proposed',
      maximumMinor: 120_000n,
      currency: 'USD',
      feeBasisPoints: 300,
      customerId,
      companyId,
      expertId,
      createdBy: people.expert.personId,
    });
    expect(row.textHash).toMatch(/^[0-9a-f]{64}$/);
    expect(row.milestones.map(({ title, amountMinor }) => [title, amountMinor])).toEqual([
      ['Find the query', 40_000n],
      ['Mend it', 80_000n],
    ]);
    const history = await database().statusChange.findMany({ where: { objectId: proposalId } });
    expect(history.map(({ from, to }) => [from, to])).toEqual([[null, 'proposed']]);
    expect(
      await database().auditEntry.count({ where: { objectId: proposalId, action: 'proposals.propose' } }),
    ).toBe(1);
    expect(await database().message.count({ where: { conversationId, event: 'proposal.proposed' } })).toBe(1);
  });

  test('ignores empty rows and says which row is wrong', async () => {
    const rows = [
      { title: 'Find the query', amount: '400' },
      { title: '', amount: '' },
      { title: 'Mend it', amount: 'much' },
    ];
    const input = { ...TERMS, conversationId: world.conversationId, milestones: rows };
    const refused = await propose(world.people.expert, input);
    expect(refused).toMatchObject({ ok: false, code: 'invalid' });
    expect(Object.keys((refused as { fields: object }).fields)).toEqual(['milestones.2.amount']);
    const none = await propose(world.people.expert, { ...input, milestones: [{ title: '', amount: '' }] });
    expect(codeOf(none)).toBe('invalid');
  });

  test.each([
    ['nobody', () => NOBODY, 'unauthenticated'],
    ['the customer', (w: World) => w.people.owner, 'forbidden'],
    ['a member without the right sell', (w: World) => w.people.chatter, 'forbidden'],
    ['a suspended member', (w: World) => w.people.suspendedExpert, 'forbidden'],
    ['another company', (w: World) => w.people.otherExpert, 'not_found'],
    ['a newcomer', (w: World) => w.people.newcomer, 'not_found'],
  ] as [string, (w: World) => Actor, string][])('is refused to %s', async (_who, actor, code) => {
    const outcome = await propose(actor(world), { ...TERMS, conversationId: world.conversationId });
    expect(codeOf(outcome)).toBe(code);
  });

  test('lets so many wait and no more, also when they come at once', async () => {
    const { people, conversationId } = await makeWorld();
    const outcomes = await Promise.all(
      Array.from({ length: OPEN_MAX + 3 }, () => propose(people.expert, { ...TERMS, conversationId })),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(OPEN_MAX);
    expect(await database().proposal.count({ where: { conversationId } })).toBe(OPEN_MAX);
  });

  test('is refused once the response is withdrawn', async () => {
    const { people, conversationId, responseId } = await makeWorld();
    await database().response.update({ where: { id: responseId }, data: { status: 'withdrawn' } });
    expect(codeOf(await propose(people.expert, { ...TERMS, conversationId }))).toBe('conflict');
  });
});

describe('accept', () => {
  test('keeps the hash that was on the page as what was agreed', async () => {
    const made = await worldWithCard();
    const of = await proposed(made);
    doneOf(await accept(made.people.buyer, of));
    const row = await database().proposal.findUniqueOrThrow({ where: { id: of.proposalId } });
    expect(row).toMatchObject({
      status: 'accepted',
      acceptedHash: of.textHash,
      acceptedBy: made.people.buyer.personId,
    });
    expect(row.acceptedAt).toBeInstanceOf(Date);
  });

  test('is refused where the page showed another text', async () => {
    const { proposalId } = await proposed(world);
    const outcome = await accept(world.people.owner, { proposalId, textHash: '0'.repeat(64) });
    expect(codeOf(outcome)).toBe('conflict');
    expect(await statusOf(proposalId)).toBe('proposed');
  });

  test('is refused without a card on file, and says where to save one', async () => {
    const made = await makeWorld();
    const outcome = await accept(made.people.owner, await proposed(made));
    expect(codeOf(outcome)).toBe('conflict');
    expect(messageOf(outcome)).toContain('Payment methods');
  });

  test.each([
    ['nobody', () => NOBODY, 'unauthenticated'],
    ['a member without the right buy', (w: World) => w.people.member, 'forbidden'],
    ['a member with grant alone', (w: World) => w.people.granter, 'forbidden'],
    ['a suspended member', (w: World) => w.people.suspendedCustomer, 'forbidden'],
    ['the expert', (w: World) => w.people.expert, 'forbidden'],
    ['another customer', (w: World) => w.people.otherOwner, 'not_found'],
  ] as [string, (w: World) => Actor, string][])('is refused to %s', async (_who, actor, code) => {
    const made = await worldWithCard();
    const of = await proposed(made);
    expect(codeOf(await accept(actor(made), of))).toBe(code);
    expect(await statusOf(of.proposalId)).toBe('proposed');
  });

  test('twice at once is done once', async () => {
    const made = await worldWithCard();
    const of = await proposed(made);
    const outcomes = await Promise.all([accept(made.people.owner, of), accept(made.people.buyer, of)]);
    expect(outcomes.map(codeOf).sort()).toEqual(['conflict', 'done']);
    const changes = await database().statusChange.count({
      where: { objectId: of.proposalId, event: 'accept' },
    });
    expect(changes).toBe(1);
  });

  test('of two proposals at once leaves one accepted in the conversation', async () => {
    const made = await worldWithCard();
    const [one, two] = [await proposed(made), await proposed(made)];
    const outcomes = await Promise.all([accept(made.people.owner, one), accept(made.people.buyer, two)]);
    expect(outcomes.map(codeOf).sort()).toEqual(['conflict', 'done']);
    const count = await database().proposal.count({
      where: { conversationId: made.conversationId, status: 'accepted' },
    });
    expect(count).toBe(1);
  });

  test('racing a withdrawal has one outcome', async () => {
    for (let round = 0; round < 10; round += 1) {
      const made = await worldWithCard();
      const of = await proposed(made);
      const outcomes = await Promise.all([
        accept(made.people.owner, of),
        withdrawProposal(made.people.expert, of),
      ]);
      expect(outcomes.map(codeOf).sort()).toEqual(['conflict', 'done']);
      expect(await statusOf(of.proposalId)).toBe(outcomes[0].ok ? 'accepted' : 'withdrawn');
    }
  });
});

describe('decline and withdraw', () => {
  test('decline keeps the reason; afterwards nothing can happen to it', async () => {
    const made = await worldWithCard();
    const of = await proposed(made);
    doneOf(await declineProposal(made.people.owner, { ...of, reason: 'Too much for now.' }));
    const row = await database().proposal.findUniqueOrThrow({ where: { id: of.proposalId } });
    expect(row).toMatchObject({ status: 'declined', declineReason: 'Too much for now.' });
    expect(codeOf(await accept(made.people.owner, of))).toBe('conflict');
    expect(codeOf(await withdrawProposal(made.people.expert, of))).toBe('conflict');
  });

  test('an accepted proposal can be neither declined nor withdrawn', async () => {
    const made = await worldWithCard();
    const proposalId = await accepted(made);
    expect(codeOf(await declineProposal(made.people.owner, { proposalId }))).toBe('conflict');
    expect(codeOf(await withdrawProposal(made.people.expert, { proposalId }))).toBe('conflict');
  });

  test('each side may do its own alone', async () => {
    const of = await proposed(world);
    expect(codeOf(await declineProposal(world.people.expert, of))).toBe('forbidden');
    expect(codeOf(await withdrawProposal(world.people.owner, of))).toBe('forbidden');
    expect(codeOf(await withdrawProposal(world.people.chatter, of))).toBe('forbidden');
    expect(codeOf(await declineProposal(world.people.otherOwner, of))).toBe('not_found');
  });
});

test('the database refuses a change of what was proposed', async () => {
  const { proposalId } = await proposed(await worldWithCard());
  const change = database().proposal.update({ where: { id: proposalId }, data: { maximumMinor: 1n } });
  await expect(change).rejects.toThrow(/withdraw it and send another/);
});

describe('what is shown', () => {
  test('the two sides see it with their own buttons, and whose turn it is', async () => {
    const made = await worldWithCard();
    const { proposalId } = await proposed(made);
    const customer = await proposalsOf(made.people.owner, made.conversationId);
    expect(customer.proposals[0]?.may).toMatchObject({ accept: true, decline: true, withdraw: false });
    expect(customer.turns).toMatchObject([{ side: 'customer', says: 'proposal of $1,200.00 to review' }]);
    const company = await proposalsOf(made.people.expert, made.conversationId);
    expect(company.proposals[0]?.may).toMatchObject({ accept: false, withdraw: true });
    const one = await proposalOf(made.people.member, proposalId);
    expect(one?.may).toMatchObject({ accept: false, decline: false, withdraw: false });
  });

  test('nobody else sees anything', async () => {
    const made = await worldWithCard();
    const { proposalId } = await proposed(made);
    const { otherOwner, otherExpert, newcomer, suspendedCustomer, suspendedExpert } = made.people;
    for (const viewer of [otherOwner, otherExpert, newcomer, suspendedCustomer, suspendedExpert, NOBODY]) {
      expect(await proposalOf(viewer, proposalId)).toBeNull();
      expect((await proposalsOf(viewer, made.conversationId)).proposals).toEqual([]);
      expect(await newProposalOf(viewer, made.conversationId)).toBeNull();
    }
    expect(await newProposalOf(made.people.owner, made.conversationId)).toBeNull();
  });
});
