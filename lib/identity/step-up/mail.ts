import { PROOF_MINUTES } from '@/lib/core/step-up';
import { renderMail } from '@/lib/vendors/mail/message';

/** The mail with the code that confirms a payment, or that ways to confirm may be changed. */
export function confirmMail(of: { code: string }): { subject: string; text: string; html: string } {
  const code = `${of.code.slice(0, 3)} ${of.code.slice(3)}`;
  return {
    subject: 'Confirm it’s you',
    ...renderMail({
      title: 'Confirm it’s you',
      preheader: `Open this email to see your code. It works once, for ${PROOF_MINUTES} minutes.`,
      sentences: [
        `Enter the code below on the page where you asked for it, in the same browser. It works once, for ${PROOF_MINUTES} minutes.`,
        'Never give the code to anyone. We never ask for it by phone, chat or email.',
        `Your code: ${code}`,
      ],
      footer:
        'Someone signed in to Groundcrew with this address asked for it, to move money or add a way to confirm. If it wasn’t you, end your other sessions under Settings, Security.',
    }),
  };
}
