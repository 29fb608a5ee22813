import { type Unsubscribed, unsubscribeToken } from '@/lib/notifications/preferences/unsubscribe';
import { mayTurnOff, topicOf } from '@/lib/notifications/topics/rules';
import { env } from '@/lib/platform/env';
import { renderMail } from '@/lib/vendors/mail/message';
import type { Mail } from '@/lib/vendors/mail/transport';
import type { Told } from './queries';

type Written = Pick<Mail, 'subject' | 'text' | 'html' | 'headers' | 'messageId'>;

const SETTINGS = '/settings/notifications';
/** A digest lists no more: the rest is one press away. */
const MOST_LISTED = 60;
/** Of things that belong to no job. */
const ELSEWHERE = 'Everything else';

const page = (path: string) => new URL(path, env.APP_URL).href;
const host = () => new URL(env.APP_URL).hostname;

/** One happening. */
export function notificationMail(told: Told & { personId: string }): Written {
  const topic = topicOf(told.topic);
  const off = mayTurnOff(topic) ? unsubscribing(told.personId, told.topic) : null;
  return {
    subject: told.subject,
    messageId: `${told.id}@${host()}`,
    headers: off?.headers ?? {},
    ...renderMail({
      title: told.stranger ? told.subject : told.headline,
      ...(told.stranger ? { preheader: topic.about } : {}),
      sentences: [told.says],
      button: { label: told.action, url: page(told.path) },
      footer: `You get this because ${topic.because}. ${env.OPERATOR_NAME} runs this Groundcrew.${topic.why && !off ? ` ${topic.why}` : ''}`,
      links: [
        { label: 'Manage email notifications', url: page(SETTINGS) },
        ...(off ? [{ label: `Stop emails about: ${topic.label}`, url: off.url }] : []),
      ],
    }),
  };
}

/** A day's happenings in one mail, by job, the job with the newest last. */
export function digestMail(digest: { digestId: string; personId: string; told: readonly Told[] }): Written {
  const { told } = digest;
  const groups = new Map<string, Told[]>();
  for (const one of told.slice(0, MOST_LISTED)) {
    const key = one.conversationId ?? '';
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const off = unsubscribing(digest.personId, 'digest');
  const count = told.length === 1 ? '1 unread update' : `${told.length} unread updates`;
  return {
    subject: `Your day on Groundcrew: ${told.length === 1 ? '1 update' : `${told.length} updates`}`,
    messageId: `digest.${digest.digestId}@${host()}`,
    headers: off.headers,
    ...renderMail({
      title: 'Since your last email',
      preheader: told
        .slice(0, 3)
        .map((one) => one.subject)
        .join(' · '),
      sentences: [`You have ${count}.`],
      sections: [...groups].map(([conversation, ones]) => ({
        heading: (conversation && ones[0]!.title) || ELSEWHERE,
        items: ones.map((one) => ({ text: one.headline, detail: one.says, url: page(one.path) })),
      })),
      button: { label: 'See all notifications', url: page('/notifications') },
      footer: `You get this because you chose a daily email for some topics. ${env.OPERATOR_NAME} runs this Groundcrew.`,
      links: [
        { label: 'Manage email notifications', url: page(SETTINGS) },
        { label: 'Stop the daily email', url: off.url },
      ],
    }),
  };
}

/** To an address that refused mail and is tried again. */
export function checkMail(personId: string, callId: string): Written {
  return {
    subject: 'Our emails reach you again',
    messageId: `check.${personId}.${callId}@${host()}`,
    headers: {},
    ...renderMail({
      title: 'Our emails reach you again',
      sentences: [
        'Your address refused our emails, so we stopped sending them. It accepts them now, so we’ll email you again.',
      ],
      button: { label: 'See what happened since', url: page('/notifications') },
      footer: `You get this because you asked us to try this address again. ${env.OPERATOR_NAME} runs this Groundcrew.`,
      links: [{ label: 'Manage email notifications', url: page(SETTINGS) }],
    }),
  };
}

/** RFC 8058: a mailbox's own "Unsubscribe" posts to the address; a person who opens it finds a page with a button. */
function unsubscribing(
  personId: string,
  topic: Unsubscribed,
): { url: string; headers: NonNullable<Mail['headers']> } {
  const token = unsubscribeToken(personId, topic);
  const url = page(`/api/unsubscribe?token=${token}`);
  const mailto = env.UNSUBSCRIBE_EMAIL
    ? `, <mailto:${env.UNSUBSCRIBE_EMAIL}?subject=${encodeURIComponent(`unsubscribe ${token}`)}>`
    : '';
  return {
    url,
    headers: {
      'List-Unsubscribe': `<${url}>${mailto}`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  };
}
