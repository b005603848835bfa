import type { Field } from '../intake/field.ts';
import { headerAt, likeliest, likeness } from '../intake/header-search.ts';
import { columnChoice, type ReadingChoice } from '../intake/reading.ts';
import type { Text } from '../kernel/text.ts';

/** What the files of a kind are known by. */
interface Known {
  readonly noun: string;
  readonly title: Text;
  readonly columns: readonly Field<unknown>[];
}

/** What a table may be. */
interface Guess<K> {
  /** The kinds whose files have such a header. */
  readonly kinds: readonly K[];
  /** How many of its lines are its header and what is above it. */
  readonly headerLines: number;
}

/**
 * The kinds of file that a table may be, by the first of its lines that is a header of any: of those that have all their
 * columns in it, those that leave the fewest of its words unexplained; of several, the one that the name of the file or
 * sheet says.
 */
export function kindsOf<K extends Known>(
  lines: readonly (readonly string[])[],
  name: string,
  kinds: readonly K[],
  choice: ReadingChoice,
): Guess<K> {
  for (const place of lines.keys()) {
    const fitting = kinds.flatMap(kind => {
      const header = headerAt(place, kind.columns, lines, columnChoice(kind.columns, choice));
      return header ? [{ kind, unknown: header.unknown.length }] : [];
    });
    if (fitting.length === 0) continue;
    const fewest = Math.min(...fitting.map(({ unknown }) => unknown));
    const best = fitting.flatMap(({ kind, unknown }) => (unknown === fewest ? [kind] : []));
    const named = best.filter(kind => says(name, kind));
    return { kinds: best.length > 1 && named.length === 1 ? named : best, headerLines: place + 1 };
  }
  return { kinds: [], headerLines: 0 };
}

/** The one kind whose columns a table has most of, where it is the header of none. */
export function likeliestKind<K extends Known>(
  lines: readonly (readonly string[])[],
  kinds: readonly K[],
  choice: ReadingChoice,
): K | undefined {
  return likeliest(kinds, ({ columns }) => likeness(columns, lines, columnChoice(columns, choice)), 2);
}

/** Whether a name says what a file holds: `windows.csv`, `窗口名单.xlsx`. */
function says(name: string, { noun, title }: Known): boolean {
  const word = name.toLowerCase();
  return word.split(/[^a-z-]+/).some(part => part === noun || part === `${noun}s`) || word.includes(title.zh);
}
