import type { Filters } from '@/lib/market/directory/schema';

export type DirectoryPath = '/experts' | '/companies';

/** Where a list with these filters stands; `from` is a place in it. */
export function addressOf(path: DirectoryPath, filters: Filters, from?: string | null): string {
  const state = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...filters, from })) if (value) state.set(name, String(value));
  return state.size ? `${path}?${state}` : path;
}
