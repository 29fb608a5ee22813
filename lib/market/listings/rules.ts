import { counts, type HeldCertification } from '@/lib/market/certifications/rules';

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
