'use client';

import { useRef } from 'react';
import { useChatRoom } from '@/components/job/conversations/room';
import { formatInstant } from '@/components/ui/time';
import { sentenceOf } from '@/lib/core/events';
import type { ShownMessage } from '@/lib/platform/announce/events';
import { ShowEarlier, ShowLater } from './earlier';
import { askingNow, goesOn, threadOf } from './thread';
import { LineEntry, Said, Waiting } from './thread-entries';

type MessageListProps = {
  timeZone: string;
  /** The position of the conversation's last message. */
  lastSeq: number;
  /** Pages on which something waits for the viewer: what asks for it stands out among the lines. */
  waiting: readonly string[];
  /** Pictures of people, by their ids. */
  faces: Readonly<Record<string, string>>;
};

/** The messages of a conversation by day; what happened stands between them in quiet sentences. */
export function MessageList({ timeZone, lastSeq, waiting, faces }: MessageListProps) {
  const { messages, news, pending, typing, viewerId, past } = useChatRoom();
  const list = useRef<HTMLOListElement>(null);
  const entries = threadOf(messages);
  const asking = askingNow(entries, waiting);
  let day = '';
  let before: ShownMessage | undefined;
  return (
    <div className="mx-auto grid max-w-3xl gap-1">
      {/* With the link goes its focus: it stays at what has come in its place. */}
      <ShowEarlier emptied={() => list.current?.focus({ preventScroll: true })} />
      <ol ref={list} tabIndex={-1} className="outline-none" aria-label="Messages, newest last">
        {entries.map(({ message, tail }) => {
          const today = formatInstant(new Date(message.at), { timeZone, show: 'weekday' });
          const begins = today !== day;
          const more = !begins && goesOn(before, message);
          day = today;
          before = message;
          return (
            <li key={message.seq} data-seq={message.seq}>
              {begins ? <Day>{today}</Day> : null}
              {message.line ? (
                <LineEntry
                  line={message.line}
                  tail={tail}
                  at={message.at}
                  viewerId={viewerId}
                  asks={asking.has(message.seq)}
                  timeZone={timeZone}
                />
              ) : (
                <Said
                  message={message}
                  own={message.author?.id === viewerId}
                  more={more}
                  photo={faces[message.author?.id ?? '']}
                  timeZone={timeZone}
                />
              )}
            </li>
          );
        })}
        {pending.map((one) => (
          <li key={one.clientId}>
            <Waiting one={one} />
          </li>
        ))}
      </ol>
      {past ? <ShowLater lastSeq={lastSeq} /> : null}
      {/* Only what arrives is read aloud: not what is shown again, nor what was said before. */}
      <p className="sr-only" aria-live="polite">
        {news ? (news.line ? sentenceOf(news.line, viewerId) : `${news.author?.name}: ${news.body}`) : ''}
      </p>
      <p className="min-h-5 text-xs text-muted" aria-live="polite">
        {typing.length ? `${typing.join(' and ')} ${typing.length > 1 ? 'are' : 'is'} typing…` : ''}
      </p>
      <span id="end" />
    </div>
  );
}

function Day({ children }: { children: string }) {
  return (
    <p className="flex items-center gap-3 pt-3 pb-1.5 text-xs text-faint before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
      {children}
    </p>
  );
}
