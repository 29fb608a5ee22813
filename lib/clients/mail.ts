import { renderMail } from '@/lib/mail/message';
import { CLIENT_INVITATION_DAYS } from './rules';

/** The mail to a client. Of what the expert wrote it has the title alone: nobody's mailbox is a place for their prose. */
export function clientInvitationMail(of: {
  url: string;
  clientName: string;
  expert: string;
  company: string;
  title: string;
}): { subject: string; text: string; html: string } {
  const { url, clientName, expert, company, title } = of;
  return {
    subject: `${expert} invites you to Groundcrew`,
    ...renderMail({
      title: `${expert} of ${company} invites you`,
      sentences: [
        `Dear ${clientName}, it is about: ${title}`,
        'At Groundcrew you agree on a price, let the expert into your AWS account for exactly the job, see what is done there, and pay when it is done.',
        `Accept or decline within ${CLIENT_INVITATION_DAYS} days, with this address or this link.`,
      ],
      button: { label: 'Read the invitation', url },
      footer: `${expert} entered this address at Groundcrew. If you do not know them, do nothing: nothing begins unless you accept.`,
    }),
  };
}
