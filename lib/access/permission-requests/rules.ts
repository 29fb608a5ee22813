import { isConnected } from '@/lib/access/connections/lifecycle';
import { type No, no } from '@/lib/core/refusal';
import { isInForce } from '@/lib/job/proposals/lifecycle';
import { isAsked } from './lifecycle';

type Standing = { proposal: { status: string }; certified: No | null; openAlready: boolean };

export function canRequest({ proposal, certified, openAlready }: Standing): No | null {
  if (!isInForce(proposal.status))
    return no('conflict', 'You can request access only under an accepted proposal.');
  if (certified) return certified;
  if (openAlready)
    return no('conflict', 'You already have an open access request. Withdraw it to request something else.');
  return null;
}

type Acceptance = {
  request: { status: string };
  /** Why the expert may not be let in, by the same rule as when they asked: a certification can lapse in between. */
  certified: No | null;
  proposal: { status: string; customerId: string };
  connection: { status: string; customerId: string };
  companySuspended: boolean;
  /** An earlier grant to the same expert in the same account whose role may still be there. */
  earlier: boolean;
};

export function canAccept({
  request,
  proposal,
  connection,
  certified,
  companySuspended,
  earlier,
}: Acceptance): No | null {
  if (!isAsked(request.status)) return no('conflict', 'This request is no longer open. Reload the page.');
  if (!isInForce(proposal.status))
    return no('conflict', 'The proposal is over, so no one can get access for it.');
  if (companySuspended) return no('conflict', "This company is suspended, so its experts can't get access.");
  if (certified)
    return no('conflict', "This expert's AWS Certification is no longer valid, so they can't get access.");
  if (connection.customerId !== proposal.customerId)
    return no('not_found', "Not found, or you don't have access.");
  if (!isConnected(connection.status)) {
    const message = "This AWS account isn't connected. Verify it first.";
    return no('conflict', message, { connectionId: message });
  }
  if (earlier)
    return no(
      'conflict',
      'This expert already has access to this AWS account. Revoke it first, and wait until it ends.',
    );
  return null;
}
