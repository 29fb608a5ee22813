/** What a benchmark found: subject ÷ floor, beside the ratio that the project wants to stay under. */
export type Figure = { name: string; ratio: number; goal: number };

/** The value that this share (0.5 is the median) of the values does not exceed, by nearest rank. */
export function percentile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new Error('nothing was measured');
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!;
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
