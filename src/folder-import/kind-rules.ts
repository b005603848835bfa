import type { Field } from '../intake/field.ts';
import type { HeaderMatch } from '../intake/header.ts';
import { headerAt, likeliest, likeness } from '../intake/header-search.ts';
import { columnChoice, type ReadingChoice } from '../intake/reading.ts';
import { isPersonal } from '../kernel/hiding.ts';
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
 * sheet says, or a title above it.
 */
export function kindsOf<K extends Known>(
  lines: readonly (readonly string[])[],
  name: string,
  kinds: readonly K[],
  choice: ReadingChoice,
): Guess<K> {
  for (const place of lines.keys()) {
    const words = [name, ...lines.slice(0, place).flat()].join(' ');
    const fitting = kinds.flatMap(kind => {
      const header = headerAt(place, kind.columns, lines, columnChoice(kind.columns, choice));
      return header && isCertain(kind, header, says(words, kind)) ? [{ kind, unknown: header.unknown.length }] : [];
    });
    if (fitting.length === 0) continue;
    const fewest = Math.min(...fitting.map(({ unknown }) => unknown));
    const best = fitting.flatMap(({ kind, unknown }) => (unknown === fewest ? [kind] : []));
    const named = best.filter(kind => says(words, kind));
    return { kinds: best.length > 1 && named.length === 1 ? named : best, headerLines: place + 1 };
  }
  return { kinds: [], headerLines: 0 };
}

/** Words of columns that say something of a person. */
const OF_PERSONS = /身份证|证件号|电话|手机|联系方式|住址|性别|民族|年龄|出生|文化程度|学历|政治面貌|银行|账号|社保/;
/** A single column may be in any list. */
const LEAST_KNOWN = 2;
/** So many are no chance, however many others a roster has. */
const ENOUGH = 4;

/**
 * Whether a header is certainly that of a kind, and not by chance that of another list: it has more of its columns than others, unless
 * the name of the file says the kind; and columns about persons are in no list of windows or sites.
 */
function isCertain({ columns }: Known, { at, unknown }: HeaderMatch, isNamed: boolean): boolean {
  const known = Object.values(at).filter(place => place >= 0).length;
  if (!isNamed && (known < LEAST_KNOWN || (known < ENOUGH && known < unknown.length))) return false;
  return columns.some(({ kind }) => isPersonal(kind)) || !unknown.some(word => OF_PERSONS.test(word));
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
