import { INVITATION_DAYS } from '@/lib/identity/invitations/rules';
import { renderMail } from '@/lib/vendors/mail/message';

/**
 * The mail to a client. What the expert typed comes after what is ours, in quotes, and it is names and the title alone: the
 * reader has agreed to nothing yet.
 */
export function clientInvitationMail(of: { url: string; expert: string; company: string; title: string }): {
  subject: string;
  text: string;
  html: string;
} {
  const { url, expert, company, title } = of;
  return {
    subject: 'An invitation on Groundcrew',
    ...renderMail({
      title: 'An AWS expert invites you',
      sentences: [
        'On Groundcrew you agree on a price, let the expert into your AWS account for one job, and pay when it’s done. Names below are as they entered them.',
        `Invited by “${expert}” of “${company}”, about: “${title}”`,
        `Accept or decline within ${INVITATION_DAYS} days. Don’t forward this email: its link accepts or declines for you.`,
      ],
      button: { label: 'Read the invitation', url },
      footer: `“${expert}” entered this address on Groundcrew. If you don’t know them, do nothing. Nothing begins unless you accept.`,
    }),
  };
}
