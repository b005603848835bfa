import type { Insertable, Selectable } from 'kysely';
import { changeRow, changesBetween, type Stamp } from '../../ledger/events.ts';
import { insertInto, rows, run, selectFrom, values } from '../../ledger/query.ts';
import type { ManualValueTable, OutcomeTable, ResultTable } from '../../ledger/schema/assessment.ts';
import type { Db } from '../../ledger/sqlite.ts';

/** Points that were entered by hand. */
export type ManualValue = Omit<Selectable<ManualValueTable>, 'import_id'>;

const manual = selectFrom('manual_value').select(['id', 'indicator_id', 'subject_code', 'quarter', 'value', 'note']);

export function manualValues(db: Db, quarter: string): ManualValue[] {
  return rows(db, manual.where('quarter', '=', quarter));
}

/** Everything that was ever entered for an indicator. */
export function valuesOf(db: Db, indicatorId: number): ManualValue[] {
  return rows(db, manual.where('indicator_id', '=', indicatorId).orderBy('quarter').orderBy('id'));
}

const MANUAL_VALUE = { table: 'manual_value', noun: 'manual-value' } as const;

/** Enters points, or other points in place of `current`, which stay in the history. */
export function enterValue(
  db: Db,
  entered: Omit<ManualValue, 'id'>,
  current: ManualValue | undefined,
  stamp: Stamp,
): void {
  const { value, note } = entered;
  if (current) changeRow(db, MANUAL_VALUE, current.id, changesBetween(current, { value, note }), stamp);
  else run(db, insertInto('manual_value').values(entered));
}

/** A frozen figure with what it was computed from. */
export type Result = Selectable<ResultTable>;

export function resultsOf(db: Db, quarter: string): Result[] {
  return rows(db, selectFrom('result').selectAll().where('quarter', '=', quarter).orderBy('id'));
}

/** The quarters that are frozen, by whichever scheme, the earliest first. */
export function frozenQuarters(db: Db): string[] {
  return values(db, selectFrom('result').select('quarter').distinct().orderBy('quarter'));
}

export function addResults(db: Db, results: readonly Insertable<ResultTable>[]): void {
  for (const result of results) run(db, insertInto('result').values(result));
}

type Outcome = Pick<Selectable<OutcomeTable>, 'id' | 'subject_code' | 'year' | 'text'>;

/** The outcomes of a year's assessment, in words only (S-48); several texts follow each other, withdrawn ones are left out. */
export function outcomesOf(db: Db, year: string): Omit<Outcome, 'year'>[] {
  const entered = selectFrom('outcome').select(['id', 'subject_code', 'text']).where('year', '=', year);
  return rows(db, entered.where('withdrawn_on', 'is', null).orderBy('id'));
}

/** Enters an outcome; one that was withdrawn in the same words counts again. */
export function addOutcome(db: Db, outcome: Omit<Outcome, 'id'>): void {
  const again = insertInto('outcome').values(outcome);
  run(
    db,
    again.onConflict(on => on.columns(['subject_code', 'year', 'text']).doUpdateSet({ withdrawn_on: null })),
  );
}

/** Withdraws an outcome that was entered by mistake; the history keeps who did that, when and why. */
export function withdrawOutcome(db: Db, id: number, stamp: Stamp): void {
  changeRow(db, OUTCOME, id, [{ field: 'withdrawn_on', old: null, new: stamp.on }], stamp);
}

const OUTCOME = { table: 'outcome', noun: 'outcome' } as const;
