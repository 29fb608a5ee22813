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
