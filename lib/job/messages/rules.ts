import type { ShownLine } from '@/lib/core/events';
import { type No, no } from '@/lib/core/refusal';
import type { ShownMessage } from '@/lib/platform/announce/events';

/**
 * Whether a closed company's people may write in a conversation: where a charge has not gone through, or the access is not
 * proven to have ended, both sides need each other's answers. Elsewhere the company has nothing more to say.
 */
export function canStillWrite(open: { money: boolean; access: boolean }): No | null {
  if (open.money || open.access) return null;
  return no(
    'forbidden',
    'This company is closed. You can send messages only while a payment or access is open.',
  );
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
  line: ShownLine | null = null,
): ShownMessage {
  return {
    id: message.id,
    conversationId: message.conversationId,
    seq: message.seq,
    clientId: message.clientId,
    author: message.authorId ? { id: message.authorId, name: authorName ?? 'Someone' } : null,
    side: message.side,
    // A line's own words are its body.
    body: line ? '' : message.body,
    event: message.event,
    line,
    at: message.at.toISOString(),
  };
}
