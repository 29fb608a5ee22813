import { rowsOf } from '@/lib/platform/db/rows';
import type { Tx } from '@/lib/platform/db/transaction';

/** Whether it took responses until it was settled: settling paused it, and not its customer before. */
export async function pausedBySettling(
  tx: Tx,
  request: { id: string; settledAt: Date | null },
): Promise<boolean> {
  const { id: objectId, settledAt: at } = request;
  return (
    at !== null &&
    (await rowsOf(tx).statusChange.count({
      where: { machine: 'request', objectId, event: { in: ['pause', 'finish'] }, at },
    })) > 0
  );
}

/** What the customer wrote to those who were not chosen. */
export async function thanksFor(tx: Tx, requestId: string): Promise<string | null> {
  const { thanks } = await rowsOf(tx).request.findUniqueOrThrow({
    where: { id: requestId },
    select: { thanks: true },
  });
  return thanks;
}

/** Whose response it is. */
export async function expertChosen(tx: Tx, responseId: string): Promise<string> {
  const { expert } = await rowsOf(tx).response.findUniqueOrThrow({
    where: { id: responseId },
    select: { expert: { select: { person: { select: { name: true } } } } },
  });
  return expert.person.name;
}
