import { beforeAll, describe, expect, test } from 'vitest';
import { CLOCK, NOBODY } from '@/lib/core/rights';
import { setAccepting } from '@/lib/market/requests/commands';
import { REQUEST_COMMANDS } from '@/lib/market/requests/rights';
import { SetAccepting } from '@/lib/market/requests/schema';
import { database } from '@/lib/platform/db/client';
import { pass } from '@/lib/platform/doors/pass';
import {
  ANSWER,
  answerOf,
  archive,
  makeSeller,
  respond,
  settleWith,
  withdraw,
} from '@/tests/fixtures/answers';
import { codeOf, doneOf } from '@/tests/fixtures/outcome';
import { makeRequest } from '@/tests/fixtures/requests';
import { read, say, stored } from '@/tests/fixtures/talk';
import { makeWorld, type World } from '@/tests/fixtures/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
const requestOf = (id: string) => database().request.findUniqueOrThrow({ where: { id } });
const responseOf = (id: string) => database().response.findUniqueOrThrow({ where: { id } });
const thanks = 'Thank you. We go with somebody who is in our town.';
const accepting = (requestId: string, on: boolean) =>
  pass(
    { may: REQUEST_COMMANDS.setAccepting, schema: SetAccepting, command: setAccepting },
    world.people.owner,
    {
      requestId,
      accepting: String(on),
    },
  );

/** A request that three companies have answered. */
async function answered() {
  const requestId = await makeRequest(database(), world.customerId, world.people.owner.personId);
  const sellers = [await makeSeller('Siv One'), await makeSeller('Tor Two'), await makeSeller('Unn Three')];
  const ids: string[] = [];
  for (const seller of sellers) ids.push(await answerOf(seller, requestId));
  return { requestId, sellers, ids: ids as [string, string, string] };
}

