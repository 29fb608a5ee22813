import { type No, no } from '@/lib/core/refusal';

export const INVITATION_MINUTES = 60;

export function canBecomeAdmin(
  invitation: { usedAt: Date | null; expiresAt: Date; email: string } | null,
  email: string,
  now: Date,
): No | null {
  // Somebody else's invitation and none look the same.
  if (!invitation || invitation.email.toLowerCase() !== email.toLowerCase())
    return no('not_found', 'This link isn’t for the address you’re signed in with.');
  if (invitation.usedAt) return no('conflict', 'This link was already used.');
  if (invitation.expiresAt <= now)
    return no(
      'conflict',
      'This link has expired: it works for an hour. Create a new one with npm run admin.',
    );
  return null;
}
