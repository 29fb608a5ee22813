import { type Lifecycle, transition } from '@/lib/core/lifecycle';
import { no, Refusal } from '@/lib/core/refusal';
import { type Actor, mayCause, type Tenants } from '@/lib/core/rights';
import type { Prisma } from './generated/client';
import { rowsOf } from './rows';
import type { Tx } from './transaction';

/** "payment_request" → "PaymentRequest": a lifecycle bears the name of its table, and Prisma calls that by its model. */
type ModelOf<Name extends string> = Name extends `${infer First}_${infer Rest}`
  ? `${Capitalize<First>}${ModelOf<Rest>}`
  : Capitalize<Name>;
type Row<Name extends string> = Prisma.TypeMap['model'][ModelOf<Name> & Prisma.ModelName];
type StatusOf<Name extends string> = Extract<Row<Name>['payload']['scalars'], { status: string }>['status'];
/** What may be written together with the step: the model's own columns, without the one that the table decides. */
type DataOf<Name extends string> = Omit<
  Partial<Row<Name>['payload']['scalars']>,
  'id' | 'status' | 'createdAt'
>;

type Change<State, Event, Name extends string> = {
  id: string;
  from: State;
  event: Event;
  actor: Actor;
  /** Whose the thing is: the actor must be somebody there whom the table lets cause the event. */
  of: Tenants;
  at: Date;
  data?: DataOf<Name>;
};

/**
 * Moves a thing along its lifecycle: compare-and-set on the status (one row, or `conflict`), a second look at who does it,
 * and the row of its history. `data` goes into the same update. Answers the new state.
 */
export async function move<State extends StatusOf<Name>, Event extends string, Name extends string>(
  tx: Tx,
  of: Lifecycle<State, Event, Name>,
  change: Change<State, Event, Name>,
): Promise<State> {
  const step = transition(of, change.from, change.event);
  if (!step) {
    const { word } = of.words[change.from];
    throw new Refusal(no('conflict', `This is already ${word.toLowerCase()}. Reload the page.`));
  }
  const causers = [...step.by, ...(step.through ?? [])];
  if (!mayCause(change.actor, causers, change.of))
    throw new Error(`${of.name}.${change.event} is not for ${change.actor.kind}: its table names ${causers}`);
  const { count } = await tableOf(tx, of.name).updateMany({
    where: { id: change.id, status: change.from },
    data: { ...change.data, status: step.to },
  });
  if (count !== 1) throw new Refusal(no('conflict', 'Someone else just changed this. Reload the page.'));
  await record(tx, of.name, change, step.to);
  return step.to;
}

/** The first row of a thing's history: it came to be. */
export async function begin<State extends string, Event extends string>(
  tx: Tx,
  of: Lifecycle<State, Event>,
  change: { id: string; actor: Actor; at: Date },
): Promise<void> {
  await record(tx, of.name, { ...change, from: null, event: 'begin' }, of.initial);
}

type Table = {
  updateMany(args: { where: { id: string; status: string }; data: object }): Promise<{ count: number }>;
};

/** The one cast: TypeScript cannot follow a name into the union of all tables. `Change` has checked what goes in. */
function tableOf(tx: Tx, name: string): Table {
  const delegate = name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  return (rowsOf(tx) as unknown as Record<string, Table>)[delegate]!;
}

async function record(
  tx: Tx,
  machine: string,
  change: { id: string; from: string | null; event: string; actor: Actor; at: Date },
  to: string,
): Promise<void> {
  await rowsOf(tx).statusChange.create({
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
