import { beforeAll, describe, expect, test } from 'vitest';
import { NOBODY, type Person } from '@/lib/core/rights';
import { footingOf } from '@/lib/market/footing/queries';
import { HELD_MOST } from '@/lib/market/response-drafts/rules';
import { requestForExpert } from '@/lib/market/responses/queries';
import { database } from '@/lib/platform/db/client';
import { appNow } from '@/lib/platform/db/clock';
import {
  ANSWER,
  answerOf,
  hold,
  makeSeller,
  release,
  respond,
  type Seller,
  saveDraft,
  withdraw,
} from '@/tests/fixtures/answers';
import { verify } from '@/tests/fixtures/experts';
import { codeOf, doneOf } from '@/tests/fixtures/outcome';
import { makeRequest } from '@/tests/fixtures/requests';
import { makeWorld, viewerOf, type World } from '@/tests/fixtures/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
const freshRequest = (words = {}) =>
  makeRequest(database(), world.customerId, world.people.owner.personId, words);
const draftsOn = (requestId: string) => database().responseDraft.findMany({ where: { requestId } });
const claimed = (name: string) => makeSeller(name, { status: 'claimed' });
const answering = ({ companyId }: Seller, requestId: string, text = ANSWER) => ({
  companyId,
  requestId,
  text,
});
const messageOf = (outcome: Awaited<ReturnType<typeof hold>>) => (outcome.ok ? 'done' : outcome.message);

async function itemOf(viewer: Person, id: string) {
  const footing = await footingOf(viewer, await appNow());
  return footing ? requestForExpert(viewer, footing, id) : null;
}
const verifyAll = ({ certificationId }: Seller) => verify(world.people.admin, { certificationId });
const told = async (personId: string, kind: string) =>
  (await database().notification.findMany({ where: { personId, kind } })).map((row) => row.detail as object);

describe('a draft of an answer', () => {
  test('is found again in another session, is its writer’s alone, and goes when the answer is sent', async () => {
    const requestId = await freshRequest();
    const seller = await makeSeller('Asta Lund');
    doneOf(await saveDraft(seller.person, answering(seller, requestId, 'I would')));
    doneOf(await saveDraft(seller.person, answering(seller, requestId, 'I would begin')));
    const elsewhere = await viewerOf(database(), seller.person.personId);
    expect((await itemOf(elsewhere, requestId))?.draft).toMatchObject({
      text: 'I would begin',
      held: false,
    });
    expect((await itemOf(world.people.otherExpert, requestId))?.draft).toBeNull();
    await answerOf(seller, requestId);
    expect(await draftsOn(requestId)).toEqual([]);
    expect(codeOf(await saveDraft(seller.person, answering(seller, requestId, 'More')))).toBe('conflict');
  });

  test('may be too short or too long to be sent, and is put away when it is emptied', async () => {
    const requestId = await freshRequest();
    const seller = await makeSeller('Bo Falk');
    doneOf(await saveDraft(seller.person, answering(seller, requestId, 'a'.repeat(6000))));
    expect(codeOf(await saveDraft(seller.person, answering(seller, requestId, 'a'.repeat(6001))))).toBe(
      'invalid',
    );
    expect(await draftsOn(requestId)).toHaveLength(1);
    doneOf(await saveDraft(seller.person, answering(seller, requestId, '  ')));
    expect(await draftsOn(requestId)).toEqual([]);
  });

  test('keeps a request readable that was switched off meanwhile, and says why it takes nothing', async () => {
    const requestId = await freshRequest();
    const [writing, other] = [await makeSeller('Cleo Vik'), await makeSeller('Dan Moe')];
    doneOf(await saveDraft(writing.person, answering(writing, requestId, 'I would')));
    await database().request.update({ where: { id: requestId }, data: { status: 'paused' } });
    const item = await itemOf(writing.person, requestId);
    expect(item?.refusal?.message).toContain('no longer accepts');
    expect(item?.draft?.text).toBe('I would');
    expect(await itemOf(other.person, requestId)).toBeNull();
    expect(codeOf(await saveDraft(writing.person, answering(writing, requestId, 'I would still')))).toBe(
      'done',
    );
    await database().requestView.create({
      data: { requestId, companyId: other.companyId, at: new Date() },
    });
    expect((await itemOf(other.person, requestId))?.refusal?.message).toContain('no longer accepts');
  });

  test('is refused to strangers of the company, to nobody, and on what is private to another company', async () => {
    const seller = await makeSeller('Eja Sund');
    const requestId = await freshRequest();
    const input = answering(seller, requestId);
    expect(codeOf(await saveDraft(NOBODY, input))).toBe('unauthenticated');
    expect(codeOf(await saveDraft(world.people.otherExpert, input))).toBe('not_found');
    const { companyId: toCompanyId } = await makeSeller('Finn Dahl');
    await database().request.update({
      where: { id: requestId },
      data: { audience: 'direct', toCompanyId },
    });
    expect(codeOf(await saveDraft(seller.person, input))).toBe('not_found');
    expect(await draftsOn(requestId)).toEqual([]);
  });
});

