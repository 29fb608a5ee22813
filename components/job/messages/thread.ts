import { MINUTE } from '@/lib/core/time';
import type { ShownMessage } from '@/lib/platform/announce/events';

/** A message or a line, with what has come of it in a word. */
export type Entry = { message: ShownMessage; tail: string | null };

/**
 * What stands in the thread: each message, and of our lines those that are still worth reading. Lines of one key stand
 * together: the last stage in place of those before it ("Access ended · 9 checks"), a tail behind its head ("… · paid").
 * A stage that somebody brought about is their act, and stays.
 */
export function threadOf(messages: readonly ShownMessage[]): Entry[] {
  const entries: Entry[] = [];
  const last = new Map<string, Entry>();
  const gone = new Set<Entry>();
  for (const message of messages) {
    const entry: Entry = { message, tail: null };
    const joins = message.line?.joins;
    if (joins) {
      const before = last.get(joins.key);
      const how = before?.message.line?.joins?.as;
      if (before && joins.as === 'tail' && how === 'head') {
        before.tail = joins.tail;
        continue;
      }
      if (before && joins.as === 'stage' && how === 'stage' && !before.message.line?.by) gone.add(before);
      last.set(joins.key, entry);
    }
    entries.push(entry);
  }
  return entries.filter((entry) => !gone.has(entry));
}

/** So soon after another message of the same person that it needs no name of its own. */
const SOON_MS = 5 * MINUTE;

/** Whether a message goes on from the entry before it. */
export function goesOn(before: ShownMessage | undefined, message: ShownMessage): boolean {
  if (!before?.author || before.author.id !== message.author?.id) return false;
  return Date.parse(message.at) - Date.parse(before.at) < SOON_MS;
}

/** Of the lines about what waits for the viewer, the last one each: what is asked of them now. */
export function askingNow(entries: readonly Entry[], waiting: readonly string[]): Set<number> {
  const bySubject = new Map<string, number>();
  for (const { message } of entries) {
    const href = message.line?.href;
    if (href && waiting.includes(href)) bySubject.set(href, message.seq);
  }
  return new Set(bySubject.values());
}
