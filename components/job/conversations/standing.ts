type Standing = { settled: 'this' | 'another' | null; withdrawn: boolean; archived: boolean };

/** What became of the request and the response, in a few quiet words; null while both stand. */
export function standingOf({ settled, withdrawn, archived }: Standing, ofCustomer: boolean): string | null {
  if (withdrawn) return 'Response withdrawn';
  if (settled === 'another') return 'Closed: another expert was chosen';
  if (settled === 'this') return ofCustomer ? 'Chosen' : 'You were chosen';
  return archived ? 'Archived' : null;
}

/** The same in a word, for a list. */
export function standingInShort({ settled, withdrawn }: Standing): string | null {
  if (withdrawn) return 'Withdrawn';
  return settled === null ? null : settled === 'this' ? 'Chosen' : 'Closed';
}
