import { type AddressInfo, createServer, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StoredMail } from '@/lib/sandbox/mail/store';
import { type MailSandbox, startMailSandbox } from '@/lib/sandbox/servers/mail';
import { readMailbox } from '@/lib/vendors/mail/address';
import { renderMail } from '@/lib/vendors/mail/message';
import { type Mail, sendMail } from '@/lib/vendors/mail/transport';

let sandbox: MailSandbox;
beforeAll(async () => {
  sandbox = await startMailSandbox({ smtpPort: 0, webPort: 0, database: ':memory:' });
});
afterAll(() => sandbox.close());

let made = 0;

function mail(given: Partial<Mail> = {}): Mail {
  made += 1;
  const body = renderMail({ title: 'A proposal waits', sentences: ['Read it.'], footer: 'You take part.' });
  return {
    to: `reader${made}@x.example`,
    subject: 'A proposal waits',
    messageId: `m${made}@x.example`,
    ...body,
    ...given,
  };
}

const config = (from = 'Groundcrew <no-reply@groundcrew.example>') => ({ url: sandbox.smtpUrl, from });

async function arrived(to: string): Promise<StoredMail> {
  const answer = await fetch(`${sandbox.url}/api/mails/wait?to=${encodeURIComponent(to)}`);
  return ((await answer.json()) as { mail: StoredMail }).mail;
}

const header = (stored: StoredMail, name: string) =>
  stored.headers.filter((each) => each.name.toLowerCase() === name.toLowerCase()).map(({ value }) => value);

describe('a mail', () => {
  test('arrives as it was written, in both forms, with our message id', async () => {
    const sent = mail({ subject: 'Grüße: 作業' });
    expect(await sendMail(config(), sent)).toEqual({ ok: true });
    const stored = await arrived(sent.to);
    expect(stored).toMatchObject({
      to: [sent.to],
      subject: 'Grüße: 作業',
      from: '"Groundcrew" <no-reply@groundcrew.example>',
    });
    expect(stored.text.trim()).toBe(sent.text.trim());
    expect(stored.html.trim()).toBe(sent.html.trim());
    expect(header(stored, 'message-id')).toEqual([`<${sent.messageId}>`]);
    expect(header(stored, 'auto-submitted')).toEqual(['auto-generated']);
  });

  test.each([
    'Hello\r\nBcc: victim@x.example',
    'Hello\nBcc: victim@x.example',
    'Hello\u2028Bcc: victim@x.example',
  ])('keeps a subject with line breaks in one header: %j', async (subject) => {
    const sent = mail({ subject });
    await sendMail(config(), sent);
    const stored = await arrived(sent.to);
    expect(stored).toMatchObject({ subject: 'Hello Bcc: victim@x.example', to: [sent.to] });
    expect(header(stored, 'bcc')).toEqual([]);
  });

  test.each([
    'a@x.example, b@x.example',
    'a@x.example\r\nRCPT TO:<b@x.example>',
    '"a b"@x.example',
    'Name <a@x.example>',
    'a@localhost',
    `${'a'.repeat(250)}@x.example`,
    '',
  ])('is not sent to what is not one address: %j', async (to) => {
    const before = ((await (await fetch(`${sandbox.url}/api/mails`)).json()) as { mails: unknown[] }).mails
      .length;
    expect(await sendMail(config(), mail({ to }))).toMatchObject({ ok: false, problem: 'address' });
    const after = ((await (await fetch(`${sandbox.url}/api/mails`)).json()) as { mails: unknown[] }).mails
      .length;
    expect(after).toBe(before);
  });

  test('takes no header or message id that could hold another', async () => {
    const broken = mail({ headers: { References: '<a@b>\r\nBcc: victim@x.example' } });
    await expect(sendMail(config(), broken)).rejects.toThrow('control character');
    await expect(sendMail(config(), mail({ messageId: 'a@b>\r\nX: y' }))).rejects.toThrow('message id');
    const sent = mail({ headers: { 'List-Unsubscribe': '<https://groundcrew.example/settings>' } });
    await sendMail(config(), sent);
    const stored = await arrived(sent.to);
    expect(header(stored, 'list-unsubscribe')).toEqual(['<https://groundcrew.example/settings>']);
  });

  test('reads no file and fetches nothing that its text names', async () => {
    const sent = mail({ html: { path: '/etc/hostname' } as unknown as string });
    await expect(sendMail(config(), sent)).rejects.toThrow(/file access/i);
  });
});

