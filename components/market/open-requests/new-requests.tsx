'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState, useTransition } from 'react';
import { listening } from '@/components/platform/announce/listening';
import { buttonLook } from '@/components/ui/button-look';

type NewRequestsProps = {
  /** The search as the address has it. */
  query: string;
  /** The position of the newest request that is shown. */
  top: string;
  /** More than this many are not counted. */
  most: number;
  realtimeUrl: string;
};

/** Many requests at once, and a long list of readers: each asks once things have been quiet for so long. */
const QUIET_MS = 400;

/**
 * Says that new requests have come and shows them when it is pressed: what one reads stays where it is until then. It
 * floats, at first over the line that says the order, so its coming moves nothing either.
 */
export function NewRequests({ query, top, most, realtimeUrl }: NewRequestsProps) {
  const router = useRouter();
  const [came, setCame] = useState({ top, count: 0 });
  const [pending, begin] = useTransition();
  // A list drawn anew shows what was counted before.
  const count = came.top === top ? came.count : 0;

  useEffect(() => {
    let gone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      const answer = await fetch(`/api/work/new?${query}${query ? '&' : ''}top=${top}`).catch(() => null);
      if (gone || !answer?.ok) return;
      const { count: newer } = (await answer.json()) as { count: number };
      setCame({ top, count: newer });
    };
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void ask(), QUIET_MS);
    };
    const close = listening(realtimeUrl, (socket) => {
      socket.on('work', soon);
      socket.on('resync', soon);
      socket.on('connect', soon);
    });
    return () => {
      gone = true;
      clearTimeout(timer);
      close();
    };
  }, [query, top, realtimeUrl]);

  return (
    <div
      role="status"
      className="pointer-events-none sticky top-[calc(var(--bar)+0.5rem)] z-10 h-0 text-right"
    >
      {count > 0 ? (
        <button
          type="button"
          aria-busy={pending || undefined}
          onClick={() => begin(() => router.refresh())}
          className={`${buttonLook('primary', 'sm')} pointer-events-auto rounded-full shadow-lg`}
        >
          {count > most ? `More than ${most}` : count} new {count === 1 ? 'request' : 'requests'}
        </button>
      ) : null}
    </div>
  );
}
