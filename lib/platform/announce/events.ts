import { z } from 'zod';
import type { ShownLine } from '@/lib/core/events';
import type { Outcome } from '@/lib/platform/doors/outcome';

/** One message as a browser shows it. */
export type ShownMessage = {
  id: string;
  conversationId: string;
  seq: number;
  clientId: string;
  /** Null: Groundcrew itself. */
  author: { id: string; name: string } | null;
  side: 'customer' | 'company' | null;
  body: string;
  /** Of a line of ours: what happened, and in which words. */
  event: string | null;
  line: ShownLine | null;
  at: string;
};

/** What the server sends. Every event names what changed; the page decides what to load anew. */
export type ServerEvents = {
  message: (message: ShownMessage) => void;
  /** Something of the job changed: proposal, payment, access. */
  job: (change: { conversationId: string }) => void;
  /** This person was told of something, or has read it. */
  notification: () => void;
  request: (change: { requestId: string }) => void;
  /** A request was opened to everyone; told to people on the expert side. */
  work: (change: { requestId: string }) => void;
  typing: (change: { conversationId: string; personId: string; name: string }) => void;
  /** Announcements may have been missed: catch up. */
  resync: () => void;
  presence: (change: { conversationId: string; personIds: string[] }) => void;
};

/** A socket that sends a larger frame is closed. */
export const FRAME_BYTES = 32_768;

/** What a browser may send; each is parsed, and answered through its acknowledgement. */
export type ClientEvents = {
  join: (input: unknown, answer: (outcome: Outcome<{ lastSeq: number }>) => void) => void;
  leave: (input: unknown) => void;
  send: (input: unknown, answer: (outcome: Outcome<ShownMessage>) => void) => void;
  markRead: (input: unknown, answer: (outcome: Outcome<{ seq: number }>) => void) => void;
  typing: (input: unknown) => void;
  /** Messages after a position, for a page that was away. */
  catchUp: (input: unknown, answer: (outcome: Outcome<ShownMessage[]>) => void) => void;
  /** Messages before a position, for somebody who reads back. */
  earlier: (input: unknown, answer: (outcome: Outcome<ShownMessage[]>) => void) => void;
};

export type SocketData = { personId: string; sessionId: string };

/** What a transaction tells the realtime processes: ids alone, never texts. */
export const Announcement = z.object({
  what: z.enum(['message', 'job', 'notification', 'request', 'work', 'session']),
  conversationId: z.string().optional(),
  messageId: z.string().optional(),
  requestId: z.string().optional(),
  personIds: z.array(z.string()).optional(),
  sessionId: z.string().optional(),
  /** For these people alone, not for everybody who has the thing open. */
  only: z.boolean().optional(),
});
export type Announcement = z.infer<typeof Announcement>;