describe('a mail server', () => {
  test.each([
    ['550 5.1.1 No such mailbox', 'address'],
    ['550 No such mailbox', 'address'],
    ['550 5.7.1 We do not relay for you', 'refused'],
    ['552 5.2.2 Mailbox full', 'refused'],
    ['451 4.3.0 Try later', 'thrown'],
  ])('that answers %s', async (answer, expected) => {
    const server = await smtpThat(answer);
    const url = `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const sent = sendMail({ ...config(), url }, mail());
    if (expected !== 'thrown') expect(await sent).toMatchObject({ ok: false, problem: expected });
    else await expect(sent).rejects.toThrow('Try later');
    await new Promise((resolve) => server.close(resolve));
  });

  test('that cannot be reached leaves the mail to the next try', async () => {
    const server = await smtpThat('550 Nobody');
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    await expect(sendMail({ ...config(), url: `smtp://127.0.0.1:${port}` }, mail())).rejects.toThrow(
      'ECONNREFUSED',
    );
  });
});

/** A server that greets and then answers every recipient with one line. */
async function smtpThat(answers: string): Promise<Server> {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.write('220 test ESMTP\r\n');
    socket.on('data', (chunk) => {
      for (const line of chunk.toString().split('\r\n').filter(Boolean)) {
        if (/^QUIT/i.test(line)) socket.end('221 Bye\r\n');
        else socket.write(/^RCPT/i.test(line) ? `${answers}\r\n` : '250 OK\r\n');
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

describe('a sender', () => {
  test.each([
    ['Groundcrew <mail@x.example>', { name: 'Groundcrew', address: 'mail@x.example' }],
    ['"Ground Crew" <mail@x.example>', { name: 'Ground Crew', address: 'mail@x.example' }],
    ['mail@x.example', { name: '', address: 'mail@x.example' }],
    ['A <a@x.example>, B <b@x.example>', null],
    ['Groundcrew\r\nBcc: v@x.example <mail@x.example>', null],
    ['Groundcrew', null],
  ])('is read from the setting %j', (text, mailbox) => {
    expect(readMailbox(text)).toEqual(mailbox);
  });
});

describe('a rendered mail', () => {
  test('escapes what people typed, and keeps its line breaks', () => {
    const { html, text } = renderMail({
      title: 'Message from <b>Ann</b>',
      sentences: ['One\n<img src=https://evil.example/x.png onerror=alert(1)>'],
      button: { label: 'Read & answer', url: 'https://groundcrew.example/c?a=1&b="2"' },
      footer: '</p><script>alert(1)</script>',
    });
    expect(html).not.toMatch(/<(?:img|script|b)[ >]/);
    expect(html).toContain('One<br>&lt;img');
    expect(html).toContain('href="https://groundcrew.example/c?a=1&amp;b=&quot;2&quot;"');
    expect(text).toContain('One\n<img');
    expect(text).toContain('Read & answer:\nhttps://groundcrew.example/c?a=1&b="2"');
  });

  test('has no button that leads anywhere but to a page', () => {
    const button = { label: 'Go', url: 'javascript:alert(1)' };
    expect(() => renderMail({ title: 'T', sentences: [], button, footer: 'F' })).toThrow(RangeError);
  });

  test('names every colour anew for a reader in the dark', () => {
    const url = 'https://crew.example/x';
    const { html } = renderMail({
      title: 'T',
      sentences: ['S'],
      sections: [{ heading: 'H', items: [{ text: 'I', detail: 'D', url }] }],
      button: { label: 'B', url },
      footer: 'F',
      links: [{ label: 'L', url }],
    });
    const [, dark = ''] = /<style>([\s\S]*?)<\/style>/.exec(html) ?? [];
    const coloured = html.match(/<[^>]*style="[^"]*(?<!-)color:[^>]*>/g) ?? [];
    expect(coloured.length).toBeGreaterThan(5);
    for (const tag of coloured) {
      const [, names = ''] = /class="([^"]+)"/.exec(tag) ?? [];
      expect(
        names.split(' ').some((name) => dark.includes(`.${name}{`)),
        tag,
      ).toBe(true);
    }
  });
});
