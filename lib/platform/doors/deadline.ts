import type { Lifecycle } from '@/lib/core/lifecycle';
import { type Actor, CLOCK } from '@/lib/core/rights';
import { database } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/transaction';
import type { Sweep } from '@/lib/platform/jobs/sweep';
import { log } from '@/lib/platform/log/logger';
import { perform } from './perform';

/** A command of the clock's: locks the thing, and moves it if it is still due. Two processes may have found the same one. */
export type Fire = (tx: Tx, actor: Actor, id: string) => Promise<unknown>;

/** So many are found at a time. */
const BATCH = 100;

/**
 * The sweep that fires an event of a lifecycle at everything whose deadline has passed, the longest overdue first. Each in a
 * transaction of its own: one that cannot be done holds up no other, and is tried again by the next round.
 */
export function deadline<State extends string, Event extends string>(
  of: Lifecycle<State, Event>,
  event: Event,
  fire: Fire,
): Sweep {
  const find = finder(of, event);
  const name = `${of.name} ${event}`;
  return {
    name,
    async run() {
      const seen: string[] = [];
      for (let found = await find(seen); found.length > 0; found = await find(seen))
        for (const id of found) {
          seen.push(id);
          try {
            await perform(CLOCK, (tx) => fire(tx, CLOCK, id));
          } catch (error) {
            log().error(
              { err: error, deadline: name, id },
              'a deadline could not be kept, will be tried again',
            );
          }
        }
      // Everything that was due has had its turn: another round would only find what could not be done.
      return 0;
    },
  };
}

/** Finds what is due and has not been tried. Names of tables, states and columns come from our own tables of states. */
function finder<State extends string, Event extends string>(of: Lifecycle<State, Event>, event: Event) {
  const waiting = (Object.keys(of.states) as State[]).filter((state) => of.states[state][event]?.after);
  const columns = new Set(waiting.map((state) => of.states[state][event]!.after!));
  const [column] = columns;
  if (!column || columns.size > 1) throw new Error(`${of.name}.${event} has no deadline, or more than one`);
  // A column of days names the last one on which the thing still stands, in UTC.
  const isOver = column.endsWith('On')
    ? `"${column}" < (app_now() AT TIME ZONE 'UTC')::date`
    : `"${column}" <= app_now()`;
  const states = waiting.map((state) => `'${state}'`).join(', ');
  const query = `SELECT id FROM "${of.name}" WHERE status IN (${states}) AND ${isOver} AND id <> ALL($1::uuid[])
    ORDER BY "${column}", id LIMIT ${BATCH}`;
  return async (seen: readonly string[]): Promise<string[]> => {
    const rows = await database().$queryRawUnsafe<{ id: string }[]>(query, seen);
    return rows.map(({ id }) => id);
  };
}
