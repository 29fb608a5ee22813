import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { StoredMail } from '@/lib/sandbox/mail/store';
import { type MailSandbox, startMailSandbox } from '@/lib/sandbox/servers/mail';

let sandbox: MailSandbox;
beforeEach(async () => {
  sandbox = await startMailSandbox({ smtpPort: 0, webPort: 0, database: ':memory:' });
});
afterEach(() => sandbox.close());

const send = (to: string[], subject: string, html = '<p>Hello</p>') =>
  createTransport({ url: sandbox.smtpUrl }).sendMail({
    from: 'a@x.example',
    to,
    subject,
    text: 'Hello',
    html,
  });

async function listed(query = ''): Promise<StoredMail[]> {
  const answer = await fetch(`${sandbox.url}/api/mails${query}`);
  return ((await answer.json()) as { mails: StoredMail[] }).mails;
}

test('a mail is listed for each of its recipients, the newest first', async () => {
  await send(['ann@x.example', 'Ben@x.example'], 'First');
  await send(['ann@x.example'], 'Second');
  expect((await listed('?to=ann@x.example')).map(({ subject }) => subject)).toEqual(['Second', 'First']);
  expect((await listed('?to=BEN@x.example')).map(({ subject }) => subject)).toEqual(['First']);
  const [, first] = await listed();
  expect((await listed(`?after=${first!.seq}`)).map(({ subject }) => subject)).toEqual(['Second']);
});

test('who waits for a mail is answered when it arrives, and not by another', async () => {
  await send(['ann@x.example'], 'Earlier');
  const [earlier] = await listed();
  const waiting = fetch(`${sandbox.url}/api/mails/wait?to=ann@x.example&subject=code&after=${earlier!.seq}`);
  await send(['ben@x.example'], 'Your code');
  await send(['ann@x.example'], 'Something else');
  await send(['ann@x.example'], 'Your Code');
  expect(await (await waiting).json()).toMatchObject({
    mail: { subject: 'Your Code', to: ['ann@x.example'] },
  });
});

test('who waits in vain is told so', async () => {
  const answer = await fetch(`${sandbox.url}/api/mails/wait?to=ann@x.example&timeout=20`);
  expect(answer.status).toBe(408);
});

test('the pages show mails without running or fetching anything of theirs', async () => {
  await send(
    ['ann@x.example'],
    '<script>alert(1)</script>',
    '<html><head></head><body><a href="/x">x</a></body></html>',
  );
  const [mail] = await listed();
  for (const path of ['/', '/?to=ann@x.example', `/mails/${mail!.seq}`]) {
    const page = await (await fetch(sandbox.url + path)).text();
    expect(page).toContain('&lt;script&gt;');
    expect(page).not.toContain('<script');
  }
  const markup = await fetch(`${sandbox.url}/mails/${mail!.seq}/html`);
  const policy = markup.headers.get('content-security-policy') ?? '';
  expect(policy).toMatch(/^sandbox (?!.*allow-scripts)/);
  expect(policy).toContain("default-src 'none'");
  expect(await markup.text()).toContain('<head><base target="_top"></head>');
  expect((await fetch(`${sandbox.url}/mails/999`)).status).toBe(404);
  expect(await (await fetch(`${sandbox.url}/?to=nobody@x.example`)).text()).toContain(
    'Nothing has been sent to',
  );
});

test('only our own pages and tools empty the inbox', async () => {
  await send(['ann@x.example'], 'One');
  const foreign = { method: 'DELETE', headers: { origin: 'https://elsewhere.example' } };
  expect((await fetch(`${sandbox.url}/api/mails`, foreign)).status).toBe(403);
  expect(await listed()).toHaveLength(1);
  await fetch(`${sandbox.url}/api/mails`, { method: 'DELETE' });
  expect(await listed()).toEqual([]);
  expect(await listed('?to=ann@x.example')).toEqual([]);
});

test('mails outlive a restart', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mail-sandbox-'));
  const options = { smtpPort: 0, webPort: 0, database: join(folder, 'mail.sqlite') };
  await sandbox.close();
  sandbox = await startMailSandbox(options);
  await send(['ann@x.example'], 'Kept');
  await sandbox.close();
  sandbox = await startMailSandbox(options);
  expect((await listed()).map(({ subject }) => subject)).toEqual(['Kept']);
  await sandbox.close();
  await rm(folder, { recursive: true });
  sandbox = await startMailSandbox({ ...options, database: ':memory:' });
});
