import { addressFor } from '@/lib/notifications/bounces/store';
import { kindOf } from '@/lib/notifications/topics/kinds';
import { type Pace, paceOf, topicOf } from '@/lib/notifications/topics/rules';
import { database } from '@/lib/platform/db/client';
import type { Detail, Kind, TopicName } from '@/lib/platform/telling/telling';
import { mailSubject } from './rules';

/** One happening as a mail tells it. */
export type Told = {
  id: string;
  topic: TopicName;
  subject: string;
  headline: string;
  /** Caused by somebody whom the reader may not know. */
  stranger: boolean;
  says: string;
  action: string;
  path: string;
  conversationId: string | null;
  /** The title of its job. */
  title: string;
};

/** What the e-mail of a notification needs. Null: there is nothing to send, or nowhere to send it to. */
export async function notificationToSend(
  id: string,
): Promise<(Told & { personId: string; to: string }) | null> {
  const row = await database().notification.findUnique({ where: { id } });
  if (!row || row.sentAt || row.digestAt || row.digestId) return null;
  const told = toldOf(row);
  if (!told || (await turnedOff(row.personId, told.topic))) return null;
  const to = await addressFor(database(), row);
  return to ? { ...told, personId: row.personId, to } : null;
}

/** What a digest holds now: without what was read since it was gathered, and what is not wanted any more. */
export async function digestToSend(
  digestId: string,
): Promise<{ personId: string; to: string; told: Told[] } | null> {
  const rows = await database().notification.findMany({
    where: { digestId, sentAt: null, readAt: null },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  const [first] = rows;
  if (!first?.email) return null;
  const person = await database().person.findUnique({
    where: { id: first.personId },
    select: { suspendedAt: true },
  });
  if (!person || person.suspendedAt) return null;
  const chosen = await pacesOf(first.personId);
  const told = rows.flatMap((row) => {
    const one = toldOf(row);
    return one && paceOf(topicOf(one.topic), chosen[one.topic]) !== 'off' ? [one] : [];
  });
  return told.length ? { personId: first.personId, to: first.email, told } : null;
}

async function pacesOf(personId: string): Promise<Partial<Record<string, Pace>>> {
  const rows = await database().notificationSetting.findMany({ where: { personId } });
  return Object.fromEntries(rows.map(({ topic, pace }) => [topic, pace]));
}

async function turnedOff(personId: string, topic: TopicName): Promise<boolean> {
  return paceOf(topicOf(topic), (await pacesOf(personId))[topic]) === 'off';
}

function toldOf(row: {
  id: string;
  kind: string;
  detail: unknown;
  path: string;
  conversationId: string | null;
}): Told | null {
  const kind: Kind | null = kindOf(row.kind);
  if (!kind) return null;
  const detail = row.detail as Detail;
  return {
    id: row.id,
    topic: kind.topic,
    subject: mailSubject(kind, detail),
    headline: kind.subject(detail),
    stranger: kind.stranger ?? false,
    says: kind.says(detail),
    action: kind.action,
    path: row.path,
    conversationId: row.conversationId,
    title: detail.title,
  };
}
