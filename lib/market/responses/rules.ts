import { lifecycle } from '@/lib/core/lifecycle';
import { type No, no } from '@/lib/core/refusal';
import { canRespond } from '@/lib/market/experts/rules';

/** A withdrawn response keeps its conversation: what was said stays said. */
export const RESPONSE = lifecycle({
  name: 'response',
  initial: 'open',
  states: {
    // The clock: of a company that has closed.
    open: { withdraw: { to: 'withdrawn', by: ['company:member', 'clock'] } },
    withdrawn: {},
  },
  words: {
    open: { word: 'Open', lamp: 'go' },
    withdrawn: { word: 'Withdrawn', lamp: 'ended' },
  },
});
export type ResponseStatus = keyof typeof RESPONSE.states;

/** How it began: a company answered, was asked directly, or brought its client. */
export type ResponseOrigin = 'answer' | 'direct' | 'client';

/** An expert as `canRespond` looks at one: null where the person has no profile in the company. */
export type Standing = { certifications: Parameters<typeof canRespond>[0] } | null;

/** Whether somebody may answer requests at all: a profile, and a verified certification that is in date. */
export function mayAnswer(expert: Standing, today: Date): No | null {
  if (!expert) return no('forbidden', 'You have no expert profile yet. Register as an expert to respond.');
  return canRespond(expert.certifications, today);
}

/** How many answers one person may keep until a certification is verified: so many are read before they are sent. */
export const HELD_MOST = 10;

/** Whether an answer may be kept to be sent once the writer's certification is verified. */
export function mayHold(expert: Standing, today: Date, held: number): No | null {
  const refusal = mayAnswer(expert, today);
  if (!refusal) return no('conflict', 'Your certification is verified. Send the answer.');
  if (!mayYetAnswer(expert, today)) return refusal;
  if (held >= HELD_MOST)
    return no(
      'conflict',
      `${HELD_MOST} answers of yours wait for your certification already. Withdraw one of them first.`,
    );
  return null;
}

/** Whether what keeps somebody from responding may pass by itself: a claim that an admin has still to look at. */
export function mayYetAnswer(expert: Standing, today: Date): boolean {
  const claims = expert?.certifications.filter(({ status }) => status === 'claimed') ?? [];
  return (
    canRespond(
      claims.map((claim) => ({ ...claim, status: 'verified' as const })),
      today,
    ) === null
  );
}

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
  if (facts.ownPeople) return no('forbidden', "This request comes from your company's own people.");
  if (facts.responded === 'withdrawn')
    return no(
      'conflict',
      'Your company responded to this request and withdrew. It cannot respond a second time.',
    );
  if (facts.responded) return no('conflict', 'Your company has responded to this request already.');
  if (facts.settled) return no('conflict', 'This request is settled: another expert was chosen.');
  if (!facts.accepting) return no('conflict', 'This request is not accepting new responses any more.');
  if (facts.full)
    return no(
      'conflict',
      'All places for responses to this request are taken. One becomes free when a response is withdrawn.',
    );
  return null;
}

/** Whether a response can be taken back: not while something has been offered or agreed on. */
export function canWithdraw(proposals: readonly { status: string }[]): No | null {
  if (proposals.some((proposal) => proposal.status === 'accepted'))
    return no('conflict', 'A proposal has been accepted here. The response stands until that job has ended.');
  if (proposals.some((proposal) => proposal.status === 'proposed'))
    return no('conflict', 'Your proposal is waiting for an answer. Withdraw the proposal first.');
  return null;
}

/** Whether a draft can be kept: not beside a response, and not over an answer that is about to be sent. */
export function canSaveDraft(facts: { responded: ResponseStatus | null; held: boolean }): No | null {
  if (facts.responded) return no('conflict', 'Your company has responded to this request already.');
  if (facts.held)
    return no('conflict', 'This answer waits for your certification. Take it back first, then change it.');
  return null;
}