describe('choosing one answer', () => {
  test('settles the request, tells the chosen and thanks the others in the customer’s words', async () => {
    const { requestId, sellers, ids } = await answered();
    const { owner } = world.people;
    expect(doneOf(await settleWith(owner, { responseId: ids[1], thanks })).told).toBe(2);
    expect(await requestOf(requestId)).toMatchObject({ status: 'paused', chosenId: ids[1], thanks });
    for (const id of [ids[0], ids[2]]) {
      const lines = await stored(id);
      expect(lines.map((line) => line.body)).toEqual([
        ANSWER,
        thanks,
        'Request closed · another expert was chosen',
      ]);
      expect(lines[1]).toMatchObject({ authorId: owner.personId, side: 'customer' });
    }
    expect((await stored(ids[1])).map((line) => line.event)).toEqual([null, 'response.chosen']);
    const kinds = async (seller: (typeof sellers)[number]) =>
      (await database().notification.findMany({ where: { personId: seller.person.personId } })).map(
        ({ kind, detail }) => [kind, (detail as { reason?: string }).reason],
      );
    expect(await kinds(sellers[0]!)).toEqual([['response.passedOver', thanks]]);
    expect(await kinds(sellers[1]!)).toEqual([['response.chosen', undefined]]);
    const late = await makeSeller('Vera Late');
    const refused = await respond(late.person, { requestId, companyId: late.companyId, text: ANSWER });
    expect(refused).toMatchObject({
      ok: false,
      message: expect.stringContaining('another expert was chosen'),
    });
  });

  test('twice at once, or two at once, settles once and thanks each once', async () => {
    const { requestId, ids } = await answered();
    const { owner, member } = world.people;
    const outcomes = await Promise.all([
      settleWith(owner, { responseId: ids[0], thanks }),
      settleWith(owner, { responseId: ids[0], thanks }),
      settleWith(member, { responseId: ids[1], thanks }),
      settleWith(member, { responseId: ids[2], thanks }),
    ]);
    expect(outcomes.map(codeOf).sort()).toEqual(['conflict', 'conflict', 'conflict', 'done']);
    const { chosenId } = await requestOf(requestId);
    const bodies = (await Promise.all(ids.map(stored))).flat().map((line) => line.body);
    expect(bodies.filter((body) => body === thanks)).toHaveLength(2);
    expect(ids).toContain(chosenId);
    const changes = await database().statusChange.findMany({ where: { objectId: requestId } });
    expect(changes).toMatchObject([{ event: 'pause', to: 'paused' }]);
  });

  test('and withdrawing it at once never leaves a withdrawn one chosen without the customer knowing', async () => {
    const { requestId, sellers, ids } = await answered();
    const [chosen, withdrawn] = await Promise.all([
      settleWith(world.people.owner, { responseId: ids[0], thanks }),
      withdraw(sellers[0]!.person, { responseId: ids[0] }),
    ]);
    expect(codeOf(withdrawn)).toBe('done');
    const lines = (await stored(ids[0])).map((line) => line.event);
    // Either it was withdrawn first and cannot be chosen, or it was chosen first and its going stands after that.
    if (chosen.ok) expect(lines.slice(1)).toEqual(['response.chosen', 'response.withdrawn']);
    // In both orders the request is open at the end, and nobody is chosen.
    expect(await requestOf(requestId)).toMatchObject({
      status: 'accepting',
      settledAt: null,
      chosenId: null,
    });
  });

  test('and withdrawing it later opens the request again, and tells its customer and the others', async () => {
    const { requestId, sellers, ids } = await answered();
    doneOf(await settleWith(world.people.owner, { responseId: ids[0], thanks }));
    doneOf(await withdraw(sellers[0]!.person, { responseId: ids[0] }));
    expect(await requestOf(requestId)).toMatchObject({
      status: 'accepting',
      settledAt: null,
      chosenId: null,
      thanks: null,
    });
    const events = async (id: string) => (await stored(id)).map((line) => line.event).slice(1);
    expect(await events(ids[1])).toEqual([null, 'response.passedOver', 'response.reconsidered']);
    const told = (personId: string, kind: string) =>
      database().notification.count({ where: { personId, kind, conversationId: { in: ids } } });
    expect(await told(world.people.owner.personId, 'request.reopened')).toBe(1);
    expect(await told(world.people.member.personId, 'request.reopened')).toBe(1);
    expect(await told(sellers[1]!.person.personId, 'response.reconsidered')).toBe(1);
    // Again, with the next one: news once more for whoever is left.
    doneOf(await settleWith(world.people.owner, { responseId: ids[1], thanks }));
    doneOf(await withdraw(sellers[1]!.person, { responseId: ids[1] }));
    expect((await requestOf(requestId)).status).toBe('accepting');
    expect(await told(sellers[2]!.person.personId, 'response.reconsidered')).toBe(2);
    const late = await makeSeller('Wim Later');
    expect(codeOf(await respond(late.person, { requestId, companyId: late.companyId, text: ANSWER }))).toBe(
      'done',
    );
  });

  test('where its customer had paused it before, it stays paused, and nobody is chosen', async () => {
    const { requestId, sellers, ids } = await answered();
    doneOf(await accepting(requestId, false));
    doneOf(await settleWith(world.people.owner, { responseId: ids[0], thanks }));
    doneOf(await withdraw(sellers[0]!.person, { responseId: ids[0] }));
    expect(await requestOf(requestId)).toMatchObject({ status: 'paused', settledAt: null, chosenId: null });
  });

  test('without words tells the others that it is settled, and no more', async () => {
    const { ids } = await answered();
    doneOf(await settleWith(world.people.owner, { responseId: ids[0], thanks: '  ' }));
    expect((await stored(ids[1])).map((line) => line.event)).toEqual([null, 'response.passedOver']);
  });

  test('also of a request that was paused before; a withdrawn answer is neither chosen nor thanked', async () => {
    const { requestId, sellers, ids } = await answered();
    doneOf(await accepting(requestId, false));
    doneOf(await withdraw(sellers[2]!.person, { responseId: ids[2] }));
    expect(codeOf(await settleWith(world.people.owner, { responseId: ids[2], thanks }))).toBe('conflict');
    expect(doneOf(await settleWith(world.people.owner, { responseId: ids[0], thanks })).told).toBe(1);
    expect((await stored(ids[2])).map((line) => line.event)).toEqual([null, 'response.withdrawn']);
  });

  test('can be followed by opening the request again and choosing anew, where nobody is thanked a second time', async () => {
    const { requestId, ids } = await answered();
    const { owner } = world.people;
    doneOf(await settleWith(owner, { responseId: ids[0], thanks }));
    doneOf(await accepting(requestId, true));
    expect(await requestOf(requestId)).toMatchObject({
      status: 'accepting',
      settledAt: null,
      chosenId: null,
      thanks: null,
    });
    expect(doneOf(await settleWith(owner, { responseId: ids[1], thanks })).told).toBe(2);
    const said = async (id: string) => (await stored(id)).filter((line) => line.body === thanks).length;
    expect(await Promise.all(ids.map(said))).toEqual([1, 1, 1]);
  });

  test('is for the customer alone', async () => {
    const { ids, sellers, requestId } = await answered();
    const input = { responseId: ids[0], thanks };
    const { otherOwner, suspendedCustomer } = world.people;
    expect(codeOf(await settleWith(NOBODY, input))).toBe('unauthenticated');
    expect(codeOf(await settleWith(sellers[0]!.person, input))).toBe('not_found');
    expect(codeOf(await settleWith(otherOwner, input))).toBe('not_found');
    expect(codeOf(await settleWith(suspendedCustomer, input))).toBe('forbidden');
    expect(codeOf(await settleWith(CLOCK, input))).toBe('forbidden');
    expect((await requestOf(requestId)).settledAt).toBeNull();
  });
});

