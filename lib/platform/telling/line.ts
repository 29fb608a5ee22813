import type { Joins, Mark, ShownLine } from '@/lib/core/events';
import type { Side } from '@/lib/core/lifecycle';
import { callName } from '@/lib/core/words';
import type { Tx } from '@/lib/platform/db/transaction';

/** What a line is put into words from, as it was when it happened. */
export type LineFacts = Readonly<Record<string, string>>;

/**
 * What an event leaves in its conversation, kept by its facts and put into words for whoever reads: "You" or a name, what
 * they did, and what it is about ("asked for", "$900 · Fix and report"). Where nobody did it, the words are a sentence
 * without one.
 */
export type Line<Event> = {
  mark: Mark;
  /** Where not each event of the name leaves a line. */
  when?(event: Event): boolean;
  /** What it is about, by its id, and the facts that its words need. */
  about(tx: Tx, event: Event): Promise<{ id: string; facts: LineFacts }>;
  /** Whether somebody did this, and not something else that led to it. Where nothing is said: whoever acted. */
  acted?(facts: LineFacts): boolean;
  says(facts: LineFacts, acted: boolean): readonly [did: string, what?: string];
  /** The page of what it is about, as a side reaches it. */
  path(id: string, side: Side): string;
  /** Follows from what was told before: it makes nothing unread. */
  quiet?: true;
  /** Stands with the other lines of its key for the same thing, which `facts.of` names. */
  joins?: Joins;
};

/** Every event by its name, with its line if it leaves one. */
type Lines = Readonly<Record<string, { line?: Line<never> } | null>>;

type Kept = {
  event: string | null;
  objectId: string | null;
  actorId: string | null;
  facts: unknown;
  body: string;
};

/** A kept line in words. One from before facts were kept stands as it read then. */
export function lineOf(telling: Lines, kept: Kept, name: string | null, side: Side): ShownLine {
  const line = telling[kept.event ?? '']?.line;
  if (!line || !kept.facts || !kept.objectId)
    return { by: null, did: kept.body, mark: line?.mark ?? 'paper' };
  const facts = kept.facts as LineFacts;
  const by = kept.actorId ? { id: kept.actorId, name: callName(name ?? 'Someone') } : null;
  const [said, what] = line.says(facts, by !== null);
  const did = by ? said : said.charAt(0).toUpperCase() + said.slice(1);
  const joins = line.joins && facts.of ? { ...line.joins, key: `${line.joins.key}:${facts.of}` } : undefined;
  return {
    by,
    did,
    ...(what ? { what } : {}),
    mark: line.mark,
    href: line.path(kept.objectId, side),
    ...(joins ? { joins } : {}),
  };
}

/** For what the clock, AWS or Stripe does, whoever's act it follows from. */
export const byNobody = () => false;

/** The events whose lines nobody has to read. */
export function quietOf(telling: Lines): string[] {
  return Object.keys(telling).filter((name) => telling[name]?.line?.quiet);
}

/** So much of a reason stands in a line; all of it on the page that the line leads to. */
export const LINE_REASON = 160;

/** What is said of one thing after another: "$900 · Fix and report". */
export function dotted(...parts: (string | undefined)[]): string {
  return parts.filter(Boolean).join(' · ');
}
