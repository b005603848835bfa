import { completing } from '../intake/sheet.ts';
import { ALWAYS, intersection, type Span } from '../kernel/day.ts';
import type { Value } from '../ledger/events.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { DatedChange } from './dated-changes.ts';
import type { AnyRow, Existing } from './register.ts';
import { hasSpan, type KnownRows, keyOf, type Referenced, type SimpleRecord } from './simple-record.ts';
import { columnsOf, datedChangesOf, type Lookup, lookups, simpleRows, WITHDRAWN } from './simple-store.ts';
import { within } from './span.ts';

/** The records of one kind that are in the ledger, while rows are judged. */
export interface SimpleBook {
  readonly record: SimpleRecord;
  readonly db: Db;
  /** With the values entered last, although they may hold from a later day only. */
  readonly byKey: Map<string, Existing>;
  readonly changes: Map<number, DatedChange[]>;
  readonly lookups: Readonly<Record<string, Lookup>>;
  /** Fills in the columns that a row leaves out. */
  completed(row: AnyRow): AnyRow;
  /** Puts words in the place of codes. */
  speltOut(row: AnyRow): AnyRow;
}

export function loadBook(db: Db, record: SimpleRecord): SimpleBook {
  const byKey = new Map<string, Existing>();
  for (const { id, [WITHDRAWN]: _, ...row } of simpleRows(db, record)) byKey.set(keyOf(record, row), { id, row });
  const completed = completing(record.sheet);
  const spelling = record.spelling?.(db);
  const speltOut = (row: AnyRow) => spelling?.speltOut(row) ?? row;
  return { record, db, byKey, changes: datedChangesOf(db, record), lookups: lookups(db, record), completed, speltOut };
}

/** What a record is after a change on a day: the values entered last, and the changes that lead to them. */
export function entered(
  { record, byKey, changes }: SimpleBook,
  row: AnyRow,
  on: string,
  before: AnyRow | undefined,
): { readonly row: AnyRow; readonly changes: DatedChange[] } {
  const { dated } = record;
  const last = before && byKey.get(keyOf(record, row));
  if (!dated || !last) return { row, changes: [] };
  const changed = dated.filter(column => row[column] !== before[column]);
  const unchanged = dated.filter(column => !changed.includes(column));
  return {
    row: { ...row, ...Object.fromEntries(unchanged.map(column => [column, last.row[column]])) },
    changes: [
      ...(changes.get(last.id) ?? []),
      ...changed.map(field => ({ field, old_value: before[field] as Value, on_day: on })),
    ],
  };
}

/** The records that a row names, by its columns. */
export function referencesOf({ lookups }: SimpleBook, row: AnyRow): Record<string, Referenced | undefined> {
  return Object.fromEntries(
    Object.entries(lookups).map(([column, lookup]) => [column, lookup(String(row[column] ?? ''))]),
  );
}

/** A row with nothing left out: an unbounded span is that of what the row refers to. */
export function wholeRow(book: SimpleBook, row: AnyRow): AnyRow {
  const whole = book.completed(row);
  if (!hasSpan(book.record)) return whole;
  const limits = [...Object.values(referencesOf(book, row)), book.record.limits?.(row)];
  return within(
    whole as AnyRow & Span,
    limits.reduce<Span>((all, span) => (span ? intersection(all, span) : all), ALWAYS),
  );
}

/** A row as the ledger has it: with its key, other records by their current codes, and open ends filled in. */
export function completeRow(book: SimpleBook, typed: AnyRow): AnyRow {
  const given = book.record.complete?.({ row: typed, known: knownRows(book), db: book.db }) ?? typed;
  const renamed = Object.entries(referencesOf(book, given)).flatMap(([column, referenced]) => {
    const isOther = referenced && referenced.current !== referenced.code;
    return isOther && book.lookups[column]?.(referenced.current)?.id === referenced.id
      ? [[column, referenced.current] as const]
      : [];
  });
  const row = book.speltOut({ ...given, ...Object.fromEntries(renamed) });
  const whole = wholeRow(book, row);
  const existing = book.byKey.get(keyOf(book.record, row))?.row;
  // Ends that are in the ledger stay, although their limits may have changed since.
  const ends = ['from_on', 'to_on'].filter(end => row[end] !== undefined && row[end] !== existing?.[end]);
  return { ...row, ...Object.fromEntries(ends.map(end => [end, whole[end]])) };
}

function knownRows({ byKey, lookups }: SimpleBook): KnownRows<AnyRow> {
  return {
    keyed: key => byKey.get(key)?.row,
    all: () => [...byKey.values()].map(({ row }) => row),
    codeOf: (column, word) => lookups[column]?.(word)?.current,
  };
}

/** A row as its table keeps it: ids in the place of codes, and what is kept in another form. */
export function storedRow(book: SimpleBook, row: AnyRow): Record<string, Value> {
  const { references = {}, storedAs = {} } = book.record;
  const found = referencesOf(book, row);
  const stored = (column: string, value: unknown, kept: string): Value => {
    if (references[column]) return found[column]?.column === kept ? found[column].id : null;
    return storedAs[column] ? storedAs[column].stored(String(value)) : ((value ?? null) as Value);
  };
  return Object.fromEntries(
    Object.entries(wholeRow(book, row)).flatMap(([column, value]) =>
      columnsOf(book.record, column).map(kept => [kept, stored(column, value, kept)]),
    ),
  );
}
