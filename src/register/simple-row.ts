import { fieldsOf, type Whole } from '../intake/sheet.ts';
import { ALWAYS, addDays, BEGINNING, type Day, intersection, OPEN_END, type Span } from '../kernel/day.ts';
import { present } from './decide.ts';
import type { Referenced } from './reference.ts';
import type { SimpleBook } from './simple-book.ts';
import { keyOf, type SimpleRecord } from './simple-record.ts';
import { columnOf, referenceOf, storedAsOf } from './simple-store.ts';
import { within } from './span.ts';

type References<R> = Partial<Record<keyof R, Referenced>>;

export function hasSpan<R extends object>({ sheet }: SimpleRecord<R>): boolean {
  return 'from_on' in sheet;
}

export function referencesOf<R extends object>({ lookups }: SimpleBook<R>, row: R): References<R> {
  return Object.fromEntries(
    Object.entries(lookups).map(([column, lookup]) => [column, lookup(String(row[column as keyof R] ?? ''))]),
  ) as References<R>;
}

/** A row with nothing left out: an unbounded span is that of what the row refers to. */
export function wholeRow<R extends object>(book: SimpleBook<R>, row: R): Whole<R> {
  const { record } = book;
  const empty = fieldsOf(record.sheet).map(field => [field.key, field.optional ? field.read('') : undefined]);
  const full = { ...Object.fromEntries(empty), ...present(row) };
  if (!hasSpan(record)) return full as Whole<R>;
  const span = { from_on: BEGINNING, to_on: OPEN_END, ...full } as Span;
  return { ...full, ...within(span, limitsOf(book, row)) } as unknown as Whole<R>;
}

/** A row that names other records by their current codes, as the ledger's rows do, where it used former ones. */
export function currentRow<R extends object>(book: SimpleBook<R>, row: R): R {
  const named = Object.entries<Referenced | undefined>(referencesOf(book, row));
  const renamed = named.flatMap(([column, referenced]) => {
    const { id, code, current = code } = referenced ?? { code: '' };
    return current !== code && book.lookups[column]?.(current)?.id === id ? [[column, current] as const] : [];
  });
  return { ...row, ...Object.fromEntries(renamed) };
}

/** A row whose open ends are filled in; ends that are in the ledger stay, although their limits may have changed since. */
export function boundedRow<R extends object>(book: SimpleBook<R>, row: R): R {
  const { record } = book;
  if (!hasSpan(record)) return row;
  const existing = book.byKey.get(keyOf(record, row))?.row as Partial<Span> | undefined;
  const full = wholeRow(book, row) as unknown as Span;
  const end = (bound: keyof Span) => {
    const given = (row as Partial<Span>)[bound];
    return given === undefined || given === existing?.[bound] ? {} : { [bound]: full[bound] };
  };
  return { ...row, ...end('from_on'), ...end('to_on') };
}

/** The time in which everything that a row refers to exists. */
function limitsOf<R extends object>(book: SimpleBook<R>, row: R): Span {
  const spans = Object.values<Referenced | undefined>(referencesOf(book, row));
  return [...spans, book.record.limits?.(row)].reduce<Span>(
    (all, span) => (span ? intersection(all, span) : all),
    ALWAYS,
  );
}

/** When a row holds: its span, or the one day on which it happened. */
export function timeOf<R extends object>({ eventDay }: SimpleRecord<R>, row: Whole<R>): Span | undefined {
  const { from_on, to_on } = row as unknown as Partial<Span>;
  if (from_on !== undefined && to_on !== undefined) return { from_on, to_on };
  const day = eventDay && (row[eventDay] as Day | undefined);
  return day === undefined ? undefined : { from_on: day, to_on: addDays(day, 1) };
}

/** A row as its table keeps it: ids in the place of codes, and what is kept in another form. */
export function storedRow<R extends object>(book: SimpleBook<R>, row: R): Record<string, string | number | null> {
  const { record } = book;
  const full = wholeRow(book, row);
  const references = referencesOf(book, row) as Record<string, Referenced | undefined>;
  const stored = (column: string, value: unknown): string | number | null => {
    if (referenceOf(record, column)) return references[column]?.id ?? null;
    const storedAs = storedAsOf(record, column);
    return storedAs ? storedAs.stored(String(value)) : ((value ?? null) as string | number | null);
  };
  return Object.fromEntries(
    Object.entries(full).map(([column, value]) => [columnOf(record, column), stored(column, value)]),
  );
}
