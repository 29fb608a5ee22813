import type { Socket } from 'socket.io-client';
import type { ClientEvents, ServerEvents } from '@/lib/realtime/events';

export type LiveSocket = Socket<ServerEvents, ClientEvents>;

/**
 * Opens a socket with a fresh ticket for each attempt; Socket.IO itself tries again with backoff. The library is loaded
 * only here, so that pages can be read before it arrives.
 */
export async function openSocket(url: string): Promise<LiveSocket> {
  const { io } = await import('socket.io-client');
  return io(url, {
    transports: ['websocket'],
    reconnectionDelay: 250,
    reconnectionDelayMax: 5_000,
    auth: (give) => {
      ticket().then(
        (value) => give({ ticket: value }),
        () => give({}),
      );
    },
  });
}

async function ticket(): Promise<string> {
  const response = await fetch('/api/realtime/ticket', { method: 'POST' });
  const outcome = (await response.json()) as { value?: { ticket?: string } };
  return outcome.value?.ticket ?? '';
}
