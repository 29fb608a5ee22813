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
        'An account on Groundcrew wants to sign in with this address from now on.',
        `Its name is “${of.name}”. Open the link in the browser where you’re signed in.`,
      ]
    : [
        'An account on Groundcrew gave this address for its requests. Until you confirm it, we send nothing but this email.',
        `Its name is “${of.name}”. After that, emails about those requests come here. Confirming doesn’t sign you in.`,
      ];
  return {
    subject: `${title} for Groundcrew`,
    ...renderMail({
      title,
      sentences: [...says, `The link works once, for ${PROOF_HOURS} hours.`],
      button: { label: 'Confirm address', url: `${of.appUrl}/address?token=${of.token}` },
      footer: 'If this wasn’t you, do nothing: nothing happens without the link.',
    }),
  };
}

/** The mail to the address that was somebody's own until now. */
export function formerMail(of: { appUrl: string; name: string }): Rendered {
  const title = 'Your sign-in address changed';
  return {
    subject: `${title} on Groundcrew`,
    ...renderMail({
      title,
      sentences: [
        `Your account now signs in with another address. This one no longer opens the account of “${of.name}”, and no more emails come here.`,
        'We ended every other open session of the account.',
        'If this wasn’t you, contact the operator of this installation right away.',
      ],
      button: { label: 'Open Groundcrew', url: of.appUrl },
      footer: 'You get this email because this address opened the account until now. It’s the last one.',
    }),
  };
}
