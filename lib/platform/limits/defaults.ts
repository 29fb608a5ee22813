import type { Command } from '@/lib/core/rights';
import { MINUTE } from '@/lib/core/time';
import type { Limit } from './limit';

/** What holds at every door that states nothing else: more than a person presses, less than a script is for. */
export const USUAL = { points: 60, within: MINUTE } as const;
/**
 * The same where a command asks for a fresh proof: money moves, somebody gets access, others may act, or the ways of proving
 * change. Nobody does that every twenty seconds, and it is refused while nobody counts.
 */
export const WEIGHTY = { points: 30, within: 10 * MINUTE, closed: true } as const;

/** A limit of a door that differs from the default, and why it does. */
export type Stated = Pick<Limit, 'points' | 'within' | 'closed' | 'network'> & {
  /** A sentence for docs/security.md. */
  why: string;
  /** The command on whose budget this door draws too. Omitted: the door's own. */
  of?: Pick<Command, 'name'>;
  /** Sets a command's further budgets apart from its first. */
  part?: 'daily' | 'link';
  /** The forms that draw on it, where others do not. */
  only?: (form: FormData) => boolean;
};

export type DoorLimit = Limit & Pick<Stated, 'only'> & { why: string | null };

/** The limits of a command's door: what it states, or the default. A limit is named by its command, never freely. */
export function limitsOf(command: Command, stated: Stated | readonly Stated[] = []): readonly DoorLimit[] {
  const all = [stated].flat();
  if (all.length === 0) return [{ name: command.name, why: null, ...(command.proof ? WEIGHTY : USUAL) }];
  return all.map(({ of = command, part, ...limit }) => ({
    ...limit,
    name: part ? `${of.name} ${part}` : of.name,
  }));
}

/** Those that a form draws on; where every one leaves it out, the default. */
export function limitsFor(command: Command, limits: readonly DoorLimit[], form: FormData) {
  const drawn = limits.filter(({ only }) => !only || only(form));
  return drawn.length > 0 ? drawn : limitsOf(command);
}
