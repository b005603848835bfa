import { notFound } from '../kernel/failure.ts';
import type { Noun, Text } from '../kernel/text.ts';

/** A row of a list that offices extend: a code and both names. */
export interface CodeRow {
  readonly id: number;
  readonly code: string;
  readonly name_zh: string;
  readonly name_en: string;
}

/** The row with a code or a name, or undefined. */
export function codedAs<R extends CodeRow>(rows: readonly R[], text: string): R | undefined {
  const wanted = text.trim();
  return rows.find(row => row.code === wanted || row.name_zh === wanted || row.name_en === wanted);
}

/** The same; throws a not-found Failure that names the list. */
export function coded<R extends CodeRow>(rows: readonly R[], text: string, noun: Noun): R {
  return codedAs(rows, text) ?? notFound(noun, text.trim());
}

/** The names of a list's rows, by their id. */
export function codeNames(rows: readonly CodeRow[]): ReadonlyMap<number, Text> {
  return new Map(rows.map(({ id, name_zh: zh, name_en: en }) => [id, { zh, en }]));
}
