import { type Machine, transition } from '@/lib/core/machine';
import { no, Refusal } from '@/lib/core/refusal';
import type { Actor } from '@/lib/core/rights';
import type { Tx } from './transaction';

type Table = {
  updateMany(args: { where: { id: string; status: never }; data: never }): Promise<{ count: number }>;
};

/**
 * Moves a thing along its machine: compare-and-set on the status (one row, or `conflict`) and the row of its history.
 * `data` goes into the same update. Answers the new state.
 */
export async function move<State extends string, Event extends string>(
  tx: Tx,
  table: unknown,
  machine: Machine<State, Event>,
  change: { id: string; from: State; event: Event; actor: Actor; at: Date; data?: Record<string, unknown> },
): Promise<State> {
  const step = transition(machine, change.from, change.event);
  if (!step) {
    const { word } = machine.words[change.from];
    throw new Refusal(no('conflict', `This is ${word.toLowerCase()} already. Look at it again.`));
  }
  const { count } = await (table as Table).updateMany({
    where: { id: change.id, status: change.from as never },
    data: { ...change.data, status: step.to } as never,
  });
  if (count !== 1)
    throw new Refusal(no('conflict', 'Somebody was quicker: this has changed. Look at it again.'));
  await record(tx, machine.name, change, step.to);
  return step.to;
}

/** The first row of a thing's history: it came to be. */
export async function begin<State extends string, Event extends string>(
  tx: Tx,
  machine: Machine<State, Event>,
  change: { id: string; actor: Actor; at: Date },
): Promise<void> {
  await record(tx, machine.name, { ...change, from: null, event: 'begin' }, machine.initial);
}

async function record(
  tx: Tx,
  machine: string,
  change: { id: string; from: string | null; event: string; actor: Actor; at: Date },
  to: string,
): Promise<void> {
  await tx.db.statusChange.create({
    data: {
      machine,
      objectId: change.id,
      from: change.from,
      event: change.event,
      to,
      actorKind: change.actor.kind,
      personId: change.actor.kind === 'person' ? change.actor.personId : null,
      at: change.at,
    },
  });
}
