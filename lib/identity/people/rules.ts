import { type No, no } from '@/lib/core/refusal';

/** Whether an admin may suspend, or lift it. Nobody locks themselves out. */
export function canSuspend(
  of: { id: string; suspended: boolean },
  asked: { suspended: boolean; by: string },
): No | null {
  if (of.id === asked.by) return no('forbidden', 'You can’t suspend yourself.');
  if (of.suspended === asked.suspended)
    return no(
      'conflict',
      asked.suspended ? 'This person is already suspended.' : 'This person isn’t suspended.',
    );
  return null;
}

/** Whether somebody may take another name: whoever holds verified certifications must know what that costs. */
export function canRename(of: { verified: number; agreed: boolean }): No | null {
  if (of.verified === 0 || of.agreed) return null;
  const sentence = 'Tick the box: with another name, we verify your certifications again.';
  return no('conflict', sentence, { requeue: sentence });
}
