import { setTimeout } from 'node:timers/promises';
import { transaction } from '@/lib/platform/db/transaction';
import { reserveSlot } from './store';

/** One question in so many milliseconds, for all brokers together: 1.5 a second of the two that AWS answers (A7). */
export const GAP_MS = 667;

/** Waits for this caller's turn to ask about an account and Region. The turn is taken in Postgres, so that all brokers share it. */
export async function slotFor(place: string): Promise<void> {
  const mine = await transaction((tx) => reserveSlot(tx, place, GAP_MS));
  await setTimeout(Math.max(0, mine.getTime() - Date.now()));
}
