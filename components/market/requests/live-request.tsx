'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { listening } from '@/components/platform/announce/listening';
import type { LiveSocket } from '@/components/platform/announce/live';

type LiveRequestProps = {
  requestId: string;
  realtimeUrl: string;
  /** The response that stands open here unread: its conversation, whose first message it is. */
  reading?: string | null;
};

/**
 * Shows an answer as soon as it is there: the page is drawn anew when its request changes. What stands open is read, and its
 * expert is told so. Draws nothing itself.
 */
export function LiveRequest({ requestId, realtimeUrl, reading = null }: LiveRequestProps) {
  const router = useRouter();
  const socket = useRef<LiveSocket>(null);
  const open = useRef(reading);

  useEffect(() => {
    const close = listening(realtimeUrl, (opened) => {
      socket.current = opened;
      opened.on('request', (change) => {
        if (change.requestId === requestId) router.refresh();
      });
      opened.on('connect', () => {
        if (open.current) markRead(opened, open.current, router.refresh);
        router.refresh();
      });
    });
    return () => {
      socket.current = null;
      close();
    };
  }, [requestId, realtimeUrl, router]);

  useEffect(() => {
    open.current = reading;
    if (reading && socket.current?.connected) markRead(socket.current, reading, router.refresh);
  }, [reading, router]);

  return null;
}

function markRead(socket: LiveSocket, conversationId: string, then: () => void) {
  socket.emit('markRead', { conversationId, seq: 1 }, (outcome) => outcome.ok && then());
}
