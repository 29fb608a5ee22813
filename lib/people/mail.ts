import { renderMail } from '@/lib/mail/message';
import { PROOF_HOURS, type ProofPurpose } from './rules-address';

type Rendered = { subject: string; text: string; html: string };

/** The mail with the link that proves an address. */
export function proofMail(of: {
  appUrl: string;
  token: string;
  name: string;
  purpose: ProofPurpose;
}): Rendered {
  const change = of.purpose === 'sign_in';
  const title = change ? 'Confirm your new address' : 'Confirm this address';
  const says = change
    ? `${of.name} asked to sign in to Groundcrew with this address from now on.`
    : `${of.name} gave this address for requests on Groundcrew. Until it is confirmed, nothing but this mail is sent to it.`;
  return {
    subject: `${title} for Groundcrew`,
    ...renderMail({
      title,
      sentences: [
        says,
        change
          ? 'Open the link in the browser where you are signed in.'
          : 'After that, mails about those requests come here.',
        `The link is good for ${PROOF_HOURS} hours, once.`,
      ],
      button: { label: 'Confirm the address', url: `${of.appUrl}/address?token=${of.token}` },
      footer: 'If this was not you, do nothing: without the link nothing happens.',
    }),
  };
}

/** The mail to the address that was somebody's own until now. */
export function formerMail(of: { appUrl: string; name: string }): Rendered {
  const title = 'Your sign-in address was changed';
  return {
    subject: `${title} at Groundcrew`,
    ...renderMail({
      title,
      sentences: [
        `${of.name} now signs in to Groundcrew with another address. This one no longer opens the account, and no more mails come here.`,
        'Every other open session of the account was ended.',
        'If this was not you, write to the operator of this installation at once.',
      ],
      button: { label: 'Open Groundcrew', url: of.appUrl },
      footer: 'You get this mail because this address opened the account until now. It is the last one.',
    }),
  };
}
