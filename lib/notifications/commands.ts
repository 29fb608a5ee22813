import type { DomainEvent, EventOf } from '@/lib/core/events';
import { showId } from '@/lib/core/id';
import { formatMoney } from '@/lib/core/money';
import type { Actor } from '@/lib/core/rights';
import { announce } from '@/lib/platform/announce/announce';
import type { Tx } from '@/lib/platform/db/transaction';
import { enqueue } from '@/lib/platform/jobs/queue';
import { type CertificationEvent, toldOfCertification } from './certifications-told';
import { foundBySearches, reader } from './found';
import { toldOfGrant } from './grants-told';
import { sendNotification } from './jobs';
import { type Detail, KINDS, type Kind, type KindName, kindOf, type Message } from './kinds';
import { type MemberEvent, toldOfMember } from './members-told';
import { invitesReview } from './review-invited';
import { nextMorning } from './rules';
import {
  conversationsOn,
  keepNotifications,
  partiesOf,
  recipients,
  unlessSuspended,
  wishesOf,
} from './store';

/** A reaction to every event: who is concerned is told, in the bell and by e-mail. Whoever did it is not told of it. */
export async function tell(tx: Tx, actor: Actor, event: DomainEvent): Promise<void> {
  if (event.name.startsWith('certification.')) {
    for (const { people, told } of await toldOfCertification(tx, event as CertificationEvent))
      await deliver(tx, actor, people, told);
    return;
  }
  if (event.name === 'request.unanswered') return tellOfUnanswered(tx, actor, event);
  if (event.name.startsWith('member.')) {
    const { people, told } = await toldOfMember(tx, event as MemberEvent);
    return deliver(tx, actor, people, told);
  }
  if (event.name === 'request.edited') return tellOfEdit(tx, actor, event);
  if (event.name === 'held.sent' || event.name === 'held.unsent') return tellOfHeld(tx, actor, event);
  if (event.name === 'search.found')
    return deliver(tx, actor, await reader(tx, event), await foundBySearches(tx, event));
  if (!('conversationId' in event)) return;
  if (await invitesReview(tx, event))
    await keep(tx, actor, event, 'review.invited', `/conversations/${showId(event.conversationId)}/review`);
  if (event.name === 'response.opened')
    await keep(
      tx,
      actor,
      event,
      event.origin === 'direct' ? 'request.direct' : 'client.accepted',
      pathOf(event),
    );
  // The final payment is told of as a payment.
  if (event.name === 'proposal.completed' && event.finalPayment) return;
  const kind = kindOf(event.name);
  if (kind) await keep(tx, actor, event, event.name as KindName, pathOf(event));
}

const REPEATED: ReadonlySet<KindName> = new Set(['grant.cutOff', 'grant.restored']);

type JobEvent = Extract<DomainEvent, { conversationId: string }>;

async function keep(tx: Tx, actor: Actor, event: JobEvent, name: KindName, path: string): Promise<void> {
  const parties = await partiesOf(tx, event.conversationId);
  if (!parties) return;
  const kind: Kind = KINDS[name];
  const everyone = await recipients(tx, kind, parties);
  // Messages: one notification for all that came since the last one was read, not one for each.
  const told = name === 'message.sent' ? await holdingNews(tx, name, event.conversationId, everyone) : null;
  const people = told ? everyone.filter((personId) => !told.has(personId)) : everyone;
  const detail: Detail = {
    title: parties.title,
    customer: parties.customer,
    expert: parties.expert,
    company: parties.company,
    ...(await facts(tx, event)),
  };
  await deliver(tx, actor, people, {
    kind: name,
    detail,
    path,
    conversationId: event.conversationId,
    // What can happen to one thing many times is told each time.
    key: () => `${name}:${objectOf(event)}${REPEATED.has(name) ? `:${tx.callId}` : ''}`,
  });
}

/** Every member of the customer, once. */
async function tellOfUnanswered(tx: Tx, actor: Actor, event: EventOf<'request.unanswered'>): Promise<void> {
  const { requestId, customerId } = event;
  const { title, contactName } = await tx.db.request.findUniqueOrThrow({
    where: { id: requestId },
    select: { title: true, contactName: true },
  });
  const members = await tx.db.customerMember.findMany({
    where: { customerId, person: { suspendedAt: null } },
    select: { personId: true },
  });
  await deliver(
    tx,
    actor,
    members.map(({ personId }) => personId),
    {
      kind: 'request.unanswered',
      detail: { title, customer: contactName, expert: '', company: '' },
      path: `/requests/${showId(requestId)}`,
      key: () => `request.unanswered:${requestId}`,
    },
  );
}

/** Everybody who answered the request is told, once for each edit. */
async function tellOfEdit(tx: Tx, actor: Actor, event: EventOf<'request.edited'>): Promise<void> {
  const conversations = await conversationsOn(tx, event.requestId);
  const at = await tx.now();
  for (const conversationId of conversations) {
    const parties = await partiesOf(tx, conversationId);
    if (!parties) continue;
    const people = await recipients(tx, KINDS['request.edited'], parties);
    const { title, customer, expert, company } = parties;
    await deliver(tx, actor, people, {
      kind: 'request.edited',
      detail: { title, customer, expert, company },
      path: `/work/${showId(event.requestId)}`,
      conversationId,
      key: () => `request.edited:${event.requestId}:${at.getTime()}`,
    });
  }
}

