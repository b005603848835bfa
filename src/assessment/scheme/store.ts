import { covers, type Day, OPEN_END } from '../../kernel/day.ts';
import { type Change, changeRow, recordChanges, type Stamp } from '../../ledger/events.ts';
import { insertInto, rows, run, selectFrom, values } from '../../ledger/query.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { valuesOn } from '../../register/dated-changes.ts';
import { datedChangesOf } from '../../register/simple-store.ts';
import { inScheme, type Step } from './plan.ts';
import type { Indicator, IndicatorSettings, Rule, Scheme } from './scheme.ts';

const SCHEME = { table: 'scheme', noun: 'scheme' } as const;
const INDICATOR = { table: 'indicator', noun: 'indicator' } as const;
const SETTINGS = ['name_zh', 'name_en', 'weight', 'source', 'rule'] as const;

/** All schemes with their latest names. */
export function allSchemes(db: Db): Scheme[] {
  const schemes = selectFrom('scheme').select(['id', 'code', 'name', 'annual', 'from_on', 'to_on']);
  return rows(db, schemes.orderBy('from_on').orderBy('code'));
}

/** The schemes in force on a day, by their names on that day: only one in a sound ledger. */
export function schemesOn(db: Db, day: Day): Scheme[] {
  const inForce = allSchemes(db).filter(scheme => covers(scheme, day));
  return asOf(db, 'scheme', ['name'], day, inForce);
}

/** Every indicator that a scheme ever had, as of a day, in the order of their entry; one without weight is not in the scheme. */
export function everyIndicator(db: Db, schemeId: number, day: Day): Indicator[] {
  const stored = rows(
    db,
    selectFrom('indicator')
      .select(['id', 'code', ...SETTINGS])
      .where('scheme_id', '=', schemeId)
      .orderBy('id'),
  );
  return asOf(db, 'indicator', SETTINGS, day, stored).map(row => ({ ...row, rule: JSON.parse(row.rule) as Rule }));
}

/** The indicators that a scheme has on a day. */
export function indicatorsOn(db: Db, schemeId: number, day: Day): Indicator[] {
  return inScheme(everyIndicator(db, schemeId, day));
}

/** Rows with their values on a day. */
function asOf<R extends { readonly id: number }>(
  db: Db,
  noun: string,
  dated: readonly (keyof R & string)[],
  day: Day,
  current: readonly R[],
): R[] {
  const changes = datedChangesOf(db, { noun, dated });
  return current.map(row => valuesOn(row, changes.get(row.id) ?? [], day));
}

/** The fields that are set to change after a day, each with the last day on which it changes. */
export function changesAfter(db: Db, noun: 'indicator' | 'scheme', id: number, day: Day) {
  const events = selectFrom('event').where('noun', '=', noun).where('record_id', '=', id).where('on_day', '>', day);
  return rows(
    db,
    events
      .select(({ fn }) => ['field', fn.max('on_day').as('on_day')])
      .groupBy('field')
      .orderBy('on_day'),
  );
}

/** The days on which a weight of a scheme changes. */
export function weighingDays(db: Db, schemeId: number): Day[] {
  return values(
    db,
    selectFrom('event')
      .innerJoin('indicator', 'indicator.id', 'event.record_id')
      .where('noun', '=', 'indicator')
      .where('field', '=', 'weight')
      .where('scheme_id', '=', schemeId)
      .select('on_day')
      .distinct()
      .orderBy('on_day'),
  );
}

function addIndicator(db: Db, schemeId: number, settings: IndicatorSettings, stamp: Stamp): number {
  const { code, name_zh, name_en, weight, source } = settings;
  const rule = JSON.stringify(settings.rule);
  const row = { scheme_id: schemeId, code, name_zh, name_en, weight, source, rule, import_id: stamp.importId ?? null };
  return run(db, insertInto('indicator').values(row)).id;
}

/** Carries out the steps of a plan, each with its events. */
export function saveSteps(db: Db, schemeId: number, steps: readonly Step[], stamp: Stamp): void {
  for (const { id, after, changes } of steps)
    if (id !== undefined) changeRow(db, INDICATOR, id, changes, stamp);
    else recordChanges(db, 'indicator', addIndicator(db, schemeId, after, stamp), changes, stamp);
}

/** Adds a scheme with its indicators, in force from the stamp's day on. */
export function addScheme(
  db: Db,
  { code, name }: Pick<Scheme, 'code' | 'name'>,
  indicators: readonly IndicatorSettings[],
  stamp: Stamp,
): void {
  const span = { from_on: stamp.on, to_on: OPEN_END };
  const scheme = { code, name, annual: 'mean' as const, ...span, import_id: stamp.importId ?? null };
  const { id } = run(db, insertInto('scheme').values(scheme));
  for (const settings of indicators) addIndicator(db, id, settings, stamp);
}

/** Changes the name or the end of a scheme. */
export function changeScheme(db: Db, id: number, change: Change, stamp: Stamp): void {
  changeRow(db, SCHEME, id, [change], stamp);
}
