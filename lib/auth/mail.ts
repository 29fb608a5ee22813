import { PROOF_MINUTES } from '@/lib/core/step-up';
import { renderMail } from '@/lib/mail/message';
import { SIGN_IN_MINUTES } from './rules';

/** The mail with the link and the code. The code is not in the subject: phones show subjects when locked. */
export function signInMail(of: { appUrl: string; token: string; code: string }): {
  subject: string;
  text: string;
  html: string;
} {
  const code = `${of.code.slice(0, 3)} ${of.code.slice(3)}`;
  return {
    subject: 'Sign in to Groundcrew',
    ...renderMail({
      title: 'Sign in to Groundcrew',
      sentences: [
        `Your code: ${code}`,
        'Enter it in the tab where you asked for it. Or sign in with this link, in any browser.',
        `Both are good for ${SIGN_IN_MINUTES} minutes, once.`,
      ],
      button: { label: 'Sign in', url: `${of.appUrl}/sign-in/link?token=${of.token}` },
      footer:
        'Somebody entered this address at Groundcrew. If it was not you, do nothing: without this mail nobody can sign in. Never give the code to anybody.',
    }),
  };
}

/** The mail with the code that confirms a payment, or that ways to confirm may be changed. */
export function confirmMail(of: { code: string }): { subject: string; text: string; html: string } {
  const code = `${of.code.slice(0, 3)} ${of.code.slice(3)}`;
  return {
    subject: 'Confirm that it is you',
    ...renderMail({
      title: 'Confirm that it is you',
      sentences: [
        `Your code: ${code}`,
        'Enter it on the page where you asked for it. It works in that browser alone.',
        `It is good for ${PROOF_MINUTES} minutes, once.`,
      ],
      footer:
        'Somebody who is signed in to Groundcrew with this address asked for it, before money moves or before a way to confirm is added. If it was not you, end your other sessions under Settings, Security. Never give the code to anybody.',
    }),
  };
}
