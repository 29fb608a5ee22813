import { randomBytes } from 'node:crypto';
import { showId } from '@/lib/core/id';
import { CLOCK, VENDOR } from '@/lib/core/rights';
import { type Handler, handler } from '@/lib/platform/doors/job';
import { perform } from '@/lib/platform/doors/perform';
import { env } from '@/lib/platform/env';
import type { Sweep } from '@/lib/platform/jobs/sweep';
import { log } from '@/lib/platform/log/logger';
import { hashOf, newSecret } from '@/lib/platform/session/person';
import { sendMail } from '@/lib/vendors/mail/transport';
import { expireNext } from './commands';
import { sendClientInvitation } from './jobs';
import { clientInvitationMail } from './mail';
import { renewLink } from './store';

/** The link is made here, so that it is in no job and in no row, only in the mail; another try makes another and voids it. */
export const handlers: Handler[] = [
  handler(sendClientInvitation, async ({ invitationId }, { callId }) => {
    const token = newSecret();
    const told = await perform(
      VENDOR,
      (tx) => renewLink(tx, { id: invitationId, tokenHash: hashOf(token) }),
      { callId },
    );
    if (!told) return;
    const { email, ...says } = told;
    const url = `${env.APP_URL}/client-invitations/${showId(invitationId)}?token=${token}`;
    const sent = await sendMail(
      { url: env.SMTP_URL, from: env.MAIL_FROM },
      {
        ...clientInvitationMail({ ...says, url }),
        to: email,
        messageId: `client.${invitationId}.${randomBytes(6).toString('hex')}@${new URL(env.APP_URL).hostname}`,
      },
    );
    if (!sent.ok)
      log().warn({ callId, invitationId, problem: sent.message }, 'the mail server refused an invitation');
  }),
];

export const sweeps: Sweep[] = [
  { name: 'clients.expire', run: async () => Number(await perform(CLOCK, (tx) => expireNext(tx, CLOCK))) },
];
