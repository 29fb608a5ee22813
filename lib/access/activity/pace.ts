import { setTimeout } from 'node:timers/promises';
import { transaction } from '@/lib/platform/db/transaction';
import { claimSlots } from './store';

/** One question in so many milliseconds, for all brokers together: 1.5 a second of the two that AWS answers (A7). */
export const GAP_MS = 667;

/** This caller's turn to ask about each of these accounts and Regions. Turns are taken in Postgres, so that all brokers share them. */
export function slotsFor(places: readonly string[]): Promise<Map<string, Date>> {
  return transaction((tx) => claimSlots(tx, places, GAP_MS));
}

/** Waits for this caller's turn to ask about an account and Region. */
export async function slotFor(place: string): Promise<void> {
  await untilTurn((await slotsFor([place])).get(place)!);
}

export async function untilTurn(at: Date): Promise<void> {
  await setTimeout(Math.max(0, at.getTime() - Date.now()));
}
