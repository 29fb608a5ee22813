import { PROOF_MINUTES } from '@/lib/core/step-up';
import { renderMail } from '@/lib/vendors/mail/message';

/** The mail with the code that confirms a payment, or that ways to confirm may be changed. */
export function confirmMail(of: { code: string }): { subject: string; text: string; html: string } {
  const code = `${of.code.slice(0, 3)} ${of.code.slice(3)}`;
  return {
    subject: 'Confirm that it is you',
    ...renderMail({
      title: 'Confirm that it is you',
      preheader: `Open this email to see your code. It works once, for ${PROOF_MINUTES} minutes.`,
      sentences: [
        `Enter the code below on the page where you asked for it, in the same browser. It works once, for ${PROOF_MINUTES} minutes.`,
        'Never give the code to anyone. We never ask for it by phone, chat or email.',
        `Your code: ${code}`,
      ],
      footer:
        'Somebody who is signed in to Groundcrew with this address asked for it, before money moves or before a way to confirm is added. If it was not you, end your other sessions under Settings, Security.',
    }),
  };
}
