import { renderMail } from '@/lib/vendors/mail/message';
import { PROOF_HOURS, type ProofPurpose } from './rules';

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
  // The name is what somebody typed: it comes after what is ours.
  const says = change
    ? [
        'An account on Groundcrew asks to sign in with this address from now on.',
        `Its name is “${of.name}”. Open the link in the browser where you’re signed in.`,
      ]
    : [
        'An account on Groundcrew gave this address for its requests. Until you confirm it, we send nothing but this email.',
        `Its name is “${of.name}”. After that, emails about those requests come here. You aren’t signed in by it.`,
      ];
  return {
    subject: `${title} for Groundcrew`,
    ...renderMail({
      title,
      sentences: [...says, `The link is good for ${PROOF_HOURS} hours, once.`],
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
        `Your account now signs in with another address. This one no longer opens the account of “${of.name}”, and no more emails come here.`,
        'Every other open session of the account was ended.',
        'If this was not you, write to the operator of this installation at once.',
      ],
      button: { label: 'Open Groundcrew', url: of.appUrl },
      footer: 'You get this mail because this address opened the account until now. It is the last one.',
    }),
  };
}
