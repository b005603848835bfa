import { type Command, command } from '../../cli/command.ts';
import { argument, option, required } from '../../cli/param.ts';
import { asCount, asReason } from '../../cli/values.ts';
import { refuseIf } from '../../kernel/failure.ts';
import { lines } from '../../kernel/view.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { visitNumbered } from '../store.ts';
import { type FromVisit, fromVisitProblem } from '../withdrawal-rules.ts';
import { withdrawVisit } from '../withdrawal-store.ts';

/** What areas above have that came from a visit; what is void there lets go of it. */
export interface VisitUses {
  from(db: Db, visitId: number): readonly FromVisit[];
  release(db: Db, visitId: number): void;
}

export const withdraw = (uses: VisitUses): Command =>
  command({
    name: 'withdraw',
    zh: '撤销',
    summary: {
      zh: '撤销登记有误的走访：历史中保留，不再计入任何统计',
      en: 'withdraw a visit that was entered by mistake: the history keeps it, no figure counts it',
    },
    example: 'visit withdraw 1 --reason 记错了户',
    access: 'write',
    confirm: 'at-terminal',
    params: {
      id: argument('<visit>', { zh: '走访号', en: 'the visit’s number' }, asCount),
      reason: required(option('--reason <text>', { zh: '撤销的原因', en: 'why it is withdrawn' }, asReason)),
    },
    run: ({ db, stamp, today }, { id, reason }) => {
      const visit = visitNumbered(db, id);
      refuseIf(fromVisitProblem(id, uses.from(db, id)));
      uses.release(db, id);
      withdrawVisit(db, id, stamp(today, reason));
      const { visited_on, household_code } = visit;
      return {
        view: lines(
          { visit: id, withdrawn_on: today },
          {
            zh: `走访 ${id}（${visited_on}，户 ${household_code}）已撤销：不再计入统计，历史里仍可查到`,
            en: `Withdrew visit ${id} (${visited_on}, household ${household_code}): it no longer counts and stays in the history`,
          },
        ),
        records: [String(id)],
      };
    },
  });
