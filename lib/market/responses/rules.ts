import { type No, no } from '@/lib/core/refusal';
import { HOUR } from '@/lib/core/time';
import type { ResponseStatus } from './lifecycle';
import { RESPONSE_COMMANDS } from './rights';

/** How it began: a company answered, was asked directly, or brought its client. */
export type ResponseOrigin = 'answer' | 'direct' | 'client';

/** How often somebody may respond. */
export const RESPONSES = {
  of: RESPONSE_COMMANDS.respond,
  points: 30,
  within: HOUR,
  why: 'each is emailed to the customer; one budget with those that are held',
} as const;

/** Whether a company may answer this request. */
export function mayAnswerThis(facts: {
  accepting: boolean;
  /** One of those who responded was chosen. */
  settled: boolean;
  /** As many responses are open as the customer wants at once. */
  full: boolean;
  /** A member of the company is a member of the customer, too. */
  ownPeople: boolean;
  /** What the company has sent to this request already. */
  responded: ResponseStatus | null;
}): No | null {
  if (facts.ownPeople) return no('forbidden', 'This request comes from your company’s own people.');
  if (facts.responded === 'withdrawn')
    return no('conflict', 'Your company responded to this request and withdrew. It can’t respond again.');
  if (facts.responded) return no('conflict', 'Your company has already responded to this request.');
  if (facts.settled) return no('conflict', 'This request is closed: another expert was chosen.');
  if (!facts.accepting) return no('conflict', 'This request no longer accepts new responses.');
  if (facts.full)
    return no(
      'conflict',
      'All spots for responses to this request are taken. One becomes free when a response is withdrawn.',
    );
  return null;
}

/** Whether a response can be taken back: not while something has been offered or agreed on. */
export function canWithdraw(proposals: readonly { status: string }[]): No | null {
  if (proposals.some((proposal) => proposal.status === 'accepted'))
    return no(
      'conflict',
      'A proposal was accepted here. You can’t withdraw the response until that job has ended.',
    );
  if (proposals.some((proposal) => proposal.status === 'proposed'))
    return no('conflict', 'Your proposal is waiting for a decision. Withdraw the proposal first.');
  return null;
}
