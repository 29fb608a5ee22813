import { rowsOf } from './rows';
import type { Tx } from './transaction';

/** Whose press of which form it is: the key was made with the form's page and comes with each of its presses. */
export type Press = { personId: string; command: string; key: string };

/**
 * Makes something once for each press of a form. The same press again, also at the same moment, makes nothing and answers
 * what the first one answered, whatever it says now: the row waits for a first that is still under way, and a first that
 * was refused leaves none.
 */
export async function once<Value>(tx: Tx, press: Press, make: () => Promise<Value>): Promise<Value> {
  const { count } = await rowsOf(tx).creation.createMany({ data: [press], skipDuplicates: true });
  const where = { personId_command_key: press };
  if (count === 0) return (await rowsOf(tx).creation.findUniqueOrThrow({ where })).answer as Value;
  const value = await make();
  await rowsOf(tx).creation.update({ where, data: { answer: value as object } });
  return value;
}

/** What a press has made; null where it made nothing yet. */
export async function madeBy<Value>(tx: Tx, press: Press): Promise<Value | null> {
  const row = await rowsOf(tx).creation.findUnique({ where: { personId_command_key: press } });
  return (row?.answer as Value | undefined) ?? null;
}