describe('archiving an answer', () => {
  test('puts it aside and back, says so in the audit, and tells the company nothing', async () => {
    const { sellers, ids } = await answered();
    const { member } = world.people;
    const outcomes = await Promise.all([
      archive(member, { responseId: ids[0], archived: 'true' }),
      archive(member, { responseId: ids[0], archived: 'true' }),
    ]);
    expect(outcomes.map(codeOf)).toEqual(['done', 'done']);
    expect((await responseOf(ids[0])).archivedAt).not.toBeNull();
    expect(
      await database().auditEntry.count({ where: { objectId: ids[0], action: 'responses.archive' } }),
    ).toBe(1);
    doneOf(await archive(member, { responseId: ids[0], archived: 'false' }));
    expect((await responseOf(ids[0])).archivedAt).toBeNull();
    expect(await database().notification.count({ where: { personId: sellers[0]!.person.personId } })).toBe(0);
    expect(await stored(ids[0])).toHaveLength(1);
  });

  test('is refused to the company, to other customers and to nobody', async () => {
    const { sellers, ids } = await answered();
    const input = { responseId: ids[0], archived: 'true' };
    expect(codeOf(await archive(sellers[0]!.person, input))).toBe('not_found');
    expect(codeOf(await archive(world.people.otherOwner, input))).toBe('not_found');
    expect(codeOf(await archive(NOBODY, input))).toBe('unauthenticated');
  });
});

describe('the first reading of an answer', () => {
  test('by any member of the customer is kept, once; the company’s own reading is not it', async () => {
    const { sellers, ids } = await answered();
    doneOf(await read(sellers[0]!.person, ids[0], 1));
    expect((await responseOf(ids[0])).readAt).toBeNull();
    doneOf(await read(world.people.member, ids[0], 0));
    expect((await responseOf(ids[0])).readAt).toBeNull();
    await Promise.all([read(world.people.member, ids[0], 1), read(world.people.owner, ids[0], 1)]);
    const { readAt } = await responseOf(ids[0]);
    expect(readAt).not.toBeNull();
    doneOf(await say(world.people.owner, ids[0], 'When could you begin?'));
    expect((await responseOf(ids[0])).readAt).toEqual(readAt);
  });

  test('is implied by an answer to it', async () => {
    const { ids } = await answered();
    doneOf(await say(world.people.buyer, ids[1], 'When could you begin?'));
    expect((await responseOf(ids[1])).readAt).not.toBeNull();
    expect((await responseOf(ids[2])).readAt).toBeNull();
  });
});
