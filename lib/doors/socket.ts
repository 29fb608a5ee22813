import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { Viewer } from '@/lib/core/rights';
import { type Limit, spend } from './limit';
import type { Outcome } from './outcome';
import { pass } from './pass';
import { refusalOf } from './perform';
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
  return async (readViewer: () => Promise<Viewer>, raw: unknown): Promise<Outcome<Value>> => {
    const callId = randomUUID();
    try {
      const viewer = await readViewer();
      if (options.limit && viewer.kind === 'person') await spend(options.limit, viewer.personId);
      return await pass(call, viewer, raw, callId);
    } catch (error) {
      return refusalOf(error, call.name, callId);
    }
  };
}
