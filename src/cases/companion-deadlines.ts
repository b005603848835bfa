import type { DeadlineCode } from '../deadlines/codes.ts';
import { pausesOf } from '../deadlines/counted-store.ts';
import { dueDay, ruleOn } from '../deadlines/rules.ts';
import { allRules, loadCalendar } from '../deadlines/store.ts';
import { insertRow } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import { deadlinesOf } from './deadline-store.ts';

/** A deadline that runs beside another, where a fact about the case says so. */
interface Companion {
  readonly code: DeadlineCode;
  readonly beside: DeadlineCode;
  /** The moves that start it: the other may be started by more. */
  readonly startedBy: readonly string[];
}

/**
 * Starts a deadline beside another as if the fact had been known from the beginning: from the same move and day, ended by the
 * move that ended the other. Where that was extended, the parties agreed to more time and are not bound by this one.
 */
export function startBeside(db: Db, caseId: number, { code, beside, startedBy }: Companion): void {
  const [rules, calendar, pauses] = [allRules(db), loadCalendar(db), pausesOf(db, caseId)];
  for (const other of deadlinesOf(db, caseId)) {
    const { start_on, unit_id, department_id, move_id, done, done_on, ended_by, extended_by } = other;
    const rule = ruleOn(rules, code, start_on);
    if (!rule || other.code !== beside || extended_by > 0 || !startedBy.includes(other.move_name)) continue;
    const { due: due_on, latest: due_latest } = dueDay(rule, start_on, calendar, { pauses });
    const bound = { case_id: caseId, rule_id: rule.id, unit_id, department_id, move_id, start_on, due_on, due_latest };
    insertRow(db, 'deadline', { ...bound, done: done === 'extended' ? 'moot' : done, done_on, ended_by });
  }
}
