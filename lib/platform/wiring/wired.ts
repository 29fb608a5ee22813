import type { DomainEvent } from '@/lib/core/events';
import type { Actor } from '@/lib/core/rights';
import type { Rows } from '@/lib/platform/db/rows';
import type { Tx } from '@/lib/platform/db/transaction';
import type { Telling } from '@/lib/platform/telling/telling';

/**
 * What the house needs of everybody in it. `lib/wiring` collects it from the nouns, and each process hands it down once,
 * when it starts: so nothing that stands above has to know what stands below it.
 */
export type Wiring = {
  /** What one change means for the others, in its transaction. */
  react(tx: Tx, actor: Actor, event: DomainEvent): Promise<void>;
  /** What each event says, in its conversation and as notifications. */
  telling: Telling;
  /** Whether money or access of a conversation's jobs is not known to have come to its end. */
  stillOpenIn(from: Tx | Rows, conversationId: string): Promise<{ money: boolean; access: boolean }>;
};

/** Next loads modules more than once in a process: all of them share this one. */
const kept = globalThis as { groundcrewWiring?: Wiring };

export function wire(wiring: Wiring): void {
  kept.groundcrewWiring = wiring;
}

export function wired(): Wiring {
  if (!kept.groundcrewWiring) throw new Error('This process began without `wire` of lib/wiring.');
  return kept.groundcrewWiring;
}
