import { addDays, type Day } from '../kernel/day.ts';
import type { Text } from '../kernel/text.ts';
import { column, type Table } from '../kernel/view.ts';
import type { Stamp } from '../ledger/events.ts';
import type { Db } from '../ledger/sqlite.ts';
import { type Recounted, recount, runningDeadlines } from './counted-store.ts';
import type { ListedDay } from './listed-day.ts';
import { dueText } from './state.ts';
import { listedDays } from './store.ts';
import { workCalendar } from './work-calendar.ts';

/** Days whose counting changes, from the first to the last. */
interface Touched {
  readonly first: Day;
  readonly last: Day;
}

/** What a change of the listed days touches: the days themselves, and the years that become known by it or unknown. */
export function touchedBy(before: readonly ListedDay[], after: readonly ListedDay[]): Touched | undefined {
  const days = [...changedDays(before, after).map(({ day }) => day)];
  const [were, are] = [workCalendar(before).years, workCalendar(after).years];
  for (const year of new Set([...were, ...are]))
    if (were.has(year) !== are.has(year)) days.push(`${Number(year) - 1}-12-01`, `${year}-12-31`);
  const sorted = days.sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  return first === undefined || last === undefined ? undefined : { first, last };
}

/** The days that are listed otherwise than before, as they are listed now or were before. */
export function changedDays(before: readonly ListedDay[], after: readonly ListedDay[]): ListedDay[] {
  const key = ({ day, isWorked, name }: ListedDay) => `${day} ${isWorked} ${name}`;
  const [were, are] = [new Set(before.map(key)), new Set(after.map(key))];
  return [...after.filter(day => !were.has(key(day))), ...before.filter(day => !are.has(key(day)))];
}

/**
 * Counts anew the running deadlines that a change of the listed days touches: those that count working days or roll to one.
 * Every day that moved goes into the history of its case.
 */
export function recountTouched(db: Db, before: readonly ListedDay[], stamp: Stamp): Recounted[] {
  const after = listedDays(db);
  const touched = touchedBy(before, after);
  if (!touched) return [];
  const affected = runningDeadlines(db).filter(
    ({ rule, start_on, due_on, due_latest }) =>
      (rule.unit === 'workday' || rule.roll === 'next_workday') &&
      start_on <= touched.last &&
      addDays(due_latest ?? due_on, 1) >= touched.first,
  );
  return recount(db, affected, workCalendar(after), stamp);
}

/** The deadlines that were counted anew, each with its case, its old day and the new one. */
export function recountedTable(recounted: readonly Recounted[]): Table {
  return {
    shape: 'table',
    key: 'recounted',
    title: { zh: `重新计算的期限（${recounted.length}）`, en: `Deadlines counted anew (${recounted.length})` },
    columns: [
      column('number', '编号', 'Number', 'code'),
      column('deadline', '期限', 'Deadline'),
      column('before', '原到期', 'Was due'),
      column('after', '现到期', 'Is due'),
    ],
    rows: recounted.map(rowOf),
  };
}

function rowOf({ deadline, now }: Recounted) {
  const { number, rule } = deadline;
  const after = dueText({ due_on: now.due, due_latest: now.latest }, rule);
  return { number, deadline: rule.name, before: dueText(deadline, rule), after };
}

/** The same as sentences. */
export function recountedLines(recounted: readonly Recounted[]): Text[] {
  return recounted.map(rowOf).map(({ number, deadline, before, after }) => ({
    zh: `${number} ${deadline.zh}：${before.zh} → ${after.zh}`,
    en: `${number} ${deadline.en}: ${before.en} → ${after.en}`,
  }));
}
