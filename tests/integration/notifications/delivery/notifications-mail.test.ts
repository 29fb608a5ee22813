import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { CLOCK, NOBODY, VENDOR } from '@/lib/core/rights';
import { gatherDigest, recordSent } from '@/lib/notifications/delivery/commands';
import { handlers } from '@/lib/notifications/delivery/handlers';
import { tell } from '@/lib/notifications/news/commands';
import { mailSettingsOf } from '@/lib/notifications/preferences/queries';
import { database } from '@/lib/platform/db/client';
import { transaction } from '@/lib/platform/db/transaction';
import { perform } from '@/lib/platform/doors/perform';
import {
  answered,
  choose,
  header,
  hears,
  type Mailroom,
  morning,
  openMailroom,
  see,
  sweep,
} from '@/tests/fixtures/mailroom';
import { codeOf, doneOf } from '@/tests/fixtures/outcome';
import { WORDS } from '@/tests/fixtures/requests';
import { read } from '@/tests/fixtures/talk';
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

describe('how a topic reaches somebody', () => {
  test('is what they chose, for them alone', async () => {
    const { owner, member, buyer } = world.people;
    doneOf(await choose(owner, { messages: 'off' }));
    doneOf(await choose(member, { messages: 'digest' }));
    doneOf(await hears(world));
    await mailroom.work();
    expect(await mailroom.mailsTo(owner.email)).toEqual([]);
    expect(await mailroom.mailsTo(member.email)).toEqual([]);
    expect(await mailroom.mailsTo(buyer.email)).toHaveLength(1);
    // The bell shows it to all of them.
    expect(await database().notification.count({ where: { kind: 'message.sent' } })).toBe(5);
    const { digestAt } = await database().notification.findFirstOrThrow({
      where: { personId: member.personId },
    });
    expect(digestAt!.getTime() - Date.now()).toBeLessThanOrEqual(DAY);
    expect(digestAt!.getUTCHours()).toBe(8);
  });

  test('is asked again when the mail is sent', async () => {
    const { owner } = world.people;
    doneOf(await hears(world));
    doneOf(await choose(owner, { messages: 'off' }));
    await mailroom.work();
    expect(await mailroom.mailsTo(owner.email)).toEqual([]);
  });

  test('cannot be off where money, access or security is meant, and then nothing is kept', async () => {
    const { owner } = world.people;
    for (const topic of ['money', 'asked', 'security'] as const)
      expect(codeOf(await choose(owner, { messages: 'off', [topic]: 'off' }))).toBe('invalid');
    expect(await database().notificationSetting.count({ where: { personId: owner.personId } })).toBe(0);
    expect(codeOf(await choose(NOBODY, { messages: 'off' }))).toBe('unauthenticated');
  });

  test('shows everybody the topics of their side', async () => {
    const of = async (who: keyof World['people']) =>
      (await mailSettingsOf(world.people[who])).topics.map(({ name }) => name);
    expect(await of('owner')).toContain('answers');
    expect(await of('owner')).not.toContain('certifications');
    expect(await of('expert')).toContain('certifications');
    expect(await of('expert')).not.toContain('answers');
    expect(await of('admin')).toContain('verification');
    expect(await of('newcomer')).toContain('answers');
  });
});

describe('the digest', () => {
  test('is one mail by job, without what was read meanwhile, and tells each thing once', async () => {
    const { owner, member } = world.people;
    for (const one of [owner, member]) doneOf(await choose(one, { messages: 'digest', answers: 'digest' }));
    doneOf(await hears(world));
    await transaction((tx) => tell(tx, VENDOR, answered(world)));
    const { lastSeq } = await database().conversation.findUniqueOrThrow({
      where: { id: world.conversationId },
    });
    doneOf(await read(member, world.conversationId, lastSeq));
    expect(await sweep()).toBe(0);
    await morning();
    // Several workers find the same morning.
    await Promise.all([sweep(), sweep(), sweep()]);
    await mailroom.work();
    const [mail, ...more] = await mailroom.mailsTo(owner.email);
    expect(more).toEqual([]);
    expect(mail!.subject).toBe('Your day on Groundcrew: 2 updates');
    expect(mail!.text).toContain(WORDS.title);
    expect(mail!.text.split(`${WORDS.title}\n---`)).toHaveLength(2);
    const [theirs] = await mailroom.mailsTo(member.email);
    expect(theirs!.subject).toBe('Your day on Groundcrew: 1 update');
    expect(theirs!.text).not.toContain('New message');
    await morning();
    await sweep();
    await mailroom.work();
    expect(await mailroom.mailsTo(owner.email)).toHaveLength(1);
  });

  test('is not sent where everything was read', async () => {
    const { owner } = world.people;
    doneOf(await choose(owner, { messages: 'digest' }));
    doneOf(await hears(world));
    const { path } = await database().notification.findFirstOrThrow({ where: { personId: owner.personId } });
    doneOf(await see(owner, path));
    await morning();
    await sweep();
    await mailroom.work();
    expect(await mailroom.mailsTo(owner.email)).toEqual([]);
  });

  test('is not sent where it was turned off, or everything read, between gathering and sending', async () => {
    const { owner, member } = world.people;
    for (const one of [owner, member]) doneOf(await choose(one, { messages: 'digest' }));
    doneOf(await hears(world));
    await morning();
    await sweep();
    doneOf(await choose(owner, { messages: 'off' }));
    await database().notification.updateMany({
      where: { personId: member.personId },
      data: { readAt: new Date() },
    });
    await mailroom.work();
    expect(await mailroom.mailsTo(owner.email)).toEqual([]);
    expect(await mailroom.mailsTo(member.email)).toEqual([]);
  });

  test('that breaks off is the same mail when it is sent again, and holds nothing of the next', async () => {
    const { owner } = world.people;
    doneOf(await choose(owner, { messages: 'digest', answers: 'digest' }));
    doneOf(await hears(world));
    await morning();
    await sweep();
    mailroom.away();
    const { digestId } = await database().notification.findFirstOrThrow({
      where: { personId: owner.personId },
    });
    const { handle } = handlers.find((one) => one.job.name === 'notifications.digest')!;
    const send = () => handle({ digestId }, { callId: 'test', signal: new AbortController().signal });
    await expect(send()).rejects.toThrow();
    mailroom.back();
    await transaction((tx) => tell(tx, VENDOR, answered(world)));
    await morning();
    await sweep();
    await send();
    await mailroom.work();
    const subjects = (await mailroom.mailsTo(owner.email)).map(({ subject }) => subject);
    expect(subjects).toEqual(['Your day on Groundcrew: 1 update', 'Your day on Groundcrew: 1 update']);
    const ids = (await mailroom.mailsTo(owner.email)).map((mail) => header(mail, 'message-id'));
    expect(new Set(ids).size).toBe(2);
  });

  test('is gathered by the clock alone', async () => {
    const { owner } = world.people;
    await expect(perform(owner, (tx) => gatherDigest(tx, owner))).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(
      perform(owner, (tx) => recordSent(tx, owner, { notificationIds: [] })),
    ).rejects.toMatchObject({ code: 'forbidden' });
    expect(await perform(CLOCK, (tx) => gatherDigest(tx, CLOCK))).toBe(false);
  });
});
