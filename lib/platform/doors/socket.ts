import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { Viewer } from '@/lib/core/rights';
import { type Limit, spend } from '@/lib/platform/limits/limit';
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
  options: { limit?: Limit } = {},
) {
  register('socket', call as unknown as Call);
  return (who: Knocker, raw: unknown): Promise<Outcome<Value>> =>
    knock(call, {
      callId: randomUUID(),
      network: who.network,
      known: { kind: 'person', ...who },
      viewer: async () => {
        // First of all: what is too much costs nothing else.
        if (options.limit) await spend(options.limit, who.personId);
        return who.viewer();
      },
      input: async () => raw,
    });
}
