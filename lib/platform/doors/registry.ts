import type { z } from 'zod';
import type { Actor, Command } from '@/lib/core/rights';
import type { Tx } from '@/lib/platform/db/transaction';
import { type DoorLimit, limitsOf, type Stated } from '@/lib/platform/limits/defaults';

/** One command behind a door: who may run it, what it takes, what it does. */
export type Call<Schema extends z.ZodType = z.ZodType, Value = unknown> = {
  may: Command;
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

export type Door = { kind: 'action' | 'route' | 'socket'; call: Call; limits: readonly DoorLimit[] };

const doors = new Map<string, Door>();

/** Every door announces itself when its module loads, and is given its limits; the IDOR matrix walks through all of them. */
export function register(
  kind: Door['kind'],
  call: Call,
  stated?: Stated | readonly Stated[],
): readonly DoorLimit[] {
  const limits = limitsOf(call.may, stated);
  doors.set(`${kind} ${call.may.name}`, { kind, call, limits });
  return limits;
}

/** For docs/security.md and the tests that walk through all of them. */
export function registered(): ReadonlyMap<string, Door> {
  return doors;
}
