import type { Prisma } from './generated/client';
import type { Tx } from './transaction';

/** Prisma's client, bound to a transaction or reading by itself. */
export type Rows = Prisma.TransactionClient;

/** Next loads modules more than once in a process: all of them find the rows under this name. */
const ROWS = Symbol.for('groundcrew.rows');

/** Whoever opens a transaction says how its rows are reached. */
export function bind(tx: Tx, rows: Rows): Tx {
  return Object.assign(tx, { [ROWS]: rows });
}

/** The rows of a transaction. For stores: a command decides, and reaches no table but through one. */
export function rowsOf(of: Tx | Rows): Rows {
  return (of as { [ROWS]?: Rows })[ROWS] ?? (of as Rows);
}
