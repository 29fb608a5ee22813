import type { DomainEvent } from '@/lib/core/events';
import type { Lamp } from '@/lib/core/lifecycle';

type Line = { says: string; lamp: Lamp };

/** The line that an event leaves in its conversation, with its lamp. Facts of the moment: amounts are on the cards beside it. */
export const LINES: { [Name in DomainEvent['name']]?: Line } = {
  'response.chosen': { says: 'The customer chose this expert; the request is settled', lamp: 'go' },
  'response.passedOver': { says: 'The request is settled: another expert was chosen', lamp: 'ended' },
  'response.reconsidered': { says: 'The chosen expert withdrew: nobody is chosen any more', lamp: 'go' },
  'response.withdrawn': { says: 'The response was withdrawn', lamp: 'ended' },
  'response.opened': { says: 'The customer asked this company directly', lamp: 'turn' },
  'proposal.proposed': { says: 'A proposal was sent', lamp: 'wait' },
  'proposal.accepted': { says: 'The proposal was accepted', lamp: 'go' },
  'proposal.declined': { says: 'The proposal was declined', lamp: 'ended' },
  'proposal.withdrawn': { says: 'The proposal was withdrawn', lamp: 'ended' },
  'proposal.completed': { says: 'The proposal is complete; the access ends now', lamp: 'ended' },
  'proposal.ended': { says: 'The customer ended the job; the access ends now', lamp: 'ended' },
  'payment.requested': { says: 'A payment was requested', lamp: 'wait' },
  'payment.approved': { says: 'The payment was approved', lamp: 'go' },
  'payment.declined': { says: 'The payment request was declined', lamp: 'ended' },
  'payment.withdrawn': { says: 'The payment request was withdrawn', lamp: 'ended' },
  'payment.succeeded': { says: 'The payment succeeded', lamp: 'go' },
  'payment.action_required': { says: 'The bank asks the customer to confirm the payment', lamp: 'wait' },
  'payment.failed': { says: 'The payment failed; it can be tried again', lamp: 'stop' },
  'permission.requested': { says: 'Access to AWS was asked for', lamp: 'wait' },
  'permission.accepted': { says: 'The access was accepted; the role is being made', lamp: 'wait' },
  'permission.declined': { says: 'The permission request was declined', lamp: 'ended' },
  'permission.withdrawn': { says: 'The permission request was withdrawn', lamp: 'ended' },
  'grant.active': { says: 'Access is active', lamp: 'go' },
  'grant.failed': { says: 'The role could not be made; nobody has access', lamp: 'stop' },
  'grant.cutOff': { says: "Sessions are on hold: we can't reach the access in AWS", lamp: 'stop' },
  'grant.restored': { says: 'Sessions are possible again', lamp: 'go' },
  'grant.revoking': { says: 'Access is ending: no new session is given', lamp: 'wait' },
  'grant.denied': { says: 'Access is denied: AWS refused a test session', lamp: 'wait' },
  'grant.revoked': { says: 'Access has ended: the role no longer exists in AWS', lamp: 'ended' },
  'grant.incident': { says: 'Something was different in AWS: see the access page', lamp: 'stop' },
  'grant.stuck': { says: 'Ending the access needs a hand: see the access page', lamp: 'stop' },
  'review.written': { says: 'A review was written', lamp: 'ended' },
};

/** The sentence for an event; a payment that the clock approved says so. */
export function lineOf(event: DomainEvent): string | null {
  if (event.name === 'payment.approved' && event.byClock)
    return 'The payment was approved by itself on the 10th day';
  if (event.name === 'proposal.completed' && !event.finalPayment)
    return 'The company completed the job; the access ends now';
  if (event.name === 'response.opened' && event.origin === 'client')
    return 'The company invited its client, who accepted';
  if (event.name === 'grant.denied' && !event.proven)
    return 'Access is denied: AWSDenyAll is attached, but no call could prove it';
  return LINES[event.name]?.says ?? null;
}

export function lampOf(event: string | null): Lamp {
  return (event && LINES[event as DomainEvent['name']]?.lamp) || 'ended';
}
