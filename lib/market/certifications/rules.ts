import { type No, no } from '@/lib/core/refusal';
import { utcDay, utcDaysBetween } from '@/lib/core/time';
import { COUNTING_IN_WORDS, COUNTING_LEVELS, certificationOf, LEVELS } from './catalog';
import { type CertificationStatus, isClaimed, isVerified } from './lifecycle';

export type HeldCertification = { code: string; status: CertificationStatus; expiresOn: Date };

/** Whether the certificate's last day is over, in UTC: it is good through the day it names. */
export function isOver(expiresOn: Date, today: Date): boolean {
  return utcDay(expiresOn) < utcDay(today);
}

/** Verified, not expired, and of a level that counts. */
export function counts(certification: HeldCertification, today: Date): boolean {
  const level = certificationOf(certification.code)?.level;
  return (
    isVerified(certification.status) &&
    !isOver(certification.expiresOn, today) &&
    COUNTING_LEVELS.some((counting) => counting === level)
  );
}

/** Whether somebody with these certifications may answer requests, propose and ask for access today. */
export function canRespond(certifications: readonly HeldCertification[], today: Date): No | null {
  if (certifications.some((certification) => counts(certification, today))) return null;
  const of = (status: CertificationStatus) => certifications.some((held) => held.status === status);
  const inDate = certifications.filter((held) => isVerified(held.status) && !isOver(held.expiresOn, today));
  if (inDate.length)
    return no(
      'forbidden',
      `A ${LEVELS[0]} certification isn’t enough. Add one at ${COUNTING_IN_WORDS} level to your profile.`,
    );
  if (of('claimed'))
    return no('forbidden', 'Your certification isn’t verified yet. We tell you when that’s done.');
  if (of('verified') || of('expired'))
    return no('forbidden', 'Your certification has expired. Add an active one to your profile.');
  return no('forbidden', 'You need a verified AWS Certification for this. Add one to your profile.');
}

/** What a certificate says about itself, checked before anybody looks it up. Answers the fields that cannot be. */
export function canClaim(
  claim: { code: string; issuedOn: Date; expiresOn: Date },
  today: Date,
  held: readonly HeldCertification[],
): No | null {
  const known = certificationOf(claim.code);
  if (!known) return no('invalid', 'Choose the certification.', { code: 'Choose the certification.' });
  if (held.some((other) => other.code === claim.code && isClaimed(other.status)))
    return no('conflict', `${known.name} is already waiting to be verified.`);
  // AWS renews a certification by another exam: the new certificate lasts longer, and may be shown before the old one ends.
  const stands = (other: HeldCertification) =>
    other.code === claim.code && isVerified(other.status) && other.expiresOn >= claim.expiresOn;
  if (held.some(stands)) return no('conflict', `${known.name} is already verified, until that day or later.`);
  const wrong = (field: string, message: string) => no('invalid', message, { [field]: message });
  if (utcDay(claim.issuedOn) > utcDay(today)) return wrong('issuedOn', 'The issue date is in the future.');
  if (known.lastExam && utcDay(claim.issuedOn) > known.lastExam)
    return wrong('issuedOn', `The last exam for ${known.name} was on ${known.lastExam}.`);
  if (claim.expiresOn <= claim.issuedOn)
    return wrong('expiresOn', 'The expiration date must be after the issue date.');
  if (isOver(claim.expiresOn, today)) return wrong('expiresOn', 'This certification has expired.');
  return null;
}

/** Whether an admin may revoke a certification: whenever it counts. */
export function canRevoke(status: CertificationStatus): No | null {
  return isVerified(status) ? null : no('conflict', 'Only a verified certification can be revoked.');
}

/** So many days before its last day an expert is told that a certification will expire. */
export const WARN_DAYS = [60, 30, 7] as const;

/** Whole days until the last day of a certificate; 0 on that day. */
export function daysLeft(expiresOn: Date, today: Date): number {
  return utcDaysBetween(today, expiresOn);
}

/**
 * The warning that is due, or null: the nearest alone where the clock has passed several, and none that was given, or
 * that lies before one that was.
 */
export function warningDue(expiresOn: Date, today: Date, warned: number | null): number | null {
  const left = daysLeft(expiresOn, today);
  if (left < 0) return null;
  const nearest = WARN_DAYS.findLast((days) => left <= days);
  return nearest !== undefined && (warned === null || nearest < warned) ? nearest : null;
}
