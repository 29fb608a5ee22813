import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { POST as report } from '@/app/api/mail/bounces/route';
import { GET as open, POST as unsubscribe } from '@/app/api/unsubscribe/route';
import { VENDOR } from '@/lib/core/rights';
import { stopMail } from '@/lib/notifications/bounces/commands';
import { tell } from '@/lib/notifications/news/commands';
import { mailSettingsOf } from '@/lib/notifications/preferences/queries';
import { unsubscribeToken } from '@/lib/notifications/preferences/unsubscribe';
import { database } from '@/lib/platform/db/client';
import { transaction } from '@/lib/platform/db/transaction';
import { perform } from '@/lib/platform/doors/perform';
import { env } from '@/lib/platform/env';
import {
  again,
  answered,
  choose,
  header,
  hears,
  type Mailroom,
  openMailroom,
  TOKEN,
} from '@/tests/fixtures/mailroom';
import { codeOf, doneOf } from '@/tests/fixtures/outcome';
import { makeWorld, type World } from '@/tests/fixtures/world';

const DAY = 86_400_000;

let world: World;
let mailroom: Mailroom;
beforeAll(async () => {
  mailroom = await openMailroom();
});
afterAll(() => mailroom.close());
beforeEach(async () => {
  world = await makeWorld();
  await database().notification.deleteMany();
  await mailroom.clear();
});

