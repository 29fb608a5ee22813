import { countAgain } from '@/components/layout/counts';

let bells = 0;
let stop: (() => void) | undefined;

/**
 * Has the frame counted anew whenever its person is told of something, or may have been. The bell stands on a page twice, in
 * the rail and in the phone's bar: one connection serves both. Answers how to stop.
 */
export function hearNews(realtimeUrl: string): () => void {
  bells += 1;
  if (bells === 1) stop = begin(realtimeUrl);
  return () => {
    bells -= 1;
    if (bells > 0) return;
    stop?.();
    stop = undefined;
  };
}

/** Begins once the page is idle, so that nothing waits for it. */
function begin(realtimeUrl: string): () => void {
  let close: (() => void) | undefined;
  let over = false;
  const open = async () => {
    const { openSocket } = await import('@/components/chat/live');
    const socket = await openSocket(realtimeUrl);
    if (over) return void socket.disconnect();
    close = () => socket.disconnect();
    // Between the drawing of the page and this moment something may have happened.
    socket.on('connect', countAgain);
    socket.on('notification', countAgain);
    socket.on('resync', countAgain);
  };
  const idle = window.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 200));
  idle(() => void open());
  return () => {
    over = true;
    close?.();
  };
}
