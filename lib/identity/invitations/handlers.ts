import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import { showId } from '@/lib/core/id';
import { VENDOR } from '@/lib/core/rights';
import type { Tx } from '@/lib/platform/db/transaction';
import { type Handler, handler } from '@/lib/platform/doors/job';
import { perform } from '@/lib/platform/doors/perform';
import { env } from '@/lib/platform/env';
import type { Job } from '@/lib/platform/jobs/job';
import { log } from '@/lib/platform/log/logger';
import { hashOf, newSecret } from '@/lib/platform/session/person';
import { sendMail } from '@/lib/vendors/mail/transport';

type Sending<Told> = {
  job: Job<z.ZodObject<{ invitationId: z.ZodUUID }>>;
  /** Where it is read and answered. */
  page: '/invitations' | '/client-invitations';
  /** Saves the hash of the new link, and answers what the mail says; null where the invitation is answered or over. */
  renew: (tx: Tx, of: { id: string; tokenHash: string }) => Promise<Told | null>;
  mail: (says: Told & { url: string }) => { subject: string; text: string; html: string };
};

/** The link is made here, so that it is in no job and in no row, only in the mail; another try makes another and voids it. */
export function sends<Told extends { email: string }>({ job, page, renew, mail }: Sending<Told>): Handler {
  return handler(job, async ({ invitationId }, { callId }) => {
    const token = newSecret();
    const link = { id: invitationId, tokenHash: hashOf(token) };
    const told = await perform(VENDOR, (tx) => renew(tx, link), { callId });
    if (!told) return;
    const url = `${env.APP_URL}${page}/${showId(invitationId)}?token=${token}`;
    const { hostname } = new URL(env.APP_URL);
    const sent = await sendMail(
      { url: env.SMTP_URL, from: env.MAIL_FROM },
      {
        ...mail({ ...told, url }),
        to: told.email,
        messageId: `${page.slice(1)}.${invitationId}.${randomBytes(6).toString('hex')}@${hostname}`,
      },
    );
    if (!sent.ok)
      log().warn({ callId, invitationId, problem: sent.message }, 'the email server refused an invitation');
  });
}
