import * as activity from '@/lib/access/activity/commands';
import * as connections from '@/lib/access/checks/commands';
import * as grants from '@/lib/access/grants/commands';
import * as incidents from '@/lib/access/incidents/commands';
import * as permissionRequests from '@/lib/access/permission-requests/commands';
import * as waysOut from '@/lib/access/ways-out/commands';
import type { DomainEvent, EventName, EventOf } from '@/lib/core/events';
import type { Actor } from '@/lib/core/rights';
import * as addresses from '@/lib/identity/addresses/commands';
import * as companies from '@/lib/identity/companies/commands';
import * as memberInvitations from '@/lib/identity/member-invitations/commands';
import { setTimeZone } from '@/lib/identity/people/commands';
import * as conversations from '@/lib/job/conversations/commands';
import * as drafts from '@/lib/job/drafts/commands';
import type { DraftForm } from '@/lib/job/drafts/schema';
import * as messages from '@/lib/job/messages/commands';
import * as proposals from '@/lib/job/proposals/commands';
import * as certifications from '@/lib/market/certifications/commands';
import * as experts from '@/lib/market/experts/commands';
import * as listings from '@/lib/market/listings/commands';
import * as openRequests from '@/lib/market/open-requests/commands';
import * as requests from '@/lib/market/requests/commands';
import * as responseDrafts from '@/lib/market/response-drafts/commands';
import * as responses from '@/lib/market/responses/commands';
import * as savedSearches from '@/lib/market/saved-searches/commands';
import * as settling from '@/lib/market/settling/commands';
import * as views from '@/lib/market/views/commands';
import * as news from '@/lib/notifications/news/commands';
import type { Tx } from '@/lib/platform/db/transaction';
import { env } from '@/lib/platform/env';
import * as reviews from '@/lib/trust/reviews/commands';

type Reaction<Name extends EventName> = (tx: Tx, actor: Actor, event: EventOf<Name>) => Promise<void>;

/**
 * What one domain's change means for the others: the one file that knows every domain. Reactions run in the transaction
 * of the change, in this order, and may emit events of their own. Everyone concerned is told after the list is through.
 */
