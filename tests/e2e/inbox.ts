import { place } from './place';

type Mail = { seq: number; subject: string; text: string };

/** The next mail to an address, waited for at the inbox itself. */
export async function mailTo(to: string, of: { subject?: string; after?: number } = {}): Promise<Mail> {
  const query = new URLSearchParams({ to, timeout: '30000', after: String(of.after ?? 0) });
  if (of.subject) query.set('subject', of.subject);
  const response = await fetch(`${place().mail}/api/mails/wait?${query}`);
  if (!response.ok) throw new Error(`no mail to ${to} about ${of.subject ?? 'anything'} within 30 s`);
  return ((await response.json()) as { mail: Mail }).mail;
}

/** The six digits of a sign-in mail. */
export function codeIn(mail: Mail): string {
  const code = /\b(\d{3})[ \u00a0]?(\d{3})\b/.exec(mail.text);
  if (!code) throw new Error(`no code in: ${mail.text}`);
  return code[1]! + code[2]!;
}

/** The sign-in link of a mail. */
export function linkIn(mail: Mail): string {
  const link = /https?:\/\/\S+\/sign-in\/link\?\S+/.exec(mail.text);
  if (!link) throw new Error(`no link in: ${mail.text}`);
  return link[0];
}
