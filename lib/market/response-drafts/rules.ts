import { type No, no } from '@/lib/core/refusal';
import { mayAnswer, mayYetAnswer, type Standing } from '@/lib/market/footing/rules';
import type { ResponseStatus } from '@/lib/market/responses/lifecycle';

/** How many answers one person may keep until a certification is verified: so many are read before they are sent. */
export const HELD_MOST = 10;

/** Whether an answer may be kept to be sent once the writer's certification is verified. */
export function mayHold(expert: Standing, today: Date, held: number): No | null {
  const refusal = mayAnswer(expert, today);
  if (!refusal) return no('conflict', 'Your certification is verified. Send the response.');
  if (!mayYetAnswer(expert, today)) return refusal;
  if (held >= HELD_MOST)
    return no(
      'conflict',
      `You already have ${HELD_MOST} responses waiting for your certification. Take one back first.`,
    );
  return null;
}

/** Whether a draft can be kept: not beside a response, and not over an answer that is about to be sent. */
export function canSaveDraft(facts: { responded: ResponseStatus | null; held: boolean }): No | null {
  if (facts.responded) return no('conflict', 'Your company has already responded to this request.');
  if (facts.held)
    return no(
      'conflict',
      'This response is waiting for your certification. Take it back first, then edit it.',
    );
  return null;
}
