import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { StoredMail } from './store';

const LARGEST_MAIL = 10 * 1024 * 1024;

export type Smtp = { port: number; close(): Promise<void> };

/**
 * Takes every mail for everybody, but for the addresses that it was told to refuse. `deliver` has kept a mail before the
 * sender is told that it was taken.
 */
export async function startSmtp(
  host: string,
  port: number,
  deliver: (mail: Omit<StoredMail, 'seq'>) => void,
  refusals: ReadonlyMap<string, string> = new Map(),
): Promise<Smtp> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: LARGEST_MAIL,
    rejectOversized: true,
    onRcptTo({ address }, _session, callback) {
      const answer = refusals.get(address.toLowerCase());
      if (!answer) return callback();
      callback(Object.assign(new Error(answer.slice(4)), { responseCode: Number(answer.slice(0, 3)) }));
    },
    onData(stream, session, callback) {
      readMail(stream, session).then(
        (mail) => {
          deliver(mail);
          callback();
        },
        (thrown: unknown) => callback(thrown instanceof Error ? thrown : new Error(String(thrown))),
      );
    },
  });
  // A sender that breaks off is its own problem; without a listener it would end this process.
  server.on('error', () => {});
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
  return {
    port: (server.server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function readMail(
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
): Promise<Omit<StoredMail, 'seq'>> {
  const parsed = await simpleParser(stream);
  const { mailFrom, rcptTo } = session.envelope;
  return {
    from: parsed.from?.text ?? (mailFrom ? mailFrom.address : ''),
    to: [...new Set(rcptTo.map(({ address }) => address.toLowerCase()))],
    subject: parsed.subject ?? '',
    text: parsed.text ?? '',
    html: parsed.html || '',
    headers: parsed.headerLines.map(({ line }) => {
      const colon = line.indexOf(':');
      return {
        name: line.slice(0, colon),
        value: line
          .slice(colon + 1)
          .replace(/\r?\n\s+/g, ' ')
          .trim(),
      };
    }),
    receivedAt: new Date().toISOString(),
  };
}
