import { type No, no } from '@/lib/core/refusal';
import { filterWords } from '@/lib/market/open-requests/rules';
import type { OpenRequestSearch } from '@/lib/market/open-requests/schema';

/** Stands for every request: the anchor of a search that asks for no word and no fact at all, only against some. */
export const ANY = '#any';

type Anchors = { words: string[]; share: number } | null;
/** How many of a hundred requests have a word, from 0 to 1. */
type Share = (word: string) => number;

/**
 * The words of which a request must have at least one to be found by a query, as few and as rare as they can be: a new
 * request looks up by its own words whom it may concern, and only those are asked exactly. Reads what Postgres writes
 * for a tsquery: words in quotation marks, !, <->, & and |, from strongest to weakest, and brackets.
 */
export function anchorsOf(query: string, share: Share): string[] {
  const tokens = query.match(/'(?:[^'\\]|''|\\.)*'(?::[*A-D]+)?|<(?:-|\d+)>|[!&|()]/g) ?? [];
  let at = 0;

  function either(): Anchors {
    const parts = [both()];
    while (tokens[at] === '|') {
      at += 1;
      parts.push(both());
    }
    return anyOf(parts);
  }

  function both(): Anchors {
    const parts = [single()];
    while (tokens[at] === '&' || tokens[at]?.startsWith('<')) {
      at += 1;
      parts.push(single());
    }
    return rarest(parts);
  }

  function single(): Anchors {
    const token = tokens[at];
    at += 1;
    if (token === '!') {
      single();
      return null;
    }
    if (token === '(') {
      const inside = either();
      at += 1;
      return inside;
    }
    const word = /^'((?:[^'\\]|''|\\.)*)'/.exec(token ?? '')?.[1]?.replace(/''|\\(.)/g, (two) => two[1]!);
    return word === undefined ? null : { words: [word], share: share(word) };
  }

  return tokens.length > 0 ? (either()?.words ?? [ANY]) : [ANY];
}

/** One of several must hold, so all are looked out for; one that nothing is known of spoils it. */
function anyOf(parts: Anchors[]): Anchors {
  const known = parts.filter((part) => part !== null);
  if (known.length < parts.length) return null;
  return {
    words: [...new Set(known.flatMap((part) => part.words))],
    share: known.reduce((sum, part) => sum + part.share, 0),
  };
}

/** All must hold, so the rarest will do. */
function rarest(parts: Anchors[]): Anchors {
  return parts.reduce((best, part) => (part && (!best || part.share < best.share) ? part : best), null);
}

export const MOST_SEARCHES = 20;

/** Whether a search can be kept: it must ask for something; an order and an age alone would find every new request. */
export function canKeep(search: OpenRequestSearch): No | null {
  if (search.q || filterWords(search)) return null;
  return no('invalid', 'Enter words or choose a filter first. This search would find every request.');
}

export function canSave(kept: number): No | null {
  if (kept < MOST_SEARCHES) return null;
  return no('conflict', `You already have ${MOST_SEARCHES} saved searches. Remove one to save another.`);
}
