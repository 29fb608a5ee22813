import { type No, no } from '@/lib/core/refusal';
import { TOLD_COLUMNS, type Told } from '@/lib/market/requests/schema';

const TOLD = Object.keys(TOLD_COLUMNS) as (keyof Told)[];

/** Whether an edit changes what experts have read. */
export function tellsOtherwise(before: Told, after: Told): boolean {
  return TOLD.some((field) => String(before[field]) !== String(after[field]));
}

/** An edit stands on the text its writer saw. */
export function canEdit(seenEdits: number, edits: number): No | null {
  if (seenEdits === edits) return null;
  return no(
    'conflict',
    'Someone else has edited this request since you opened it. Open it in another tab, then copy your text over.',
  );
}

export type Piece = { kind: 'same' | 'added' | 'removed'; text: string };

/** Words with the white space after them: two texts are compared as people read them. */
function wordsOf(text: string): string[] {
  return text.match(/\S+\s*|\s+/g) ?? [];
}

/** What changed from one text to the other, word by word: a longest common subsequence. Texts of a request: at most 750 words. */
export function differenceOf(before: string, after: string): Piece[] {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  const same = (i: number, j: number) => old[i]!.trimEnd() === now[j]!.trimEnd();
  const width = now.length + 1;
  const longest = new Uint16Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = now.length - 1; j >= 0; j -= 1)
      longest[i * width + j] = same(i, j)
        ? longest[(i + 1) * width + j + 1]! + 1
        : Math.max(longest[(i + 1) * width + j]!, longest[i * width + j + 1]!);
  const pieces: Piece[] = [];
  const add = (kind: Piece['kind'], text: string) => {
    const last = pieces.at(-1);
    if (last?.kind === kind) last.text += text;
    else pieces.push({ kind, text });
  };
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && same(i, j)) {
      add('same', now[j]!);
      i += 1;
      j += 1;
    } else if (
      j >= now.length ||
      (i < old.length && longest[(i + 1) * width + j]! >= longest[i * width + j + 1]!)
    ) {
      add('removed', old[i]!);
      i += 1;
    } else {
      add('added', now[j]!);
      j += 1;
    }
  }
  return pieces;
}
