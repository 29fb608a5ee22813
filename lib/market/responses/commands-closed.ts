import type { Actor } from '@/lib/core/rights';
import type { Tx } from '@/lib/platform/db/transaction';
import { withdraw } from './commands';
import { nextOfClosed } from './store';

/** Takes back one open answer of a company that has closed: its place is free for others. False: there is none left. */
export async function withdrawOfClosed(tx: Tx, actor: Actor): Promise<boolean> {
  const responseId = await nextOfClosed(tx);
  if (!responseId) return false;
  await withdraw(tx, actor, { responseId });
  return true;
}
