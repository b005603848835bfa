import { type DeadlineCode, deadlineCode, FOLLOWING_THE_CASE } from '../deadlines/codes.ts';
import type { Day } from '../kernel/day.ts';
import { rows, selectFrom, statement, updateTable } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';

/** The deadlines of a case with the rule and the move that started them, oldest first. */
export function deadlinesOf(db: Db, caseId: number) {
  const found = rows(
    db,
    selectFrom('deadline')
      .innerJoin('move', 'move.id', 'deadline.move_id')
      .innerJoin('deadline_rule', 'deadline_rule.id', 'deadline.rule_id')
      .selectAll('deadline')
      .select(['move.name as move_name', 'deadline_rule.code'])
      .where('deadline.case_id', '=', caseId)
      .orderBy('deadline.id'),
  );
  return found.map(row => ({ ...row, code: deadlineCode(row.code) }));
}

export type DeadlineRow = ReturnType<typeof deadlinesOf>[number];

/** The last days of a case's running deadlines, as late as they can be; of several with one code, the latest that was started. */
export function lastDays(db: Db, caseId: number): ReadonlyMap<DeadlineCode, Day> {
  const running = deadlinesOf(db, caseId).filter(({ done }) => done === '');
  return new Map(running.map(({ code, due_on, due_latest }) => [code, due_latest ?? due_on]));
}

const ruleIds = (codes: readonly string[]) => selectFrom('deadline_rule').select('id').where('code', 'in', codes);

interface Ended {
  readonly caseId: number;
  readonly on: Day;
  readonly how: 'met' | 'moot' | 'extended';
  /** The move that ends it. */
  readonly by: number;
  /** Only what is due on this day. */
  readonly due?: Day | undefined;
}

/** Writes the deadlines of cases: ends them, hands them to a new holder. */
export function deadlineWriter(db: Db) {
  const running = (caseId: number) => updateTable('deadline').where('case_id', '=', caseId).where('done', '=', '');
  const handOver = statement<{ caseId: number; from: number; to: number }>(db, ({ caseId, from, to }) =>
    running(caseId)
      .set({ unit_id: to })
      .where('unit_id', '=', from)
      .where('rule_id', 'in', ruleIds(FOLLOWING_THE_CASE)),
  );
  const enders = new Map<string, (ended: Ended) => unknown>();
  const enderOf = (codes: readonly DeadlineCode[] | 'all', isOfDay: boolean) =>
    statement<Ended>(db, ({ caseId, on, how, by, due = on }) => {
      const ended = running(caseId).set({ done_on: on, done: how, ended_by: by });
      const all = isOfDay ? ended.where('due_on', '=', due) : ended;
      return codes === 'all' ? all : all.where('rule_id', 'in', ruleIds(codes));
    });
  const end = (codes: readonly DeadlineCode[] | 'all', ended: Ended) => {
    const isOfDay = ended.due !== undefined;
    const key = `${codes} ${isOfDay}`;
    const write = enders.get(key) ?? enderOf(codes, isOfDay);
    enders.set(key, write);
    write(ended);
  };
  return { end, handOver };
}
