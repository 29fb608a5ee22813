'use client';

import { createContext, type ReactNode, useContext } from 'react';
import { type Room, type RoomProps, useRoom } from './use-room';

const RoomContext = createContext<Room | null>(null);

/** Keeps a conversation live for the list and the composer inside it. Without JavaScript it is nothing but its children. */
export function ChatRoom({ children, ...props }: RoomProps & { children: ReactNode }) {
  const room = useRoom(props);
  return <RoomContext value={room}>{children}</RoomContext>;
}

export function useChatRoom(): Room {
  const room = useContext(RoomContext);
  if (!room) throw new Error('a chat component stands outside of its room');
  return room;
}
