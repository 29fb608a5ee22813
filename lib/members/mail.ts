import { renderMail } from '@/lib/mail/message';
import { INVITATION_DAYS, RIGHTS_IN_WORDS, type Right, type Side, WITHOUT_RIGHTS } from './rules';

/** The mail that asks somebody to become a member. */
export function invitationMail(of: {
  url: string;
  side: Side;
  tenant: string;
  by: string;
  rights: readonly Right[];
}): { subject: string; text: string; html: string } {
  const { url, side, tenant, by, rights } = of;
  const title = `${by} invites you to ${tenant}`;
  const as =
    side === 'customer'
      ? 'a customer of AWS experts at Groundcrew'
      : 'a company of certified AWS experts at Groundcrew';
  const may = rights.length
    ? rights.map((right) => RIGHTS_IN_WORDS[side][right]?.says ?? right).join(' ')
    : WITHOUT_RIGHTS[side];
  return {
    subject: 'An invitation at Groundcrew',
    ...renderMail({
      title,
      sentences: [
        `${tenant} is ${as}. As a member you could: ${may}`,
        `Accept or decline within ${INVITATION_DAYS} days, with this address or this link.`,
      ],
      button: { label: 'Read the invitation', url },
      footer: `${by} entered this address at Groundcrew. If you know nothing of it, do nothing: you become a member only by accepting.`,
    }),
  };
}
