import type { z } from 'zod';
import type { Actor, CommandName } from '@/lib/core/rights';
import type { Tx } from '@/lib/platform/db/transaction';

/** One command behind a door: its name (the key of the rights table), what it takes, what it does. */
export type Call<Schema extends z.ZodType = z.ZodType, Value = unknown> = {
  name: CommandName;
  schema: Schema;
  command: (tx: Tx, actor: Actor, input: z.output<Schema>) => Promise<Value>;
  /** Makes a new thing, and answers its ids: the form's key makes sure that its press counts once. See `once`. */
  creates?: true;
  /**
   * What such calls would wait for each other at in the database: in this process they wait before they take a
   * connection, so that one busy thing cannot hold them all.
   */
  inTurn?: (input: z.output<Schema>) => string;
};

export type Door = { kind: 'action' | 'route' | 'socket'; call: Call };

const doors = new Map<string, Door>();

/** Every door announces itself when its module loads; the IDOR matrix walks through all of them. */
export function register(kind: Door['kind'], call: Call): void {
  doors.set(`${kind} ${call.name}`, { kind, call });
}

/**
 * For the tests that walk through all of them.
 * @internal
 */
export function registered(): ReadonlyMap<string, Door> {
  return doors;
}
