import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Actor, NOBODY, VENDOR } from '@/lib/core/rights';
import { recordSent } from '@/lib/notifications/delivery/commands';
import { handlers } from '@/lib/notifications/delivery/handlers';
import { markRead } from '@/lib/notifications/news/commands';
import { notificationsOf, unreadCount, unreadOf } from '@/lib/notifications/news/queries';
import { NEWS_COMMANDS } from '@/lib/notifications/news/rights';
import { MarkNotifications } from '@/lib/notifications/news/schema';
import { database } from '@/lib/platform/db/client';
import { pass } from '@/lib/platform/doors/pass';
import { perform } from '@/lib/platform/doors/perform';
import { forgetEnv } from '@/lib/platform/env';
import { type MailSandbox, startMailSandbox } from '@/lib/sandbox/servers/mail';
import { codeOf, doneOf } from '@/tests/fixtures/outcome';
import { costOf, say } from '@/tests/fixtures/talk';
import { makeWorld, type World } from '@/tests/fixtures/world';

let world: World;
beforeEach(async () => {
  world = await makeWorld();
});
const mark = (actor: Actor, input: object) =>
  pass({ may: NEWS_COMMANDS.markRead, schema: MarkNotifications, command: markRead }, actor, input);
/** The notification that a person gets of a new message. */
async function news(of: { personId: string } = world.people.owner): Promise<string> {
  doneOf(await say(world.people.expert, world.conversationId, 'I could start tomorrow.'));
  const { personId } = of;
  return (await database().notification.findFirstOrThrow({ where: { personId } })).id;
}

describe('the bell', () => {
  test('shows everybody their own, and counts what is unread', async () => {
    const { owner, member, expert } = world.people;
    const notificationId = await news();
    expect((await notificationsOf(owner, null)).rows).toMatchObject([{ id: notificationId, read: false }]);
    expect(await unreadCount(owner)).toBe(1);
    const { path } = await database().notification.findUniqueOrThrow({ where: { id: notificationId } });
    expect(await unreadOf(owner)).toEqual({ count: 1, paths: [path] });
    for (const viewer of [expert, world.people.otherOwner, NOBODY]) {
      expect((await notificationsOf(viewer, null)).rows).toEqual([]);
      expect(await unreadCount(viewer)).toBe(0);
      expect(await unreadOf(viewer)).toEqual({ count: 0, paths: [] });
    }
    expect(doneOf(await mark(owner, { notificationId }))).toEqual({ marked: 1 });
    expect(doneOf(await mark(owner, { notificationId }))).toEqual({ marked: 0 });
    expect(await unreadCount(owner)).toBe(0);
    expect(await unreadCount(member)).toBe(1);
  });

  test('nobody marks what is not their own', async () => {
    const notificationId = await news();
    for (const actor of [world.people.member, world.people.expert, world.people.admin])
      expect(codeOf(await mark(actor, { notificationId }))).toBe('not_found');
    expect(codeOf(await mark(NOBODY, { notificationId }))).toBe('unauthenticated');
    expect(codeOf(await mark(world.people.suspendedCustomer, {}))).toBe('forbidden');
    doneOf(await mark(world.people.member, {}));
    expect(await unreadCount(world.people.member)).toBe(0);
    expect(await unreadCount(world.people.owner)).toBe(1);
  });

  test('turns its pages without a gap or a double, in one query each', async () => {
    const { personId } = world.people.newcomer;
    const rows = Array.from({ length: 45 }, (_, at) => ({
      personId,
      kind: 'message.sent',
      detail: { title: `Number ${at}`, customer: '', expert: '', company: '' },
      path: '/conversations',
      key: `number-${at}`,
      // Several of one instant: what a page ends on must not depend on the time alone.
      createdAt: new Date(Date.now() - Math.floor(at / 4) * 1000),
    }));
    await database().notification.createMany({ data: rows });
    const seen: string[] = [];
    let from: Parameters<typeof notificationsOf>[1] = null;
    do {
      const page = await notificationsOf(world.people.newcomer, from);
      seen.push(...page.rows.map(({ id }) => id));
      const last = page.rows.at(-1);
      from = page.next && last ? { at: last.at, id: last.id } : null;
    } while (from);
    expect(seen).toHaveLength(45);
    expect(new Set(seen).size).toBe(45);
    expect(await costOf(() => notificationsOf(world.people.newcomer, null))).toMatchObject({ queries: 1 });
  });
});

