import type { ShownMessage } from '@/lib/platform/announce/events';

/** A message of one's own that the server has not answered for yet. */
export type Pending = {
  clientId: string;
  body: string;
  state: 'sending' | 'waiting' | 'failed';
  problem?: string | undefined;
};

/** Joins messages by position: whatever came twice, or in another order, stands once and in its place. */
export function merge(known: readonly ShownMessage[], fresh: readonly ShownMessage[]): ShownMessage[] {
  const bySeq = new Map(known.map((message) => [message.seq, message]));
  for (const message of fresh) bySeq.set(message.seq, message);
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq);
}

/** The last position before which nothing is missing: what to catch up from. */
export function reached(messages: readonly ShownMessage[]): number {
  let seq = messages[0]?.seq ?? 0;
  for (const message of messages) {
    if (message.seq > seq + 1) break;
    seq = message.seq;
  }
  return seq;
}
