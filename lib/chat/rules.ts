import type { Person, Tenants } from '@/lib/core/rights';
import type { ShownMessage } from '@/lib/realtime/events';

/** On which side of a conversation a person stands. Somebody on both (rare, allowed) writes for the customer. */
export function sideOf(person: Person, tenants: Tenants): 'customer' | 'company' {
  return person.customers.some((m) => m.tenantId === tenants.customerId) ? 'customer' : 'company';
}

/** A stored message as a browser shows it. */
export function shown(
  message: {
    id: string;
    conversationId: string;
    seq: number;
    clientId: string;
    authorId: string | null;
    side: 'customer' | 'company' | null;
    body: string;
    event: string | null;
    at: Date;
  },
  authorName: string | null,
): ShownMessage {
  return {
    id: message.id,
    conversationId: message.conversationId,
    seq: message.seq,
    clientId: message.clientId,
    author: message.authorId ? { id: message.authorId, name: authorName ?? 'Somebody' } : null,
    side: message.side,
    body: message.body,
    event: message.event,
    at: message.at.toISOString(),
  };
}
