import type { ShownMessage } from '@/lib/platform/announce/events';
import type { Outcome } from '@/lib/platform/doors/outcome';
import type { Pending } from './messages';

export type Line = Pick<Pending, 'clientId' | 'body'>;

type Wire = {
  /** One try. Null: no answer came; the same line may be sent again, for the server knows it by its id. */
  send: (line: Line) => Promise<Outcome<ShownMessage> | null>;
  connected: () => boolean;
  /** Every line that is not stored yet, in order, each time that one changes. */
  show: (lines: Pending[]) => void;
  stored: (message: ShownMessage) => void;
};

export type Outbox = {
  put: (line: Line) => void;
  /** Lines that have come back as messages, whatever became of their answers. */
  arrived: (clientIds: ReadonlySet<string>) => void;
  /** There is a connection again. */
  wake: () => void;
  close: () => void;
};

/** Before the same line is sent again where no answer says how long. */
const PAUSE_MS = 1_000;

/**
 * Sends lines in the order in which they were written, one at a time: one that is told to wait, or that gets no answer,
 * is sent again and holds up those behind it. Only a line that is refused is left to its writer.
 */
export function makeOutbox(wire: Wire): Outbox {
  let lines: Pending[] = [];
  let busy = false;
  let closed = false;
  let alarm: ReturnType<typeof setTimeout> | undefined;

  const change = (next: Pending[]) => {
    lines = next;
    if (!closed) wire.show(lines);
  };
  const mark = (clientId: string, state: Pick<Pending, 'state' | 'problem'>) =>
    change(
      lines.map((line) => (line.clientId === clientId ? { ...line, problem: undefined, ...state } : line)),
    );
  const drop = (clientIds: ReadonlySet<string>) => {
    if (lines.some((line) => clientIds.has(line.clientId)))
      change(lines.filter((line) => !clientIds.has(line.clientId)));
  };

  async function run(): Promise<void> {
    if (busy) return;
    busy = true;
    clearTimeout(alarm);
    for (;;) {
      const next = lines.find((line) => line.state !== 'failed');
      if (!next || closed) break;
      if (!wire.connected()) {
        mark(next.clientId, { state: 'waiting' });
        break;
      }
      if (next.state !== 'waiting') mark(next.clientId, { state: 'sending' });
      const outcome = await wire.send(next);
      if (outcome?.ok) {
        drop(new Set([next.clientId]));
        if (!closed) wire.stored(outcome.value);
      } else if (outcome && outcome.code !== 'limited') {
        mark(next.clientId, { state: 'failed', problem: outcome.fields?.body ?? outcome.message });
      } else {
        mark(next.clientId, { state: 'waiting' });
        alarm = setTimeout(() => void run(), outcome?.retryAfterMs ?? PAUSE_MS);
        break;
      }
    }
    busy = false;
  }

  return {
    put({ clientId, body }) {
      change([...lines.filter((line) => line.clientId !== clientId), { clientId, body, state: 'sending' }]);
      // A line that waits for its time does so for those behind it too.
      if (!lines.some((line) => line.state === 'waiting')) void run();
    },
    arrived: drop,
    wake: () => void run(),
    close() {
      closed = true;
      clearTimeout(alarm);
    },
  };
}
