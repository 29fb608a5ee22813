'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ShownMessage } from '@/lib/realtime/events';
import { type LiveSocket, openSocket } from './live';
import { merge, type Pending, reached } from './messages';

export type Room = {
  messages: ShownMessage[];
  pending: Pending[];
  /** Names of those who are typing now. */
  typing: string[];
  online: ReadonlySet<string>;
  connected: boolean;
  viewerId: string;
  conversationId: string;
  /** Sends by socket; false where there is none, and the form must post itself. */
  send: (body: string, clientId?: string) => boolean;
  tellTyping: () => void;
};

type RoomProps = {
  conversationId: string;
  viewerId: string;
  messages: ShownMessage[];
  readSeq: number;
  realtimeUrl: string;
};

/** A try is answered within this long, or made again with the same id: the server knows it by that. */
const ANSWER_MS = 4_000;
const TRIES = 4;
const TYPING_MS = 3_000;

/** The live side of a conversation: persisted first, then shown, exactly once, whatever the network does. */
export function useRoom({
  conversationId,
  viewerId,
  messages: rendered,
  readSeq,
  realtimeUrl,
}: RoomProps): Room {
  const router = useRouter();
  const [came, setCame] = useState<ShownMessage[]>([]);
  const [pending, setPending] = useState<Pending[]>([]);
  const [typing, setTyping] = useState<{ name: string; until: number }[]>([]);
  const [online, setOnline] = useState<ReadonlySet<string>>(new Set());
  const [connected, setConnected] = useState(false);
  const socket = useRef<LiveSocket | null>(null);
  const messages = merge(rendered, came);
  const latest = useRef(messages);
  latest.current = messages;
  const read = useRef(readSeq);
  const refreshing = useRef<ReturnType<typeof setTimeout>>(undefined);

  const add = useCallback((fresh: ShownMessage[]) => {
    setCame((known) => merge(known, fresh));
    const ids = new Set(fresh.map((message) => message.clientId));
    setPending((waiting) => waiting.filter((one) => !ids.has(one.clientId)));
  }, []);

  const catchUp = useCallback(() => {
    // An answer has an end: it is asked on from there until nothing is newer.
    const ask = (after: number) =>
      socket.current?.timeout(ANSWER_MS).emit('catchUp', { conversationId, after }, (lost, outcome) => {
        const last = !lost && outcome.ok ? outcome.value.at(-1) : undefined;
        if (lost || !outcome.ok || !last) return;
        add(outcome.value);
        ask(last.seq);
      });
    ask(reached(latest.current));
  }, [conversationId, add]);

  const markRead = useCallback(() => {
    const seq = latest.current.at(-1)?.seq ?? 0;
    if (seq <= read.current || document.visibilityState !== 'visible' || !socket.current?.connected) return;
    read.current = seq;
    socket.current.emit('markRead', { conversationId, seq }, () => {});
  }, [conversationId]);

  const attempt = useCallback(
    (body: string, clientId: string, left: number) => {
      const fail = (problem: string) =>
        setPending((waiting) =>
          waiting.map((one) => (one.clientId === clientId ? { ...one, state: 'failed', problem } : one)),
        );
      socket.current?.timeout(ANSWER_MS).emit('send', { conversationId, clientId, body }, (lost, outcome) => {
        if (!lost && outcome.ok) add([outcome.value]);
        else if (!lost) fail(outcome.ok ? '' : outcome.message);
        else if (left > 1) attempt(body, clientId, left - 1);
        else fail("We don't know yet whether this arrived. Send it again: it counts only once.");
      });
    },
    [conversationId, add],
  );

  const send = useCallback(
    (body: string, clientId: string = crypto.randomUUID()) => {
      if (!socket.current) return false;
      setPending((waiting) => [
        ...waiting.filter((one) => one.clientId !== clientId),
        { clientId, body, state: 'sending' },
      ]);
      attempt(body, clientId, TRIES);
      return true;
    },
    [attempt],
  );

  useEffect(() => {
    let gone = false;
    const refresh = () => {
      clearTimeout(refreshing.current);
      refreshing.current = setTimeout(() => router.refresh(), 120);
    };
    openSocket(realtimeUrl).then((opened) => {
      if (gone) return opened.disconnect();
      socket.current = opened;
      opened.on('connect', () => {
        opened.emit('join', { conversationId }, (outcome) => {
          setConnected(outcome.ok);
          if (!outcome.ok) return;
          if (outcome.value.lastSeq > reached(latest.current)) catchUp();
          markRead();
        });
        refresh();
      });
      opened.on('disconnect', () => setConnected(false));
      opened.on('message', (message) => {
        if (message.conversationId !== conversationId) return;
        if (message.seq > reached(latest.current) + 1) catchUp();
        add([message]);
      });
      opened.on('resync', () => {
        catchUp();
        refresh();
      });
      opened.on('job', refresh);
      opened.on('presence', (change) => setOnline(new Set(change.personIds)));
      opened.on('typing', (change) => {
        if (change.personId === viewerId) return;
        setTyping((known) => [
          ...known.filter((one) => one.name !== change.name),
          { name: change.name, until: Date.now() + TYPING_MS },
        ]);
      });
    });
    return () => {
      gone = true;
      clearTimeout(refreshing.current);
      socket.current?.disconnect();
      socket.current = null;
    };
  }, [conversationId, viewerId, realtimeUrl, router, add, catchUp, markRead]);

  const newest = messages.at(-1)?.seq ?? 0;
  useEffect(() => {
    if (newest > 0) markRead();
    document.addEventListener('visibilitychange', markRead);
    return () => document.removeEventListener('visibilitychange', markRead);
  }, [newest, markRead]);

  useEffect(() => {
    if (typing.length === 0) return;
    const timer = setTimeout(
      () => setTyping((known) => known.filter((one) => one.until > Date.now())),
      TYPING_MS,
    );
    return () => clearTimeout(timer);
  }, [typing]);

  const told = useRef(0);
  const tellTyping = useCallback(() => {
    if (Date.now() - told.current < 2_000) return;
    told.current = Date.now();
    socket.current?.emit('typing', { conversationId });
  }, [conversationId]);

  return {
    messages,
    pending,
    typing: typing.map((one) => one.name),
    online,
    connected,
    viewerId,
    conversationId,
    send,
    tellTyping,
  };
}
