import type { Text } from '../kernel/text.ts';
import { COLUMN_NAMES } from './column-names.ts';
import { type Field, plain } from './field.ts';

/** The header of a file: where its columns are, and what was taken for what. */
export interface Header {
  /** The line (of a workbook: the row) on which it stands. */
  readonly line: number;
  /** The place of each known column in this file; -1 for a column that it leaves out. */
  readonly at: Readonly<Record<string, number>>;
  readonly names: readonly string[];
  readonly unknown: readonly string[];
  /** The columns that have another name here than their own. */
  readonly taken: readonly TakenColumn[];
  /** The lines above the header that hold something. */
  readonly above: number;
  /** The year that these lines name, where they name one. */
  readonly year?: number | undefined;
  /** The columns that are said once for all rows. */
  readonly set: readonly SetColumn[];
}

/** A column of which every row has the same value, which is not said in the rows. */
export interface SetColumn {
  readonly key: string;
  readonly title: Text;
  /** What each cell would hold. */
  readonly text: string;
  /** The same as messages show it. */
  readonly shown: Text;
  /** Where it is said: on the command line, or above the header. */
  readonly said: Text;
  /** Whether it is said above the header. */
  readonly isAbove?: boolean;
}

/** What there is before a file is read. */
export const NO_HEADER: Header = { line: 1, at: {}, names: [], unknown: [], taken: [], above: 0, set: [] };

interface TakenColumn {
  readonly name: string;
  readonly title: Text;
}

/** What an office says about the columns of its files, besides what the program understands. */
export interface ColumnChoice {
  /** Names in this file, each with the key of the column that it is: `--map 走访情况=diary`. */
  readonly mapped: ReadonlyMap<string, string>;
  /** Other names that the office has registered, each with the key of its column. */
  readonly registered: ReadonlyMap<string, string>;
  /** Columns that are said once for all rows: `--set grade=simple`. */
  readonly set: readonly SetColumn[];
  readonly titles?: TitleReader | undefined;
}

/** What the lines above a header say of all rows below it, such as whose list it is; `free` are columns that nobody knows. */
export type TitleReader = (titles: readonly string[], free: readonly string[]) => readonly SaidColumn[];

interface SaidColumn {
  readonly column: string;
  readonly text: string;
  readonly said: Text;
}

/** A line of a file, compared with the columns of a sheet. */
export interface HeaderMatch extends Omit<Header, 'above' | 'year' | 'set'> {
  /** The columns without which the file cannot be read. */
  readonly lacking: readonly Field<unknown>[];
  /** Columns that several names of the line claim. */
  readonly twice: readonly Field<unknown>[];
}

/** Compares a line with the columns of a sheet, by their names in either language and in any order. */
export function matchHeader(
  fields: readonly Field<unknown>[],
  names: readonly string[],
  line: number,
  choice: ColumnChoice,
): HeaderMatch {
  const words = names.map(name => ({ own: bare(name), plain: undecorated(name) }));
  const claims = fields.map(field => claimsOf(field, words, choice, fields));
  leaveToOthers(fields, claims);
  const at = Object.fromEntries(fields.map(({ key }, i) => [key, claims[i]?.[0] ?? -1]));
  const places = new Set(Object.values(at));
  return {
    line,
    at,
    names,
    lacking: fields.filter(
      field => !field.optional && at[field.key] === -1 && !isSaidBy(field, fields, at, choice.set),
    ),
    twice: fields.filter((_, i) => (claims[i]?.length ?? 0) > 1),
    unknown: names.filter((name, i) => !places.has(i) && name.trim() !== '' && !isRejectColumn(name)),
    taken: fields.flatMap(({ key, title }) => {
      const name = names[at[key] ?? -1];
      const isOwn =
        name === undefined || ownNames({ key, title }).has(bare(name)) || inEnglish({ key, title }).has(bare(name));
      return isOwn ? [] : [{ name: shown(name), title }];
    }),
  };
}

/** 走访内容 is the diary where the file has a column of domains besides, and those domains where it has none. */
const LEAVES: Readonly<Record<string, string>> = { diary: 'domains' };

/** Of names that two columns claim, one leaves them to the other. */
function leaveToOthers(fields: readonly Field<unknown>[], claims: number[][]): void {
  for (const [i, { key }] of fields.entries()) {
    const other = LEAVES[key];
    const theirs = other === undefined ? undefined : claims[fields.findIndex(field => field.key === other)];
    if (theirs) claims[i] = (claims[i] ?? []).filter(place => !theirs.includes(place));
  }
}

/**
 * Whether a column that a file leaves out is said for all rows, or by other columns: by some that the file has, or that are
 * required themselves and named where they are lacking.
 */
