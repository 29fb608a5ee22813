import { type No, no } from '@/lib/core/refusal';
import { HOUR } from '@/lib/core/time';
import { otherOrder, sameName } from '@/lib/identity/names/rules';
import { type CertificationStatus, isClaimed, isVerified } from '@/lib/market/certifications/lifecycle';
import { isOver } from '@/lib/market/certifications/rules';

/** Whether an admin may say that the number is good: it is in force and nobody else has shown it first. */
export function canVerify(
  claim: { expiresOn: Date; ownPerson: boolean },
  today: Date,
  sameNumber: readonly { status: CertificationStatus }[],
): No | null {
  if (claim.ownPerson) return no('forbidden', 'This is your own claim. Another admin must decide on it.');
  if (isOver(claim.expiresOn, today))
    return no('conflict', 'This certification has expired. Reject the claim.');
  if (sameNumber.some((other) => isVerified(other.status)))
    return no(
      'conflict',
      'This number is verified for another claim. Reject this one, or find out whose it is.',
    );
  return null;
}

/** How long an admin's decision can be taken back (ours): a slip is seen soon, and whoever was told may plan on the rest. */
export const UNDO_HOURS = 24;

/** Whether an admin may take a decision back: soon, and only where nothing rests on it. */
export function canUndo(
  decided: { status: CertificationStatus; decidedAt: Date | null; ownPerson: boolean },
  now: Date,
  facts: {
    /** On the strength of this certification alone something was sent, proposed or asked for. */
    begun: boolean;
    /** The same certification has been claimed anew since, or is verified by another claim. */
    claimedAnew: boolean;
  },
): No | null {
  if (isClaimed(decided.status)) return no('conflict', 'No one has decided on this claim yet.');
  if (decided.status === 'expired')
    return no('conflict', 'This certification has expired. There’s nothing to undo.');
  if (decided.status === 'revoked')
    return no('conflict', 'This certification was revoked. The expert can add it again.');
  if (decided.ownPerson) return no('forbidden', 'This is your own claim. Another admin must decide on it.');
  const until = (decided.decidedAt?.getTime() ?? 0) + UNDO_HOURS * HOUR;
  if (until <= now.getTime())
    return no('conflict', `You can undo a decision for ${UNDO_HOURS} hours. After that, revoke it.`);
  if (isVerified(decided.status) && facts.begun)
    return no(
      'conflict',
      'The expert has started work that depends on this certification. Revoke it instead.',
    );
  if (decided.status === 'rejected' && facts.claimedAnew)
    return no('conflict', 'The expert has claimed this certification again. Decide on that claim.');
  return null;
}

/** Whether the certificate has the person's name: case, accents, dots and the order of the words are not told apart. */
export function agrees(nameAsPrinted: string, name: string): boolean {
  return sameName(nameAsPrinted, name) || otherOrder(nameAsPrinted, name);
}

/** What was decided so far about a certificate with another name. */
export type FirstLook = { lookedBy: string | null };

/**
 * The next step with a certificate that has another name than its person: the first look, which says why it is theirs all
 * the same, then the second. That is another admin's, where another one can act; who is alone looks again, and says so.
 */
export function nextLook(
  claim: FirstLook,
  by: { personId: string; otherAdmins: number },
  said: { reason: string; again: boolean },
): 'first' | 'second' | No {
  const missing = (field: string, message: string) => no('invalid', message, { [field]: message });
  if (claim.lookedBy === null)
    return said.reason ? 'first' : missing('nameReason', 'Say why this certificate is still theirs.');
  if (claim.lookedBy !== by.personId) return 'second';
  if (by.otherAdmins > 0)
    return no('forbidden', 'You looked first. Another admin has to confirm what you saw.');
  return said.again ? 'second' : missing('again', 'Confirm that you compared everything a second time.');
}
