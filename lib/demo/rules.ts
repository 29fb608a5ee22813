import { showId } from '@/lib/core/id';
import type { DemoRole } from './people';

/** How far the guided job has come, as the database says. */
export type Progress = {
  requestId: string | null;
  conversationId: string | null;
  customerWrote: boolean;
  expertWrote: boolean;
  proposal: { id: string; accepted: boolean; completed: boolean } | null;
  connected: boolean;
  permission: { id: string } | null;
  grant: { id: string; active: boolean; sessions: number; activity: number; denied: boolean } | null;
  paymentRequest: { id: string } | null;
};

export type Step = { as: DemoRole; says: string; where: string; done: boolean };

/** The guided job from posting to the moment when AWS refuses the expert: what to press, as whom, and what is done. */
export function stepsOf(progress: Progress): Step[] {
  const { requestId, conversationId, proposal, permission, grant, paymentRequest } = progress;
  const job = conversationId ? `/conversations/${showId(conversationId)}` : '/conversations';
  const request = requestId ? showId(requestId) : null;
  const access = grant?.id ?? permission?.id;
  const accessPage = access ? `/access/${showId(access)}` : job;
  const paymentPage = paymentRequest ? `/payment-requests/${showId(paymentRequest.id)}` : job;
  const proposalPage = proposal ? `/proposals/${showId(proposal.id)}` : job;
  const customer = (says: string, where: string, done: boolean): Step => ({
    as: 'customer',
    says,
    where,
    done,
  });
  const expert = (says: string, where: string, done: boolean): Step => ({ as: 'expert', says, where, done });
  return [
    customer('Post a request', requestId ? `/requests/${request}` : '/requests/new', requestId !== null),
    expert(
      'Find it in the open requests and respond',
      request ? `/work/${request}` : '/work',
      conversationId !== null,
    ),
    customer('Read the response and write back', job, progress.customerWrote),
    expert('Reply in the chat', job, progress.expertWrote),
    expert(
      'Send a proposal with a maximum price',
      proposal ? proposalPage : `${job}${conversationId ? '/proposal' : ''}`,
      proposal !== null,
    ),
    customer('Accept the proposal', proposalPage, proposal?.accepted ?? false),
    customer(
      'Connect an AWS account',
      progress.connected ? '/connections' : '/connections/new',
      progress.connected,
    ),
    expert(
      'Ask for access to AWS',
      permission ? accessPage : `${job}${conversationId ? '/permission' : ''}`,
      permission !== null,
    ),
    customer('See what it allows, then accept it', accessPage, grant?.active ?? false),
    expert('Open the AWS console and look around', accessPage, (grant?.sessions ?? 0) > 0),
    customer('See what the expert did', accessPage, (grant?.activity ?? 0) > 0),
    expert('Ask for the final payment', job, paymentRequest !== null),
    customer(
      'Approve it. The job is complete, and the access starts to end',
      paymentPage,
      proposal?.completed ?? false,
    ),
    expert('Try AWS again: AWS refuses', accessPage, grant?.denied ?? false),
  ];
}
