import { type Field, plain } from '../intake/field.ts';
import { type Problem, problem } from '../intake/sheet.ts';
import { BEGINNING, type Day } from '../kernel/day.ts';
import type { When } from './cadre-rules.ts';
import { isSaid, isUnread, NAMING, placeOf, textOf } from './columns.ts';
import type { Found } from './found.ts';
import type { NameKind, Names } from './names.ts';

export type Cells = Readonly<Record<string, unknown>>;

/** What rows are read by: the sheet as files may have it, the register's own sheet, and the names of the ledger. */
export interface RowNaming {
  readonly sheet: Readonly<Record<string, Field<unknown>>>;
  readonly own: object;
  readonly names: Names;
  readonly today: Day;
}

/** A row with the codes of what it names by words, or what is wrong with these. */
export interface NamedCells {
  readonly row: Cells;
  readonly problems: readonly Problem[];
  readonly byName: readonly NameKind[];
}

/** A row whose words are being replaced by codes. */
export interface Draft {
  readonly naming: RowNaming;
  readonly row: Record<string, unknown>;
  readonly when: When;
  readonly problems: Problem[];
  readonly byName: Set<NameKind>;
  /** The unit in which people and pairs are looked for first. */
  unit: number | undefined;
}

/** As codes are written: a cell like that needs no look-up, so that files with codes cost nothing. */
const CODE = /^[0-9A-Z][0-9A-Z~_./-]*$/;

export const isCode = (word: string): boolean => CODE.test(plain(word));

export function draftOf(naming: RowNaming, row: Cells): Draft {
  const when = { day: dayOf(naming, row), orEver: true };
  return { naming, row: { ...row }, when, problems: [], byName: new Set(), unit: undefined };
}

/** The day on which names are meant: the first day of the row, or that of what happened. */
function dayOf({ own, sheet, today }: RowNaming, { from_on, ...row }: Cells): Day {
  if (typeof from_on === 'string' && from_on !== BEGINNING) return from_on;
  const event = Object.keys(own).find(key => sheet[key]?.kind === 'day' && !sheet[key]?.optional);
  const day = event === undefined ? undefined : row[event];
  return typeof day === 'string' ? day : today;
}

/** A found code goes into the row; otherwise the row has a problem. */
export function put({ row, byName, problems }: Draft, column: string, kind: NameKind, found: Found): void {
  const cell = row[column];
  if ('code' in found) {
    row[column] = found.code;
    if (found.byName) byName.add(kind);
  } else if (isUnread(cell) && found.column === column && isCodeLike(cell.text))
    problems.push(problem(column, cell.text, cell.wrong.text));
  else problems.push(found);
}

/** A word in the letters of codes was meant as one: then what is wrong with the code is said. */
const isCodeLike = (text: string) => /^[\x21-\x7e]*$/.test(plain(text));

/** The row without what only files have. What is neither a code nor was found by a name is a problem. */
export function finished({ naming, row, problems, byName }: Draft): NamedCells {
  const { own, sheet } = naming;
  const told = new Set(problems.map(({ column }) => column));
  const untold = (column: string) => !told.has(column) && !told.has(placeOf(column)) && !told.has('head_name');
  const more: Problem[] = [];
  for (const column of Object.keys(own)) {
    const cell = row[column];
    if (isUnread(cell) && untold(column)) more.push(problem(column, cell.text, cell.wrong.text));
    else if (cell === undefined && NAMING[column] && !sheet[column]?.optional && untold(column))
      more.push(problem(placeOf(column), '', EMPTY));
  }
  return {
    row: Object.fromEntries(Object.entries(row).filter(([key]) => !isSaid(own, key))),
    problems: [...problems, ...more],
    byName: [...byName],
  };
}

/** Whether nothing in a row is said by a name. */
export function isCoded({ own }: Pick<RowNaming, 'own'>, row: Cells): boolean {
  return Object.entries(row).every(([key, cell]) => {
    if (isSaid(own, key)) return textOf(cell) === '';
    return !NAMING[key] || cell === '' || cell === null || (typeof cell === 'string' && CODE.test(cell));
  });
}

const EMPTY = { zh: '不能为空', en: 'must not be empty' };
