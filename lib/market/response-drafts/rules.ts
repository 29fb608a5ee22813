import { type No, no } from '@/lib/core/refusal';
import { mayAnswer, mayYetAnswer, type Standing } from '@/lib/market/footing/rules';
import type { ResponseStatus } from '@/lib/market/responses/lifecycle';

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

/** Whether a draft can be kept: not beside a response, and not over an answer that is about to be sent. */
export function canSaveDraft(facts: { responded: ResponseStatus | null; held: boolean }): No | null {
  if (facts.responded) return no('conflict', 'Your company has responded to this request already.');
  if (facts.held)
    return no('conflict', 'This answer waits for your certification. Take it back first, then change it.');
  return null;
}
