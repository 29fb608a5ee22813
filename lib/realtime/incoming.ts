import { personOfSession } from '@/lib/auth/person';
import { messagesOf } from '@/lib/chat/queries';
import { CatchUp, InConversation } from '@/lib/chat/schema';
import { markReadBySocket, sendBySocket } from '@/lib/chat/sockets';
import type { Person, Viewer } from '@/lib/core/rights';
import { database } from '@/lib/db/client';
import { noteRefusal } from '@/lib/doors/knock';
import type { Outcome } from '@/lib/doors/outcome';
import { refusalOf } from '@/lib/doors/perform';
import { lost, sayPresence, sayTyping } from './hearing';
import { mayHear, networkBehind, personBehind, type Realtime, type RealtimeSocket, room } from './rooms';

const NOT_YOURS: Extract<Outcome<never>, { ok: false }> = {
  ok: false,
  code: 'not_found',
  message: 'There is no such conversation, or it is not yours to see.',
};

/** Events a socket may send a second, with a small store: typing and catching up are cheap, floods are not. */
const RATE = { perSecond: 10, store: 40 };

/** Answers what a browser sends. Each event is parsed, and whoever sends it is looked up anew. */
export function answerTo(io: Realtime, socket: RealtimeSocket): void {
  const viewer = (): Promise<Viewer> => personOfSession(database(), { id: socket.data.sessionId });
  const allowed = bucket();
  const network = networkBehind(socket);
  const refused = (door: string, outcome = NOT_YOURS): Outcome<never> => {
    const { personId, sessionId } = socket.data;
    const knocked = { door, callId: socket.id, viewer: { kind: 'person' as const, personId, sessionId } };
    noteRefusal({ ...knocked, network }, outcome.code);
    return outcome;
  };

  socket.use((_event, next) => (allowed() ? next() : next(new Error('limited'))));
  socket.on('error', () => {});

  socket.on('join', async (input, answer) => {
    if (typeof answer !== 'function') return;
    try {
      const conversation = await mine(socket, input);
      if (!conversation) return answer(refused('chat.join'));
      await socket.join(room.conversation(conversation.id));
      answer({ ok: true, value: { lastSeq: conversation.lastSeq } });
      sayPresence(io, conversation.id).catch(lost);
    } catch (error) {
      answer(refused('chat.join', refusalOf(error, 'chat.join', socket.id)));
    }
  });

  socket.on('leave', async (input) => {
    const parsed = InConversation.safeParse(input);
    if (!parsed.success) return;
    await socket.leave(room.conversation(parsed.data.conversationId));
    sayPresence(io, parsed.data.conversationId).catch(lost);
  });

  socket.on('disconnecting', () => {
    const left = [...socket.rooms].filter((name) => name.startsWith('conversation:'));
    socket.once('disconnect', () => {
      for (const name of left) sayPresence(io, name.slice('conversation:'.length)).catch(lost);
    });
  });

  socket.on('send', async (input, answer) => {
    if (typeof answer === 'function') answer(await sendBySocket(viewer, input, network));
  });

  socket.on('markRead', async (input, answer) => {
    const outcome = await markReadBySocket(viewer, input, network);
    if (typeof answer === 'function') answer(outcome);
  });

  socket.on('catchUp', async (input, answer) => {
    if (typeof answer !== 'function') return;
    const parsed = CatchUp.safeParse(input);
    if (!parsed.success) return answer(refused('chat.catchUp'));
    try {
      const messages = await messagesOf(await viewer(), parsed.data.conversationId, {
        after: parsed.data.after,
      });
      answer(messages ? { ok: true, value: messages } : refused('chat.catchUp'));
    } catch (error) {
      answer(refused('chat.catchUp', refusalOf(error, 'chat.catchUp', socket.id)));
    }
  });

  socket.on('typing', (input) => {
    const parsed = InConversation.safeParse(input);
    if (!parsed.success || !socket.rooms.has(room.conversation(parsed.data.conversationId))) return;
    typing(io, socket, parsed.data.conversationId).catch(lost);
  });
}

async function typing(io: Realtime, socket: RealtimeSocket, conversationId: string): Promise<void> {
  const person = await personBehind(socket);
  const conversation = person && (await heardBy(person, conversationId));
  if (!conversation) return;
  await sayTyping(io, { conversationId, personId: person.personId, name: person.name }, socket.id);
}

async function mine(socket: RealtimeSocket, input: unknown) {
  const parsed = InConversation.safeParse(input);
  const person = parsed.success ? await personBehind(socket) : null;
  return person && parsed.data ? heardBy(person, parsed.data.conversationId) : null;
}

/** The conversation, where this person may hear what is said in it. */
async function heardBy(person: Person, id: string) {
  const conversation = await database().conversation.findUnique({ where: { id } });
  return conversation && mayHear(person, conversation) ? conversation : null;
}

function bucket(): () => boolean {
  let tokens = RATE.store;
  let at = performance.now();
  return () => {
    const now = performance.now();
    tokens = Math.min(RATE.store, tokens + ((now - at) / 1000) * RATE.perSecond);
    at = now;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
}
