import { randomBytes } from 'node:crypto';
import { VENDOR } from '@/lib/core/rights';
import { type Handler, handler } from '@/lib/platform/doors/job';
import { perform } from '@/lib/platform/doors/perform';
import { env } from '@/lib/platform/env';
import { log } from '@/lib/platform/log/logger';
import { hashOf, newSecret } from '@/lib/platform/session/person';
import { sendMail } from '@/lib/vendors/mail/transport';
import { sendProof, tellFormer } from './jobs';
import { formerMail, proofMail } from './mail';
import { formerAddress, renewLink } from './store';

const config = () => ({ url: env.SMTP_URL, from: env.MAIL_FROM });

const host = () => new URL(env.APP_URL).hostname;

/** A secret is made here, so that it is in no job and in no row, only in the mail; another try makes another and voids it. */
export const handlers: Handler[] = [
  handler(sendProof, async ({ proofId }, { callId }) => {
    const token = newSecret();
    const told = await perform(
      VENDOR,
      (tx) => renewLink(tx, { id: proofId, tokenHash: hashOf(token), now: new Date() }),
      { callId },
    );
    if (!told) return;
    const { email, name, purpose } = told;
    const sent = await sendMail(config(), {
      ...proofMail({ appUrl: env.APP_URL, token, name, purpose }),
      to: email,
      messageId: `address.${proofId}.${randomBytes(6).toString('hex')}@${host()}`,
    });
    if (!sent.ok) log().warn({ callId, proofId, problem: sent.message }, 'the email server refused a proof');
  }),
  handler(tellFormer, async ({ proofId }, { callId }) => {
    const told = await perform(VENDOR, (tx) => formerAddress(tx, proofId), { callId });
    if (!told) return;
    const sent = await sendMail(config(), {
      ...formerMail({ appUrl: env.APP_URL, name: told.name }),
      to: told.email,
      messageId: `former.${proofId}@${host()}`,
    });
    if (!sent.ok)
      log().warn(
        { callId, proofId, problem: sent.message },
        'the email server refused to tell a former address',
      );
  }),
];
