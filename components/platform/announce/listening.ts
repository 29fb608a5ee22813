import type { LiveSocket } from './live';

/**
 * Opens a connection once the page is idle, so that nothing waits for it, and hands it over. Answers how to close it, also
 * where it is still on its way. Whatever happened before it stood is caught up with at its `connect`.
 */
export function listening(realtimeUrl: string, listen: (socket: LiveSocket) => void): () => void {
  let close: (() => void) | undefined;
  let over = false;
  const open = async () => {
    const { openSocket } = await import('./live');
    const socket = await openSocket(realtimeUrl);
    if (over) return void socket.disconnect();
    close = () => socket.disconnect();
    listen(socket);
  };
  const idle = window.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 200));
  idle(() => void open());
  return () => {
    over = true;
    close?.();
  };
}
