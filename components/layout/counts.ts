import { useSyncExternalStore } from 'react';

/** The numbers of the frame by their names, and the server's instant before it counted: of two, the later ones hold. */
export type Counts = { at: number; of: Readonly<Record<string, number>> };

let latest: Counts | null = null;
let asking = false;
let again = false;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The numbers that the page came with, or what has been counted since: a frame stays while its pages change. */
export function useCounts(counts: Counts): Counts['of'] {
  const known = useSyncExternalStore(
    subscribe,
    () => latest,
    () => null,
  );
  return known && known.at > counts.at ? known.of : counts.of;
}

/** Has the server count anew. What is asked for meanwhile is asked once more, afterwards. */
export async function countAgain(): Promise<void> {
  again = asking;
  if (asking) return;
  asking = true;
  const counted = await fetch('/api/counts')
    .then((answer) => (answer.ok ? (answer.json() as Promise<Counts>) : null))
    .catch(() => null);
  latest = counted ?? latest;
  asking = false;
  for (const listener of listeners) listener();
  if (again) await countAgain();
}
