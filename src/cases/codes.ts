import { plain } from '../intake/field.ts';
import { notFound } from '../kernel/failure.ts';
import type { Noun, Word } from '../kernel/text.ts';

/** A row of a list that offices extend: a code and both names. */
export interface CodeRow {
  readonly id: number;
  readonly code: string;
  readonly name_zh: string;
  readonly name_en: string;
}

/** The row with a code or a name, or undefined; a spreadsheet may have made 2 of 02, and 邻里 is 邻里纠纷. */
export function codedAs<R extends CodeRow>(rows: readonly R[], text: string): R | undefined {
  const wanted = plain(text);
  const ways = [wanted, wanted.padStart(2, '0'), `${wanted}纠纷`, wanted.replace(/纠纷$/, '')];
  for (const way of ways) {
    const found = rows.find(({ code, name_zh }) => code === way || name_zh === way);
    if (found) return found;
  }
  return rows.find(row => row.name_en.toLowerCase() === wanted.toLowerCase());
}

/** The same; throws a not-found Failure that names the list. */
export function coded<R extends CodeRow>(rows: readonly R[], text: string, noun: Noun): R {
  return codedAs(rows, text) ?? notFound(noun, text.trim());
}

/** The names of a list's rows, by their id. */
export function codeNames(rows: readonly CodeRow[]): ReadonlyMap<number, Word> {
  return new Map(rows.map(({ id, code, name_zh: zh, name_en: en }) => [id, { zh, en, code }]));
}
