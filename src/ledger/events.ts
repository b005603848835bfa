import type { Day } from '../kernel/day.ts';
import type { Db } from './kysely.ts';
import type { Sqlite } from './sqlite.ts';

export type Value = string | number | null;

/** Who changes something, when, and from which day on it counts. */
export interface Act {
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

/** The fields whose value differs between what stands and what is wanted; absent wishes change nothing. */
export function changesBetween<T extends object>(
  standing: T,
  wanted: { readonly [K in keyof T]?: T[K] | undefined },
): Change[] {
  return Object.entries(wanted)
    .filter(([field, value]) => value !== undefined && value !== standing[field as keyof T])
    .map(([field, value]) => ({ field, old: standing[field as keyof T] as Value, new: value as Value }));
}

/** Appends one event per changed value; events are never altered, so the old value stays readable for good. */
export function recordChanges(
  handle: Sqlite,
  noun: string,
  recordId: number,
  changes: readonly Change[],
  act: Act,
): void {
  const insert = handle.prepare(
    'insert into event (at, operator, noun, record_id, on_day, field, old_value, new_value, reason, import_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  for (const change of changes)
    insert.run(
      act.at,
      act.operator,
      noun,
      recordId,
      act.on,
      change.field,
      change.old,
      change.new,
      act.reason ?? null,
      act.importId ?? null,
    );
}

/** The events of one record or of several, oldest first. */
export function eventsOf(db: Db, noun: string, ids: number | readonly number[]) {
  return db
    .selectFrom('event')
    .selectAll()
    .where('noun', '=', noun)
    .where('record_id', 'in', typeof ids === 'number' ? [ids] : ids)
    .orderBy('id')
    .execute();
}
