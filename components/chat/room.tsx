'use client';

import { createContext, type ReactNode, useContext } from 'react';
import type { ShownMessage } from '@/lib/realtime/events';
import { type Room, useRoom } from './use-room';

const RoomContext = createContext<Room | null>(null);

type ChatRoomProps = {
  conversationId: string;
  viewerId: string;
  /** The messages the server rendered; what comes later is joined to them. */
  messages: ShownMessage[];
  readSeq: number;
  realtimeUrl: string;
  children: ReactNode;
};

/** Keeps a conversation live for the list and the composer inside it. Without JavaScript it is nothing but its children. */
export function ChatRoom({ children, ...props }: ChatRoomProps) {
  const room = useRoom(props);
  return <RoomContext value={room}>{children}</RoomContext>;
}

export function useChatRoom(): Room {
  const room = useContext(RoomContext);
  if (!room) throw new Error('a chat component stands outside of its room');
  return room;
}
