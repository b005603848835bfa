import { notARow } from '../intake/below.ts';
import { type Field, optionalField } from '../intake/field.ts';
import type { ReadingChoice } from '../intake/reading.ts';
import type { RowSource } from '../intake/rows.ts';
import { readSheet, type Sheet, type SheetFile } from '../intake/sheet.ts';
import type { Day } from '../kernel/day.ts';
import type { Text } from '../kernel/text.ts';
import type { Db } from '../ledger/sqlite.ts';
import { sayable } from '../naming/columns.ts';
import { loadNames } from '../naming/lookups.ts';
import type { NamedUnit, NameKind, Names } from '../naming/names.ts';
import { isCoded, type NamedCells, type RowNaming } from '../naming/row-draft.ts';
import { namedCells } from '../naming/row-rules.ts';
import type { AnyRow, Register } from './register.ts';

/** A register's file, whose rows have the codes of what they name. */
export interface RegisterFile extends SheetFile<AnyRow> {
  /** How many rows had something of a kind that was found by its name. */
  readonly named: Readonly<Partial<Record<NameKind, number>>>;
}

/** The columns that a file of a register may have; with `number` it may lack the codes. */
export function fileSheet(
  { sheet, numbering }: Pick<Register, 'sheet' | 'numbering'>,
  number = false,
): Record<string, Field<unknown>> {
  const { code, ...others } = sayable(sheet);
  if (!numbering || !code) return sayable(sheet);
  if (!number) return { code: { ...code, ifLacking: numberThem(numbering.rule) }, ...others };
  return { code: optionalField(code, ''), ...others, ...numbering.columns };
}

function numberThem({ zh, en }: Text): Text {
  return { zh: `没有编号的加 --number，由程序编号：${zh}`, en: `--number gives codes to rows that have none: ${en}` };
}

/** Reads a register's file, and puts codes in the place of the names that people write. */
export function readRegister(
  register: Pick<Register, 'sheet' | 'numbering'>,
  { db, today }: { readonly db: Db; readonly today: Day },
  table: RowSource,
  file: string,
  { reading: choice, number }: { readonly reading: ReadingChoice; readonly number?: boolean | undefined },
): RegisterFile {
  const sheet = fileSheet(register, number);
  const own = number ? { ...register.sheet, ...register.numbering?.columns } : register.sheet;
  const read = readSheet(sheet as Sheet<AnyRow>, table, file, choice);
  const naming: RowNaming = { sheet, own, names: withUnitsOf(read, own, loadNames(db)), today };
  const named: Partial<Record<NameKind, number>> = {};
  const skipped = [...read.skipped];
  const entries = read.entries.flatMap(entry => {
    if (!entry.row || isCoded(naming, entry.row)) return [entry];
    const { row, problems, byName } = namedCells(naming, entry.row);
    const what = problems.length > 0 ? notARow(read.header, entry.fields) : undefined;
    if (what) skipped.push({ line: entry.line, what });
    if (problems.length > 0) return what ? [] : [{ ...entry, row: undefined, problems }];
    for (const kind of byName) named[kind] = (named[kind] ?? 0) + 1;
    return [{ ...entry, row }];
  });
  return { ...read, skipped: skipped.sort((a, b) => a.line - b.line), entries, named };
}

/** A record that is given by options, with the codes of what it names by words; or what is wrong with them. */
export function namedOne(
  { sheet: own }: Pick<Register, 'sheet'>,
  { db, today }: { readonly db: Db; readonly today: Day },
  row: AnyRow,
): Pick<NamedCells, 'row' | 'problems'> {
  const naming: RowNaming = { sheet: sayable(own), own, names: loadNames(db), today };
  return isCoded(naming, row) ? { row, problems: [] } : namedCells(naming, row);
}

/** In a file of units the parents may be units of the same file. */
function withUnitsOf({ entries }: SheetFile<AnyRow>, own: object, names: Names): Names {
  if (!('parent_code' in own)) return names;
  const units = entries.flatMap(({ row }, i): NamedUnit[] =>
    row ? [{ id: -1 - i, code: String(row.code), name: String(row.name), parent: null }] : [],
  );
  const known = new Set(names.units().map(({ code }) => code));
  const all = [...names.units(), ...units.filter(({ code }) => !known.has(code))];
  return { ...names, units: () => all };
}
