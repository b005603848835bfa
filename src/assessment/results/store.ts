import { recordChanges, type Stamp } from '../../ledger/events.ts';
import type { Db } from '../../ledger/sqlite.ts';

/** A figure that was entered by hand. */
export interface ManualValue {
  readonly id: number;
  readonly indicator_id: number;
  readonly subject_code: string;
  readonly quarter: string;
  readonly value: number;
  readonly note: string;
}

export function manualValues(db: Db, quarter: string): ManualValue[] {
  return db
    .prepare('select id, indicator_id, subject_code, quarter, value, note from manual_value where quarter = ?')
    .all(quarter) as ManualValue[];
}

/** Enters a figure, or another one in its place: the old value stays in the history. */
export function enterValue(
  db: Db,
  { indicator_id, subject_code, quarter, value, note }: Omit<ManualValue, 'id'>,
  standing: ManualValue | undefined,
  stamp: Stamp,
): void {
  if (!standing) {
    db.prepare(
      'insert into manual_value (indicator_id, subject_code, quarter, value, note) values (?, ?, ?, ?, ?)',
    ).run(indicator_id, subject_code, quarter, value, note);
    return;
  }
  db.prepare('update manual_value set value = ?, note = ? where id = ?').run(value, note, standing.id);
  const changes = [
    { field: 'value', old: standing.value, new: value },
    { field: 'note', old: standing.note, new: note },
  ];
  recordChanges(
    db,
    'manual-value',
    standing.id,
    changes.filter(change => change.old !== change.new),
    stamp,
  );
}

/** Everything that was ever entered for an indicator. */
export function valuesOf(db: Db, indicatorId: number): ManualValue[] {
  return db
    .prepare(
      'select id, indicator_id, subject_code, quarter, value, note from manual_value where indicator_id = ? order by quarter, id',
    )
    .all(indicatorId) as ManualValue[];
}

/** A frozen figure with what it was computed from. */
export interface Result {
  readonly quarter: string;
  readonly subject_code: string;
  readonly subject_name: string;
  readonly indicator_id: number;
  readonly weight: number;
  readonly value: number | null;
  readonly score: number;
  readonly inputs: string;
  readonly hash: string;
  readonly frozen_at: string;
}

export function resultsOf(db: Db, quarter: string): (Result & { readonly scheme_id: number })[] {
  return db.prepare('select * from result where quarter = ? order by id').all(quarter) as (Result & {
    readonly scheme_id: number;
  })[];
}

/** The quarters that are frozen, by whichever scheme, the earliest first. */
export function frozenQuarters(db: Db): string[] {
  return db.prepare('select distinct quarter from result order by 1').pluck().all() as string[];
}

export function insertResults(db: Db, schemeId: number, results: readonly Result[]): void {
  const insert = db.prepare(
    `insert into result (scheme_id, quarter, subject_code, subject_name, indicator_id, weight, value, score, inputs, hash, frozen_at)
     values (@schemeId, @quarter, @subject_code, @subject_name, @indicator_id, @weight, @value, @score, @inputs, @hash,
       @frozen_at)`,
  );
  for (const result of results) insert.run({ ...result, schemeId });
}

/** What was made of a year's assessment, in words only (S-48); several texts follow each other. */
export function outcomesOf(db: Db, year: string): { readonly subject_code: string; readonly text: string }[] {
  return db.prepare('select subject_code, text from outcome where year = ? order by id').all(year) as {
    subject_code: string;
    text: string;
  }[];
}

export function addOutcome(db: Db, subject: string, year: string, text: string): void {
  db.prepare('insert into outcome (subject_code, year, text) values (?, ?, ?)').run(subject, year, text);
}
