/** "4 of 10 places taken", "All 10 places taken". */
export function placesInWords(slots: number, open: number): string {
  return open >= slots
    ? `All ${slots} ${slots === 1 ? 'place' : 'places'} taken`
    : `${open} of ${slots} ${slots === 1 ? 'place' : 'places'} taken`;
}