describe('an answer held for a certification', () => {
  test('is sent once the certification is verified, as its writer’s, exactly once', async () => {
    const requestId = await freshRequest();
    const seller = await claimed('Gro Hagen');
    doneOf(await hold(seller.person, answering(seller, requestId)));
    expect((await itemOf(seller.person, requestId))?.draft).toMatchObject({ text: ANSWER, held: true });
    expect(await database().response.count({ where: { requestId } })).toBe(0);
    const outcomes = await Promise.all([verifyAll(seller), verifyAll(seller)]);
    expect(outcomes.map(codeOf).sort()).toEqual(['conflict', 'done']);
    const responses = await database().response.findMany({ where: { requestId } });
    expect(responses).toMatchObject([{ text: ANSWER, expertId: seller.expertId, origin: 'answer' }]);
    const messages = await database().message.findMany({ where: { conversationId: responses[0]!.id } });
    expect(messages).toMatchObject([{ body: ANSWER, authorId: seller.person.personId }]);
    expect(await draftsOn(requestId)).toEqual([]);
    expect(await database().request.findUnique({ where: { id: requestId } })).toMatchObject({
      responseCount: 1,
      openCount: 1,
    });
    expect(await told(seller.person.personId, 'held.sent')).toHaveLength(1);
    expect(await told(world.people.owner.personId, 'response.sent')).not.toHaveLength(0);
  });

  test.each([
    ['was paused', { status: 'paused' as const }, 'no longer accepts'],
    ['has no place left', { slots: 1, openCount: 1, responseCount: 1 }, 'spots'],
  ])('stays a draft, with the reason told, where the request %s', async (_name, change, says) => {
    const requestId = await freshRequest();
    const seller = await claimed('Hilde Berg');
    doneOf(await hold(seller.person, answering(seller, requestId)));
    await database().request.update({ where: { id: requestId }, data: change });
    expect(codeOf(await verifyAll(seller))).toBe('done');
    expect(await draftsOn(requestId)).toMatchObject([{ text: ANSWER, sendWhenVerified: false }]);
    expect(await database().response.count({ where: { requestId } })).toBe(0);
    const [reason] = await told(seller.person.personId, 'held.unsent');
    expect(JSON.stringify(reason)).toContain(says);
  });

  test('is not sent for somebody whose company was closed or who has left it', async () => {
    const requestId = await freshRequest();
    const seller = await claimed('Ida Rask');
    doneOf(await hold(seller.person, answering(seller, requestId)));
    await database().companyMember.deleteMany({ where: { companyId: seller.companyId } });
    expect(codeOf(await verifyAll(seller))).toBe('done');
    expect(await database().response.count({ where: { requestId } })).toBe(0);
    expect(await draftsOn(requestId)).toMatchObject([{ sendWhenVerified: false }]);
  });

  test('can be taken back before, by its writer alone, and is not overwritten by a draft', async () => {
    const requestId = await freshRequest();
    const seller = await claimed('Jon Aas');
    doneOf(await hold(seller.person, answering(seller, requestId)));
    expect(codeOf(await saveDraft(seller.person, answering(seller, requestId, 'Else')))).toBe('conflict');
    expect(codeOf(await release(world.people.otherExpert, { requestId }))).toBe('not_found');
    const outcomes = await Promise.all([
      release(seller.person, { requestId }),
      release(seller.person, { requestId }),
    ]);
    expect(outcomes.map(codeOf).sort()).toEqual(['done', 'not_found']);
    doneOf(await verifyAll(seller));
    expect(await database().response.count({ where: { requestId } })).toBe(0);
    expect(await draftsOn(requestId)).toMatchObject([{ text: ANSWER, sendWhenVerified: false }]);
  });

  test('needs a claim that can count, and a request that takes responses', async () => {
    const requestId = await freshRequest();
    const certified = await makeSeller('Kari Lie');
    expect(messageOf(await hold(certified.person, answering(certified, requestId)))).toContain('Send the');
    const rejected = await makeSeller('Lise Moen', { status: 'rejected' });
    expect(codeOf(await hold(rejected.person, answering(rejected, requestId)))).toBe('forbidden');
    const practitioner = await makeSeller('Magne Ruud', { status: 'claimed', code: 'CLF' });
    expect(codeOf(await hold(practitioner.person, answering(practitioner, requestId)))).toBe('forbidden');
    const waiting = await claimed('Nina Foss');
    const paused = await freshRequest({ status: 'paused' });
    expect(messageOf(await hold(waiting.person, answering(waiting, paused)))).toContain('no longer accepts');
    const { chatter } = world.people;
    expect(
      codeOf(await hold(chatter, answering({ ...waiting, companyId: world.companyId }, requestId))),
    ).toBe('forbidden');
  });

  test(`waits with at most ${HELD_MOST - 1} others`, async () => {
    const seller = await claimed('Ola Vang');
    const requestIds: string[] = [];
    for (let count = 0; count <= HELD_MOST; count += 1) requestIds.push(await freshRequest());
    for (const requestId of requestIds.slice(0, HELD_MOST))
      doneOf(await hold(seller.person, answering(seller, requestId)));
    expect(messageOf(await hold(seller.person, answering(seller, requestIds[HELD_MOST]!)))).toContain(
      'already',
    );
    doneOf(await hold(seller.person, answering(seller, requestIds[0]!, `${ANSWER} Or on Friday.`)));
    doneOf(await verifyAll(seller));
    expect(await database().response.count({ where: { companyId: seller.companyId } })).toBe(HELD_MOST);
  });
});

test('with one place left, one of two who respond at once gets it, and the place is free again on withdrawal', async () => {
  const requestId = await freshRequest();
  await database().request.update({ where: { id: requestId }, data: { slots: 1 } });
  const sellers = [await makeSeller('Per Eide'), await makeSeller('Ragna Tveit')];
  const outcomes = await Promise.all(
    sellers.map((seller) => respond(seller.person, answering(seller, requestId))),
  );
  expect(outcomes.map(codeOf).sort()).toEqual(['conflict', 'done']);
  expect(outcomes.map((outcome) => (outcome.ok ? '' : outcome.message))).toContain(
    'All spots for responses to this request are taken. One becomes free when a response is withdrawn.',
  );
  const first = outcomes.findIndex((outcome) => outcome.ok);
  const { responseId } = doneOf(outcomes[first]!);
  doneOf(await withdraw(sellers[first]!.person, { responseId }));
  expect(codeOf(await respond(sellers[1 - first]!.person, answering(sellers[1 - first]!, requestId)))).toBe(
    'done',
  );
});
