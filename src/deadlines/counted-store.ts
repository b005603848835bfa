import type { Day } from '../kernel/day.ts';
import { recordChanges, type Stamp } from '../ledger/events.ts';
import { rows, run, selectFrom, updateTable } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import { type DeadlineCode, deadlineCode } from './codes.ts';
import type { Pause } from './pause.ts';
import { type DeadlineRule, type DueDay, dueDay } from './rules.ts';
import { allRules } from './store.ts';
import type { WorkCalendar } from './work-calendar.ts';

/** The word in the history of a case for the day of one of its deadlines; the field is the deadline's code. */
export const DUE_DAY = 'due_day';

/** A deadline of a case that is running, with what its day is counted from. */
export interface RunningDeadline {
  readonly id: number;
  readonly case_id: number;
  readonly number: string;
  readonly code: DeadlineCode;
  readonly rule: DeadlineRule;
  readonly start_on: Day;
  readonly due_on: Day;
  readonly due_latest: Day | null;
  readonly extended_by: number;
  readonly unit_id: number;
  /** The department that it binds, where it binds no unit. */
  readonly department_id: number | null;
}

/** The deadlines that are running, of all cases or of one, oldest first. */
export function runningDeadlines(db: Db, caseId?: number): RunningDeadline[] {
  const rules = new Map(allRules(db).map(rule => [rule.id, rule]));
  const running = selectFrom('deadline')
    .innerJoin('deadline_rule', 'deadline_rule.id', 'deadline.rule_id')
    .innerJoin('cases', 'cases.id', 'deadline.case_id')
    .select(['deadline.id', 'case_id', 'cases.number', 'code', 'rule_id', 'start_on', 'due_on', 'due_latest'])
    .select(['extended_by', 'deadline.unit_id', 'department_id'])
    .where('done', '=', '')
    .orderBy('deadline.id');
  const found = rows(db, caseId === undefined ? running : running.where('case_id', '=', caseId));
  return found.flatMap(({ rule_id, ...row }) => {
    const rule = rules.get(rule_id);
    return rule ? [{ ...row, code: deadlineCode(row.code), rule }] : [];
  });
}

/** The suspensions of a case, oldest first. */
export function pausesOf(db: Db, caseId: number): Pause[] {
  const found = selectFrom('pause').select(['kind', 'from_on', 'to_on']).where('case_id', '=', caseId).orderBy('id');
  return rows(db, found).map(({ kind, from_on: from, to_on: to }) => ({ kind, from, to }));
}

/** The day of a running deadline as it is counted now; that which an act named stays as it was named. */
export function countedDay(db: Db, deadline: RunningDeadline, calendar: WorkCalendar, rule = deadline.rule): DueDay {
  const { case_id, start_on, due_on, extended_by: extendedBy } = deadline;
  if (rule.unit === 'named') return { due: due_on, latest: null, raw: due_on };
  const pauses = rule.pauses === '' ? [] : pausesOf(db, case_id);
  return dueDay(rule, start_on, calendar, { extendedBy, pauses });
}

/** A deadline whose day is another one than was kept. */
export interface Recounted {
  readonly deadline: RunningDeadline;
  readonly now: DueDay;
}

/** Counts running deadlines anew, writes the days that changed, and with a stamp puts each into the case's history. */
export function recount(
  db: Db,
  deadlines: readonly RunningDeadline[],
  calendar: WorkCalendar,
  stamp?: Stamp,
): Recounted[] {
  return deadlines.flatMap(deadline => {
    const now = countedDay(db, deadline, calendar);
    const { id, case_id, due_on, due_latest, code } = deadline;
    if (now.due === due_on && now.latest === due_latest) return [];
    run(db, updateTable('deadline').set({ due_on: now.due, due_latest: now.latest }).where('id', '=', id));
    const change = { field: code, old: spanOf(due_on, due_latest), new: spanOf(now.due, now.latest) };
    // With the case, since a deadline goes when the move that started it is stepped back.
    if (stamp) recordChanges(db, DUE_DAY, case_id, [change], stamp);
    return [{ deadline, now }];
  });
}

/** Counts the deadlines of a case anew that suspensions interrupt, when one has ended. */
export function recountPaused(db: Db, caseId: number, calendar: WorkCalendar): void {
  const interrupted = runningDeadlines(db, caseId).filter(({ rule }) => rule.pauses !== '');
  recount(db, interrupted, calendar);
}

/** A day, or the two between which it lies, as the history keeps it. */
function spanOf(due: Day, latest: Day | null): string {
  return latest === null ? due : `${due}/${latest}`;
}
