import { misuse } from '../kernel/failure.ts';
import { isPersonal } from '../kernel/hiding.ts';
import { type Text, untranslated } from '../kernel/text.ts';
import { dayInMonth, lacksDay, lacksYear, readDay } from './day-text.ts';
import type { Encoding } from './encoding.ts';
import { BadValue, type Field, plain } from './field.ts';
import { bare, type ColumnChoice, type Header, type SetColumn, type TitleReader, undecorated } from './header.ts';

/** How a file is to be read where its form leaves something open. */
export interface ReadingChoice {
  readonly encoding?: Encoding | undefined;
  /** The sheet of a workbook. */
  readonly sheet?: string | undefined;
  /** Names in this file with the names of our columns: `走访情况=民情日记`. */
  readonly map: readonly NamedColumn[];
  /** Other names that the office has registered, each with the key or the title of its column. */
  readonly registered: ReadonlyMap<string, string>;
  /** The year of days that are written without one. */
  readonly year?: number | undefined;
  /** The day of dates that are written with a month only; 31 is the last one of each month. */
  readonly day?: number | undefined;
  /** Columns whose empty cells hold what stands above them, as merged cells do. */
  readonly fillDown: readonly string[];
  /** Columns of which every row has the same value: `--set grade=simple`. */
  readonly set: readonly ColumnValue[];
  /** Reads what the lines above the header say of all rows. */
  readonly titles?: TitleReader | undefined;
  /** Whether a bad cell of an optional column is left empty, with a remark. */
  readonly lenient: boolean;
  /** Whether it is for several files: a column that one of them lacks is another's. */
  readonly isForSeveral?: boolean;
}

export interface NamedColumn {
  readonly name: string;
  readonly column: string;
}

export interface ColumnValue {
  readonly column: string;
  readonly text: string;
}

export const AS_WRITTEN: ReadingChoice = { map: [], registered: new Map(), fillDown: [], set: [], lenient: false };

/** What is chosen about the columns of one kind of file; a name that is no column of it is a wrong usage. */
export function columnChoice(
  fields: readonly Field<unknown>[],
  { map, registered, set, titles, isForSeveral = false }: ReadingChoice,
): ColumnChoice {
  const isOwn = ({ column }: { readonly column: string }) => !isForSeveral || keyOf(fields, column) !== undefined;
  const known = [...registered].flatMap(([name, column]) => {
    const key = keyOf(fields, column);
    return key === undefined ? [] : [[name, key] as const];
  });
  return {
    mapped: new Map(map.filter(isOwn).map(({ name, column }) => [bare(name), keyNamed(fields, column)])),
    registered: new Map(known),
    set: set.filter(isOwn).map(value => setColumn(fields, value)),
    titles,
  };
}

/** What is said on the command line of a column of all rows; a value that no cell could have is a wrong usage. */
function setColumn(fields: readonly Field<unknown>[], { column, text }: ColumnValue): SetColumn {
  const key = keyNamed(fields, column);
  const field = fields.find(other => other.key === key) as Field<unknown>;
  try {
    const word = field.words?.[String(field.read(text))] ?? untranslated(text);
    return { key, title: field.title, text, shown: isPersonal(field.kind) ? HIDDEN : word, said: SAID_BY_OPTION };
  } catch (error) {
    if (!(error instanceof BadValue)) throw error;
    return misuse({
      zh: `--set ${field.title.zh}：「${text}」${error.text.zh}`,
      en: `--set ${key}: "${text}" ${error.text.en}`,
    });
  }
}

const SAID_BY_OPTION: Text = untranslated('--set');
const HIDDEN: Text = untranslated('***');

/** The key of a column that is called by its key or by its title. */
export function keyOf(fields: readonly Field<unknown>[], name: string): string | undefined {
  const word = undecorated(name);
  return fields.find(({ key, title }) => key === word || undecorated(title.zh) === word)?.key;
}

/** The same; a name that is no column is a wrong usage. */
export function keyNamed(fields: readonly Field<unknown>[], name: string): string {
  return (
    keyOf(fields, name) ??
    misuse(
      { zh: `没有「${name}」这一列`, en: `There is no column "${name}"` },
      {
        zh: `列名有：${fields.map(f => f.title.zh).join('、')}`,
        en: `The columns are ${fields.map(f => f.key).join(', ')}`,
      },
    )
  );
}

/** A day that a workbook shows as a number. */
const SERIAL = /^\d{5}(?:\.\d+)?$/;
/** How many days the numbers of the 1904 system lie behind the usual ones. */
const DAYS_TO_1904 = 1462;

/** Makes the cells of a row what its form says without writing it: values of merged cells, the year of the file. */
export function rowForm(
  sheet: readonly Field<unknown>[],
  header: Header,
  { fillDown, year, day, isForSeveral = false }: ReadingChoice,
  from1904: boolean,
): (fields: string[]) => string[] {
  const { at } = header;
  const complete = setCells(header);
  const filled = fillDown.map(name => placeOf(header, sheet, name, isForSeveral)).filter(place => place >= 0);
  const isOpen = year !== undefined || day !== undefined || from1904;
  const days = sheet.flatMap(({ kind, key }) => (isOpen && kind === 'day' ? (at[key] ?? -1) : []));
  if (filled.length === 0 && days.length === 0) return complete;
  const above = new Map<number, string>();
  return fields => {
    const row = [...complete(fields)];
    for (const place of filled) {
      if ((row[place] ?? '').trim() === '') row[place] = above.get(place) ?? '';
      else above.set(place, row[place] ?? '');
    }
    for (const place of days) {
      const text = plain(row[place] ?? '');
      if (place < 0) continue;
      if (from1904 && SERIAL.test(text)) row[place] = String(Number(text) + DAYS_TO_1904);
      else if (year !== undefined && lacksYear(text)) row[place] = readDay(text, year) ?? text;
      else if (day !== undefined && lacksDay(text)) row[place] = dayInMonth(text, day) ?? text;
    }
    return row;
  };
}

/** The place of a column that is called as the file calls it, or as we do. */
function placeOf({ names, at }: Header, sheet: readonly Field<unknown>[], name: string, isForSeveral: boolean): number {
  const own = names.findIndex(other => undecorated(other) === undecorated(name));
  if (own >= 0) return own;
  return at[isForSeveral ? (keyOf(sheet, name) ?? '') : keyNamed(sheet, name)] ?? -1;
}

/** Puts what is said of all rows into a row: into empty cells, and behind the cells of the file where it lacks the column. */
function setCells({ names, at, set }: Header): (fields: string[]) => string[] {
  if (set.length === 0) return fields => fields;
  const width = names.length;
  const own = set.filter(({ key }) => (at[key] ?? -1) < width);
  const behind = set.filter(({ key }) => (at[key] ?? -1) >= width).map(({ text }) => text);
  return fields => {
    const row = Array.from({ length: width }, (_, place) => fields[place] ?? '');
    for (const { key, text } of own) {
      const place = at[key] ?? -1;
      if ((row[place] ?? '').trim() === '') row[place] = text;
    }
    return [...row, ...behind, ...fields.slice(width)];
  };
}
