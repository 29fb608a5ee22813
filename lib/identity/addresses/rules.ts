import { type No, no } from '@/lib/core/refusal';

/**
 * `contact`: mail about the person's requests may go there; its owner is nobody here by that. `sign_in`: takes the place
 * of the person's own address, which alone says who they are.
 */
export type ProofPurpose = 'contact' | 'sign_in';

/** A link is good for so long, in wall time. */
export const PROOF_HOURS = 24;

/** So long mail may go to an address that was confirmed for requests: mailboxes change hands. Wall time. */
export const CONTACT_DAYS = 365;

/** Mails to one address in `PROOF_HOURS` that one network may ask for, as whomever. */
export const MOST_PROOFS = 5;

/** The same for all networks together: nobody's mailbox is filled by strangers, and one stranger cannot use this up. */
export const MOST_PROOFS_BY_ALL = 20;

/** How long a proof that was never given is remembered. */
export const KEPT_DAYS = 30;

type Proof = { personId: string; purpose: string; verifiedAt: Date | null; expiresAt: Date };

/** The proofs that hold at an instant, as a question to the table. */
export function inForce(now: Date) {
  return { purpose: 'contact', verifiedAt: { not: null }, expiresAt: { gt: now } };
}

/** Whether another mail may go to this address. Said of every address alike, whoever has it. */
export function canAskProof(asked: { here: number; all: number }): No | null {
  return asked.here >= MOST_PROOFS || asked.all >= MOST_PROOFS_BY_ALL
    ? no('limited', 'We emailed this address several times today. Use the newest email, or wait a day.', {
        email: 'We emailed this address several times today. Use the newest email, or wait a day.',
      })
    : null;
}

/** Whether the link that was opened still proves something. */
export function canConfirm(proof: Proof | null, purpose: ProofPurpose, now: Date): No | null {
  if (proof?.purpose !== purpose || proof.verifiedAt)
    return no(
      'not_found',
      'This link isn’t valid, was already used or was replaced. Check the addresses in your settings.',
    );
  if (proof.expiresAt <= now)
    return no(
      'conflict',
      `This link has expired: links work for ${PROOF_HOURS} hours. Ask for a new one in your settings.`,
    );
  return null;
}

/** A new address to sign in with is confirmed by the person themselves: whoever opens somebody else's link must not give them a mailbox. */
export function isAsker(proof: Proof | null, personId: string): No | null {
  return proof && proof.personId !== personId
    ? no('not_found', 'This link isn’t for the account you’re signed in to.')
    : null;
}

/** Whether there is anything to change. */
export function canChangeTo(known: 'own' | 'proven' | 'asked' | null): No | null {
  const sentence = 'You already sign in with this address.';
  return known === 'own' ? no('conflict', sentence, { email: sentence }) : null;
}

/** Whether there is anything to prove for requests. */
export function canProve(known: 'own' | 'proven' | 'asked' | null): No | null {
  if (known !== 'own' && known !== 'proven') return null;
  const sentence =
    known === 'own'
      ? 'You sign in with this address, so it’s confirmed.'
      : 'You’ve already confirmed this address.';
  return no('conflict', sentence, { email: sentence });
}
