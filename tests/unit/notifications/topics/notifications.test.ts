import '@/tests/setup/wiring';
import { describe, expect, test } from 'vitest';
import { readReport } from '@/lib/notifications/bounces/reports';
import { mailSubject } from '@/lib/notifications/delivery/rules';
import { canChoose } from '@/lib/notifications/preferences/rules';
import { readUnsubscribeToken, unsubscribeToken } from '@/lib/notifications/preferences/unsubscribe';
import { kinds } from '@/lib/notifications/topics/kinds';
import { mayTurnOff, PACES, paceOf, TOPIC_NAMES, topicOf } from '@/lib/notifications/topics/rules';

const KINDS = kinds();

describe('topics', () => {
  test.each(KINDS)('%s belongs to one', (_name, kind) => {
    expect(TOPIC_NAMES).toContain(kind.topic);
  });

  test.each(TOPIC_NAMES)(
    '%s has a default that may be chosen, and says why where it cannot be off',
    (name) => {
      const topic = topicOf(name);
      expect(topic.paces).toContain(topic.pace);
      expect(mayTurnOff(topic)).toBe(topic.why === undefined);
      expect(`You get this mail because ${topic.because}.`).not.toMatch(/[.!?]\.$/);
    },
  );

  test('money, access that is asked for, and security cannot be turned off; everything else can', () => {
    const fixed = TOPIC_NAMES.filter((name) => !mayTurnOff(topicOf(name)));
    expect(fixed.sort()).toEqual(['asked', 'money', 'security']);
    for (const name of fixed) expect(canChoose({ [name]: 'off' })).toMatchObject({ code: 'invalid' });
    for (const name of TOPIC_NAMES)
      for (const pace of PACES)
        expect(canChoose({ [name]: pace }) === null).toBe(topicOf(name).paces.includes(pace));
  });

  test('what was chosen holds while the topic allows it', () => {
    expect(paceOf(topicOf('messages'), undefined)).toBe('immediate');
    expect(paceOf(topicOf('messages'), 'off')).toBe('off');
    expect(paceOf(topicOf('security'), 'off')).toBe('immediate');
  });
});

describe('the subject of a mail', () => {
  const hostile = 'Bcc: all@x.example';
  const detail = {
    title: hostile,
    customer: hostile,
    expert: hostile,
    company: hostile,
    reason: hostile,
    amount: '$900.00',
    days: 'in 30 days',
    certification: 'AWS Certified Solutions Architect - Associate',
  };
  test.each(KINDS)('of %s holds nothing that a person typed', (_name, kind) => {
    const subject = mailSubject(kind, detail);
    expect(subject).not.toContain('Bcc');
    expect(subject).toMatch(/^[A-Z$]/);
    expect(subject).not.toMatch(/undefined|“/);
  });
});

describe('the link that turns off mail', () => {
  const personId = '0197a3a0-0000-7000-8000-000000000001';
  test('says whose mail about what, and nothing once a letter of it is changed', () => {
    const token = unsubscribeToken(personId, 'messages');
    expect(readUnsubscribeToken(token)).toEqual({ personId, topic: 'messages' });
    for (let place = 0; place < token.length; place += 1) {
      const changed = token.slice(0, place) + (token[place] === 'a' ? 'b' : 'a') + token.slice(place + 1);
      // A letter may stand for the same person in another case; then it is signed by nobody.
      if (changed !== token) expect(readUnsubscribeToken(changed)).toBeNull();
    }
  });

  test.each(['', '.', 'a.b.c', 'x'.repeat(5000)])('%j is none', (text) => {
    expect(readUnsubscribeToken(text)).toBeNull();
  });
});

describe('a report of a mail service', () => {
  const ses = (body: object) => JSON.stringify({ Type: 'Notification', Message: JSON.stringify(body) });
  const bounce = (bounceType: string) => ({
    notificationType: 'Bounce',
    bounce: {
      bounceType,
      bounceSubType: 'General',
      bouncedRecipients: [
        {
          emailAddress: 'Jane@Example.com',
          action: 'failed',
          diagnosticCode: 'smtp; 550 5.1.1 user unknown',
        },
      ],
      timestamp: '2026-11-26T12:00:00.000Z',
    },
    mail: { messageId: '00000137860315fd', destination: ['jane@example.com'] },
  });
  const jane = { email: 'jane@example.com', reason: 'bounce', detail: 'smtp; 550 5.1.1 user unknown' };

  test('in our own form', () => {
    const body = JSON.stringify({ kind: 'complaint', email: 'Jane@example.com', detail: 'spam button' });
    expect(readReport(body)).toEqual([
      { email: 'jane@example.com', reason: 'complaint', detail: 'spam button' },
    ]);
  });

  test('of SES, through SNS and raw', () => {
    expect(readReport(ses(bounce('Permanent')))).toEqual([jane]);
    expect(readReport(JSON.stringify(bounce('Permanent')))).toEqual([jane]);
    expect(
      readReport(
        ses({
          eventType: 'Complaint',
          complaint: {
            complainedRecipients: [{ emailAddress: 'jane@example.com' }],
            complaintFeedbackType: 'abuse',
          },
        }),
      ),
    ).toEqual([{ email: 'jane@example.com', reason: 'complaint', detail: 'abuse' }]);
  });

  test('of a mailbox that is full for now stops nothing', () => {
    expect(readReport(ses(bounce('Transient')))).toEqual([]);
  });

  test.each([
    '',
    '{',
    '[]',
    '{"kind":"bounce"}',
    '{"Type":"SubscriptionConfirmation","Message":"x"}',
    'null',
  ])('%j is none', (body) => {
    expect(readReport(body)).toBeNull();
  });

  test('of something that is no address names nobody', () => {
    expect(readReport('{"kind":"bounce","email":"a@b.example,c@d.example"}')).toEqual([]);
  });
});
