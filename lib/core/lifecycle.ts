import type { Need } from './rights';
import type { Purpose } from './step-up';

/** What a state looks like everywhere: green runs, amber waits, red failed or dangerous, grey ended, accent your turn. */
export type Lamp = 'go' | 'wait' | 'stop' | 'ended' | 'turn';
export type Side = 'customer' | 'company';

export type Step<State extends string> = {
  to: State;
  by: readonly Need[];
  /** The column of the deadline after which the clock fires it. */
  after?: string;
  /** What a person must have proved lately to do it. */
  proof?: Purpose;
  /** What the job's top line says while this step is what it waits for. Whose turn that is follows from `by`. */
  turn?: TurnWords;
};

/** `says` is read after "Your turn: "; `{amount}` and the like are filled in by whoever asks. No `label`: nothing to press. */
export type TurnWords = { says: string; label?: string; weight: number };

/**
 * A lifecycle: state → event → where to, who or what may cause it, and what follows from that. One typed table per noun, in
 * its `lifecycle.ts`, and the table is what runs. Its name is its table's; its states are those of the table's `status`.
 */
export type Lifecycle<State extends string, Event extends string, Name extends string = string> = {
  name: Name;
  initial: State;
  states: Readonly<Record<State, Readonly<Partial<Record<Event, Step<State>>>>>>;
  words: Readonly<Record<State, { word: string; lamp: Lamp }>>;
};

/** Declares a lifecycle with its name, states and events inferred and checked. */
export function lifecycle<State extends string, Event extends string, const Name extends string>(
  table: Lifecycle<State, Event, Name>,
): Lifecycle<State, Event, Name> {
  return table;
}

/** Where the event leads from this state, or null where it cannot happen. */
export function transition<State extends string, Event extends string>(
  of: Lifecycle<State, Event>,
  from: State,
  event: Event,
): Step<State> | null {
  return of.states[from][event] ?? null;
}

export function can<State extends string, Event extends string>(
  of: Lifecycle<State, Event>,
  from: State,
  event: Event,
): boolean {
  return transition(of, from, event) !== null;
}

/** The events that can happen in a state, before rights are asked. */
export function eventsOf<State extends string, Event extends string>(
  of: Lifecycle<State, Event>,
  from: State,
): { event: Event; transition: Step<State> }[] {
  return Object.entries(of.states[from]).map(([event, step]) => ({
    event: event as Event,
    transition: step as Step<State>,
  }));
}

/** Whether nothing can happen any more. */
export function ended<State extends string, Event extends string>(
  of: Lifecycle<State, Event>,
  state: State,
): boolean {
  return eventsOf(of, state).length === 0;
}

/**
 * Every row of the lifecycle as text: what the checked-in matrix is compared with.
 * @internal
 */
export function matrix<State extends string, Event extends string>(of: Lifecycle<State, Event>): string[] {
  return (Object.keys(of.states) as State[]).flatMap((from) =>
    eventsOf(of, from).map(
      ({ event, transition: step }) =>
        `${from} --${event}--> ${step.to} by ${step.by.join(', ')}${step.after ? ` after ${step.after}` : ''}`,
    ),
  );
}

/** Whose turn it is in a job, and the one step that moves it on. `side: null` = nobody's: the clock or a vendor is at work. */
export type Turn = {
  side: Side | null;
  /** Read after "Your turn: " or "Waiting for <name>: "; lower case, no full stop: "payment of $900.00 to approve". */
  says: string;
  action?: { label: string; href: string };
  /** Higher comes first where several wait. */
  weight: number;
};
