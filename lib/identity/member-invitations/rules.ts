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
    return at('companyName', 'invalid', 'Name the company: with a colleague, you no longer work alone.');
  if (of.memberEmails.some((email) => email.toLowerCase() === of.email.toLowerCase()))
    return at('email', 'conflict', 'The person with this address is already a member.');
  if (of.openAlready)
    return at('email', 'conflict', 'This address already has an invitation. Send it again, or withdraw it.');
  if (of.count >= MOST_MEMBERS)
    return at('email', 'conflict', `You can have at most ${MOST_MEMBERS} members and open invitations.`);
  if (of.askedLately >= MOST_INVITED)
    return at('email', 'limited', 'This address got several invitations today. Try again tomorrow.');
  return null;
}
