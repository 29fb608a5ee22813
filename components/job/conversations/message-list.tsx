'use client';

import { useRef } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { cn } from '@/components/ui/cn';
import { Instant } from '@/components/ui/instant';
import { Lamp } from '@/components/ui/lamp';
import { formatInstant } from '@/components/ui/time';
import type { ShownMessage } from '@/lib/platform/announce/events';
import { ShowEarlier, ShowLater } from './earlier';
import type { Pending } from './messages';
import { useChatRoom } from './room';

type MessageListProps = {
  timeZone: string;
  /** The position of the conversation's last message. */
  lastSeq: number;
};

/** The messages of a conversation by day; Groundcrew's own lines stand between them with their lamp. */
export function MessageList({ timeZone, lastSeq }: MessageListProps) {
  const { messages, news, pending, typing, viewerId, past } = useChatRoom();
  const list = useRef<HTMLOListElement>(null);
  let day = '';
  return (
    <div className="grid gap-3">
      {/* With the link goes its focus: it stays at what has come in its place. */}
      <ShowEarlier emptied={() => list.current?.focus({ preventScroll: true })} />
      <ol ref={list} tabIndex={-1} className="grid gap-3 outline-none" aria-label="Messages, newest last">
        {messages.map((message) => {
          const today = formatInstant(new Date(message.at), { timeZone, show: 'weekday' });
          const begins = today !== day;
          day = today;
          return (
            <li key={message.seq} className="grid gap-3" data-seq={message.seq}>
              {begins ? <p className="text-center text-sm text-faint">{today}</p> : null}
              {message.author ? (
                <Said message={message} own={message.author.id === viewerId} timeZone={timeZone} />
              ) : (
                <p className="flex flex-wrap items-center justify-center gap-2 text-sm text-muted">
                  <Lamp tone={message.lamp ?? 'ended'}>{message.body}</Lamp>
                  <Instant at={message.at} timeZone={timeZone} show="clock" className="text-xs text-faint" />
                </p>
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
        {news ? `${news.author ? `${news.author.name}: ` : ''}${news.body}` : ''}
      </p>
      <p className="min-h-5 text-xs text-muted" aria-live="polite">
        {typing.length ? `${typing.join(' and ')} ${typing.length > 1 ? 'are' : 'is'} typing…` : ''}
      </p>
      <span id="end" />
    </div>
  );
}

function Said({ message, own, timeZone }: { message: ShownMessage; own: boolean; timeZone: string }) {
  const name = message.author?.name ?? '';
  return (
    <div className={cn('flex max-w-xl gap-2.5', own && 'ml-auto flex-row-reverse')}>
      <Avatar name={name} size="sm" />
      <div className="min-w-0">
        <p className={cn('mb-0.5 flex gap-2 text-xs text-muted', own && 'justify-end')}>
          <bdi className={own ? 'sr-only' : 'font-medium'}>{own ? 'You' : name}</bdi>
          <Instant at={message.at} timeZone={timeZone} show="clock" />
        </p>
        <Bubble own={own}>{message.body}</Bubble>
      </div>
    </div>
  );
}

function Bubble({ own, children }: { own: boolean; children: string }) {
  return (
    <p
      dir="auto"
      className={cn(
        'rounded-xl px-3 py-2 wrap-anywhere whitespace-pre-wrap',
        own ? 'rounded-tr-sm bg-accent-soft' : 'rounded-tl-sm bg-sunken',
      )}
    >
      {children}
    </p>
  );
}

function Waiting({ one }: { one: Pending }) {
  const { send } = useChatRoom();
  return (
    <div className="ml-auto grid max-w-xl justify-items-end gap-1 opacity-80">
      <Bubble own>{one.body}</Bubble>
      {one.state !== 'failed' ? (
        <p className="text-xs text-muted">{one.state === 'waiting' ? 'Waiting to send…' : 'Sending…'}</p>
      ) : (
        <p className="flex gap-2 text-xs text-stop">
          {one.problem}
          <button type="button" className="underline" onClick={() => send(one.body, one.clientId)}>
            Send again
          </button>
        </p>
      )}
    </div>
  );
}
