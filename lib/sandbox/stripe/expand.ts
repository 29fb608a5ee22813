import type { Body, Json } from './entry';
import { invalid } from './failure';
import { findAny, type Store } from './store';

const DEEPEST = 4;

/** Replaces the ids that `expand[]` names by the objects they stand for. */
export function expand(store: Store, body: Body, paths: string[]): Body {
  const copy = structuredClone(body);
  for (const path of paths) {
    const parts = path.split('.');
    if (parts.length > DEEPEST) throw invalid('You cannot expand more than 4 levels of a property', 'expand');
    walk(store, copy, parts, path);
  }
  return copy;
}

function walk(store: Store, at: Json, parts: string[], path: string): void {
  const [part, ...rest] = parts;
  if (part === undefined || at === null) return;
  if (Array.isArray(at)) {
    for (const item of at) walk(store, item, parts, path);
    return;
  }
  if (typeof at !== 'object' || !(part in at)) {
    const message = `This property cannot be expanded (${path}).`;
    throw invalid(message, 'expand');
  }
  const value = at[part];
  const found = typeof value === 'string' ? findAny(store, value) : null;
  if (typeof value === 'string' && !found)
    throw invalid(`This property cannot be expanded (${path}).`, 'expand');
  if (found) at[part] = found;
  walk(store, at[part] ?? null, rest, path);
}
