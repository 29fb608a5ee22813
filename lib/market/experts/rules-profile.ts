import { type No, no } from '@/lib/core/refusal';
import { counts, type HeldCertification } from './rules';

/** What a profile is made of, as far as it decides whether the public may see it. */
export type ProfileFacts = {
  headline: string;
  summary: string;
  sharesCompany: boolean;
  languages: readonly string[];
  timeZone: string;
  company: { about: string; suspendedAt: Date | null; closedAt: Date | null };
  person: { suspendedAt: Date | null };
  leftAt: Date | null;
  certifications: readonly HeldCertification[];
};

/** What must be there before a profile is public, in the order in which it is filled in. */
export const CHECKLIST = ['certification', 'headline', 'summary', 'languages', 'timeZone'] as const;
export type ChecklistItem = (typeof CHECKLIST)[number];

/** Where nobody has chosen one: a person's zone begins as UTC, which is no place where anybody lives. */
export const NO_TIME_ZONE = 'UTC';

/** The items that are missing. The photo, the rates and the experience are not asked for. */
export function missingOf(profile: ProfileFacts, today: Date): ChecklistItem[] {
  const there: Record<ChecklistItem, boolean> = {
    certification: profile.certifications.some((held) => counts(held, today)),
    headline: profile.headline.trim() !== '',
    summary: (profile.sharesCompany ? profile.company.about : profile.summary).trim() !== '',
    languages: profile.languages.length > 0,
    timeZone: profile.timeZone !== NO_TIME_ZONE,
  };
  return CHECKLIST.filter((item) => !there[item]);
}

/** Whether everybody may see the profile: whole, of a company that is open, and of somebody who is there. */
export function isPublic(profile: ProfileFacts, today: Date): boolean {
  const { company, person, leftAt } = profile;
  const there = !leftAt && !company.suspendedAt && !company.closedAt && !person.suspendedAt;
  return there && missingOf(profile, today).length === 0;
}

/**
 * Names that would pass for ours, or for AWS's. AWS IQ had /e/<handle> as well; what it refused is not known, so this is
 * our own list.
 */
const RESERVED = new Set(
  (
    'about access account admin administrator admins amazon api app assets auth aws awsiq aws-iq billing blog blogs ' +
    'company companies connections contact conversations customer customers demo dev docs edit expert experts faq ' +
    'feedback grants groundcrew guide health help home iq job jobs legal login logout mail me member members metrics ' +
    'moderator news new none notifications null official operator owner partner partners payments people pricing ' +
    'privacy profile proposals public register reports requests root security settings sign-in sign-out signin signout ' +
    'signup staff static status stripe support system team terms undefined verification verified verify webmaster work www'
  ).split(' '),
);

/** Whether an expert may have this handle. Chosen once: an address that changed hands would lead to somebody else. */
export function canHandle(handle: string, of: { current: string | null; taken: boolean }): No | null {
  const wrong = (message: string) => no('invalid', message, { handle: message });
  if (of.current !== null)
    return of.current.toLowerCase() === handle
      ? null
      : wrong(`Your address is /e/${of.current}. It stays yours and cannot be changed.`);
  if (RESERVED.has(handle)) return wrong('This name is reserved. Choose another one.');
  if (of.taken) return wrong('Somebody else has this name. Choose another one.');
  return null;
}
