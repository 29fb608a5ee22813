import { readId } from '@/lib/core/id';
import type { Answer } from '@/lib/job/answers/queries';

/** The answers that an address names, in their order, at most so many; fewer than two named: the first of all. */
export function picked(
  answers: readonly Answer[],
  named: string | string[] | undefined,
  most: number,
): readonly Answer[] {
  const ids = new Set([named ?? []].flat().map((text) => readId(text)));
  const wanted = answers.filter((answer) => ids.has(answer.id)).slice(0, most);
  return wanted.length > 1 ? wanted : answers.slice(0, most);
}
