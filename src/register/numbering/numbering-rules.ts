import { type Problem, problem } from '../../intake/sheet.ts';
import { cleanedName } from '../../kernel/clean.ts';
import { gathered } from '../../kernel/gathered.ts';
import type { Text } from '../../kernel/text.ts';
import { namedCodes } from '../../naming/found.ts';
import type { Coded, Numbering } from './numbering.ts';

type Row = Readonly<Record<string, unknown>>;

/** A row without a code, and where it is in its file. */
export interface Uncoded {
  readonly line: number;
  readonly row: Row;
}

/** The record that a row is; undefined for a new one; or why that is not certain. */
export type Recognised = Coded | undefined | Problem;

/** A value as rows and records are compared: names in their cleaned form, nothing in one form. */
export function comparable(value: unknown): string {
  return cleanedName(String(value ?? ''))
    .normalize('NFKC')
    .replace(/\s/g, '');
}

/**
 * Finds which records rows without codes are: by what names them, and where several have the same name, by all the other
 * values of the row. What stays uncertain is refused with the candidates, since a wrong guess would mix up two records.
 */
export function recognised<B>(numbering: Numbering<B>, book: B, rows: readonly Uncoded[]): Recognised[] {
  const known = new Map<string, Coded[]>();
  for (const record of numbering.records(book))
    for (const key of numbering.keys(record.row, book)) known.set(key, [...(known.get(key) ?? []), record]);
  const keyOf = ({ row }: Uncoded) => numbering.keys(row, book)[0] ?? '';
  const found = new Map<Uncoded, Recognised>();
  for (const [key, same] of gathered(rows, keyOf)) {
    const records = [...new Set(known.get(key) ?? [])];
    for (const [row, result] of amongSame(numbering, same, records)) found.set(row, result);
  }
  return rows.map(row => found.get(row));
}

/** The rows of one name, among the records of that name. */
function amongSame<B>(
  { by, mayBe = () => true, columns = {} }: Numbering<B>,
  rows: readonly Uncoded[],
  records: readonly Coded[],
): Map<Uncoded, Recognised> {
  const [named] = by;
  const found = new Map<Uncoded, Recognised>();
  const candidates = (row: Uncoded) => records.filter(record => mayBe(row.row, record));
  const isRecord = (row: Uncoded) => (record: Coded) => isEqual(row.row, record.row, columns);
  const refused = (row: Uncoded, reason: Text) => found.set(row, problem(named, row.row[named], reason));
  for (const [i, row] of rows.entries()) {
    const twin = rows.slice(0, i).find(other => isEqual(row.row, other.row));
    const exact = candidates(row).filter(isRecord(row));
    if (twin) refused(row, twiceText(twin.line));
    else if (exact.length > 1) refused(row, severalText(exact));
    else if (exact[0]) found.set(row, exact[0]);
  }
  const claimed = new Set(found.values());
  const open = rows.filter(row => !found.has(row));
  for (const row of open) {
    const free = candidates(row).filter(record => !claimed.has(record));
    const rivals = open.filter(other => candidates(other).some(record => free.includes(record)));
    const [only] = free;
    // Alone with one record of its name, a row is that record with other values.
    if (only && free.length === 1 && rivals.length === 1) found.set(row, only);
    else if (only) refused(row, severalText(free));
  }
  return found;
}

/** The code of a record. */
export const codeOf = ({ row }: Coded): string => String(row.code);

/** Whether all values that a row gives, but its code and what only files have, are those of another. */
function isEqual(row: Row, other: Row, left: object = {}): boolean {
  return Object.entries(row).every(([column, value]) => {
    if (column === 'code' || column in left || value === undefined) return true;
    return comparable(value) === comparable(other[column]);
  });
}

type NewCode =
  | { readonly code: string; readonly problem?: undefined }
  | { readonly code?: undefined; readonly problem: Problem };

/** The code of a new row: with the number that it brings, or with the next. */
export function newCode<B>(numbering: Numbering<B>, row: Row, book: B, next: number): NewCode {
  const start = numbering.start(row, book);
  const number = String(numbering.own?.(row) ?? next).padStart(numbering.digits, '0');
  if (numbering.isExact && number.length > numbering.digits) return { problem: problem('code', start, FULL) };
  return { code: `${start}${number}` };
}

const FULL: Text = { zh: '后面的号已用完', en: 'has no number left' };

function severalText(records: readonly Coded[]): Text {
  const { zh, en } = namedCodes(records.map(codeOf));
  return {
    zh: `台账里有同名的，其余内容看不准是哪一个：是它的写编号 ${zh}，不是的另编一个`,
    en: `is the name of records in the ledger, and the other values do not tell which: write the code of the one (${en}) or a new one`,
  };
}

function twiceText(line: number): Text {
  return {
    zh: `与第 ${line} 行各项都相同：确是两个的，请写编号`,
    en: `has the same values as line ${line}: if they are two, write their codes`,
  };
}

/** The next number of each beginning: one more than the highest that was ever given, so that no code comes twice. */
export class Serials {
  readonly #last = new Map<string, number>();
  readonly #starts: ReadonlySet<string>;

  constructor(starts: Iterable<string>, codes: Iterable<string>) {
    this.#starts = new Set(starts);
    for (const code of codes) this.take(code);
  }

  next(start: string): number {
    return (this.#last.get(start) ?? 0) + 1;
  }

  /** Makes a code known; `P01~2` counts as P01. */
  take(code: string): void {
    const digits = /(\d+)(?:~\d+)?$/.exec(code);
    if (!digits?.[1]) return;
    for (let at = digits.index; at < digits.index + digits[1].length; at++) {
      const start = code.slice(0, at);
      if (!this.#starts.has(start)) continue;
      const number = Number(code.slice(at).replace(/~\d+$/, ''));
      this.#last.set(start, Math.max(this.#last.get(start) ?? 0, number));
    }
  }
}
