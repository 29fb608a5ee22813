import { expect, test } from 'vitest';
import { amongFew } from '@/lib/access/teardown/proofs';

test('four accesses are proven at a time, the others in their order, also after one that failed', async () => {
  const begun: number[] = [];
  const ends: ((failed?: Error) => void)[] = [];
  const proofs = Array.from({ length: 7 }, (_, at) =>
    amongFew(() => {
      begun.push(at);
      return new Promise<void>((resolve, reject) => {
        ends[at] = (failed) => (failed ? reject(failed) : resolve());
      });
    }),
  );
  await Promise.resolve();
  expect(begun).toEqual([0, 1, 2, 3]);
  ends[2]!(new Error('not yet'));
  await expect(proofs[2]).rejects.toThrow('not yet');
  await expect.poll(() => begun).toEqual([0, 1, 2, 3, 4]);
  ends[0]!();
  await proofs[0];
  await expect.poll(() => begun).toEqual([0, 1, 2, 3, 4, 5]);
  for (const at of [1, 3, 4, 5]) ends[at]!();
  await expect.poll(() => begun.at(-1)).toBe(6);
  ends[6]!();
  await Promise.allSettled(proofs);
  // Nothing of the line is left behind: the next one begins at once.
  await amongFew(async () => begun.push(7));
  expect(begun).toHaveLength(8);
});
