import type { Side } from '@/lib/core/lifecycle';
import { INVITATION_DAYS } from '@/lib/identity/invitations/rules';
import { RIGHTS_IN_WORDS, type Right, WITHOUT_RIGHTS } from '@/lib/identity/members/rules';
import { renderMail } from '@/lib/vendors/mail/message';

/** The mail that asks somebody to become a member. */
export function invitationMail(of: {
  url: string;
  side: Side;
  tenant: string;
  by: string;
  rights: readonly Right[];
}): { subject: string; text: string; html: string } {
  const { url, side, tenant, by, rights } = of;
  const as =
    side === 'customer'
      ? 'a customer account that hires AWS experts on Groundcrew'
      : 'a company of certified AWS experts on Groundcrew';
  const may = rights.length
    ? rights.map((right) => RIGHTS_IN_WORDS[side][right]?.says ?? right).join(' ')
    : WITHOUT_RIGHTS[side];
  return {
    subject: 'An invitation on Groundcrew',
    ...renderMail({
      // What whoever invites typed comes after what is ours: the reader does not know them yet.
      title: 'You’re invited to become a member',
      sentences: [
        `Someone invited you to ${as}. They entered the names below.`,
        `Invited by “${by}”, to “${tenant}”. As a member, you could: ${may}`,
        `Accept or decline within ${INVITATION_DAYS} days. Don’t forward this email: its link works for anyone.`,
      ],
      button: { label: 'Read the invitation', url },
      footer: `“${by}” entered this address on Groundcrew. If you don’t know them, do nothing. You only become a member by accepting.`,
    }),
  };
}
