import { randomBytes } from 'node:crypto';
import { VENDOR } from '@/lib/core/rights';
import { type Handler, handler } from '@/lib/platform/doors/job';
import { perform } from '@/lib/platform/doors/perform';
import { env } from '@/lib/platform/env';
import { log } from '@/lib/platform/log/logger';
import { codeHashOf, newCode } from '@/lib/platform/session/codes';
import { sendMail } from '@/lib/vendors/mail/transport';
import { sendConfirm } from './jobs';
import { confirmMail } from './mail';
import { renewCode } from './store';

/** The code is made here, so that it is in no job and in no row, only in the mail; another try makes another and voids it. */
export const handlers: Handler[] = [
  handler(sendConfirm, async ({ codeId }, { callId }) => {
    const code = newCode();
    const codeHash = codeHashOf(env.NEXTAUTH_SECRET, codeId, code);
    const renew = { id: codeId, codeHash, now: new Date() };
    const to = await perform(VENDOR, (tx) => renewCode(tx, renew), { callId });
    if (!to) return;
    const sent = await sendMail(
      { url: env.SMTP_URL, from: env.MAIL_FROM },
      {
        ...confirmMail({ code }),
        to,
        messageId: `confirm.${codeId}.${randomBytes(6).toString('hex')}@${new URL(env.APP_URL).hostname}`,
      },
    );
    if (!sent.ok)
      log().warn({ callId, codeId, problem: sent.message }, 'the email server refused an email to confirm');
  }),
];