/** Whoever wrote an answer that waited is told what became of it. */
async function tellOfHeld(
  tx: Tx,
  actor: Actor,
  event: EventOf<'held.sent'> | EventOf<'held.unsent'>,
): Promise<void> {
  const request = await tx.db.request.findUniqueOrThrow({
    where: { id: event.requestId },
    select: { title: true, contactName: true },
  });
  const writer = await tx.db.person.findUniqueOrThrow({
    where: { id: event.personId },
    select: { id: true, suspendedAt: true },
  });
  const sent = event.name === 'held.sent';
  await deliver(tx, actor, unlessSuspended(writer), {
    kind: event.name,
    detail: {
      title: request.title,
      customer: request.contactName,
      expert: '',
      company: '',
      ...(sent ? {} : { reason: event.reason }),
    },
    path: sent ? `/conversations/${showId(event.responseId)}` : `/work/${showId(event.requestId)}`,
    key: () => `${event.name}:${event.requestId}:${sent ? event.responseId : tx.callId}`,
  });
}

/** Keeps it for everybody but whoever did it, and sends it on at each one's pace. */
async function deliver(tx: Tx, actor: Actor, people: string[], told: Message): Promise<void> {
  const doer = actor.kind === 'person' ? actor.personId : null;
  const others = people.filter((id) => id !== doer);
  if (others.length === 0) return;
  const at = await tx.now();
  const wishes = await wishesOf(tx, others, KINDS[told.kind].topic);
  const kept = await keepNotifications(
    tx,
    others.map((personId) => {
      const wish = wishes.get(personId);
      return { personId, digestAt: wish?.pace === 'digest' ? nextMorning(at, wish.timeZone) : null };
    }),
    { ...told, conversationId: told.conversationId ?? null, at },
  );
  for (const { id, personId } of kept)
    if (wishes.get(personId)?.pace === 'immediate')
      await enqueue(tx, sendNotification, { notificationId: id }, { key: id });
  if (kept.length) await announce(tx, { what: 'notification', personIds: kept.map((row) => row.personId) });
}

/** Amounts and reasons, from the thing that the event is about. */
async function facts(tx: Tx, event: JobEvent): Promise<Partial<Detail>> {
  if ('paymentRequestId' in event) {
    const asked = await tx.db.paymentRequest.findUniqueOrThrow({ where: { id: event.paymentRequestId } });
    return {
      amount: formatMoney({ minor: asked.amountMinor, currency: asked.currency }),
      ...(asked.declineReason ? { reason: asked.declineReason } : {}),
    };
  }
  if ('paymentId' in event) {
    const payment = await tx.db.payment.findUniqueOrThrow({ where: { id: event.paymentId } });
    return { amount: formatMoney({ minor: payment.amountMinor, currency: payment.currency }) };
  }
  if (event.name === 'response.passedOver') {
    const { thanks } = await tx.db.request.findUniqueOrThrow({ where: { id: event.requestId } });
    return thanks ? { reason: thanks } : {};
  }
  if (event.name.startsWith('proposal.') && 'proposalId' in event) {
    const proposal = await tx.db.proposal.findUniqueOrThrow({ where: { id: event.proposalId } });
    return {
      amount: formatMoney({ minor: proposal.maximumMinor, currency: proposal.currency }),
      reason: proposal.declineReason ?? proposal.endReason ?? '',
    };
  }
  if (event.name === 'grant.denied' || event.name === 'grant.incident') return toldOfGrant(tx, event);
  return {};
}

/** Who of these people has such a notification of a conversation already, and has not read it. */
async function holdingNews(
  tx: Tx,
  kind: KindName,
  conversationId: string,
  people: string[],
): Promise<Set<string>> {
  const rows = await tx.db.notification.findMany({
    where: { conversationId, kind, readAt: null, personId: { in: people } },
    select: { personId: true },
  });
  return new Set(rows.map(({ personId }) => personId));
}

function objectOf(event: JobEvent): string {
  // A request can be settled again, and open again.
  if (event.name === 'response.reconsidered') return `${event.responseId}:${event.withdrawnId}`;
  const ids = event as unknown as Record<string, string | undefined>;
  return (
    ids.messageId ??
    ids.incidentId ??
    (event.name === 'grant.denied' && event.round > 1 ? `${event.grantId}:${event.round}` : undefined) ??
    ids.grantId ??
    ids.paymentId ??
    ids.paymentRequestId ??
    ids.permissionRequestId ??
    ids.reviewId ??
    ids.proposalId ??
    ids.responseId ??
    event.conversationId
  );
}

function pathOf(event: JobEvent): string {
  const conversation = `/conversations/${showId(event.conversationId)}`;
  if ('paymentRequestId' in event) return `/payment-requests/${showId(event.paymentRequestId)}`;
  if ('grantId' in event) return `/access/${showId(event.grantId)}`;
  if ('permissionRequestId' in event) return `/access/${showId(event.permissionRequestId)}`;
  if (event.name === 'request.reopened') return `/requests/${showId(event.requestId)}`;
  if (event.name === 'proposal.proposed' || event.name === 'proposal.ended')
    return `/proposals/${showId(event.proposalId)}`;
  return conversation;
}
