'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ask, askOnce, type LiveSocket, openSocket } from '@/components/platform/announce/live';
import { FRAME_BYTES, type ShownMessage } from '@/lib/platform/announce/events';
import { merge, type Pending, reached } from './messages';
import { makeOutbox, type Outbox } from './outbox';
import { keepUnsent, unsentIn } from './unsent';
import { useTyping } from './use-typing';

export type Room = {
  messages: ShownMessage[];
  /** The last message that came while the page was open, for those who listen to it. */
  news: ShownMessage | null;
  pending: Pending[];
  /** Names of those who are typing now. */
  typing: string[];
  online: ReadonlySet<string>;
  /** Whether a line goes by socket; also while lines wait for one, since a form would overtake them. */
  connected: boolean;
  viewerId: string;
  conversationId: string;
  /** The page shows what was said before: the conversation goes on elsewhere. */
  past: boolean;
  /** Sends by socket; false where that cannot be, and the form must post itself. */
  send: (body: string, clientId?: string) => boolean;
  /** Loads what was said before the first message here; false where that cannot be, and the link must lead there. */
  showEarlier: () => Promise<boolean>;
  tellTyping: () => void;
};

export type RoomProps = {
  conversationId: string;
  viewerId: string;
  /** The messages the server rendered; what comes later is joined to them. */
  messages: ShownMessage[];
  readSeq: number;
  realtimeUrl: string;
  past: boolean;
};

/** The live side of a conversation: persisted first, then shown, exactly once, whatever the network does. */
export function useRoom({
  conversationId,
  viewerId,
  messages: rendered,
  readSeq,
  realtimeUrl,
  past,
}: RoomProps): Room {
  const router = useRouter();
  const [came, setCame] = useState<ShownMessage[]>([]);
  const [news, setNews] = useState<ShownMessage | null>(null);
  const [pending, setPending] = useState<Pending[]>([]);
  const { names: typing, heard } = useTyping();
  const [online, setOnline] = useState<ReadonlySet<string>>(new Set());
  const [connected, setConnected] = useState(false);
  const socket = useRef<LiveSocket | null>(null);
  const outbox = useRef<Outbox | null>(null);
  // The server renders the last ones: what it leaves out the next time stays.
  const kept = useRef<ShownMessage[]>([]);
  kept.current = merge(kept.current, rendered);
  const messages = merge(kept.current, came);
  const latest = useRef(messages);
  latest.current = messages;
  const read = useRef(readSeq);
  const refreshing = useRef<ReturnType<typeof setTimeout>>(undefined);

  const add = useCallback((fresh: ShownMessage[]) => {
    setCame((known) => merge(known, fresh));
    outbox.current?.arrived(new Set(fresh.map((message) => message.clientId)));
  }, []);

  const catchUp = useCallback(async () => {
    // An answer has an end: it is asked on from there until nothing is newer.
    for (let after = reached(latest.current); socket.current; ) {
      const outcome = await ask(socket.current, 'catchUp', { conversationId, after });
      const last = outcome?.ok ? outcome.value.at(-1) : undefined;
      if (!outcome?.ok || !last) return;
      add(outcome.value);
      after = last.seq;
    }
  }, [conversationId, add]);

  const markRead = useCallback(async () => {
    const seq = latest.current.at(-1)?.seq ?? 0;
    const before = read.current;
    if (seq <= before || document.visibilityState !== 'visible' || !socket.current?.connected) return;
    read.current = seq;
    const outcome = await ask(socket.current, 'markRead', { conversationId, seq });
    if (!outcome?.ok && read.current === seq) read.current = before;
  }, [conversationId]);

  const showEarlier = useCallback(async () => {
    const before = latest.current[0]?.seq ?? 0;
    const outcome = socket.current && (await ask(socket.current, 'earlier', { conversationId, before }));
    if (outcome?.ok) add(outcome.value);
    return outcome?.ok === true;
  }, [conversationId, add]);

  const send = useCallback((body: string, clientId: string = crypto.randomUUID()) => {
    // A larger one would close the socket without an answer.
    if (!outbox.current || new Blob([body]).size > FRAME_BYTES / 2) return false;
    outbox.current.put({ clientId, body });
    return true;
  }, []);

  useEffect(() => {
    if (past) return;
    let gone = false;
    const refresh = () => {
      clearTimeout(refreshing.current);
      refreshing.current = setTimeout(() => router.refresh(), 120);
    };
    const open = async () => {
      const opened = await openSocket(realtimeUrl);
      if (gone) return void opened.disconnect();
      socket.current = opened;
      outbox.current = makeOutbox({
        connected: () => opened.connected,
        send: (line) => askOnce(opened, 'send', { conversationId, ...line }),
        show: (lines) => {
          setPending(lines);
          keepUnsent(conversationId, viewerId, lines);
        },
        stored: (message) => add([message]),
      });
      for (const line of unsentIn(conversationId, viewerId)) outbox.current.put(line);
      opened.on('connect', async () => {
        refresh();
        const outcome = await ask(opened, 'join', { conversationId });
        if (gone || !outcome) return;
        setConnected(outcome.ok);
        if (!outcome.ok) return;
        outbox.current?.wake();
        if (outcome.value.lastSeq > reached(latest.current)) void catchUp();
        void markRead();
      });
      opened.on('disconnect', () => setConnected(false));
      opened.on('message', (message) => {
        if (message.conversationId !== conversationId) return;
        if (message.seq > reached(latest.current) + 1) void catchUp();
        if ((message.author ?? message.line?.by)?.id !== viewerId) setNews(message);
        add([message]);
      });
      opened.on('resync', () => {
        void catchUp();
        refresh();
      });
      opened.on('job', refresh);
      opened.on('presence', (change) => setOnline(new Set(change.personIds)));
      opened.on('typing', (change) => {
        if (change.personId !== viewerId) heard(change.name);
      });
    };
    void open();
    return () => {
      gone = true;
      clearTimeout(refreshing.current);
      outbox.current?.close();
      socket.current?.disconnect();
      outbox.current = null;
      socket.current = null;
    };
  }, [conversationId, viewerId, realtimeUrl, past, router, add, catchUp, markRead, heard]);

  const newest = messages.at(-1)?.seq ?? 0;
  useEffect(() => {
    const look = () => void markRead();
    if (newest > 0) look();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [newest, markRead]);

  const told = useRef(0);
  const tellTyping = useCallback(() => {
    if (Date.now() - told.current < 2_000) return;
    told.current = Date.now();
    socket.current?.volatile.emit('typing', { conversationId });
  }, [conversationId]);

  return {
    messages,
    news,
    pending,
    typing,
    online,
    connected: connected || pending.some((line) => line.state !== 'failed'),
    viewerId,
    conversationId,
    past,
    send,
    showEarlier,
    tellTyping,
  };
}
