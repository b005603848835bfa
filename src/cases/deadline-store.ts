import type { DeadlineCode } from '../deadlines/codes.ts';
import { deadlineCode, FOLLOWING_THE_CASE } from '../deadlines/codes.ts';
import type { Day } from '../kernel/day.ts';
import { inserter, rows, selectFrom, statement, updateTable } from '../ledger/query.ts';
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

/** The days on which a case's running deadlines end; of several with one code, the latest that was started. */
export function runningDeadlines(db: Db, caseId: number): ReadonlyMap<DeadlineCode, Day> {
  return new Map(deadlinesOf(db, caseId).flatMap(({ code, due_on, done }) => (done === '' ? [[code, due_on]] : [])));
}

const ruleIds = (code: DeadlineCode | readonly DeadlineCode[]) =>
  selectFrom('deadline_rule')
    .select('id')
    .where('code', 'in', [code].flat() as string[]);

type How = 'met' | 'moot' | 'extended';

/** Writes the deadlines of cases: starts them, ends them, hands them to a new holder. */
export function deadlineWriter(db: Db) {
  const start = inserter(db, 'deadline', ['case_id', 'rule_id', 'unit_id', 'move_id', 'start_on', 'due_on', 'done']);
  const running = (caseId: number) => updateTable('deadline').where('case_id', '=', caseId).where('done', '=', '');
  type Ended = { readonly caseId: number; readonly on: Day; readonly how: How };
  const endAll = statement<Ended>(db, ({ caseId, on, how }) => running(caseId).set({ done_on: on, done: how }));
  const handOver = statement<{ caseId: number; from: number; to: number }>(db, ({ caseId, from, to }) =>
    running(caseId)
      .set({ unit_id: to })
      .where('unit_id', '=', from)
      .where('rule_id', 'in', ruleIds(FOLLOWING_THE_CASE)),
  );
  const endSome = new Map<string, (ended: Ended) => unknown>();
  const end = (codes: readonly DeadlineCode[], ended: Ended) => {
    const known =
      endSome.get(codes.join()) ??
      statement<Ended>(db, ({ caseId, on, how }) =>
        running(caseId).set({ done_on: on, done: how }).where('rule_id', 'in', ruleIds(codes)),
      );
    endSome.set(codes.join(), known);
    known(ended);
  };
  return { start, endAll, end, handOver };
}
