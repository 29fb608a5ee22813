import { findingsIn, isSecret } from '@/lib/core/findings';
import { type No, no } from '@/lib/core/refusal';
import { canRespond, type HeldCertification } from '@/lib/market/certifications/rules';

/** Of one company in a day: enough for a company that brings its clients, too few for one that has bought addresses. */
export const MOST_A_DAY = 10;

/** To one address in a day, whoever sends them. */
export const MOST_TO_ONE = 3;

type Inviter = { leftAt: Date | null; certifications: readonly HeldCertification[] } | null;

/** Whether somebody may bring clients: what they begin here they must be able to go through with. */
export function mayInvite(expert: Inviter, today: Date): No | null {
  if (!expert || expert.leftAt)
    return no('forbidden', 'You don’t have an expert profile in this company. Register as an expert first.');
  return canRespond(expert.certifications, today);
}

export function canInvite(facts: {
  sentToday: number;
  toThisAddressToday: number;
  /** The address belongs to somebody of the company itself. */
  ownPeople: boolean;
  /** The same invitation is waiting for an answer. */
  openAlready: boolean;
}): No | null {
  const wrong = (message: string) => no('conflict', message, { email: message });
  if (facts.ownPeople) return wrong('This is the address of someone in your company.');
  if (facts.openAlready) return wrong('This client already has an open invitation with this title.');
  if (facts.toThisAddressToday >= MOST_TO_ONE)
    return wrong('We’ve sent this address enough invitations for today. Try again tomorrow.');
  if (facts.sentToday >= MOST_A_DAY)
    return no('limited', `Your company has sent ${MOST_A_DAY} invitations in a day. Try again tomorrow.`);
  return null;
}

/** A key or a token in the texts would be in a mail and in a request: neither can be taken back. */
export function canSend(texts: { title: string; note: string }): No | null {
  const fields: Record<string, string> = {};
  for (const field of ['title', 'note'] as const)
    if (findingsIn(texts[field]).some(isSecret))
      fields[field] = 'This text has a key or a token in it. Remove it.';
  return Object.keys(fields).length ? no('invalid', 'Your text has a secret in it.', fields) : null;
}
