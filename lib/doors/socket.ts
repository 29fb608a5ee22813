import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { Viewer } from '@/lib/core/rights';
import { knock } from './knock';
import type { Limit } from './limit';
import type { Outcome } from './outcome';
import { type Call, register } from './registry';

/**
 * The door for socket events: the viewer is read anew for each event, so that a right taken away is gone at once, not
 * when the socket closes. Answers through the event's acknowledgement.
 */
export function socket<Schema extends z.ZodType, Value>(
  call: Call<Schema, Value>,
  options: { limit?: Limit } = {},
) {
  register('socket', call as unknown as Call);
  return (
    readViewer: () => Promise<Viewer>,
    raw: unknown,
    network: string | null = null,
  ): Promise<Outcome<Value>> =>
    knock(call, {
      callId: randomUUID(),
      network,
      viewer: readViewer,
      limits: options.limit ? [options.limit] : [],
      input: async () => raw,
    });
}
