import { type No, no } from '@/lib/core/refusal';

export const INVITATION_MINUTES = 60;

export function canBecomeAdmin(
  invitation: { usedAt: Date | null; expiresAt: Date; email: string } | null,
  email: string,
  now: Date,
): No | null {
  // Somebody else's invitation and none look the same.
  if (!invitation || invitation.email.toLowerCase() !== email.toLowerCase())
    return no('not_found', 'This link is not for the address with which you are signed in.');
  if (invitation.usedAt) return no('conflict', 'This link was used already.');
  if (invitation.expiresAt <= now)
    return no(
      'conflict',
      'This link has expired: it is good for an hour. Make another one with npm run admin.',
    );
  return null;
}
