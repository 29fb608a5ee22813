import { randomUUID } from 'node:crypto';
import type { Person, Tenants } from '@/lib/core/rights';
import { sideOf } from '@/lib/core/scope';
import { messagesOf } from '@/lib/job/messages/queries';
import { CatchUp, Earlier, InConversation, OUT_OF_DATE } from '@/lib/job/messages/schema';
import { markReadBySocket, sendBySocket } from '@/lib/job/messages/sockets';
import { customerNameFor } from '@/lib/market/requests/rules';
import type { ClientEvents } from '@/lib/platform/announce/events';
import { database } from '@/lib/platform/db/client';
import { noteRefusal } from '@/lib/platform/doors/knock';
import type { Outcome } from '@/lib/platform/doors/outcome';
import { refusalOf } from '@/lib/platform/doors/perform';
import type { Knocker } from '@/lib/platform/doors/socket';
import { turns } from '@/lib/platform/doors/turns';
import { personOfSession } from '@/lib/platform/session/person';
import { lost, sayPresence, sayTyping, type Typing } from './hearing';
import { bucket } from './pace';
import { mayHear, networkBehind, personBehind, type Realtime, type RealtimeSocket, room } from './rooms';

type Answer = Outcome<unknown>;

const NOT_YOURS: Outcome<never> = {
  ok: false,
  code: 'not_found',
  message: 'Not found, or you don’t have access.',
};
const MALFORMED: Outcome<never> = { ok: false, code: 'invalid', message: OUT_OF_DATE };
const DONE: Answer = { ok: true, value: null };
/** Events that go through a door of their own. */
const DOORS = { send: true, markRead: true };

const limited = (retryAfterMs: number): Answer => ({
  ok: false,
  code: 'limited',
  message: 'Too many messages at once. Try again in a moment.',
  retryAfterMs,
});

/**
 * Answers what a browser sends, one thing after another: lines that are sent at once are stored in that order, and a
 * socket never takes more than one connection to the database. What is too much is answered at once, and what nobody
 * listens for is refused. Each event is parsed, and whoever sends it is looked up anew.
 */
export function answerTo(io: Realtime, socket: RealtimeSocket): void {
  const who = knockerAt(socket);
  const handlers = handlersOf(io, socket, who);
  const [inTurn, wait] = [turns(), bucket()];

  // Somebody else's event of this name would throw where nobody listens.
  socket.on('error', () => {});
  socket.onAny((event: string, ...given: unknown[]) => {
    const last = given.at(-1);
    const handler = Object.hasOwn(handlers, event) ? handlers[event as keyof ClientEvents] : null;
    const reply = (outcome: Answer) => {
      // Doors note their own refusals; a name that nobody knows is one name in the counts.
      if (!outcome.ok && !(event in DOORS)) {
        const door = handler ? `chat.${event}` : 'chat.unknown';
        const knocked = { door, callId: socket.id, viewer: { kind: 'person' as const, ...who } };
        noteRefusal({ ...knocked, network: who.network }, outcome.code);
      }
      if (typeof last === 'function') (last as (answer: Answer) => void)(outcome);
    };
    const [input] = typeof given[0] === 'function' ? [] : given;
    const retryAfterMs = wait();
    if (retryAfterMs > 0) return reply(limited(retryAfterMs));
    if (!handler) return reply(MALFORMED);
    void inTurn(socket.id, async () => {
      reply(await handler(input).catch((error: unknown) => refusalOf(error, `chat.${event}`, randomUUID())));
    });
  });

  socket.on('disconnecting', () => {
    const left = [...socket.rooms].filter((name) => name.startsWith('conversation:'));
    socket.once('disconnect', () => {
      for (const name of left) sayPresence(io, name.slice('conversation:'.length)).catch(lost);
    });
  });
}

/** Who is at the socket, and from where. */
function knockerAt(socket: RealtimeSocket): Knocker {
  const { personId, sessionId } = socket.data;
  return {
    personId,
    sessionId,
    network: networkBehind(socket),
    viewer: () => personOfSession(database(), { id: sessionId }),
  };
}

function handlersOf(
  io: Realtime,
  socket: RealtimeSocket,
  who: Knocker,
): Record<keyof ClientEvents, (input: unknown) => Promise<Answer>> {
  return {
    async join(input) {
      const conversation = await mine(socket, input);
      if (!conversation) return NOT_YOURS;
      // Gone while it was looked up: nobody would take it out of the room again.
      if (!socket.connected) return DONE;
      await socket.join(room.conversation(conversation.id));
      sayPresence(io, conversation.id).catch(lost);
      return { ok: true, value: { lastSeq: conversation.lastSeq } };
    },

    async leave(input) {
      const parsed = InConversation.safeParse(input);
      if (!parsed.success) return MALFORMED;
      await socket.leave(room.conversation(parsed.data.conversationId));
      sayPresence(io, parsed.data.conversationId).catch(lost);
      return DONE;
    },

    send: (input) => sendBySocket(who, input),

    markRead: (input) => markReadBySocket(who, input),

    async catchUp(input) {
      const parsed = CatchUp.safeParse(input);
      if (!parsed.success) return MALFORMED;
      const { conversationId, after } = parsed.data;
      const messages = await messagesOf(await who.viewer(), conversationId, { after });
      return messages ? { ok: true, value: messages } : NOT_YOURS;
    },

    async earlier(input) {
      const parsed = Earlier.safeParse(input);
      if (!parsed.success) return MALFORMED;
      const { conversationId, before } = parsed.data;
      const messages = await messagesOf(await who.viewer(), conversationId, { before });
      return messages ? { ok: true, value: messages } : NOT_YOURS;
    },

    async typing(input) {
      const parsed = InConversation.safeParse(input);
      if (!parsed.success) return MALFORMED;
      const { conversationId } = parsed.data;
      const person = socket.rooms.has(room.conversation(conversationId)) ? await personBehind(socket) : null;
      const conversation = person && (await heardBy(person, conversationId));
      if (!conversation) return NOT_YOURS;
      await sayTyping(
        io,
        { conversationId, personId: person.personId, names: names(person, conversation) },
        socket.id,
      );
      return DONE;
    },
  };
}

async function mine(socket: RealtimeSocket, input: unknown) {
  const parsed = InConversation.safeParse(input);
  const person = parsed.success ? await personBehind(socket) : null;
  return person && parsed.data ? heardBy(person, parsed.data.conversationId) : null;
}

/** Under which name each side knows a person. */
function names(
  person: Person,
  conversation: Tenants & { request: { contactName: string } },
): Typing['names'] {
  const { request } = conversation;
  const ofCustomer = sideOf(person, conversation) === 'customer';
  return {
    customer: ofCustomer ? customerNameFor('customer', request, person) : person.name,
    company: ofCustomer ? customerNameFor('company', request, person) : person.name,
  };
}

/** The conversation, where this person may hear what is said in it. */
async function heardBy(person: Person, id: string) {
  const conversation = await database().conversation.findUnique({
    where: { id },
    include: { request: { select: { contactName: true } } },
  });
  return conversation && mayHear(person, conversation) ? conversation : null;
}
