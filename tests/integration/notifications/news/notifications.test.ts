import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { DomainEvent } from '@/lib/core/events';
import { showId } from '@/lib/core/id';
import { CLOCK, VENDOR } from '@/lib/core/rights';
import { tell } from '@/lib/notifications/news/commands';
import { database } from '@/lib/platform/db/client';
import { transaction } from '@/lib/platform/db/transaction';
import type { Detail } from '@/lib/platform/telling/telling';
import { asBroker } from '@/tests/fixtures/cloud';
import { acceptedAccess, acceptedJob, connectedAccount, requestedAccess } from '@/tests/fixtures/jobs';
import { see } from '@/tests/fixtures/mailroom';
import { approved, asked } from '@/tests/fixtures/money';
import { doneOf } from '@/tests/fixtures/outcome';
import { makeReview } from '@/tests/fixtures/reviews';
import { read, say } from '@/tests/fixtures/talk';
import { makeWorld, type World } from '@/tests/fixtures/world';
import { groupOf, NEWS, OF_MEMBERS } from './groups';

let world: World;
let job: { conversationId: string; customerId: string; companyId: string; proposalId: string };
let paymentRequestId: string;
let paymentId: string;
let incidentId: string;
let reviewId: string;
beforeAll(async () => {
  world = await makeWorld();
  const { conversationId, customerId, companyId } = world;
  job = { conversationId, customerId, companyId, proposalId: await acceptedJob(world) };
  reviewId = await makeReview(world, 'published', 'Quick.', job.proposalId);
  paymentRequestId = await asked(world, job.proposalId);
  paymentId = await approved(world, paymentRequestId);
  incidentId = await incident();
  // Why it was revoked.
  const evidence = 'AWS shows the number under another name.';
  await database().certification.update({ where: { id: world.certificationId }, data: { evidence } });
});
beforeEach(async () => {
  await database().notification.deleteMany();
});

/** Something in AWS that is otherwise than it was said to be. */
async function incident(): Promise<string> {
  const asked = await requestedAccess(world, job.proposalId);
  const grantId = await acceptedAccess(world, asked, await connectedAccount(world));
  const at = new Date();
  const row = { grantId, kind: 'role_changed' as const, round: 1, key: 'x', since: at, at };
  const { id } = await asBroker(() =>
    database().grantIncident.create({ data: { ...row, detail: { says: 'The boundary is gone.' } } }),
  );
  return id;
}

/** What causes each kind. */
function causeOf(name: string): DomainEvent {
  const ids = {
    requestId: world.requestId,
    responseId: world.responseId,
    messageId: crypto.randomUUID(),
    authorId: world.people.newcomer.personId,
    permissionRequestId: crypto.randomUUID(),
  };
  if (name.startsWith('certification.')) {
    const { certificationId, expertId } = world;
    const { personId } = world.people.expert;
    if (name === 'certification.revoked' || name === 'certification.lost')
      return { name: 'certification.lapsed', certificationId, expertId, personId, cause: 'revoked' };
    return { name, certificationId, expertId, warning: 30, daysLeft: 30, cause: 'expired' } as DomainEvent;
  }
  if (name.startsWith('member.')) {
    const removed = name === 'member.removed';
    const { personId } = world.people.member;
    const { customerId } = world;
    return {
      name: removed ? 'member.left' : name,
      personId,
      customerId,
      removed,
      right: 'buy',
    } as DomainEvent;
  }
  if (name.startsWith('held.')) {
    const { requestId, responseId } = ids;
    const { personId } = world.people.expert;
    return { name, personId, requestId, responseId, reason: 'All places are taken.' } as DomainEvent;
  }
  if (name === 'request.direct' || name === 'client.accepted') {
    const origin = name === 'request.direct' ? 'direct' : 'client';
    return { name: 'response.opened', responseId: ids.responseId, requestId: ids.requestId, origin, ...job };
  }
  if (name === 'request.edited' || name === 'request.unanswered')
    return { name, requestId: world.requestId, customerId: world.customerId } as DomainEvent;
  if (name === 'search.found') {
    const { personId } = world.people.expert;
    return { name, personId, savedSearchIds: [], requestIds: [world.requestId] };
  }
  if (name === 'grant.incident') return { name, incidentId, grantId: crypto.randomUUID(), ...job };
  if (name.startsWith('grant.')) return { name, grantId: crypto.randomUUID(), ...job } as DomainEvent;
  if (/^payment\.(succeeded|action_required|failed)$/.test(name))
    return { name, paymentId, final: false, code: 'card_declined', ...job } as DomainEvent;
  if (name.startsWith('payment.'))
    return { name, paymentRequestId, final: false, byClock: true, ...job } as DomainEvent;
  const { responseId, requestId, messageId, authorId, permissionRequestId } = ids;
  if (name.startsWith('response.') || name === 'request.reopened')
    return { name, responseId, requestId, ...job } as DomainEvent;
  if (name.startsWith('message.')) return { name, messageId, authorId, ...job } as DomainEvent;
  if (name.startsWith('permission.')) return { name, permissionRequestId, ...job } as DomainEvent;
  if (['review.passed', 'review.removed'].includes(name)) {
    const { personId } = world.people.member;
    return {
      name,
      reviewId,
      authorId: personId,
      companyId: job.companyId,
      reason: 'Profanity',
    } as DomainEvent;
  }
  if (name === 'review.reported') return { name, reviewId, reportId: crypto.randomUUID() };
  if (name.startsWith('review.')) return { name, reviewId, ...job } as DomainEvent;
  return { name, ...job } as DomainEvent;
}

