/** The job that something happened in. */
export type OfJob = { conversationId: string; customerId: string; companyId: string };
/** A customer, and the one company that is asked or has brought them. */
export type OfPrivate = { customerId: string; companyId: string; expertId: string };
/** Of a customer or of a company: one of the two. */
export type InTenant = { customerId?: string | null; companyId?: string | null };

/**
 * What one noun tells the others, by name: each declares its own in its `events.ts`. Ids only: whoever reacts reads the
 * rest itself, in the same transaction.
 */
// biome-ignore lint/suspicious/noEmptyInterface: the nouns fill it.
export interface Events {}

export type EventName = keyof Events;
export type EventOf<Name extends EventName> = { [Each in Name]: { name: Each } & Events[Each] }[Name];
export type DomainEvent = EventOf<EventName>;

/** The sign before a line of ours. */
export type Mark = 'paper' | 'card' | 'key' | 'shield' | 'check' | 'no' | 'alert' | 'star' | 'person';

/**
 * Lines of one key stand together. `head` stays as it is, and takes the tails that come after it; `stage` takes the place
 * of the stage before it; `tail` is put behind its head in a word or two.
 */
export type Joins = { key: string } & ({ as: 'head' | 'stage' } | { as: 'tail'; tail: string });

/** A line of ours as a browser shows it: "Mateo", "asked for", "$900 · Fix and report". */
export type ShownLine = {
  /** Null: nobody's own act, and the words are a sentence without a name. */
  by: { id: string; name: string } | null;
  did: string;
  what?: string;
  mark: Mark;
  href?: string;
  joins?: Joins;
};

/** A line as one sentence, for whoever reads it. */
export function sentenceOf({ by, did, what }: ShownLine, viewerId: string | null): string {
  return [by && (by.id === viewerId ? 'You' : by.name), did, what].filter(Boolean).join(' ');
}
