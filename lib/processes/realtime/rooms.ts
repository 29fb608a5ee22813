import type { Server, Socket } from 'socket.io';
import type { Person } from '@/lib/core/rights';
import { tenantsOf } from '@/lib/core/scope';
import type { ClientEvents, ServerEvents, SocketData } from '@/lib/platform/announce/events';
import { database } from '@/lib/platform/db/client';
import { networkOf } from '@/lib/platform/limits/network';
import { personOfSession } from '@/lib/platform/session/person';
import type { BetweenProcesses } from './hearing';

export type Realtime = Server<ClientEvents, ServerEvents, BetweenProcesses, SocketData>;
export type RealtimeSocket = Socket<ClientEvents, ServerEvents, BetweenProcesses, SocketData>;

/** Rooms are named here from ids of the database alone, never from what a browser sent. */
export const room = {
  person: (id: string) => `person:${id}`,
  session: (id: string) => `session:${id}`,
  /** Everybody on the expert side. */
  experts: 'experts',
  conversation: (id: string) => `conversation:${id}`,
};

/** The network that a socket was opened from, as the one trusted proxy names it. */
export function networkBehind({
  handshake,
}: {
  handshake: Pick<Socket['handshake'], 'headers' | 'address'>;
}) {
  const forwarded = [handshake.headers['x-forwarded-for'] ?? []].flat().join(',');
  return networkOf(forwarded.split(',').at(-1) || handshake.address);
}

/** The person behind a socket, read anew; null where the session is over or the person suspended. */
export async function personBehind(socket: { data: SocketData }): Promise<Person | null> {
  const viewer = await personOfSession(database(), { id: socket.data.sessionId });
  return viewer.kind === 'person' && !viewer.suspended ? viewer : null;
}

/** Whether a person may be in the room of a conversation. */
export function mayHear(person: Person, conversation: { customerId: string; companyId: string }): boolean {
  const { customers, companies } = tenantsOf(person);
  return customers.includes(conversation.customerId) || companies.includes(conversation.companyId);
}