describe('one click', () => {
  const at = (token: string) => `${env.APP_URL}/api/unsubscribe?token=${encodeURIComponent(token)}`;
  const post = (token: string, body = 'List-Unsubscribe=One-Click') =>
    unsubscribe(
      new Request(at(token), {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }),
    );
  const chosen = async (personId: string) =>
    Object.fromEntries(
      (await database().notificationSetting.findMany({ where: { personId } })).map((row) => [
        row.topic,
        row.pace,
      ]),
    );

  test('of the address in the mail turns off its topic, without a cookie; opening it changes nothing', async () => {
    const { owner } = world.people;
    doneOf(await hears(world));
    await mailroom.work();
    const [mail] = await mailroom.mailsTo(owner.email);
    expect(header(mail, 'list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    const written = header(mail, 'list-unsubscribe') ?? '';
    expect(written).toMatch(/^<http[^>]+>, <mailto:leave@groundcrew\.example\?subject=unsubscribe%20[^>]+>$/);
    const url = /^<([^>]+)>/.exec(written)![1]!;
    expect(mail!.text).toContain(url);
    const token = new URL(url).searchParams.get('token')!;
    const opened = open(new Request(url));
    expect(opened.status).toBe(303);
    expect(opened.headers.get('location')).toContain('/unsubscribe?token=');
    expect(await chosen(owner.personId)).toEqual({});
    for (const _time of [1, 2]) expect((await post(token)).status).toBe(200);
    expect(await chosen(owner.personId)).toEqual({ messages: 'off' });
    // Answered on our page, it leads back there.
    expect((await post(token, 'from=page')).headers.get('location')).toContain('&done=1');
  });

  test('of a daily mail turns off what comes once a day, but not money', async () => {
    const { owner } = world.people;
    doneOf(await choose(owner, { messages: 'digest', money: 'digest', answers: 'immediate' }));
    expect((await post(unsubscribeToken(owner.personId, 'digest'))).status).toBe(200);
    const after = await chosen(owner.personId);
    expect(after).toMatchObject({ messages: 'off', money: 'digest', answers: 'immediate' });
  });

  test('with a token that is not ours, or of nobody, changes nothing', async () => {
    const { owner } = world.people;
    const token = unsubscribeToken(owner.personId, 'messages');
    for (const wrong of ['', token.replace('messages', 'reviews'), `${token}x`])
      expect((await post(wrong)).status).toBe(400);
    expect((await post(unsubscribeToken(crypto.randomUUID(), 'messages'))).status).toBe(200);
    expect((await post(unsubscribeToken(owner.personId, 'security'))).status).toBe(200);
    expect(await chosen(owner.personId)).toEqual({});
  });

  test('stands in no mail that cannot be turned off', async () => {
    const { owner } = world.people;
    const stuck = {
      name: 'grant.stuck' as const,
      grantId: crypto.randomUUID(),
      proposalId: crypto.randomUUID(),
    };
    await transaction((tx) => tell(tx, VENDOR, { ...answered(world), ...stuck }));
    await mailroom.work();
    const [mail] = await mailroom.mailsTo(owner.email);
    expect(header(mail, 'list-unsubscribe')).toBeUndefined();
    expect(mail!.text).toContain('/settings/notifications');
  });
});

describe('an address that refuses mail', () => {
  const stops = () => database().mailStop.count({ where: { email: world.people.owner.email } });

  test('gets no more of it, until its owner tries again', async () => {
    const { owner, member } = world.people;
    await mailroom.refuse(owner.email);
    doneOf(await hears(world));
    await mailroom.work();
    expect(await stops()).toBe(1);
    await mailroom.refuse(owner.email, '');
    await transaction((tx) => tell(tx, VENDOR, answered(world)));
    await mailroom.work();
    expect(await mailroom.mailsTo(owner.email)).toEqual([]);
    expect((await mailSettingsOf(owner)).stopped).toMatchObject([
      { email: owner.email, reason: 'bounce', detail: expect.stringContaining('No such user') },
    ]);
    expect(codeOf(await again(member, owner.email))).toBe('not_found');
    expect(doneOf(await again(owner, owner.email))).toEqual({ resumed: true });
    expect(doneOf(await again(owner, owner.email))).toEqual({ resumed: false });
    await mailroom.work();
    expect((await mailroom.mailsTo(owner.email)).map(({ subject }) => subject)).toEqual([
      'Our emails reach you again',
    ]);
  });

  test.each(['451 4.7.1 Try later', '550 5.7.1 We do not relay for you', '552 5.2.2 Mailbox full'])(
    'is not one that answers %s',
    async (answer) => {
      await mailroom.refuse(world.people.owner.email, answer);
      doneOf(await hears(world));
      await mailroom.work().catch(() => undefined);
      expect(await stops()).toBe(0);
      await mailroom.refuse(world.people.owner.email, '');
    },
  );

  test('is named by the mail service, with its token alone', async () => {
    const { owner } = world.people;
    const send = (authorization: string, body: object) =>
      report(
        new Request(`${env.APP_URL}/api/mail/bounces`, {
          method: 'POST',
          body: JSON.stringify(body),
          headers: authorization ? { authorization } : {},
        }),
      );
    const body = { kind: 'complaint', email: owner.email.toUpperCase() };
    for (const wrong of ['', 'Bearer x', `Basic ${Buffer.from('sns:x').toString('base64')}`, TOKEN])
      expect((await send(wrong, body)).status).toBe(401);
    expect(await stops()).toBe(0);
    expect((await send(`Bearer ${TOKEN}`, {})).status).toBe(422);
    const basic = `Basic ${Buffer.from(`sns:${TOKEN}`).toString('base64')}`;
    for (const right of [`Bearer ${TOKEN}`, basic]) expect((await send(right, body)).status).toBe(204);
    expect(await stops()).toBe(1);
    await expect(
      perform(owner, (tx) => stopMail(tx, owner, { email: owner.email, reason: 'bounce', detail: '' })),
    ).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('mail about a request', () => {
  const prove = (personId: string, email: string, verifiedAt: Date | null) =>
    database().addressProof.create({
      data: { personId, email, purpose: 'contact', expiresAt: new Date(Date.now() + DAY), verifiedAt },
    });
  const desk = `desk.${crypto.randomUUID().slice(0, 8)}@bookshop.test`;
  beforeEach(() =>
    database().request.update({ where: { id: world.requestId }, data: { contactEmail: desk } }),
  );

  test('goes to its own address for whoever posted it, once they have proven it, and to nobody else there', async () => {
    const { owner, member } = world.people;
    await prove(owner.personId, desk, null);
    await prove(member.personId, desk, new Date());
    doneOf(await hears(world));
    await mailroom.work();
    expect(await mailroom.mailsTo(desk)).toEqual([]);
    expect(await mailroom.mailsTo(owner.email)).toHaveLength(1);
    await prove(owner.personId, desk, new Date());
    await transaction((tx) => tell(tx, VENDOR, answered(world)));
    await mailroom.work();
    expect(await mailroom.mailsTo(desk)).toHaveLength(1);
    expect(await mailroom.mailsTo(owner.email)).toHaveLength(1);
    expect(await mailroom.mailsTo(member.email)).toHaveLength(2);
  });

  test('goes to the own address where that one refuses it', async () => {
    const { owner } = world.people;
    await prove(owner.personId, desk, new Date());
    await mailroom.refuse(desk);
    await transaction((tx) => tell(tx, VENDOR, answered(world)));
    await mailroom.work();
    expect(await database().mailStop.count({ where: { email: desk } })).toBe(1);
    expect(await mailroom.mailsTo(owner.email)).toHaveLength(1);
    expect((await mailSettingsOf(owner)).stopped.map(({ email }) => email)).toEqual([desk]);
  });
});
