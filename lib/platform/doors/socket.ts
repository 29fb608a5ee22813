import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { Viewer } from '@/lib/core/rights';
import type { Stated } from '@/lib/platform/limits/defaults';
import { knock } from './knock';
import type { Outcome } from './outcome';
import { type Call, register } from './registry';

/** Who is at a socket: whom its ticket was for, and what they may do now. */
export type Knocker = {
  personId: string;
  sessionId: string;
  network: string | null;
  viewer: () => Promise<Viewer>;
};

/**
 * The door for socket events: the viewer is read anew for each event, so that a right taken away is gone at once, not
 * when the socket closes. Answers through the event's acknowledgement.
 */
export function socket<Schema extends z.ZodType, Value>(
  call: Call<Schema, Value>,
  options: { limit?: Stated } = {},
) {
  const limits = register('socket', call as unknown as Call, options.limit);
  return (who: Knocker, raw: unknown): Promise<Outcome<Value>> =>
    knock(call, {
      callId: randomUUID(),
      network: who.network,
      known: { kind: 'person', ...who },
      viewer: who.viewer,
      limits,
      input: async () => raw,
    });
}
