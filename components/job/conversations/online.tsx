'use client';

import { useChatRoom } from './room';

/** Whether a person has this conversation open now. */
export function Online({ personId }: { personId: string }) {
  const { online } = useChatRoom();
  return online.has(personId) ? <span className="text-go">online</span> : null;
}
