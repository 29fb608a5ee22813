import { VENDOR } from '@/lib/core/rights';
import { stopMail } from '@/lib/notifications/bounces/commands';
import { takesMail } from '@/lib/notifications/bounces/queries';
import { perform } from '@/lib/platform/doors/perform';
import { env } from '@/lib/platform/env';
import { log } from '@/lib/platform/log/logger';
import { type Mail, sendMail } from '@/lib/vendors/mail/transport';

/**
 * Sends a mail, but to no address that refuses mail: the one way for all mail but that for signing in. Throws where the
 * mail server is away, so that the job is tried again. `stopped`: this address takes none, now or already before.
 */
export async function postMail(mail: Mail, callId: string): Promise<'sent' | 'stopped' | 'refused'> {
  if (!(await takesMail(mail.to))) return 'stopped';
  const sent = await sendMail({ url: env.SMTP_URL, from: env.MAIL_FROM }, mail);
  if (sent.ok) return 'sent';
  log().warn({ callId, problem: sent.problem, messageId: mail.messageId }, 'email refused');
  if (sent.problem !== 'address') return 'refused';
  const stop = { email: mail.to, reason: 'bounce' as const, detail: sent.message };
  await perform(VENDOR, (tx) => stopMail(tx, VENDOR, stop), { callId });
  return 'stopped';
}
