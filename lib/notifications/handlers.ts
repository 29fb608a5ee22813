import { VENDOR } from '@/lib/core/rights';
import { handler } from '@/lib/doors/job';
import { perform } from '@/lib/doors/perform';
import { env } from '@/lib/env';
import { log } from '@/lib/log/logger';
import { renderMail } from '@/lib/mail/message';
import { sendMail } from '@/lib/mail/transport';
import { recordSent } from './commands';
import { sendNotification } from './jobs';
import { notificationToSend } from './queries';

export const handlers = [
  handler(sendNotification, async ({ notificationId }, { callId }) => {
    const told = await notificationToSend(notificationId);
    if (!told) return;
    const { text, html } = renderMail({
      title: told.subject,
      sentences: [told.says],
      button: { label: told.action, url: new URL(told.path, env.APP_URL).href },
      footer: `You get this because you take part in a job on ${env.OPERATOR_NAME}'s Groundcrew.`,
    });
    // The same id on a second try lets a mailbox see that it is the same mail.
    const sent = await sendMail(
      { url: env.SMTP_URL, from: env.MAIL_FROM },
      { to: told.to, subject: told.subject, text, html, messageId: `${told.id}@groundcrew` },
    );
    // Refused for good: no later try would be accepted, and nothing is called sent that was not.
    if (!sent.ok) return log().warn({ notificationId, problem: sent.problem }, 'mail refused');
    await perform(VENDOR, (tx) => recordSent(tx, VENDOR, { notificationId }), { callId });
  }),
];
