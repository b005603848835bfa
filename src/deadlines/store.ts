import { covers, type Day, OPEN_END } from '../kernel/day.ts';
import { recordChanges, type Stamp } from '../ledger/events.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { Decision } from '../register/register.ts';
import type { HolidayRow } from './holiday.ts';
import type { DeadlineRule } from './rules.ts';
import type { WorkCalendar } from './work-calendar.ts';

interface RuleRow {
  id: number;
  code: string;
  name_zh: string;
  name_en: string;
  starts_zh: string;
  starts_en: string;
  length: number;
  length_unit: DeadlineRule['unit'];
  roll: DeadlineRule['roll'];
  extension_length: number;
  extension_unit: 'day' | 'month';
  extension_zh: string;
  extension_en: string;
  citation_zh: string;
  citation_en: string;
  is_law: 0 | 1;
  from_on: Day;
  to_on: Day;
}

/** All versions of all deadlines, oldest version first. */
export function allRules(db: Db): DeadlineRule[] {
  const rows = db.prepare('select * from deadline_rule order by id').all() as RuleRow[];
  return rows.map(row => ({
    id: row.id,
    code: row.code,
    name: { zh: row.name_zh, en: row.name_en },
    starts: { zh: row.starts_zh, en: row.starts_en },
    length: row.length,
    unit: row.length_unit,
    roll: row.roll,
    extension: {
      length: row.extension_length,
      unit: row.extension_unit,
      by: { zh: row.extension_zh, en: row.extension_en },
    },
    citation: { zh: row.citation_zh, en: row.citation_en },
    isLaw: row.is_law === 1,
    from_on: row.from_on,
    to_on: row.to_on,
  }));
}

/** The version of a deadline that is in force on a day. */
export function ruleOn(rules: readonly DeadlineRule[], code: string, day: Day): DeadlineRule | undefined {
  return rules.find(rule => rule.code === code && covers(rule, day));
}

export function loadCalendar(db: Db): WorkCalendar {
  const rows = db.prepare('select day, is_workday from holiday').raw().all() as [Day, 0 | 1][];
  return { listed: new Map(rows.map(([day, worked]) => [day, worked === 1])) };
}

/** Whether a day was set by a version of a rule: then it must stay as it is. */
export function isUsed(db: Db, rule: DeadlineRule): boolean {
  return db.prepare('select 1 from deadline where rule_id = ? limit 1').get(rule.id) !== undefined;
}

/** Lets a rule's version end on a day and another length begin; days already set keep the version they were set by. */
export function succeedRule(db: Db, rule: DeadlineRule, length: number, on: Day, stamp: Stamp): void {
  if (on === rule.from_on) db.prepare('update deadline_rule set length = ? where id = ?').run(length, rule.id);
  else {
    db.prepare('update deadline_rule set to_on = ? where id = ?').run(on, rule.id);
    db.prepare(
      `insert into deadline_rule (code, name_zh, name_en, starts_zh, starts_en, length, length_unit, roll,
           extension_length, extension_unit, extension_zh, extension_en, citation_zh, citation_en, is_law, from_on, to_on)
         select code, name_zh, name_en, starts_zh, starts_en, ?, length_unit, roll, extension_length, extension_unit,
           extension_zh, extension_en, citation_zh, citation_en, is_law, ?, ? from deadline_rule where id = ?`,
    ).run(length, on, OPEN_END, rule.id);
  }
  recordChanges(db, 'deadline', rule.id, [{ field: 'length', old: rule.length, new: length }], stamp);
}

/** A listed day with its number. */
export interface HolidayRecord extends HolidayRow {
  readonly id: number;
}

export function holidayRows(db: Db): HolidayRecord[] {
  return db
    .prepare(`select id, day, iif(is_workday, 'worked', 'free') as kind, name from holiday order by day`)
    .all() as HolidayRecord[];
}

/** Writes new and changed days; what a changed one was stays in the history. */
export function writeHoliday(db: Db, stamp: Stamp) {
  const insert = db.prepare('insert into holiday (day, is_workday, name, import_id) values (?, ?, ?, ?)');
  const update = db.prepare('update holiday set is_workday = ?, name = ? where id = ?');
  return (decision: Decision<HolidayRow> & { verdict: 'add' | 'change' }) => {
    const { day, kind, name } = decision.row;
    const worked = kind === 'worked' ? 1 : 0;
    if (decision.verdict === 'add') insert.run(day, worked, name, stamp.importId ?? null);
    else {
      update.run(worked, name, decision.id);
      recordChanges(db, 'holiday', decision.id, decision.changes, stamp);
    }
  };
}
