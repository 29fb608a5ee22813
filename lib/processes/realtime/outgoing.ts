import { messageForRoom } from '@/lib/job/messages/queries';
import { Announcement } from '@/lib/platform/announce/events';
import { listen } from '@/lib/platform/announce/listen';
import { log } from '@/lib/platform/log/logger';
import { hearers } from './hearing';
import { type Realtime, room } from './rooms';

/** Passes on what transactions announce: loads what the ids name, and emits to this process's own sockets. */
export async function outgoing(io: Realtime, databaseUrl: string): Promise<{ close(): Promise<void> }> {
  return listen(
    databaseUrl,
    ['rt'],
    (_channel, payload) => {
      pass(io, payload).catch((error) => log().error({ err: error }, 'announcement lost'));
    },
    // Whatever was announced while nobody listened: every open page catches up by its own cursor.
    () => io.local.emit('resync'),
  );
}

async function pass(io: Realtime, payload: string): Promise<void> {
  const parsed = Announcement.safeParse(JSON.parse(payload));
  if (!parsed.success) return;
  const said = parsed.data;
  switch (said.what) {
    case 'message': {
      const read = said.messageId ? await messageForRoom(said.messageId) : null;
      if (read)
        for (const { id, side } of await hearers(io, said.conversationId ?? ''))
          io.local.to(id).emit('message', read(side));
      return;
    }
    case 'job': {
      const conversationId = said.conversationId ?? '';
      for (const { id } of await hearers(io, conversationId)) io.local.to(id).emit('job', { conversationId });
      return;
    }
    case 'notification':
      for (const personId of said.personIds ?? []) io.local.to(room.person(personId)).emit('notification');
      return;
    case 'request':
      // What is private to a few is not even said to be there to others.
      if (!said.only) io.local.emit('request', { requestId: said.requestId ?? '' });
      else
        for (const personId of said.personIds ?? [])
          io.local.to(room.person(personId)).emit('request', { requestId: said.requestId ?? '' });
      return;
    case 'work':
      io.local.to(room.experts).emit('work', { requestId: said.requestId ?? '' });
      return;
    case 'session':
      if (said.sessionId) io.local.in(room.session(said.sessionId)).disconnectSockets(true);
      for (const personId of said.personIds ?? []) io.local.in(room.person(personId)).disconnectSockets(true);
  }
}
