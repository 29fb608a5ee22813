import { type No, no } from '@/lib/core/refusal';

/** Whether a request can be settled with a response: once, and with one that stands. */
export function canSettle(facts: { settled: boolean; response: 'open' | 'withdrawn' }): No | null {
  if (facts.settled)
    return no('conflict', 'This request is already closed. Accept new responses again, then choose again.');
  if (facts.response !== 'open')
    return no('conflict', 'This response was withdrawn, so you can’t choose its expert.');
  return null;
}
