import { plain } from '../intake/field.ts';
import { cleanedName } from '../kernel/clean.ts';
import type { Day } from '../kernel/day.ts';
import { certain, type Found, type Word } from './found.ts';
import { coded, type NamedRecord, type Names, UNKNOWN, unitOn } from './names.ts';

/** The people in one cell. 和 and 与 do not part names, since they are parts of names. */
export function peopleIn(cell: string): string[] {
  return cell.split(/[、，,;；/\s]+/).filter(part => part !== '');
}

/** Whether a word may be a name: a code that nobody has, or an empty cell, is left to the rules about codes. */
export const isName = (word: string): boolean => word.trim() !== '' && !/\d/.test(plain(word));

/** The two cells for two people, and the one that may name both. */
export interface TwoCells {
  readonly a: Word;
  readonly b: Word;
  readonly both: Word;
}

/** The words for two people: in two cells, both in the cell for both, or both in the first; undefined where there should be two and are not. */
export function twoWords({ a, b, both }: TwoCells): readonly [Word, Word] | undefined {
  const isApart = a.word.trim() !== '';
  const together = isApart ? a : both;
  if (together.word === '' || (isApart && b.word.trim() !== '')) return [a, b];
  const [first, second, ...others] = peopleIn(together.word);
  if (first !== undefined && second !== undefined && others.length === 0)
    return [
      { column: together.column, word: first },
      { column: together.column, word: second },
    ];
  return isApart ? [a, b] : undefined;
}

/** When somebody belongs somewhere: on a day, or failing that at any time, so that the rules say what is wrong with the time. */
export interface When {
  readonly day: Day;
  readonly orEver: boolean;
}

/** A cadre by code in any case of letters, or by name: in the team of a village, else where one alone has the name at that time. */
export function cadreCode(names: Names, said: Word, unit: number | undefined, when: When): Found {
  const cadres = names.records('cadre');
  const known = coded(cadres, said.word);
  if (known) return { code: known.code, byName: false };
  if (!isName(said.word)) return { code: said.word, byName: false };
  return certain(ofUnit(cadres.byName.get(cleanedName(said.word)) ?? [], unit, when), said, UNKNOWN.cadre);
}

/** Those that belong to a unit at a time; where none does, those that belong to any. */
export function ofUnit(
  records: readonly NamedRecord[],
  unit: number | undefined,
  { day, orEver }: When,
): readonly NamedRecord[] {
  const active = records.filter(({ belongs }) => unitOn(belongs, day) !== undefined);
  const own = active.filter(({ belongs }) => unitOn(belongs, day) === unit);
  if (own.length > 0) return own;
  if (active.length > 0 || !orEver) return active;
  const once = records.filter(({ belongs }) => belongs.some(span => span.unit === unit));
  return once.length > 0 ? once : records;
}
