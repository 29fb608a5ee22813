import { z } from 'zod';
import { isAddress } from '@/lib/core/text';

/** One address of which a mail service says that nothing more should be sent to it. */
export type Reported = { email: string; reason: 'bounce' | 'complaint'; detail: string };

/** A report names few; more in one is not a report of what happened to a mail. */
const MOST = 50;
const text = z.string().max(2000).catch('');

/** Our own form, for any mail service: docs/operations.md. */
const Plain = z.object({
  kind: z.enum(['bounce', 'complaint']),
  email: z.string(),
  detail: text.optional(),
});

/** Amazon SES, as SNS hands it over: `notificationType` from an identity's feedback, `eventType` from a configuration set. */
const Bounce = z.object({
  bounceType: z.string(),
  bouncedRecipients: z
    .array(z.object({ emailAddress: z.string(), diagnosticCode: text.optional() }))
    .max(MOST),
});
const Complaint = z.object({
  complaintFeedbackType: text.optional(),
  complainedRecipients: z.array(z.object({ emailAddress: z.string() })).max(MOST),
});
const Ses = z.object({ bounce: Bounce.optional(), complaint: Complaint.optional() });
const Sns = z.object({ Type: z.literal('Notification'), Message: z.string() });

/** The addresses that a report is about; null where it is in no form that we know. A mailbox that is full for now is not among them. */
export function readReport(body: string): Reported[] | null {
  const report = parsed(body);
  const plain = Plain.safeParse(report);
  if (plain.success)
    return sound([{ ...plain.data, reason: plain.data.kind, detail: plain.data.detail ?? '' }]);
  const envelope = Sns.safeParse(report);
  const ses = Ses.safeParse(envelope.success ? parsed(envelope.data.Message) : report);
  if (!ses.success || (!ses.data.bounce && !ses.data.complaint)) return null;
  const { bounce, complaint } = ses.data;
  const gone = bounce?.bounceType === 'Permanent' ? bounce.bouncedRecipients : [];
  return sound([
    ...gone.map((one) => ({
      email: one.emailAddress,
      reason: 'bounce' as const,
      detail: one.diagnosticCode ?? '',
    })),
    ...(complaint?.complainedRecipients ?? []).map((one) => ({
      email: one.emailAddress,
      reason: 'complaint' as const,
      detail: complaint?.complaintFeedbackType ?? '',
    })),
  ]);
}

function sound(reported: Reported[]): Reported[] {
  return reported
    .map(({ email, reason, detail }) => ({ email: email.trim().toLowerCase(), reason, detail }))
    .filter(({ email }) => isAddress(email));
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
