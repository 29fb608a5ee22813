'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { listening } from '@/components/platform/announce/listening';

/** Shows an answer as soon as it is there: the page is drawn anew when its request changes. Draws nothing itself. */
export function LiveRequest({ requestId, realtimeUrl }: { requestId: string; realtimeUrl: string }) {
  const router = useRouter();

  useEffect(
    () =>
      listening(realtimeUrl, (socket) => {
        socket.on('request', (change) => {
          if (change.requestId === requestId) router.refresh();
        });
        socket.on('connect', () => router.refresh());
      }),
    [requestId, realtimeUrl, router],
  );

  return null;
}
