import { type Command, command, type Outcome } from '../../cli/command.ts';
import { argument, option, required } from '../../cli/param.ts';
import { asCount, asReason } from '../../cli/values.ts';
import { refuse, refuseIf } from '../../kernel/failure.ts';
import { lines } from '../../kernel/view.ts';
import type { Stamp } from '../../ledger/events.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { FIRST } from '../diary.ts';
import { withdrawDiary } from '../diary-store.ts';
import { type VisitRecord, visitNumbered } from '../store.ts';
import { type FromVisit, firstDiaryProblem, fromVisitProblem } from '../withdrawal-rules.ts';
import { withdrawVisit } from '../withdrawal-store.ts';
import { entryRow } from './visit-correct.ts';

/** What areas above have that came from a visit; what is void there lets go of it. */
export interface VisitUses {
  from(db: Db, visitId: number): readonly FromVisit[];
  release(db: Db, visitId: number): void;
}

/** A further diary that was entered by mistake; the visit stays. The first one is emptied, not withdrawn. */
function withdrawEntry(db: Db, visit: VisitRecord, entry: number, stamp: Stamp): Outcome {
  const { id } = visit;
  const row = entry === FIRST ? undefined : entryRow(db, visit, entry);
  if (!row) refuse(firstDiaryProblem(id));
  withdrawDiary(db, row.id, stamp);
  return {
    view: lines(
      { visit: id, diary: entry, withdrawn_on: stamp.on },
      {
        zh: `走访 ${id} 第 ${entry} 篇日记已撤销，走访不变`,
        en: `Withdrew diary ${entry} of visit ${id}; the visit stays`,
      },
    ),
    records: [String(id)],
  };
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
      entry: option(
        '--entry <count>',
        { zh: '只撤销补记的第几篇日记', en: 'withdraw only this further diary of the visit' },
        asCount,
      ),
      reason: required(option('--reason <text>', { zh: '撤销的原因', en: 'why it is withdrawn' }, asReason)),
    },
    run: ({ db, stamp, today }, { id, entry, reason }) => {
      const visit = visitNumbered(db, id);
      if (entry !== undefined) return withdrawEntry(db, visit, entry, stamp(today, reason));
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
