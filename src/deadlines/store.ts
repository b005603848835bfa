import { type Day, OPEN_END } from '../kernel/day.ts';
import { recordChanges, type Stamp } from '../ledger/events.ts';
import { count, insertInto, rows, run, selectFrom, theRow, updateTable } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import { deadlineCode, RETIRED } from './codes.ts';
import type { ListedDay } from './listed-day.ts';
import type { DeadlineRule } from './rules.ts';
import { type WorkCalendar, workCalendar } from './work-calendar.ts';

/** All versions of all deadlines, oldest version first. */
export function allRules(db: Db): DeadlineRule[] {
  const all = selectFrom('deadline_rule').selectAll().where('code', 'not in', RETIRED).orderBy('id');
  return rows(db, all).map(row => ({
    id: row.id,
    code: deadlineCode(row.code),
    name: { zh: row.name_zh, en: row.name_en },
    starts: { zh: row.starts_zh, en: row.starts_en },
    length: row.length,
    unit: row.length_unit,
    roll: row.roll,
    extension: {
      length: row.extension_length,
      unit: row.extension_unit,
      by: { zh: row.extension_zh, en: row.extension_en },
      isLaw: row.extension_is_law === 1,
    },
    pauses: row.pauses,
    citation: { zh: row.citation_zh, en: row.citation_en },
    isLaw: row.is_law === 1,
    from_on: row.from_on,
    to_on: row.to_on,
  }));
}

export function loadCalendar(db: Db): WorkCalendar {
  return workCalendar(listedDays(db));
}

/** The days that announcements list, in order. */
export function listedDays(db: Db): ListedDay[] {
  const days = rows(db, selectFrom('holiday').select(['day', 'is_workday', 'name']).orderBy('day'));
  return days.map(({ day, is_workday, name }) => ({ day, isWorked: is_workday === 1, name }));
}

/** Whether a version of a rule has set a due date, which must stay as it is. */
export function hasSetDays(db: Db, rule: DeadlineRule): boolean {
  return count(db, selectFrom('deadline').where('rule_id', '=', rule.id)) > 0;
}

/** Ends a version of a rule on a day and begins one of another length; due dates keep the version that set them. */
export function succeedRule(db: Db, rule: DeadlineRule, length: number, on: Day, stamp: Stamp): void {
  const version = selectFrom('deadline_rule').selectAll().where('id', '=', rule.id);
  const change = updateTable('deadline_rule').where('id', '=', rule.id);
  if (on === rule.from_on) run(db, change.set({ length }));
  else {
    const { id: _, ...values } = theRow(db, version);
    run(db, change.set({ to_on: on }));
    run(db, insertInto('deadline_rule').values({ ...values, length, from_on: on, to_on: OPEN_END }));
  }
  recordChanges(db, 'deadline', rule.id, [{ field: 'length', old: rule.length, new: length }], stamp);
}
