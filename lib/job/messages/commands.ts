import type { DomainEvent } from '@/lib/core/events';
import { insist, no } from '@/lib/core/refusal';
import { type Actor, authorise, type Person, personOf, type Tenants } from '@/lib/core/rights';
import { actsForClosed, memberOf, sideOf } from '@/lib/core/scope';
import { announce } from '@/lib/platform/announce/announce';
import type { ShownMessage } from '@/lib/platform/announce/events';
import { lock, type Tx } from '@/lib/platform/db/transaction';
import type { Line } from '@/lib/platform/telling/line';
import type { Tells } from '@/lib/platform/telling/telling';
import { wired } from '@/lib/platform/wiring/wired';
import { MESSAGE_COMMANDS } from './rights';
import { canStillWrite, shown } from './rules';
import type { MarkRead, SendMessage } from './schema';
import {
  type Conversation,
  claimSeq,
  conversationById,
  insertMessage,
  isResponseUnread,
  messageByClientId,
  nameIn,
  saveOwnMark,
  saveReadMark,
  thanksOf,
  updateReadMarks,
} from './store';

/** The first message of a conversation: what its expert wrote when they answered. */
export async function sayFirst(
  tx: Tx,
  { conversationId, authorId, body }: { conversationId: string; authorId: string; body: string },
): Promise<void> {
  const at = await tx.now();
  const seq = await claimSeq(tx, conversationId, at);
  const clientId = `response-${conversationId}`;
  await insertMessage(tx, { conversationId, seq, authorId, side: 'company', clientId, body, at });
  await saveReadMark(tx, { conversationId, personId: authorId, seq, at });
}

/** Sends a message. The same client id again answers with the message that is there already. */
export async function send(tx: Tx, actor: Actor, input: SendMessage): Promise<ShownMessage> {
  const conversation = await conversationById(tx, input.conversationId);
  authorise(actor, MESSAGE_COMMANDS.send, conversation);
  const person = personOf(actor);
  const side = sideOf(person, conversation);
  if (actsForClosed(person, conversation))
    insist(canStillWrite(await wired().stillOpenIn(tx, conversation.id)));
  // Two tries of one message wait here for each other, so that the second finds the first.
  await lock(tx, 'conversation', conversation.id);
  const before = await messageByClientId(tx, conversation.id, input.clientId);
  if (before) {
    // Somebody else's message under the same id is no retry of this one.
    insist(before.authorId === person.personId ? null : no('conflict', 'Send this message again.'));
    return shown(before, person.name);
  }
  const at = await tx.now();
  const seq = await claimSeq(tx, conversation.id, at);
  const message = await insertMessage(tx, {
    conversationId: conversation.id,
    seq,
    authorId: person.personId,
    side,
    clientId: input.clientId,
    body: input.body,
    at,
  });
  await saveReadMark(tx, { conversationId: conversation.id, personId: person.personId, seq, at });
  await tellFirstReading(tx, person, conversation);
  tx.emit({ name: 'message.sent', messageId: message.id, authorId: person.personId, ...ids(conversation) });
  await announce(tx, { what: 'message', conversationId: conversation.id, messageId: message.id });
  return shown(message, person.name);
}

/** Marks everything up to a position as read by this person. */
export async function markRead(tx: Tx, actor: Actor, input: MarkRead): Promise<{ seq: number }> {
  const conversation = await conversationById(tx, input.conversationId);
  authorise(actor, MESSAGE_COMMANDS.markRead, conversation);
  const { personId } = personOf(actor);
  const seq = Math.min(input.seq, conversation.lastSeq);
  await saveReadMark(tx, { conversationId: conversation.id, personId, seq, at: await tx.now() });
  if (seq > 0) await tellFirstReading(tx, personOf(actor), conversation);
  if (seq === conversation.lastSeq) tx.emit({ name: 'messages.read', personId, readIn: conversation.id });
  return { seq };
}

/** The first of the customer's people to read or answer has read the response. */
async function tellFirstReading(tx: Tx, person: Person, conversation: Conversation): Promise<void> {
  if (sideOf(person, conversation) !== 'customer' || !(await isResponseUnread(tx, conversation.id))) return;
  tx.emit({ name: 'response.read', responseId: conversation.responseId, ...ids(conversation) });
}

/** A reaction to a request that was settled with another: what its customer says to those who were not chosen, once to each. */
export async function thank(tx: Tx, actor: Actor, input: { responseId: string }): Promise<void> {
  const conversation = await conversationById(tx, input.responseId);
  const { id: conversationId, requestId } = conversation;
  const thanks = await thanksOf(tx, requestId);
  const clientId = `thanks-${requestId}`;
  if (!thanks || (await messageByClientId(tx, conversationId, clientId))) return;
  const { personId } = personOf(actor);
  const at = await tx.now();
  const seq = await claimSeq(tx, conversationId, at);
  const kept = {
    conversationId,
    seq,
    authorId: personId,
    side: 'customer',
    clientId,
    body: thanks,
    at,
  } as const;
  const message = await insertMessage(tx, kept);
  await saveReadMark(tx, { conversationId, personId, seq, at });
  await announce(tx, { what: 'message', conversationId, messageId: message.id });
}

/** A reaction to every event of a job: its line in the conversation, and a sign to open pages that the job has changed. */
export async function tell(tx: Tx, actor: Actor, event: DomainEvent): Promise<void> {
  if (!('conversationId' in event)) return;
  const tells: Tells<DomainEvent> | null = wired().telling[event.name];
  if (tells?.line && (tells.line.when?.(event) ?? true)) await leaveLine(tx, actor, event, tells.line);
  if (event.name !== 'message.sent')
    await announce(tx, { what: 'job', conversationId: event.conversationId });
}

/** Keeps a line by its facts. Whoever acted has read it; a quiet one leaves read what was read. */
async function leaveLine(
  tx: Tx,
  actor: Actor,
  event: DomainEvent & Tenants & { conversationId: string },
  line: Line<DomainEvent>,
): Promise<void> {
  const { conversationId } = event;
  const { id: objectId, facts } = await line.about(tx, event);
  // An admin, who belongs to neither side, is not named to them.
  const person = actor.kind === 'person' && memberOf(actor, event) ? actor : null;
  const acted = person !== null && (line.acted?.(facts) ?? true);
  const at = await tx.now();
  const seq = await claimSeq(tx, conversationId, at);
  const side = acted ? sideOf(person, event) : null;
  const [did, what] = line.says(facts, acted);
  const name = acted ? await nameIn(tx, conversationId, side, person.name) : null;
  const message = await insertMessage(tx, {
    conversationId,
    seq,
    authorId: null,
    actorId: acted ? person.personId : null,
    side,
    clientId: `event-${crypto.randomUUID()}`,
    body: [name, did, what].filter(Boolean).join(' '),
    event: event.name,
    objectId,
    facts,
    at,
  });
  if (line.quiet) await updateReadMarks(tx, conversationId, seq);
  else if (person) await saveOwnMark(tx, { conversationId, personId: person.personId, seq, at });
  await announce(tx, { what: 'message', conversationId, messageId: message.id });
}

function ids(conversation: { id: string; customerId: string; companyId: string }) {
  return {
    conversationId: conversation.id,
    customerId: conversation.customerId,
    companyId: conversation.companyId,
  };
}
