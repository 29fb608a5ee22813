import { beforeAll, describe, expect, test } from 'vitest';
import { NOBODY } from '@/lib/core/rights';
import { database } from '@/lib/platform/db/client';
import { makeSeller, respond, ANSWER as text, withdraw } from '@/tests/fixtures/answers';
import { codeOf, doneOf } from '@/tests/fixtures/outcome';
import { makeRequest } from '@/tests/fixtures/requests';
import { makeWorld, type World } from '@/tests/fixtures/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const freshRequest = (words = {}) =>
  makeRequest(database(), world.customerId, world.people.owner.personId, words);
const messageOf = (outcome: Awaited<ReturnType<typeof respond>>) => (outcome.ok ? 'done' : outcome.message);

describe('withdrawing a response', () => {
  async function answered() {
    const requestId = await freshRequest();
    const { companyId, person } = await makeSeller('Tove Ames');
    const { responseId } = doneOf(await respond(person, { requestId, companyId, text }));
    return { requestId, companyId, person, responseId };
  }

  test('happens once, leaves the conversation, and cannot be followed by another response', async () => {
    const { requestId, companyId, person, responseId } = await answered();
    const outcomes = await Promise.all([withdraw(person, { responseId }), withdraw(person, { responseId })]);
    expect(outcomes.map(codeOf).sort()).toEqual(['conflict', 'done']);
    expect(await database().conversation.findUnique({ where: { id: responseId } })).not.toBeNull();
    expect(messageOf(await respond(person, { requestId, companyId, text }))).toContain('can’t respond again');
  });

  test('is for the company alone', async () => {
    const { responseId } = await answered();
    expect(codeOf(await withdraw(world.people.otherExpert, { responseId }))).toBe('not_found');
    expect(codeOf(await withdraw(world.people.owner, { responseId }))).toBe('not_found');
    expect(codeOf(await withdraw(NOBODY, { responseId }))).toBe('unauthenticated');
  });

  test('waits until no proposal stands on it', async () => {
    const { person, responseId } = await answered();
    const response = await database().response.findUniqueOrThrow({ where: { id: responseId } });
    const proposal = await database().proposal.create({
      data: {
        conversationId: responseId,
        customerId: world.customerId,
        companyId: response.companyId,
        expertId: response.expertId,
        title: 'Find and mend the slow query',
        terms: 'Two days, written up.',
        timeline: 'This week',
        type: 'upfront',
        currency: 'USD',
        maximumMinor: 90_000n,
        feeBasisPoints: 300,
        textHash: 'a'.repeat(64),
        createdBy: person.personId,
      },
    });
    expect(codeOf(await withdraw(person, { responseId }))).toBe('conflict');
    await database().proposal.update({ where: { id: proposal.id }, data: { status: 'declined' } });
    expect(codeOf(await withdraw(person, { responseId }))).toBe('done');
  });
});
