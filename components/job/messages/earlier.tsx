'use client';

import { type MouseEvent, useState } from 'react';
import { useChatRoom } from '@/components/job/conversations/room';
import { ButtonLink } from '@/components/ui/button';
import { showId } from '@/lib/core/id';
import { MESSAGES_SHOWN } from '@/lib/job/messages/schema';

/** Up to what was said before: here where there is a connection, on a page of its own otherwise. */
export function ShowEarlier({ emptied }: { emptied: () => void }) {
  const { conversationId, connected, past, messages, showEarlier } = useChatRoom();
  const [pending, setPending] = useState(false);
  const [shown, setShown] = useState(0);
  const before = messages[0]?.seq ?? 1;

  async function show(event: MouseEvent<HTMLAnchorElement>) {
    if (past || !connected || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    if (pending) return;
    const { href } = event.currentTarget;
    setPending(true);
    const done = await showEarlier();
    setPending(false);
    if (!done) return window.location.assign(href);
    const count = Math.min(MESSAGES_SHOWN, before - 1);
    setShown(count);
    if (count === before - 1) emptied();
  }

  return (
    <>
      <p className="sr-only" aria-live="polite">
        {shown > 0 ? `${shown} earlier ${shown === 1 ? 'message' : 'messages'} shown` : ''}
      </p>
      {before > 1 ? (
        <p className="text-center">
          <ButtonLink
            href={`/conversations/${showId(conversationId)}?before=${before}`}
            size="sm"
            aria-busy={pending || undefined}
            onClick={show}
          >
            {pending ? 'Loading…' : 'Show earlier messages'}
          </ButtonLink>
        </p>
      ) : null}
    </>
  );
}

/** Back from what was said before to what is said now. */
export function ShowLater({ lastSeq }: { lastSeq: number }) {
  const { conversationId, messages } = useChatRoom();
  const here = `/conversations/${showId(conversationId)}`;
  const next = (messages.at(-1)?.seq ?? 0) + MESSAGES_SHOWN + 1;
  return (
    <p className="flex flex-wrap items-center justify-center gap-2 text-sm text-muted">
      These are earlier messages.
      {next <= lastSeq ? (
        <ButtonLink href={`${here}?before=${next}`} size="sm">
          Show later messages
        </ButtonLink>
      ) : null}
      <ButtonLink href={`${here}#end`} size="sm">
        Jump to latest
      </ButtonLink>
    </p>
  );
}
