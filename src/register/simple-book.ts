import { type Problem, problem } from '../intake/sheet.ts';
import type { Day, Span } from '../kernel/day.ts';
import type { Text } from '../kernel/text.ts';
import type { Value } from '../ledger/events.ts';
import type { Db } from '../ledger/sqlite.ts';
import { type DatedChange, valuesOn } from './dated-changes.ts';
import type { Existing } from './register.ts';
import { keyOf, type SimpleRecord } from './simple-record.ts';
import { datedChangesOf, type Lookup, lookups, simpleRows, WITHDRAWN } from './simple-store.ts';

/** The records of one kind that are in the ledger, while rows are judged. */
export interface SimpleBook<R extends object> {
  readonly record: SimpleRecord<R>;
  readonly db: Db;
  /** With the values entered last, although they may hold from a later day only. */
  readonly byKey: Map<string, Existing<R>>;
  readonly changes: Map<number, DatedChange[]>;
  readonly lookups: Readonly<Record<string, Lookup>>;
}

export function loadBook<R extends object>(db: Db, record: SimpleRecord<R>): SimpleBook<R> {
  const byKey = new Map<string, Existing<R>>();
  for (const { id, [WITHDRAWN]: _, ...row } of simpleRows(db, record))
    byKey.set(keyOf(record, row as unknown as R), { id, row: row as unknown as R });
  return { record, db, byKey, changes: datedChangesOf(db, record), lookups: lookups(db, record) };
}

export function onDay<R extends object>(book: SimpleBook<R>, key: string, day: Day): Existing<R> | undefined {
  const last = book.byKey.get(key);
  return last && { ...last, row: valuesOn(last.row, book.changes.get(last.id) ?? [], day) };
}

/** What a record is after a change on a day: the values entered last, and the changes that lead to them. */
export function entered<R extends object>(
  { record, byKey, changes }: SimpleBook<R>,
  row: R,
  on: Day,
  before: R | undefined,
): { readonly row: R; readonly changes: DatedChange[] } {
  const { dated } = record;
  const last = before && byKey.get(keyOf(record, row));
  if (!dated || !last) return { row, changes: [] };
  const unchanged = dated.filter(column => row[column] === before[column]);
  const changed = dated.filter(column => row[column] !== before[column]);
  return {
    row: { ...row, ...Object.fromEntries(unchanged.map(column => [column, last.row[column]])) },
    changes: [
      ...(changes.get(last.id) ?? []),
      ...changed.map(field => ({ field, old_value: before[field] as Value, on_day: on })),
    ],
  };
}

/** A dated value cannot be changed before a later change of it, nor from a day on which its record is closed. */
export function datedChangeProblems<R extends object>(
  { record: { dated = [] }, changes }: SimpleBook<R>,
  row: R,
  { id, row: before }: Existing<R>,
  on: Day,
): Problem[] {
  const { to_on } = before as unknown as Span;
  return dated
    .filter(column => row[column] !== before[column])
    .flatMap(column => {
      const later = changes.get(id)?.find(change => change.field === column && change.on_day > on)?.on_day;
      if (later !== undefined) return [problem(column, row[column], CHANGES_LATER(later))];
      return on < to_on ? [] : [problem(column, row[column], CLOSED(to_on))];
    });
}

const CHANGES_LATER = (day: Day): Text => ({
  zh: `不能修改：${day} 起另有修改，这次修改要定在那一天或以后`,
  en: `cannot be changed: it changes again on ${day}, so date this change that day or later`,
});
const CLOSED = (day: Day): Text => ({
  zh: `不能修改：${day} 已停用，这次修改要用 --on 定在那以前`,
  en: `cannot be changed: the record is closed from ${day} on, so date this change earlier with --on`,
});
