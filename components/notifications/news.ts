import { countAgain } from '@/components/layout/counts';
import { listening } from '@/components/platform/announce/listening';

let bells = 0;
let stop: (() => void) | undefined;

/**
 * Has the frame counted anew whenever its person is told of something, or may have been. The bell stands on a page twice, in
 * the rail and in the phone's bar: one connection serves both. Answers how to stop.
 */
export function hearNews(realtimeUrl: string): () => void {
  bells += 1;
  if (bells === 1)
    stop = listening(realtimeUrl, (socket) => {
      socket.on('connect', countAgain);
      socket.on('notification', countAgain);
      socket.on('resync', countAgain);
    });
  return () => {
    bells -= 1;
    if (bells > 0) return;
    stop?.();
    stop = undefined;
  };
}
