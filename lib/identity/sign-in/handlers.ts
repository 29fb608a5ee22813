import { randomBytes } from 'node:crypto';
import { VENDOR } from '@/lib/core/rights';
import { type Handler, handler } from '@/lib/platform/doors/job';
import { perform } from '@/lib/platform/doors/perform';
import { env } from '@/lib/platform/env';
import { log } from '@/lib/platform/log/logger';
import { codeHashOf, newCode } from '@/lib/platform/session/codes';
import { hashOf, newSecret } from '@/lib/platform/session/person';
import { sendMail } from '@/lib/vendors/mail/transport';
import { sendSignIn } from './jobs';
import { signInMail } from './mail';
import { renewSecrets } from './store';

/**
 * The secrets are made here, so that they are in no job and in no row, only in the mail. Another try makes others and
 * voids these: a mail that did arrive after all may then hold a link that no longer works, and says so when it is opened.
 */
export const handlers: Handler[] = [
  handler(sendSignIn, async ({ signInId }, { callId }) => {
    const [token, code] = [newSecret(), newCode()];
    const to = await perform(
      VENDOR,
      (tx) =>
        renewSecrets(tx, {
          id: signInId,
          linkHash: hashOf(token),
          codeHash: codeHashOf(env.NEXTAUTH_SECRET, signInId, code),
          now: new Date(),
        }),
      { callId },
    );
    if (!to) return;
    const sent = await sendMail(
      { url: env.SMTP_URL, from: env.MAIL_FROM },
      {
        ...signInMail({ appUrl: env.APP_URL, token, code }),
        to,
        // Not the same for every try: each has secrets of its own, and a mailbox must not take the second for the first.
        messageId: `sign-in.${signInId}.${randomBytes(6).toString('hex')}@${new URL(env.APP_URL).hostname}`,
      },
    );
    if (!sent.ok)
      log().warn({ callId, signInId, problem: sent.message }, 'the email server refused a sign-in email');
  }),
];
