import type { Actor } from '@/lib/core/rights';
import { announce } from '@/lib/platform/announce/announce';
import type { Tx } from '@/lib/platform/db/transaction';
import { isOpen } from './store';

/** A reaction to a request that everybody may find now: open lists are told. */
export async function announceOpened(tx: Tx, _actor: Actor, input: { requestId: string }): Promise<void> {
  const { requestId } = input;
  if (await isOpen(tx, requestId)) await announce(tx, { what: 'work', requestId });
}
