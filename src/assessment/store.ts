import type { Day, Span } from '../kernel/day.ts';
import { covers } from '../kernel/day.ts';
import { type Act, recordChanges } from '../ledger/events.ts';
import type { Sqlite } from '../ledger/sqlite.ts';
import type { Indicator, Scheme } from './scheme.ts';

export function allSchemes(handle: Sqlite): Scheme[] {
  return handle.prepare('select id, code, name, annual, from_on, to_on from scheme order by code').all() as Scheme[];
}

/** The schemes in force on a day: one, where nobody has been careless. */
export function schemesOn(handle: Sqlite, day: Day): Scheme[] {
  return allSchemes(handle).filter(scheme => covers(scheme as Span, day));
}

/** A scheme's indicators in their order, with the weights that hold on a day. */
export function indicatorsOn(handle: Sqlite, schemeId: number, day: Day): Indicator[] {
  const rows = handle
    .prepare('select id, code, name_zh, name_en, weight, source, rule from indicator where scheme_id = ? order by id')
    .all(schemeId) as (Omit<Indicator, 'rule'> & { readonly rule: string })[];
  const before = handle
    .prepare(
      `select old_value from event where noun = 'indicator' and record_id = ? and field = 'weight' and on_day > ?
       order by id limit 1`,
    )
    .pluck();
  return rows.map(row => ({
    ...row,
    weight: (before.get(row.id, day) as number | undefined) ?? row.weight,
    rule: JSON.parse(row.rule) as Indicator['rule'],
  }));
}

/** The day from which an indicator's present weight holds, where it was ever changed. */
export function weighedOn(handle: Sqlite, indicatorId: number): Day | null {
  return handle
    .prepare(`select max(on_day) from event where noun = 'indicator' and record_id = ? and field = 'weight'`)
    .pluck()
    .get(indicatorId) as Day | null;
}

export function changeWeight(handle: Sqlite, { id, weight }: Indicator, to: number, act: Act): void {
  handle.prepare('update indicator set weight = ? where id = ?').run(to, id);
  recordChanges(handle, 'indicator', id, [{ field: 'weight', old: weight, new: to }], act);
}

/** A figure that was entered by hand. */
export interface ManualValue {
  readonly id: number;
  readonly indicator_id: number;
  readonly subject_code: string;
  readonly quarter: string;
  readonly value: number;
  readonly note: string;
}

export function manualValues(handle: Sqlite, quarter: string): ManualValue[] {
  return handle
    .prepare('select id, indicator_id, subject_code, quarter, value, note from manual_value where quarter = ?')
    .all(quarter) as ManualValue[];
}

/** Enters a figure, or another one in its place: the old value stays in the history. */
export function enterValue(
  handle: Sqlite,
  { indicator_id, subject_code, quarter, value, note }: Omit<ManualValue, 'id'>,
  standing: ManualValue | undefined,
  act: Act,
): void {
  if (!standing) {
    handle
      .prepare('insert into manual_value (indicator_id, subject_code, quarter, value, note) values (?, ?, ?, ?, ?)')
      .run(indicator_id, subject_code, quarter, value, note);
    return;
  }
  handle.prepare('update manual_value set value = ?, note = ? where id = ?').run(value, note, standing.id);
  const changes = [
    { field: 'value', old: standing.value, new: value },
    { field: 'note', old: standing.note, new: note },
  ];
  recordChanges(
    handle,
    'manual-value',
    standing.id,
    changes.filter(change => change.old !== change.new),
    act,
  );
}

/** The numbers of the values that were ever entered for an indicator. */
export function manualIds(handle: Sqlite, indicatorId: number): number[] {
  return handle
    .prepare('select id from manual_value where indicator_id = ? order by id')
    .pluck()
    .all(indicatorId) as number[];
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

export function resultsOf(handle: Sqlite, quarter: string): (Result & { readonly scheme_id: number })[] {
  return handle.prepare('select * from result where quarter = ? order by id').all(quarter) as (Result & {
    readonly scheme_id: number;
  })[];
}

/** The quarters of a scheme that are frozen. */
export function frozenQuarters(handle: Sqlite, schemeId: number): string[] {
  return handle
    .prepare('select distinct quarter from result where scheme_id = ? order by 1')
    .pluck()
    .all(schemeId) as string[];
}

export function insertResults(handle: Sqlite, schemeId: number, results: readonly Result[]): void {
  const insert = handle.prepare(
    `insert into result (scheme_id, quarter, subject_code, subject_name, indicator_id, weight, value, score, inputs, hash, frozen_at)
     values (@schemeId, @quarter, @subject_code, @subject_name, @indicator_id, @weight, @value, @score, @inputs, @hash,
       @frozen_at)`,
  );
  for (const result of results) insert.run({ ...result, schemeId });
}

/** What was made of a year's assessment, in words only (S-48); several texts follow each other. */
export function outcomesOf(handle: Sqlite, year: string): { readonly subject_code: string; readonly text: string }[] {
  return handle.prepare('select subject_code, text from outcome where year = ? order by id').all(year) as {
    subject_code: string;
    text: string;
  }[];
}

export function addOutcome(handle: Sqlite, subject: string, year: string, text: string): void {
  handle.prepare('insert into outcome (subject_code, year, text) values (?, ?, ?)').run(subject, year, text);
}
