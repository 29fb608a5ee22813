import { machine } from '@/lib/core/machine';
import { type No, no } from '@/lib/core/refusal';
import type { Person } from '@/lib/core/rights';
import type { EditRequest } from './schema';

/** A request is never deleted (the guide): its customer turns **Accepting new responses** off, and on again. */
export const REQUEST = machine({
  name: 'request',
  initial: 'accepting',
  states: {
    accepting: { pause: { to: 'paused', by: ['customer:member'] } },
    paused: { resume: { to: 'accepting', by: ['customer:member'] } },
  },
  words: {
    accepting: { word: 'Open', lamp: 'go' },
    paused: { word: 'Paused', lamp: 'ended' },
  },
});
export type RequestStatus = keyof typeof REQUEST.states;

/** Whether the person may post in this customer's name. */
export function canPostFor(person: Person, customerId: string): No | null {
  const membership = person.customers.find((m) => m.tenantId === customerId);
  if (!membership) return no('not_found', 'There is no such customer, or you are not a member of it.');
  if (membership.suspended)
    return no('forbidden', 'This account is suspended. Nothing can be changed in it.');
  return null;
}

/** Whether a request can be settled with a response: once, and with one that stands. */
export function canSettle(facts: { settled: boolean; response: 'open' | 'withdrawn' }): No | null {
  if (facts.settled)
    return no('conflict', 'This request is settled already. Accept new responses again to choose anew.');
  if (facts.response !== 'open')
    return no('conflict', 'This response was withdrawn, so its expert cannot be chosen.');
  return null;
}

/** What experts read of a request. Name and address are the customer's own affair, and have no history. */
const TOLD = ['title', 'description', 'budget', 'location'] as const;
type Told = Pick<EditRequest, (typeof TOLD)[number]>;

/** Whether an edit changes what experts have read. */
export function tellsOtherwise(before: Told, after: Told): boolean {
  return TOLD.some((field) => before[field] !== after[field]);
}

/** An edit stands on the text its writer saw. */
export function canEdit(seenEdits: number, edits: number): No | null {
  if (seenEdits === edits) return null;
  return no(
    'conflict',
    'Somebody else has edited this request since you opened it. Open it in another tab, then bring your text over.',
  );
}
