const FARTHEST = 3;
const LEAST_LIKENESS = 0.4;

/** The words that somebody may have meant: those nearest to what was typed, where they are near enough. */
export function similar(typed: string, words: readonly string[]): string[] {
  const near = words
    .map(word => ({ word, edits: editsBetween(typed, word), longest: Math.max(typed.length, word.length) }))
    .filter(({ edits, longest }) => edits <= FARTHEST && 1 - edits / longest > LEAST_LIKENESS);
  const least = Math.min(...near.map(({ edits }) => edits));
  return near.filter(({ edits }) => edits === least).map(({ word }) => word);
}

/** How many letters must be put in, left out, replaced or swapped with the next to make one word of another. */
function editsBetween(a: string, b: string): number {
  const edits: number[][] = [];
  const at = (i: number, j: number): number => (i === 0 || j === 0 ? i + j : (edits[i]?.[j] ?? 0));
  for (let i = 1; i <= a.length; i++) {
    const row: number[] = [];
    edits[i] = row;
    for (let j = 1; j <= b.length; j++) {
      const edit = a[i - 1] === b[j - 1] ? 0 : 1;
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swapped = isSwap ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY;
      row[j] = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + edit, swapped);
    }
  }
  return at(a.length, b.length);
}