/** Who has a notification of a kind, by their part in the world. */
async function toldOf(kind: string): Promise<string[]> {
  const rows = await database().notification.findMany({ where: { kind }, select: { personId: true } });
  const part = (id: string) =>
    Object.entries(world.people).find(([, person]) => person.personId === id)?.[0] ?? id;
  return rows.map(({ personId }) => part(personId)).sort();
}
const names = [...NEWS.keys()];
const sorted = (parts: readonly string[] = []) => [...parts].sort();

describe('what happened is told', () => {
  test.each(names)('%s: to whom it concerns, once, with a sentence for each fact', async (name) => {
    const kind = NEWS.get(name)!;
    expect(groupOf(name)).toBeDefined();
    const cause = causeOf(name);
    for (let times = 0; times < 2; times += 1) {
      // Each edit of a request is news, and so is each answer that could not be sent and each change among members;
      // everything else happens once.
      const news =
        ['request.edited', 'held.unsent', 'grant.cutOff', 'grant.restored'].includes(name) ||
        name in OF_MEMBERS;
      if (times === 1 && news && name !== 'member.asked') break;
      await transaction((tx) => tell(tx, VENDOR, cause));
    }
    expect(await toldOf(name)).toEqual(sorted(groupOf(name)));
    const [row] = await database().notification.findMany({ where: { kind: name } });
    const said = `${kind.subject(row!.detail as Detail)} ${kind.says(row!.detail as Detail)}`;
    expect(said).not.toMatch(/undefined|null|\$NaN/);
    expect(row!.path).toMatch(/^\/[a-z]/);
  });

  test.each(names)('%s: not to the one who did it', async (name) => {
    const group = groupOf(name)!;
    for (const doer of group) {
      await database().notification.deleteMany();
      await transaction((tx) => tell(tx, world.people[doer], causeOf(name)));
      expect(await toldOf(name)).toEqual(sorted(group.filter((part) => part !== doer)));
    }
  });

  test.each(names)('%s: not to somebody suspended', async (name) => {
    const group = groupOf(name)!;
    for (const part of group) {
      await database().notification.deleteMany();
      const of = { where: { id: world.people[part].personId } };
      await database().person.update({ ...of, data: { suspendedAt: new Date() } });
      await transaction((tx) => tell(tx, CLOCK, causeOf(name)));
      await database().person.update({ ...of, data: { suspendedAt: null } });
      expect(await toldOf(name)).toEqual(sorted(group.filter((other) => other !== part)));
    }
  });

  test('at once in two processes is told once', async () => {
    const cause = causeOf('grant.active');
    await Promise.all([1, 2, 3].map(() => transaction((tx) => tell(tx, VENDOR, cause))));
    expect(await toldOf('grant.active')).toEqual(sorted(groupOf('grant.active')));
  });
});

describe('messages', () => {
  test('are one notification until they are read, and one more after that', async () => {
    const { people, conversationId } = world;
    const news = (personId: string) => database().notification.count({ where: { personId } });
    for (const body of ['One', 'Two', 'Three']) doneOf(await say(people.expert, conversationId, body));
    expect(await news(people.owner.personId)).toBe(1);
    expect(await news(people.expert.personId)).toBe(0);
    const { lastSeq } = await database().conversation.findUniqueOrThrow({ where: { id: conversationId } });
    doneOf(await read(people.owner, conversationId, lastSeq));
    for (const body of ['Four', 'Five']) doneOf(await say(people.expert, conversationId, body));
    expect(await news(people.owner.personId)).toBe(2);
    // Who has not read anything has still the one.
    expect(await news(people.member.personId)).toBe(1);
  });

  test('are told again where the news was marked as read and the conversation was not opened', async () => {
    const { people, conversationId } = await makeWorld();
    const { personId } = people.owner;
    doneOf(await say(people.expert, conversationId, 'One'));
    doneOf(await see(people.owner, `/conversations/${showId(conversationId)}`));
    doneOf(await say(people.expert, conversationId, 'Two'));
    expect(await database().notification.count({ where: { personId } })).toBe(2);
    expect(await database().notification.count({ where: { personId, readAt: null } })).toBe(1);
  });

  test('stay news where one more came than was read', async () => {
    const { people, conversationId } = await makeWorld();
    const { personId } = people.owner;
    const unread = () => database().notification.count({ where: { personId, readAt: null } });
    doneOf(await say(people.expert, conversationId, 'One'));
    const { lastSeq } = await database().conversation.findUniqueOrThrow({ where: { id: conversationId } });
    doneOf(await say(people.expert, conversationId, 'Two'));
    doneOf(await read(people.owner, conversationId, lastSeq));
    expect(await unread()).toBe(1);
    doneOf(await read(people.owner, conversationId, lastSeq + 1));
    expect(await unread()).toBe(0);
  });

  test('sent in parallel are one notification too', async () => {
    const { people, conversationId } = await makeWorld();
    const sent = Array.from({ length: 6 }, (_, at) => say(people.expert, conversationId, `Number ${at}`));
    (await Promise.all(sent)).map(doneOf);
    expect(await database().notification.count({ where: { personId: people.owner.personId } })).toBe(1);
  });
});
