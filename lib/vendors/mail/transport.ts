import { createTransport } from 'nodemailer';
import { isAddress } from '@/lib/core/text';
import { inSpan } from '@/lib/platform/tracing/span';
import { readMailbox } from './address';

export type MailConfig = {
  /** `smtp://` or `smtps://`, with the user and password where the server wants them. */
  url: string;
  /** `Name <address>` or an address. */
  from: string;
};

/** The only headers a caller may add; each holds what we made, never what a person typed. */
export type MailHeader =
  | 'Auto-Submitted'
  | 'In-Reply-To'
  | 'List-Unsubscribe'
  | 'List-Unsubscribe-Post'
  | 'References';

export type Mail = {
  to: string;
  subject: string;
  text: string;
  html: string;
  headers?: Partial<Record<MailHeader, string>>;
  /** `left@right` without the angle brackets; the same for every try, so that a mailbox sees one mail. */
  messageId: string;
};

/**
 * refused: the mail server will never take this mail. address: it takes no mail for this address, whatever is in it.
 * Trying again will not help.
 */
export type MailResult = { ok: true } | { ok: false; problem: 'refused' | 'address'; message: string };

const CONNECT_WITHIN_MS = 10_000;
const ANSWER_WITHIN_MS = 20_000;
const LONGEST_SUBJECT = 200;
const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];
const MESSAGE_ID = /^[\w.+-]{1,120}@[\w.-]{1,120}$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]+/g;

type Transport = ReturnType<typeof open>;
const transports = new Map<string, Transport>();

/**
 * Hands one mail to the mail server. Throws when the server cannot be reached or asks to try later, so that the
 * job which sends is tried again.
 */
export async function sendMail(config: MailConfig, mail: Mail): Promise<MailResult> {
  const from = readMailbox(config.from);
  if (!from) throw new Error(`The sender's address is not one: ${config.from}`);
  if (!isAddress(mail.to)) return refused('address', 'We can’t send email to this address.');
  if (!MESSAGE_ID.test(mail.messageId)) throw new RangeError('A message id has the form left@right');
  try {
    await inSpan(
      'mail.send',
      {},
      () =>
        transportTo(config.url).sendMail({
          from,
          to: { name: '', address: mail.to },
          envelope: { from: from.address, to: [mail.to] },
          subject: oneLine(mail.subject),
          text: mail.text,
          html: mail.html,
          messageId: `<${mail.messageId}>`,
          headers: headersOf(mail.headers),
          disableFileAccess: true,
          disableUrlAccess: true,
        }),
      'CLIENT',
    );
    return { ok: true };
  } catch (thrown) {
    const code = thrown instanceof Error && 'responseCode' in thrown ? Number(thrown.responseCode) : 0;
    // RFC 5321: 5yz is for good, 4yz is for now. A refused login (535) is our setting, not this mail.
    if (code >= 500 && code !== 530 && code !== 535)
      return refused(isNobody(thrown as SmtpError) ? 'address' : 'refused', (thrown as Error).message);
    throw thrown;
  }
}

function refused(problem: 'refused' | 'address', message: string): MailResult {
  return { ok: false, problem, message };
}

type SmtpError = Error & {
  command?: string;
  response?: string;
  rejectedErrors?: { command?: string; response?: string }[];
};

/**
 * Whether the server said no to the recipient itself. RFC 3463: 5.1.x is about the address, 5.2.1 a mailbox that is shut.
 * 5.7.x is about us (we may not relay, a list blocks us) and 5.2.2 a full mailbox: neither says that nobody is there.
 */
function isNobody(error: SmtpError): boolean {
  const { command, response = '' } = error.rejectedErrors?.[0] ?? error;
  if (command !== 'RCPT TO') return false;
  const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})/.exec(response)?.[1];
  return enhanced === undefined || enhanced.startsWith('5.1.') || enhanced === '5.2.1';
}

/** A subject in one line: what could end the header or turn its text around is a space. */
function oneLine(text: string): string {
  return [...text.replace(CONTROLS, ' ').trim()].slice(0, LONGEST_SUBJECT).join('');
}

function headersOf(headers: Mail['headers'] = {}): Record<string, string> {
  for (const [name, value] of Object.entries(headers)) {
    // A header we made that holds a line break means that somebody's text came into it.
    if (value.search(CONTROLS) !== -1) throw new RangeError(`The header ${name} holds a control character`);
  }
  return { 'Auto-Submitted': 'auto-generated', ...headers };
}

function transportTo(url: string): Transport {
  const known = transports.get(url);
  if (known) return known;
  const transport = open(url);
  transports.set(url, transport);
  return transport;
}

function open(url: string) {
  return createTransport({
    url,
    // Passwords and mails cross a network only encrypted.
    requireTLS: !LOOPBACK.includes(new URL(url).hostname),
    connectionTimeout: CONNECT_WITHIN_MS,
    greetingTimeout: CONNECT_WITHIN_MS,
    socketTimeout: ANSWER_WITHIN_MS,
  });
}
