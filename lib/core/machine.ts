import type { Need } from './rights';

/** What a state looks like everywhere: green runs, amber waits, red failed or dangerous, grey ended, accent your turn. */
export type Lamp = 'go' | 'wait' | 'stop' | 'ended' | 'turn';

export type Transition<State extends string> = {
  to: State;
  by: readonly Need[];
  /** The column of the deadline after which the clock fires it. */
  after?: string;
};

/** A lifecycle: state → event → where to, and who or what may cause it. One typed table per lifecycle, in its `rules.ts`. */
export type Machine<State extends string, Event extends string> = {
  name: string;
  initial: State;
  states: Readonly<Record<State, Readonly<Partial<Record<Event, Transition<State>>>>>>;
  words: Readonly<Record<State, { word: string; lamp: Lamp }>>;
};

/** Declares a machine with its states and events inferred and checked. */
export function machine<State extends string, Event extends string>(
  table: Machine<State, Event>,
): Machine<State, Event> {
  return table;
}

/** Where the event leads from this state, or null where it cannot happen. */
export function transition<State extends string, Event extends string>(
  of: Machine<State, Event>,
  from: State,
  event: Event,
): Transition<State> | null {
  return of.states[from][event] ?? null;
}

export function can<State extends string, Event extends string>(
  of: Machine<State, Event>,
  from: State,
  event: Event,
): boolean {
  return transition(of, from, event) !== null;
}

/** The events that can happen in a state: the buttons, before rights are asked. */
export function eventsOf<State extends string, Event extends string>(
  of: Machine<State, Event>,
  from: State,
): { event: Event; transition: Transition<State> }[] {
  return Object.entries(of.states[from]).map(([event, step]) => ({
    event: event as Event,
    transition: step as Transition<State>,
  }));
}

/** Whether nothing can happen any more. */
export function ended<State extends string, Event extends string>(
  of: Machine<State, Event>,
  state: State,
): boolean {
  return eventsOf(of, state).length === 0;
}

/**
 * Every row of the machine as text: what the checked-in matrix is compared with.
 * @internal
 */
export function matrix<State extends string, Event extends string>(of: Machine<State, Event>): string[] {
  return (Object.keys(of.states) as State[]).flatMap((from) =>
    eventsOf(of, from).map(
      ({ event, transition: step }) =>
        `${from} --${event}--> ${step.to} by ${step.by.join(', ')}${step.after ? ` after ${step.after}` : ''}`,
    ),
  );
}

/** Whose turn it is in a job, and the one step that moves it on. `side: null` = nobody's: the clock or a vendor is at work. */
export type Turn = {
  side: 'customer' | 'company' | null;
  /** Read after "Your turn: " or "Waiting for <name>: "; lower case, no full stop: "payment of $900.00 to approve". */
  says: string;
  action?: { label: string; href: string };
  /** Higher comes first where several wait. */
  weight: number;
};
