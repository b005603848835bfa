import type { Context } from '../cli/command.ts';
import type { Day } from '../kernel/day.ts';
import { type Period, type PeriodOptions, periodOf } from '../kernel/period.ts';
import type { Text } from '../kernel/text.ts';
import { column } from '../kernel/view.ts';
import type { Db } from '../ledger/sqlite.ts';
import { loadTree } from '../units/store.ts';
import { branch, type UnitTerm, type UnitTree, unitNamed } from '../units/tree.ts';

/** What a report counts: the days of a period, in all units of its last day or in one with those below it. */
export interface Scope {
  readonly db: Db;
  readonly today: Day;
  readonly period: Period;
  /** The units as on the period's last day. */
  readonly tree: UnitTree;
  /** The unit that was asked for, and it with all below it; undefined where all are. */
  readonly unit: UnitTerm | undefined;
  readonly within: ReadonlySet<number> | undefined;
}

export function scopeOf({ db, today }: Pick<Scope, 'db' | 'today'>, period: Period, asked?: string): Scope {
  const tree = loadTree(db, period.to);
  const unit = asked === undefined ? undefined : unitNamed(tree, asked);
  const within = unit && new Set(branch(tree, unit).map(({ unit_id }) => unit_id));
  return { db, today, period, tree, unit, within };
}

/** The scope of the period that the options name. One that has not begun has no data, which is said: zeros would look like findings. */
export function periodScope(
  context: Pick<Context, 'db' | 'today' | 'remark'>,
  options: PeriodOptions,
  asked?: string,
): Scope {
  const { today, remark } = context;
  const period = periodOf(options, today);
  for (const text of notBegun(period, today)) remark(text);
  return scopeOf(context, period, asked);
}

/** What is said of a period that has not begun. */
export function notBegun({ from }: Period, today: Day): Text[] {
  const zh = `统计期自 ${from} 起，而今天是 ${today}，尚未开始，期内暂无数据`;
  const en = `The period starts on ${from}, and today is ${today}: it has no data yet`;
  return from > today ? [{ zh, en }] : [];
}

/** The same for a unit that is known, under whatever code it had then; of one that did not exist yet nothing is counted. */
export function scopeOfUnit({ db, today }: Pick<Scope, 'db' | 'today'>, period: Period, unitId: number): Scope {
  const tree = loadTree(db, period.to);
  const unit = tree.units.get(unitId);
  const within = new Set(unit ? branch(tree, unit).map(({ unit_id }) => unit_id) : []);
  return { db, today, period, tree, unit, within };
}

/** Whether a unit is among those that were asked for. */
export function includes({ within }: Pick<Scope, 'within'>, unit: number): boolean {
  return within === undefined || within.has(unit);
}

export const UNIT_COLUMNS = [
  column('unit_code', '机构代码', 'Unit code', 'code'),
  column('unit', '机构', 'Unit', 'label'),
] as const;

/** The cells of a unit, by its code and name of the period's last day. */
export function unitCells({ tree }: Pick<Scope, 'tree'>, unit: number) {
  const { code, name } = tree.units.get(unit) ?? {};
  return { unit_code: code, unit: name };
}
