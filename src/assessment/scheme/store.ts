import { covers, type Day, OPEN_END } from '../../kernel/day.ts';
import { type Change, recordChanges, type Stamp } from '../../ledger/events.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { valuesOn } from '../../register/dated-changes.ts';
import { datedChangesOf } from '../../register/simple-store.ts';
import { inScheme, type Step } from './plan.ts';
import type { Indicator, Rule, Scheme, Wanted } from './scheme.ts';

/** All schemes as they stand now. */
export function allSchemes(db: Db): Scheme[] {
  return db
    .prepare('select id, code, name, annual, from_on, to_on from scheme order by from_on, code')
    .all() as Scheme[];
}

/** The schemes in force on a day, by the names of that day: one, where nobody has been careless. */
export function schemesOn(db: Db, day: Day): Scheme[] {
  return asOf(
    db,
    'scheme',
    ['name'],
    day,
    allSchemes(db).filter(scheme => covers(scheme, day)),
  );
}

const SETTINGS = ['name_zh', 'name_en', 'weight', 'source', 'rule'] as const;

/** Every indicator that a scheme ever had, as of a day, in the order in which they came: what weighs nothing is not in it. */
export function everyIndicator(db: Db, schemeId: number, day: Day): Indicator[] {
  const rows = db
    .prepare(`select id, code, ${SETTINGS.join(', ')} from indicator where scheme_id = ? order by id`)
    .all(schemeId) as (Omit<Indicator, 'rule'> & { readonly rule: string })[];
  return asOf(db, 'indicator', SETTINGS, day, rows).map(row => ({ ...row, rule: JSON.parse(row.rule) as Rule }));
}

/** The indicators that a scheme has on a day. */
export function indicatorsOn(db: Db, schemeId: number, day: Day): Indicator[] {
  return inScheme(everyIndicator(db, schemeId, day));
}

/** Rows as they stood on a day. */
function asOf<R extends { readonly id: number }>(
  db: Db,
  noun: string,
  dated: readonly (keyof R & string)[],
  day: Day,
  rows: readonly R[],
): R[] {
  const turns = datedChangesOf(db, { noun, dated });
  return rows.map(row => valuesOn(row, turns.get(row.id) ?? [], day));
}

/** What is changed from a later day on already, so that nothing can be put before it. */
export function changesAfter(
  db: Db,
  noun: 'indicator' | 'scheme',
  id: number,
  day: Day,
): { readonly field: string; readonly on_day: Day }[] {
  return db
    .prepare(
      `select field, max(on_day) as on_day from event where noun = ? and record_id = ? and on_day > ?
       group by field order by on_day`,
    )
    .all(noun, id, day) as { field: string; on_day: Day }[];
}

/** The days on which a weight of a scheme changes. */
export function weighingDays(db: Db, schemeId: number): Day[] {
  return db
    .prepare(
      `select distinct on_day from event where noun = 'indicator' and field = 'weight'
       and record_id in (select id from indicator where scheme_id = ?) order by 1`,
    )
    .pluck()
    .all(schemeId) as Day[];
}

function insertIndicator(db: Db, schemeId: number, wanted: Wanted, stamp: Stamp): number {
  const { lastInsertRowid } = db
    .prepare(
      `insert into indicator (scheme_id, code, name_zh, name_en, weight, source, rule, import_id)
       values (@schemeId, @code, @name_zh, @name_en, @weight, @source, @rule, @importId)`,
    )
    .run({ ...wanted, schemeId, rule: JSON.stringify(wanted.rule), importId: stamp.importId ?? null });
  return Number(lastInsertRowid);
}

/** Carries out the steps of a plan, each with its events. */
export function saveSteps(db: Db, schemeId: number, steps: readonly Step[], stamp: Stamp): void {
  for (const { id, after, changes } of steps) {
    if (changes.length === 0) continue;
    const indicator = id ?? insertIndicator(db, schemeId, after, stamp);
    for (const { field, new: value } of id === undefined ? [] : changes)
      db.prepare(`update indicator set ${field} = ? where id = ?`).run(value, indicator);
    recordChanges(db, 'indicator', indicator, changes, stamp);
  }
}

/** Enters a scheme with its indicators, which hold from its first day on. */
export function insertScheme(
  db: Db,
  { code, name }: Pick<Scheme, 'code' | 'name'>,
  wanted: readonly Wanted[],
  stamp: Stamp,
): void {
  const { lastInsertRowid } = db
    .prepare(`insert into scheme (code, name, annual, from_on, to_on, import_id) values (?, ?, 'mean', ?, ?, ?)`)
    .run(code, name, stamp.on, OPEN_END, stamp.importId ?? null);
  for (const one of wanted) insertIndicator(db, Number(lastInsertRowid), one, stamp);
}

/** Changes what a scheme is called or when it ends. */
export function changeScheme(db: Db, id: number, change: Change, stamp: Stamp): void {
  db.prepare(`update scheme set ${change.field} = ? where id = ?`).run(change.new, id);
  recordChanges(db, 'scheme', id, [change], stamp);
}
