import type { Socket } from 'socket.io-client';
import type { ClientEvents, ServerEvents } from '@/lib/platform/announce/events';

export type LiveSocket = Socket<ServerEvents, ClientEvents>;
/** What a page asks, by name; the rest it only says. */
type Asked = Exclude<keyof ClientEvents, 'leave' | 'typing'>;
type Answer<Name extends Asked> = Parameters<Parameters<ClientEvents[Name]>[1]>[0];

/** A question is answered within this long, or asked again. */
const ANSWER_MS = 4_000;
const TRIES = 4;
/** Before the next try where a limit does not say how long. */
const PAUSE_MS = 1_000;

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

/** Asks once. Null: no answer came. */
export function askOnce<Name extends Asked>(
  socket: LiveSocket,
  name: Name,
  input: Record<string, unknown>,
): Promise<Answer<Name> | null> {
  const asking = socket.timeout(ANSWER_MS) as unknown as {
    emitWithAck(name: Asked, input: unknown): Promise<Answer<Name>>;
  };
  return asking.emitWithAck(name, input).catch(() => null);
}

/** Asks until there is an answer, and again after the time that a limit names. Null: the connection is gone. */
export async function ask<Name extends Asked>(
  socket: LiveSocket,
  name: Name,
  input: Record<string, unknown>,
): Promise<Answer<Name> | null> {
  for (let left = TRIES; socket.connected && left > 0; ) {
    const answer = await askOnce(socket, name, input);
    if (answer && (answer.ok || answer.code !== 'limited')) return answer;
    if (answer && !answer.ok) await new Promise((next) => setTimeout(next, answer.retryAfterMs ?? PAUSE_MS));
    else left -= 1;
  }
  return null;
}

async function ticket(): Promise<string> {
  const response = await fetch('/api/realtime/ticket', { method: 'POST' });
  const outcome = (await response.json()) as { value?: { ticket?: string } };
  return outcome.value?.ticket ?? '';
}