function isSaidBy(
  { key, instead }: Field<unknown>,
  fields: readonly Field<unknown>[],
  at: Readonly<Record<string, number>>,
  set: readonly SetColumn[],
): boolean {
  const isSet = (column: string) => set.some(other => other.key === column);
  const isRequired = (column: string) => fields.some(field => field.key === column && !field.optional);
  const isSaid = (column: string) => (at[column] ?? -1) >= 0 || isSet(column) || isRequired(column);
  return isSet(key) || (instead?.every(isSaid) ?? false);
}

/** A header with columns that are said once for all rows: those that the file leaves out have places behind its own. */
export function withSetColumns(header: Header, set: readonly SetColumn[]): Header {
  const lacking = set.filter(({ key }) => (header.at[key] ?? -1) < 0);
  const width = widthOf(header);
  const places = lacking.map(({ key }, i) => [key, width + i] as const);
  return { ...header, at: { ...header.at, ...Object.fromEntries(places) }, set: [...header.set, ...set] };
}

/** How many cells a row has, those included that are said for all rows. */
export function widthOf({ names, at, set }: Header): number {
  return names.length + set.filter(({ key }) => (at[key] ?? -1) >= names.length).length;
}

/** A name of a header, as it is written and without what forms add to it. */
interface Word {
  readonly own: string;
  readonly plain: string;
}

/** The places whose names mean a column: what was chosen goes before its own names, those before the usual other ones. */
function claimsOf(
  field: Field<unknown>,
  words: readonly Word[],
  { mapped, registered }: ColumnChoice,
  fields: readonly Field<unknown>[],
): number[] {
  const own = ownNames(field);
  const english = inEnglish(field);
  const named = namedIn(english);
  const isAnother = (word: string) => fields.some(other => other !== field && ownNames(other).has(word));
  const others = [...(field.also ?? []), ...(COLUMN_NAMES[field.key] ?? [])];
  const ways: ((word: Word) => boolean)[] = [
    word => own.has(word.own),
    word => own.has(word.plain),
    word => registered.get(word.plain) === field.key,
    word => english.has(word.plain.replaceAll('_', '')) && !isAnother(word.plain),
    word => others.includes(word.plain),
    word => named.has(word.plain) && !isAnother(word.plain),
  ];
  const chosen = placesOf(words, word => mapped.get(word.own) === field.key);
  if (chosen.length > 0) return chosen;
  const free = (means: (word: Word) => boolean) => placesOf(words, word => !mapped.has(word.own) && means(word));
  return ways.map(free).find(places => places.length > 0) ?? [];
}

/** Whether a name of a header means one of the columns. */
export function isColumnName(fields: readonly Field<unknown>[], name: string, choice: ColumnChoice): boolean {
  const words = [{ own: bare(name), plain: undecorated(name) }];
  return fields.some(field => claimsOf(field, words, choice, fields).length > 0);
}

function placesOf(words: readonly Word[], means: (word: Word) => boolean): number[] {
  return words.flatMap((word, i) => (means(word) ? [i] : []));
}

function ownNames({ key, title }: Pick<Field<unknown>, 'key' | 'title'>): ReadonlySet<string> {
  return new Set([key, bare(title.zh), undecorated(title.zh)]);
}

/** What English lists call a column: its title, and its key in words. */
function inEnglish({ key, title }: Pick<Field<unknown>, 'key' | 'title'>): ReadonlySet<string> {
  return new Set([key.replaceAll('_', ''), undecorated(title.en)]);
}

/** What a column of codes names, which English lists may put above the codes: `Household`. */
function namedIn(english: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...english].flatMap(name => /^(.+)code$/.exec(name)?.[1] ?? []));
}

/** A name without spaces and line breaks, its letters small. */
export function bare(name: string): string {
  return plain(name).toLowerCase().replace(/\s/g, '');
}

const MARKS = /^[*※★☆◆●]+|[*※★☆◆●:]+$/g;
const REMARK = /[([【<][^)\]】>]*[)\]】>]$/;

/** A name without what forms add to it: `*走访日期`, `户编号（必填）`, `村(社区)`. */
export function undecorated(name: string): string {
  const word = bare(name).replace(MARKS, '');
  return word.replace(REMARK, '').replace(MARKS, '') || word;
}

/** A name as messages show it: on one line. */
export function shown(name: string): string {
  return name.replace(/\s+/g, ' ').trim().slice(0, 40);
}

/** The column that a rejected file carries besides the original ones; ignored when it is imported again. */
export const REJECT_COLUMN: Text = { zh: '退回原因', en: 'reject_reason' };

/** Whether a header word is the reason column of a rejected file. */
export function isRejectColumn(name: string | undefined): boolean {
  const word = name?.trim().toLowerCase();
  return word === REJECT_COLUMN.zh || word === REJECT_COLUMN.en;
}

/** A column as this file names it. */
export function columnName(header: Header, key: string): string {
  return header.names[header.at[key] ?? -1] ?? key;
}
