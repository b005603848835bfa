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
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const edit = a[i - 1] === b[j - 1] ? 0 : 1;
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        at(rows, i - 1, j) + 1,
        (row[j - 1] ?? 0) + 1,
        at(rows, i - 1, j - 1) + edit,
        isSwap ? at(rows, i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    rows.push(row);
  }
  return at(rows, a.length, b.length);
}

function at(rows: readonly (readonly number[])[], i: number, j: number): number {
  return rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
}
