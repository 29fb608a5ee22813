/** "4 of 10 spots taken", "All 10 spots taken". */
export function placesInWords(slots: number, open: number): string {
  return open >= slots
    ? `All ${slots} ${slots === 1 ? 'spot' : 'spots'} taken`
    : `${open} of ${slots} ${slots === 1 ? 'spot' : 'spots'} taken`;
}