const REACTIONS: { [Name in EventName]?: Reaction<Name>[] } = {
  'request.contactNamed': [(tx, actor, event) => addresses.contactNamed(tx, actor, event)],
  'request.posted': [
    (tx, actor, event) => openRequests.announceOpened(tx, actor, event),
    (tx, actor, event) => savedSearches.noticeRequest(tx, actor, event),
  ],
  'request.edited': [(tx, actor, event) => savedSearches.noticeRequest(tx, actor, event)],
  'response.sent': [
    (tx, actor, event) => conversations.open(tx, actor, { responseId: event.responseId }),
    // What was sent is no draft any more.
    (tx, actor, event) => responseDrafts.useUp(tx, actor, event),
    (tx, actor, event) => views.viewToAnswer(tx, actor, event),
    (tx, actor, event) => requests.countResponse(tx, actor, { requestId: event.requestId }),
  ],
  'client.accepted': [(tx, actor, event) => requests.postForClient(tx, actor, event)],
  'request.private': [(tx, actor, event) => responses.open(tx, actor, event)],
  'response.opened': [
    (tx, actor, event) => conversations.open(tx, actor, { responseId: event.responseId }),
    (tx, actor, event) => requests.countResponse(tx, actor, { requestId: event.requestId }),
  ],
  'response.withdrawn': [(tx, actor, event) => settling.freePlace(tx, actor, event)],
  'response.read': [(tx, actor, event) => responses.noteRead(tx, actor, { responseId: event.responseId })],
  'response.passedOver': [(tx, actor, event) => messages.thank(tx, actor, { responseId: event.responseId })],
  'certification.verified': [
    (tx, actor, event) => listings.publish(tx, actor, { expertId: event.expertId }),
    (tx, actor, event) => responseDrafts.sendHeld(tx, actor, { expertId: event.expertId }),
  ],
  // What was sent is no draft any more.
  'message.sent': [(tx, actor, event) => drafts.useUp(tx, actor, draftOf(event, 'message'))],
  'proposal.proposed': [(tx, actor, event) => drafts.useUp(tx, actor, draftOf(event, 'proposal'))],
  'payment.requested': [(tx, actor, event) => drafts.useUp(tx, actor, draftOf(event, 'payment'))],
  'permission.requested': [(tx, actor, event) => drafts.useUp(tx, actor, draftOf(event, 'permission'))],
  'review.written': [(tx, actor, event) => drafts.useUp(tx, actor, draftOf(event, 'review'))],
  'review.held': [(tx, actor, event) => drafts.useUp(tx, actor, draftOf(event, 'review'))],
  'messages.read': [
    (tx, actor, event) =>
      news.readMessages(tx, actor, { personId: event.personId, conversationId: event.readIn }),
  ],
  'payment.approved': [
    // The guide: accepting the final payment concludes the proposal. Whether the charge succeeds is a later fact.
    async (tx, actor, event) => {
      if (event.final) await proposals.conclude(tx, actor, { proposalId: event.proposalId });
    },
  ],
  'payment.succeeded': [(tx, actor, event) => reviews.invite(tx, actor, event)],
  'proposal.completed': [
    (tx, actor, { proposalId, finalPayment }) =>
      grants.revokeAll(tx, actor, { proposalId, cause: finalPayment ? 'final_payment' : 'proposal_ended' }),
    (tx, actor, event) => permissionRequests.dropOfProposal(tx, actor, { proposalId: event.proposalId }),
    (tx, actor, event) => reviews.invite(tx, actor, event),
    (tx, actor, event) => settling.settleDone(tx, actor, event),
  ],
  'proposal.ended': [
    (tx, actor, event) =>
      grants.revokeAll(tx, actor, { proposalId: event.proposalId, cause: 'proposal_ended' }),
    (tx, actor, event) => permissionRequests.dropOfProposal(tx, actor, { proposalId: event.proposalId }),
    (tx, actor, event) => reviews.invite(tx, actor, event),
  ],
  'connection.lost': [(tx, actor, event) => waysOut.tellLost(tx, actor, event)],
  'connection.found': [(tx, actor, event) => waysOut.tellFound(tx, actor, event)],
  'activity.refused': [
    (tx, actor, event) => waysOut.doubt(tx, actor, event),
    (tx, actor, event) => connections.suspect(tx, actor, event),
  ],
  'grant.active': [(tx, actor, event) => activity.follow(tx, actor, { grantId: event.grantId })],
  'activity.recorded': [
    (tx, actor, event) => incidents.judge(tx, actor, event, env.AWS_PROPAGATION_SECONDS * 1000),
  ],
  'grant.revoked': [(tx, actor, event) => activity.finish(tx, actor, { grantId: event.grantId })],
  'certification.undone': [
    (tx, actor, event) => listings.publish(tx, actor, { expertId: event.expertId }),
    (tx, actor, event) => permissionRequests.dropUncertified(tx, actor, { expertId: event.expertId }),
    (tx, actor, event) => grants.endUncertified(tx, actor, { expertId: event.expertId }),
  ],
  'certification.requeued': [
    (tx, actor, event) => listings.publish(tx, actor, { expertId: event.expertId }),
    (tx, actor, event) => permissionRequests.dropUncertified(tx, actor, { expertId: event.expertId }),
    (tx, actor, event) => grants.endUncertified(tx, actor, { expertId: event.expertId }),
  ],
  'certification.lapsed': [
    (tx, actor, event) => listings.publish(tx, actor, { expertId: event.expertId }),
    (tx, actor, event) => permissionRequests.dropUncertified(tx, actor, { expertId: event.expertId }),
    (tx, actor, event) => grants.endUncertified(tx, actor, { expertId: event.expertId }),
  ],
  'expert.edited': [
    (tx, actor, { personId, timeZone }) => setTimeZone(tx, actor, { personId, timeZone }),
    (tx, actor, event) => listings.publish(tx, actor, { personId: event.personId }),
  ],
  'company.edited': [(tx, actor, event) => listings.publish(tx, actor, { companyId: event.companyId })],
  'person.edited': [(tx, actor, event) => listings.publish(tx, actor, { personId: event.personId })],
  'person.renamed': [(tx, actor, event) => certifications.requeue(tx, actor, event)],
  'person.restored': [(tx, actor, event) => listings.publish(tx, actor, { personId: event.personId })],
  'member.joined': [
    (tx, actor, event) => experts.comeBack(tx, actor, event),
    (tx, actor, event) => listings.publish(tx, actor, { personId: event.personId }),
  ],
  'member.left': [
    (tx, actor, event) => experts.leave(tx, actor, event),
    (tx, actor, event) => listings.publish(tx, actor, { personId: event.personId }),
    (tx, actor, event) => permissionRequests.dropOfMember(tx, actor, event),
    (tx, actor, event) => grants.endOf(tx, actor, event),
  ],
  'company.grown': [
    (tx, actor, event) => companies.grow(tx, actor, event),
    (tx, actor, event) => listings.publish(tx, actor, { companyId: event.companyId }),
  ],
  'company.closed': [
    (tx, actor, event) => memberInvitations.dropInvitations(tx, actor, event),
    (tx, actor, event) => listings.publish(tx, actor, { companyId: event.companyId }),
  ],

  'company.suspended': [
    (tx, actor, event) => grants.revokeAll(tx, actor, { companyId: event.companyId, cause: 'suspension' }),
    (tx, actor, event) => listings.publish(tx, actor, { companyId: event.companyId }),
  ],
  'customer.suspended': [
    (tx, actor, event) => grants.revokeAll(tx, actor, { customerId: event.customerId, cause: 'suspension' }),
  ],
  'person.suspended': [
    (tx, actor, event) => grants.revokeAll(tx, actor, { personId: event.personId, cause: 'suspension' }),
    (tx, actor, event) => listings.publish(tx, actor, { personId: event.personId }),
  ],
};

const draftOf = ({ conversationId }: { conversationId: string }, form: DraftForm) => ({
  conversationId,
  form,
});

export async function react(tx: Tx, actor: Actor, event: DomainEvent): Promise<void> {
  const reactions = (REACTIONS[event.name] ?? []) as Reaction<EventName>[];
  for (const reaction of reactions) await reaction(tx, actor, event as EventOf<EventName>);
  // A line in the conversation, a notification, a push to open pages: each decides for itself what the event means to it.
  await messages.tell(tx, actor, event);
  await news.tell(tx, actor, event);
}
