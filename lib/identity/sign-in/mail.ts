import { SIGN_IN_MINUTES } from '@/lib/identity/sessions/rules';
import { renderMail } from '@/lib/vendors/mail/message';

/**
 * The mail with the link and the code. The code is neither in the subject nor in what a list of mails shows beside it, and
 * not in the first lines of the text: locked phones show those.
 */
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
      preheader: `Open this email to see your link and code. Both work once, for ${SIGN_IN_MINUTES} minutes.`,
      sentences: [
        `Use the link below in any browser, or the code in the tab where you asked for it. Both work once, for ${SIGN_IN_MINUTES} minutes.`,
        'Never give the code to anyone. We never ask for it by phone, chat or email.',
        `Your code: ${code}`,
      ],
      button: { label: 'Sign in', url: `${of.appUrl}/sign-in/link?token=${of.token}` },
      footer:
        'Someone entered this address on Groundcrew. If it wasn’t you, do nothing: no one can sign in without this email.',
    }),
  };
}
