/** An invitation, as far as it decides who may answer it. */
type Invited = { email: string; tokenHash: string | null };

/**
 * Whether somebody may read and answer an invitation: the account that signs in with the address that was invited, or
 * whoever brings the secret out of that mail. An address that was confirmed for mail about requests proves neither: its
 * owner agreed to get mail, not to be anybody here.
 */
export function isInvited(
  invitation: Invited,
  by: { signsInWith: string | null; tokenHash: string | null },
): boolean {
  const { email, tokenHash } = invitation;
  if (by.signsInWith?.toLowerCase() === email.toLowerCase()) return true;
  return tokenHash !== null && tokenHash === by.tokenHash;
}
