import type { RefusalCode } from './refusal';

type Job = { conversationId: string; customerId: string; companyId: string };

type Private = { customerId: string; companyId: string; expertId: string };
/** Of a customer or of a company: one of the two. */
type InTenant = { customerId?: string | null; companyId?: string | null };

type GrantChange = 'active' | 'failed' | 'cutOff' | 'restored' | 'revoking' | 'revoked' | 'stuck';
type GrantEvent = {
  [Change in GrantChange]: { name: `grant.${Change}`; grantId: string; proposalId: string } & Job;
}[GrantChange];

/** What one domain tells the others. Ids only: whoever reacts reads the rest itself, in the same transaction. */
export type DomainEvent =
  | { name: 'request.posted'; requestId: string; customerId: string }
  /** A request that one company alone reads: asked by the customer, or brought by the company as its client's. */
  | ({ name: 'request.private'; requestId: string; origin: 'direct' | 'client' } & Private)
  /** An expert's client accepted the invitation, which becomes the request of this id. */
  | ({
      name: 'client.accepted';
      invitationId: string;
      requestId: string;
      personId: string;
    } & Private)
  /** Nobody has answered for three days. */
  | { name: 'request.unanswered'; requestId: string; customerId: string }
  | { name: 'request.edited'; requestId: string; customerId: string }
  /** A request is to be written about to an address that is not its person's own. */
  | { name: 'request.contactNamed'; requestId: string; personId: string; email: string }
  /** Saved searches of a person have found requests, and it is time to say so. */
  | { name: 'search.found'; personId: string; savedSearchIds: string[]; requestIds: string[] }
  | ({ name: 'response.sent'; responseId: string; requestId: string } & Job)
  /** The company has not written: it was asked, or it brought its client. */
  | ({ name: 'response.opened'; responseId: string; requestId: string; origin: 'direct' | 'client' } & Job)
  | ({ name: 'response.withdrawn'; responseId: string; requestId: string } & Job)
  /** Somebody of the customer has read it for the first time. */
  | ({ name: 'response.read'; responseId: string } & Job)
  /** The customer settled the request with this one; each of the others was passed over. */
  | ({ name: 'response.chosen'; responseId: string; requestId: string } & Job)
  | ({ name: 'response.passedOver'; responseId: string; requestId: string } & Job)
  /** The response that the request was settled with was withdrawn; each of the others stands again. */
  | ({ name: 'request.reopened'; responseId: string; requestId: string } & Job)
  | ({ name: 'response.reconsidered'; responseId: string; requestId: string; withdrawnId: string } & Job)
  /** An answer that waited for a certification: sent, or why not. */
  | { name: 'held.sent'; personId: string; requestId: string; responseId: string }
  | { name: 'held.unsent'; personId: string; requestId: string; reason: string }
  | ({ name: 'message.sent'; messageId: string; authorId: string } & Job)
  /** Not of the job: nobody else is told that somebody has read. */
  | { name: 'messages.read'; personId: string; readIn: string }
  | ({ name: 'proposal.proposed'; proposalId: string } & Job)
  | ({ name: 'proposal.accepted'; proposalId: string } & Job)
  | ({ name: 'proposal.declined'; proposalId: string } & Job)
  | ({ name: 'proposal.withdrawn'; proposalId: string } & Job)
  /** The final payment was accepted, or the company has said that it is done. Access ends now. */
  | ({ name: 'proposal.completed'; proposalId: string; finalPayment: boolean } & Job)
  /** The customer ended the job. Access ends now. */
  | ({ name: 'proposal.ended'; proposalId: string } & Job)
  | ({ name: 'payment.requested'; paymentRequestId: string; proposalId: string } & Job)
  | ({
      name: 'payment.approved';
      paymentRequestId: string;
      proposalId: string;
      final: boolean;
      byClock: boolean;
    } & Job)
  | ({ name: 'payment.declined'; paymentRequestId: string; proposalId: string } & Job)
  | ({ name: 'payment.withdrawn'; paymentRequestId: string; proposalId: string } & Job)
  | ({ name: 'payment.succeeded'; paymentId: string; proposalId: string; final: boolean } & Job)
  /** The bank asks the customer before it pays. */
  | ({ name: 'payment.action_required'; paymentId: string; proposalId: string } & Job)
  | ({ name: 'payment.failed'; paymentId: string; proposalId: string; code: RefusalCode | string } & Job)
  | ({ name: 'permission.requested'; permissionRequestId: string; proposalId: string } & Job)
  | ({ name: 'permission.declined'; permissionRequestId: string; proposalId: string } & Job)
  | ({ name: 'permission.withdrawn'; permissionRequestId: string; proposalId: string } & Job)
  | ({ name: 'permission.accepted'; permissionRequestId: string; grantId: string; proposalId: string } & Job)
  | GrantEvent
  /** AWS lets us in no more, or not to all that we must be able to do. */
  | { name: 'connection.lost'; connectionId: string; customerId: string }
  /** All its tests passed, for the first time or again. */
  | { name: 'connection.found'; connectionId: string; customerId: string }
  /** AWS refused to show what is done in an account. */
  | { name: 'activity.refused'; grantId: string; connectionId: string }
  /** `proven`: a call that was allowed before was refused. `round`: whether it is the first denial. */
  | ({ name: 'grant.denied'; grantId: string; proposalId: string; proven: boolean; round: number } & Job)
  /** AWS was otherwise than it was said to be. */
  | ({ name: 'grant.incident'; incidentId: string; grantId: string; proposalId: string } & Job)
  /** CloudTrail had something new of a grant. */
  | { name: 'activity.recorded'; grantId: string }
  | ({ name: 'review.written'; reviewId: string; proposalId: string } & Job)
  /** The job is over and was paid for: once for each, the customer is asked how it was. */
  | ({ name: 'review.invited'; proposalId: string } & Job)
  | { name: 'certification.claimed'; certificationId: string; expertId: string }
  | { name: 'certification.verified'; certificationId: string; expertId: string }
  | { name: 'certification.rejected'; certificationId: string; expertId: string }
  /** It counts no more: its last day is over, or an admin revoked it. */
  | {
      name: 'certification.lapsed';
      certificationId: string;
      expertId: string;
      personId: string;
      cause: 'expired' | 'revoked';
    }
  /** Its person has another name than the one that it was verified for: the claim waits again. */
  | { name: 'certification.requeued'; certificationId: string; expertId: string; personId: string }
  /** An admin took a decision back: the claim waits again. */
  | { name: 'certification.undone'; certificationId: string; expertId: string }
  | {
      name: 'certification.expiring';
      certificationId: string;
      expertId: string;
      /** Which of the warnings it is, and how many days are left in fact. */
      warning: number;
      daysLeft: number;
    }
  | { name: 'expert.edited'; expertId: string; personId: string; timeZone: string }
  | { name: 'company.edited'; companyId: string }
  | ({ name: 'member.joined'; personId: string } & InTenant)
  /** Went, or was taken out. */
  | ({ name: 'member.left'; personId: string; removed: boolean } & InTenant)
  /** Has other rights than before. */
  | ({ name: 'member.changed'; personId: string } & InTenant)
  /** Wants a right of the owners. */
  | ({ name: 'member.asked'; personId: string; right: string } & InTenant)
  /** Somebody who worked alone has taken in a colleague. */
  | { name: 'company.grown'; companyId: string; companyName: string }
  | { name: 'company.closed'; companyId: string }
  | { name: 'company.suspended'; companyId: string }
  | { name: 'customer.suspended'; customerId: string }
  | { name: 'person.suspended'; personId: string }
  /** The suspension was lifted. */
  | { name: 'person.restored'; personId: string }
  | { name: 'person.edited'; personId: string }
  /** Has another name, not only another spelling of it. */
  | { name: 'person.renamed'; personId: string };

export type EventName = DomainEvent['name'];
export type EventOf<Name extends EventName> = Extract<DomainEvent, { name: Name }>;
