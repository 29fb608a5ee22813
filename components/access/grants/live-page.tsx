'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { listening } from '@/components/platform/announce/listening';

type LivePageProps = {
  realtimeUrl: string;
  /** The job whose changes matter here; without one, whatever this person is told of. */
  conversationId?: string;
};

/** Draws the page anew when what it shows has changed. Without JavaScript the page is what it was when it was made. */
export function LivePage({ realtimeUrl, conversationId }: LivePageProps) {
  const router = useRouter();
  useEffect(() => {
    let soon: ReturnType<typeof setTimeout> | undefined;
    // Several changes of one transaction arrive together: one drawing is enough.
    const refresh = () => {
      clearTimeout(soon);
      soon = setTimeout(() => router.refresh(), 120);
    };
    const close = listening(realtimeUrl, (socket) => {
      socket.on('connect', () => {
        if (conversationId) socket.emit('join', { conversationId }, refresh);
        else refresh();
      });
      socket.on(conversationId ? 'job' : 'notification', refresh);
      socket.on('resync', refresh);
    });
    return () => {
      clearTimeout(soon);
      close();
    };
  }, [router, realtimeUrl, conversationId]);
  return null;
}
