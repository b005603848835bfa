import type { Day } from '../kernel/day.ts';
import { insertRow, rows, selectFrom } from './query.ts';
import type { Db } from './sqlite.ts';

export type Value = string | number | null;

/** Who changes something, when, and from which day on it counts. */
export interface Stamp {
  readonly at: string;
  readonly operator: string;
  readonly on: Day;
  readonly reason?: string | undefined;
  readonly importId?: number | undefined;
}

/** One value that changed. */
export interface Change {
  readonly field: string;
  readonly old: Value;
  readonly new: Value;
}

/** The fields whose wanted value differs from the current one; fields without a wanted value do not change. */
export function changesBetween<T extends object>(
  current: T,
  wanted: { readonly [K in keyof T]?: T[K] | undefined },
): Change[] {
  return Object.entries(wanted)
    .filter(([field, value]) => value !== undefined && value !== current[field as keyof T])
    .map(([field, value]) => ({ field, old: current[field as keyof T] as Value, new: value as Value }));
}

/** Appends one event per changed value; events are never altered, so the old value stays readable for good. */
export function recordChanges(db: Db, noun: string, recordId: number, changes: readonly Change[], stamp: Stamp): void {
  const { at, operator, on: on_day, reason = null, importId: import_id = null } = stamp;
  const common = { at, operator, noun, record_id: recordId, on_day, reason, import_id };
  for (const { field, old: old_value, new: new_value } of changes)
    insertRow(db, 'event', { ...common, field, old_value, new_value });
}

/**
 * Writes the new values of a row, all in one statement since they may depend on each other, and appends them to its
 * history. A field is a column of the table unless `stored` says how it is kept.
 */
export function changeRow(
  db: Db,
  { table, noun }: { readonly table: string; readonly noun: string },
  id: number,
  changes: readonly Change[],
  stamp: Stamp,
  stored = ({ field, new: value }: Change): readonly (readonly [column: string, value: Value])[] => [[field, value]],
): void {
  if (changes.length === 0) return;
  const values = new Map(changes.flatMap(stored));
  const columns = [...values.keys()].map(column => `${column} = ?`).join(', ');
  db.prepare(`update ${table} set ${columns} where id = ?`).run(...values.values(), id);
  recordChanges(db, noun, id, changes, stamp);
}

/** The events of one record or of several, oldest first. */
export function eventsOf(db: Db, noun: string, ids: number | readonly number[]) {
  return rows(
    db,
    selectFrom('event')
      .selectAll()
      .where('noun', '=', noun)
      .where('record_id', 'in', typeof ids === 'number' ? [ids] : ids)
      .orderBy('id'),
  );
}
