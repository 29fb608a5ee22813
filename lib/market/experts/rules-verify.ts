import { type No, no } from '@/lib/core/refusal';
import { otherOrder, sameName } from '@/lib/identity/names/rules';
import type { CertificationStatus } from './rules';

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
    return said.reason ? 'first' : missing('nameReason', 'Say why this certificate is theirs all the same.');
  if (claim.lookedBy !== by.personId) return 'second';
  if (by.otherAdmins > 0)
    return no('forbidden', 'You looked first. Another admin has to confirm what you saw.');
  return said.again ? 'second' : missing('again', 'Confirm that you compared everything a second time.');
}

/** Whether an admin may revoke a certification: whenever it counts. */
export function canRevoke(status: CertificationStatus): No | null {
  return status === 'verified' ? null : no('conflict', 'Only a verified certification can be revoked.');
}