describe('the e-mail', () => {
  let inbox: MailSandbox;
  const before = process.env.SMTP_URL;
  beforeAll(async () => {
    inbox = await startMailSandbox({ smtpPort: 0, webPort: 0, database: ':memory:' });
    process.env.SMTP_URL = inbox.smtpUrl;
    forgetEnv();
  });
  afterAll(async () => {
    process.env.SMTP_URL = before;
    forgetEnv();
    await inbox.close();
  });
  const [{ handle }] = handlers as [(typeof handlers)[number]];
  const deliver = (notificationId: string) =>
    handle({ notificationId }, { callId: 'test', signal: new AbortController().signal });
  const mailsTo = async (email: string) => {
    const answer = await fetch(`${inbox.url}/api/mails?to=${encodeURIComponent(email)}`);
    return ((await answer.json()) as { mails: { subject: string; text: string }[] }).mails;
  };
  const sentAt = async (id: string) =>
    (await database().notification.findUniqueOrThrow({ where: { id } })).sentAt;

  test('goes out once, also when its job runs again', async () => {
    const { owner } = world.people;
    const id = await news();
    const jobs = await database().$queryRaw<{ data: unknown }[]>`
      SELECT data FROM pgboss.job WHERE name = 'notifications.send' AND data->'payload'->>'notificationId' = ${id}`;
    expect(jobs).toHaveLength(1);
    expect(JSON.stringify(jobs)).not.toContain(owner.email);
    await deliver(id);
    const first = await sentAt(id);
    expect(first).not.toBeNull();
    await deliver(id);
    const mails = await mailsTo(owner.email);
    expect(mails).toHaveLength(1);
    expect(mails[0]!.subject).toContain('New message about');
    // What was said is read on the page, by whoever may read it then.
    expect(mails[0]!.text).not.toContain('I could start tomorrow.');
    expect(await sentAt(id)).toEqual(first);
  });

  test('is not sent to somebody who was suspended since', async () => {
    const { personId, email } = world.people.owner;
    const id = await news();
    await database().person.update({ where: { id: personId }, data: { suspendedAt: new Date() } });
    await deliver(id);
    expect(await mailsTo(email)).toEqual([]);
    expect(await sentAt(id)).toBeNull();
  });

  test('of something that is not there ends its job', async () => {
    await expect(deliver(crypto.randomUUID())).resolves.toBeUndefined();
  });

  test('stays to be sent while the mail server is away', async () => {
    const id = await news();
    process.env.SMTP_URL = 'smtp://127.0.0.1:1';
    forgetEnv();
    await expect(deliver(id)).rejects.toThrow();
    expect(await sentAt(id)).toBeNull();
    process.env.SMTP_URL = inbox.smtpUrl;
    forgetEnv();
    await deliver(id);
    expect(await mailsTo(world.people.owner.email)).toHaveLength(1);
  });

  test('is called sent by the worker alone', async () => {
    const { owner } = world.people;
    const notificationId = await news();
    await expect(
      perform(owner, (tx) => recordSent(tx, owner, { notificationIds: [notificationId] })),
    ).rejects.toMatchObject({
      code: 'forbidden',
    });
    await perform(VENDOR, (tx) => recordSent(tx, VENDOR, { notificationIds: [notificationId] }));
    expect(await sentAt(notificationId)).not.toBeNull();
  });
});
