import { sql } from 'kysely';
import { type DeadlineCode, deadlineCode, FOLLOWING_THE_CASE, FOLLOWING_THE_ORGAN } from '../deadlines/codes.ts';
import { DUE_DAY } from '../deadlines/counted-store.ts';
import { type Day, OPEN_END } from '../kernel/day.ts';
import { deleteFrom, rows, run, selectFrom, statement, updateTable } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';

/** The deadlines of a case with the rule, the move that started them and the one that ended them, oldest first. */
export function deadlinesOf(db: Db, caseId: number) {
  const found = rows(
    db,
    selectFrom('deadline')
      .innerJoin('move', 'move.id', 'deadline.move_id')
      .leftJoin('move as ender', 'ender.id', 'deadline.ended_by')
      .innerJoin('deadline_rule', 'deadline_rule.id', 'deadline.rule_id')
      .leftJoin('department', 'department.id', 'deadline.department_id')
      .selectAll('deadline')
      .select(['move.name as move_name', 'ender.name as ended_name', 'deadline_rule.code'])
      .select(['department.name as department'])
      .where('deadline.case_id', '=', caseId)
      .orderBy('deadline.id'),
  );
  return found.map(row => ({ ...row, code: deadlineCode(row.code) }));
}

export type DeadlineRow = ReturnType<typeof deadlinesOf>[number];

/**
 * The last days of a case's running deadlines, as late as they can be, those that bind a unit or those that bind a department;
 * of several with one code, the latest that was started.
 */
export function lastDays(db: Db, caseId: number, department: number | null = null): ReadonlyMap<DeadlineCode, Day> {
  const running = deadlinesOf(db, caseId).filter(row => row.done === '' && row.department_id === department);
  return new Map(running.map(({ code, due_on, due_latest }) => [code, due_latest ?? due_on]));
}

/** The days of a case's deadlines that were counted anew, when holidays were imported or an import of them undone. */
export function recountsOf(db: Db, caseId: number) {
  // A case that an undone import had brought may have had the same id before.
  const registered = selectFrom('move')
    .select(({ fn }) => fn.min('at').as('at'))
    .where('case_id', '=', caseId);
  return rows(
    db,
    selectFrom('event')
      .innerJoin('deadline_rule', 'deadline_rule.code', 'event.field')
      .select(['at', 'operator', 'on_day', 'reason', 'old_value', 'new_value', 'event.import_id', 'name_zh', 'name_en'])
      .where('noun', '=', DUE_DAY)
      .where('record_id', '=', caseId)
      .where('deadline_rule.to_on', '=', OPEN_END)
      .where('event.at', '>=', registered)
      .orderBy('event.id'),
  );
}

const ruleIds = (codes: readonly string[]) => selectFrom('deadline_rule').select('id').where('code', 'in', codes);

/** Takes a deadline out of a case that never was bound by it. */
export function neverStarted(db: Db, caseId: number, code: DeadlineCode): void {
  run(
    db,
    deleteFrom('deadline')
      .where('case_id', '=', caseId)
      .where('rule_id', 'in', ruleIds([code])),
  );
}

interface Ended {
  readonly caseId: number;
  readonly on: Day;
  readonly how: 'met' | 'moot' | 'extended';
  /** The move that ends it. */
  readonly by: number;
  /** Only what is due on this day. */
  readonly due?: Day | undefined;
  /** The department whose deadlines end; null for those of units. */
  readonly department: number | null;
}

interface HandedOver {
  readonly caseId: number;
  readonly from: number;
  readonly to: number;
}

const runningOf = (caseId: number) => updateTable('deadline').where('case_id', '=', caseId).where('done', '=', '');

/** Hands what is running to a new holder, or to the unit that takes the place of the holder. */
function handingOver(db: Db) {
  // What binds a department is with the unit that holds the case, whichever organ handles it.
  const ofHolder = statement<HandedOver>(db, ({ caseId, from, to }) =>
    runningOf(caseId)
      .set({ unit_id: to })
      .where('unit_id', '=', from)
      .where(({ eb, or }) =>
        or([eb('rule_id', 'in', ruleIds(FOLLOWING_THE_CASE)), eb('department_id', 'is not', null)]),
      ),
  );
  const ofOrgan = statement<HandedOver>(db, ({ caseId, to }) =>
    runningOf(caseId)
      .set({ unit_id: to })
      .where('department_id', 'is', null)
      .where('rule_id', 'in', ruleIds(FOLLOWING_THE_ORGAN)),
  );
  /** All that runs for a unit runs for the one that takes its place. */
  const succeed = statement<HandedOver>(db, ({ caseId, from, to }) =>
    runningOf(caseId).set({ unit_id: to }).where('unit_id', '=', from),
  );
  const handOver = (passed: HandedOver, organ: number | undefined) => {
    ofHolder(passed);
    if (organ !== undefined) ofOrgan({ ...passed, to: organ });
  };
  return { handOver, succeed };
}

/** Writes the deadlines of cases: ends them, hands them to a new holder. */
export function deadlineWriter(db: Db) {
  const enders = new Map<string, (ended: Ended) => unknown>();
  const enderOf = (codes: readonly DeadlineCode[] | 'all', isOfDay: boolean) =>
    statement<Ended>(db, ({ caseId, on, how, by, department, due = on }) => {
      const ended = runningOf(caseId).set({ done_on: on, done: how, ended_by: by });
      const all = isOfDay ? ended.where('due_on', '=', due) : ended;
      if (codes === 'all') return all;
      return all.where('rule_id', 'in', ruleIds(codes)).where(sql<boolean>`department_id is ${department}`);
    });
  const end = (codes: readonly DeadlineCode[] | 'all', ended: Ended) => {
    const isOfDay = ended.due !== undefined;
    const key = `${codes} ${isOfDay}`;
    const write = enders.get(key) ?? enderOf(codes, isOfDay);
    enders.set(key, write);
    write(ended);
  };
  return { end, ...handingOver(db) };
}
