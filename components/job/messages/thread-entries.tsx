'use client';

import type { Pending } from '@/components/job/conversations/messages';
import { useChatRoom } from '@/components/job/conversations/room';
import { Avatar } from '@/components/ui/avatar';
import { cn } from '@/components/ui/cn';
import { Instant } from '@/components/ui/instant';
import { Link } from '@/components/ui/link';
import { Mark } from '@/components/ui/mark';
import type { ShownLine } from '@/lib/core/events';
import type { ShownMessage } from '@/lib/platform/announce/events';

const ROW = 'grid grid-cols-[1.75rem_minmax(0,1fr)] gap-x-3';

type LineProps = {
  line: ShownLine;
  tail: string | null;
  at: string;
  viewerId: string;
  /** It waits for the viewer: the only line in colour. */
  asks: boolean;
  timeZone: string;
};

/** What happened, as a sentence that leads to it. */
export function LineEntry({ line, tail, at, viewerId, asks, timeZone }: LineProps) {
  const { by, did, what, href, mark } = line;
  const words = (
    <>
      {by ? <bdi>{by.id === viewerId ? 'You' : by.name}</bdi> : null} {did}{' '}
      {what ? <bdi className="text-ink">{what}</bdi> : null}
      {tail ? ` · ${tail}` : ''}
    </>
  );
  return (
    <div className={cn(ROW, 'py-1 text-sm', asks ? 'font-medium text-ink' : 'text-muted')}>
      <span className="grid h-5 place-items-center">
        {asks ? (
          <span aria-hidden="true" className="size-2 rounded-full bg-accent" />
        ) : (
          <Mark of={mark} className="text-faint" />
        )}
      </span>
      <p className="flex items-baseline justify-between gap-3">
        <span className="min-w-0 wrap-anywhere">
          {asks ? <span className="sr-only">Waiting for you: </span> : null}
          {href ? (
            <Link href={href} className="hover:underline">
              {words}
            </Link>
          ) : (
            words
          )}
        </span>
        <Instant at={at} timeZone={timeZone} show="clock" className="text-xs font-normal text-faint" />
      </p>
    </div>
  );
}

type SaidProps = {
  message: ShownMessage;
  own: boolean;
  /** It goes on from the message before it, and needs no name. */
  more: boolean;
  photo: string | undefined;
  timeZone: string;
};

export function Said({ message, own, more, photo, timeZone }: SaidProps) {
  const name = message.author?.name ?? '';
  const clock = <Instant at={message.at} timeZone={timeZone} show="clock" className="text-faint" />;
  return (
    <div className={cn(ROW, more ? 'pb-1' : 'pt-2.5 pb-1')}>
      {more ? <span /> : <Avatar name={name} photo={photo ?? null} size="sm" />}
      <div className="min-w-0">
        <p className={cn('flex items-baseline gap-2 text-xs', more && 'sr-only')}>
          <bdi className="text-sm font-medium">{own ? 'You' : name}</bdi>
          {clock}
        </p>
        <Words>{message.body}</Words>
      </div>
    </div>
  );
}

function Words({ children }: { children: string }) {
  return (
    <p dir="auto" className="max-w-prose wrap-anywhere whitespace-pre-wrap">
      {children}
    </p>
  );
}

/** A message of one's own that is not stored yet. */
export function Waiting({ one }: { one: Pending }) {
  const { send } = useChatRoom();
  return (
    <div className={cn(ROW, 'pt-2.5 pb-1')}>
      <span />
      <div className="min-w-0">
        <p className="flex gap-2 text-xs">
          <span className="text-sm font-medium">You</span>
          {one.state === 'failed' ? null : (
            <span className="text-muted">{one.state === 'waiting' ? 'Waiting to send…' : 'Sending…'}</span>
          )}
        </p>
        <Words>{one.body}</Words>
        {one.state === 'failed' ? (
          <p className="flex gap-2 text-xs text-stop">
            {one.problem}
            <button type="button" className="underline" onClick={() => send(one.body, one.clientId)}>
              Send again
            </button>
          </p>
        ) : null}
      </div>
    </div>
  );
}
