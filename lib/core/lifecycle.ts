import { mayPress, type Need, type Tenants, type Viewer } from './rights';

/** What a state looks like everywhere: green runs, amber waits, red failed or dangerous, grey ended, accent your turn. */
export type Lamp = 'go' | 'wait' | 'stop' | 'ended' | 'turn';
export type Side = 'customer' | 'company';

export type Step<State extends string> = {
  to: State;
  /** Whose command it is: who is shown its button. */
  by: readonly Need[];
  /** Whose act on something else brings it about, as a reaction. */
  through?: readonly Need[];
  /** The column of the deadline after which the clock fires it: an instant, or the last day on which it still stands. */
  after?: string;
};

/**
 * Whose move it is while a thing is in a state, and what that is. `of: null` = nobody's: the clock or a vendor is at work.
 * `says` is read after "Your turn: ", `{amount}` and the like are filled in; no `label` = nothing to press.
 */
export type TurnWords = { of: Side | null; says: string; label?: string; weight: number };
export type StateWords = { word: string; lamp: Lamp; turn?: TurnWords };

/**
 * A lifecycle: state → event → where to, who or what may cause it, and what follows from that. One typed table per noun, in
 * its `lifecycle.ts`, and the table is what runs. Its name is its table's; its states are those of the table's `status`.
 */
export type Lifecycle<State extends string, Event extends string, Name extends string = string> = {
  name: Name;
  initial: State;
  states: Readonly<Record<State, Readonly<Partial<Record<Event, Step<State>>>>>>;
  words: Readonly<Record<State, StateWords>>;
};

export type StateOf<Of> = Of extends Lifecycle<infer State, string, string> ? State : never;
export type StepOf<Of> = Of extends Lifecycle<string, infer Event, string> ? Event : never;

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

/** A question about states, under a name that says what they have in common: `isOpen(status)`. */
export function among<const State extends string>(states: readonly State[]) {
  return (state: string | null | undefined): state is State => (states as readonly unknown[]).includes(state);
}

/**
 * Which events of a thing in this state the viewer may cause: the buttons that its page shows. An event that cannot happen
 * is among them as false. The command asks again; what a button says stands with its form.
 */
export function buttonsOf<State extends string, Event extends string>(
  of: Lifecycle<State, Event>,
  state: State,
  viewer: Viewer,
  tenants: Tenants,
): Readonly<Record<Event, boolean>> {
  const now = new Map(eventsOf(of, state).map(({ event, transition }) => [event, transition.by]));
  const all = (Object.keys(of.states) as State[]).flatMap((each) => eventsOf(of, each));
  return Object.fromEntries(
    all.map(({ event }) => [event, mayPress(viewer, now.get(event) ?? [], tenants)]),
  ) as Record<Event, boolean>;
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
  const whose = ({ by, through = [] }: Step<State>) =>
    [by.length > 0 && `by ${by.join(', ')}`, through.length > 0 && `through ${through.join(', ')}`]
      .filter(Boolean)
      .join(' ');
  return (Object.keys(of.states) as State[]).flatMap((from) =>
    eventsOf(of, from).map(
      ({ event, transition: step }) =>
        `${from} --${event}--> ${step.to} ${whose(step)}${step.after ? ` after ${step.after}` : ''}`,
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

/** What a thing in this state waits for, by its table. `facts` fill the braces in its words. */
export function turnsOf<State extends string>(
  of: Lifecycle<State, string>,
  state: State,
  href: string,
  facts: Readonly<Record<string, string>> = {},
): Turn[] {
  const { turn } = of.words[state];
  if (!turn) return [];
  const fill = (words: string) => words.replace(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? '');
  return [
    {
      side: turn.of,
      says: fill(turn.says),
      weight: turn.weight,
      ...(turn.label ? { action: { label: fill(turn.label), href } } : {}),
    },
  ];
}

/**
 * What stands in the top line for whoever looks from this side. One's own turn comes before somebody else's, whatever it
 * weighs: it is what one can do something about.
 */
export function firstTurn(turns: readonly Turn[], side: Side): Turn | null {
  const rank = (turn: Turn) => turn.weight + (turn.side === side ? 1_000 : turn.side === null ? 0 : 500);
  return [...turns].sort((a, b) => rank(b) - rank(a))[0] ?? null;
}
