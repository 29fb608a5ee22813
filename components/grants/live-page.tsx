'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

type LivePageProps = {
  realtimeUrl: string;
  /** The job whose changes matter here; without one, whatever this person is told of. */
  conversationId?: string;
};

/** Draws the page anew when what it shows has changed. Without JavaScript the page is what it was when it was made. */
export function LivePage({ realtimeUrl, conversationId }: LivePageProps) {
  const router = useRouter();
  useEffect(() => {
    let close: (() => void) | undefined;
    let gone = false;
    let soon: ReturnType<typeof setTimeout> | undefined;
    // Several changes of one transaction arrive together: one drawing is enough.
    const refresh = () => {
      clearTimeout(soon);
      soon = setTimeout(() => router.refresh(), 120);
    };
    const begin = async () => {
      const { openSocket } = await import('@/components/chat/live');
      const socket = await openSocket(realtimeUrl);
      if (gone) return void socket.disconnect();
      close = () => socket.disconnect();
      socket.on('connect', () => {
        // Between the drawing of the page and this moment something may have changed.
        if (conversationId) socket.emit('join', { conversationId }, refresh);
        else refresh();
      });
      socket.on(conversationId ? 'job' : 'notification', refresh);
      socket.on('resync', refresh);
    };
    void begin();
    return () => {
      gone = true;
      clearTimeout(soon);
      close?.();
    };
  }, [router, realtimeUrl, conversationId]);
  return null;
}
