import { PROBLEMS } from '@/lib/demo/world/problems';

/** Made-up words beside the real ones, so that rare words exist at every rank. */
const RARE_WORDS = 20_000;

/** The words of the demo world's own texts first, then ever rarer made-up ones: ranked, for a Zipf-like draw. */
export function vocabulary(): string[] {
  const counts = new Map<string, number>();
  for (const text of PROBLEMS.flat())
    for (const word of text.toLowerCase().match(/[a-z0-9]{3,}/g) ?? [])
      counts.set(word, (counts.get(word) ?? 0) + 1);
  const common = [...counts].sort((a, b) => b[1] - a[1]).map(([word]) => word);
  const parts = [
    'ba',
    'ce',
    'di',
    'fo',
    'gu',
    'ha',
    'je',
    'ki',
    'lo',
    'mu',
    'na',
    'pe',
    'ri',
    'so',
    'tu',
    've',
  ];
  const rare = Array.from({ length: RARE_WORDS }, (_, index) => {
    let rest = index + 256;
    let word = '';
    while (rest > 0) {
      word += parts[rest % 16]!;
      rest = Math.floor(rest / 16);
    }
    return word;
  });
  return [...common, ...rare];
}
