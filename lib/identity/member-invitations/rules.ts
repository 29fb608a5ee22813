import { type No, no } from '@/lib/core/refusal';

/** Invitations to one address in a day, whoever sends them: nobody's mailbox is filled by strangers. */
export const MOST_INVITED = 5;

/** Members and open invitations of one tenant. Ours: more than that wants a directory of its own. */
export const MOST_MEMBERS = 200;

export function canInvite(of: {
  email: string;
  memberEmails: readonly string[];
  /** Members and open invitations. */
  count: number;
  openAlready: boolean;
  askedLately: number;
  /** A company of one that has no name of its own yet. */
  nameMissing: boolean;
}): No | null {
  const at = (field: string, code: 'conflict' | 'limited' | 'invalid', sentence: string) =>
    no(code, sentence, { [field]: sentence });
  if (of.nameMissing)
    return at('companyName', 'invalid', 'Name the company: with a colleague you no longer work alone.');
  if (of.memberEmails.some((email) => email.toLowerCase() === of.email.toLowerCase()))
    return at('email', 'conflict', 'Whoever has this address is a member already.');
  if (of.openAlready)
    return at('email', 'conflict', 'An invitation to this address is open. Send it again, or withdraw it.');
  if (of.count >= MOST_MEMBERS)
    return at('email', 'conflict', `There can be at most ${MOST_MEMBERS} members and open invitations.`);
  if (of.askedLately >= MOST_INVITED)
    return at('email', 'limited', 'Several invitations went to this address today. Try again tomorrow.');
  return null;
}
