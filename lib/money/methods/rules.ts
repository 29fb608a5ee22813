import { type No, no } from '@/lib/core/refusal';

/**
 * Whether a card may go. Not while it is being charged, and not the last one while work is still paid from it: the expert
 * began on the promise that there is one.
 */
export function canRemoveMethod(facts: { charging: boolean; others: number; jobs: number }): No | null {
  if (facts.charging)
    return no('conflict', 'A payment on this card is still processing. Remove the card once that’s settled.');
  if (facts.others === 0 && facts.jobs > 0)
    return no(
      'conflict',
      'This card pays for an accepted proposal. Add another card first, then remove this one.',
    );
  return null;
}
