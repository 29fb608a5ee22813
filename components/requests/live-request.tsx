'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** Shows an answer as soon as it is there: the page is drawn anew when its request changes. Draws nothing itself. */
export function LiveRequest({ requestId, realtimeUrl }: { requestId: string; realtimeUrl: string }) {
  const router = useRouter();

  useEffect(() => {
    let close: (() => void) | undefined;
    let gone = false;
    const begin = async () => {
      const { openSocket } = await import('@/components/chat/live');
      const socket = await openSocket(realtimeUrl);
      if (gone) return void socket.disconnect();
      socket.on('request', (change) => {
        if (change.requestId === requestId) router.refresh();
      });
      // Whatever happened before the connection was there, or while it was away.
      socket.on('connect', () => router.refresh());
      close = () => socket.disconnect();
    };
    const idle = window.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 200));
    idle(() => void begin());
    return () => {
      gone = true;
      close?.();
    };
  }, [requestId, realtimeUrl, router]);

  return null;
}
