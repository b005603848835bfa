import { VOID } from '../../cases/case.ts';
import { OPEN_STATUSES } from '../../disputes/transitions.ts';
import { lastTermsBy } from '../../households/term-store.ts';
import type { Day } from '../../kernel/day.ts';
import { rows, selectFrom } from '../../ledger/query.ts';
import type { Db } from '../../ledger/sqlite.ts';

/** The disputes that were open and of red risk on a day, by the holder of that day; what changed later is left out. */
export function redDisputesOn(db: Db, day: Day) {
  const red = selectFrom('cases as m')
    .innerJoin('dispute as d', 'd.id', 'm.id')
    .innerJoin('move as v', 'v.case_id', 'm.id')
    .select(['m.number', 'd.title', 'm.registered_on', 'v.holder_id as unit_id'])
    .where('m.status', '<>', VOID)
    .where('v.status', 'in', OPEN_STATUSES)
    .where('v.id', '=', eb => {
      const moved = eb.selectFrom('move as w').whereRef('w.case_id', '=', 'm.id').where('w.on_day', '<=', day);
      return moved.select(({ fn }) => fn.max('w.id').as('last'));
    })
    .where(eb => {
      const changed = eb.selectFrom('event as e').where('e.noun', '=', 'dispute').where('e.field', '=', 'risk');
      const later = changed.whereRef('e.record_id', '=', 'd.id').where('e.on_day', '>', day).orderBy('e.id').limit(1);
      return eb(eb.fn.coalesce(later.select('e.old_value'), 'd.risk'), '=', 'red');
    });
  return rows(db, red.orderBy('m.registered_on').orderBy('m.number'));
}

/** The needs whose day had passed on a day, and that were not closed by then, the longest overdue first. */
export function needsOverdueOn(db: Db, day: Day) {
  const overdue = selectFrom('need as n')
    .innerJoin('household as h', 'h.id', 'n.household_id')
    .innerJoin(lastTermsBy(day).as('t'), 't.household_id', 'n.household_id')
    .select(['n.code', 'h.code as household_code', 't.unit_id', 'n.category', 'n.content', 'n.owner', 'n.due_on'])
    .where('n.due_on', '<', day)
    .where('n.withdrawn_on', 'is', null)
    .where(({ eb, or }) => or([eb('n.feedback_on', 'is', null), eb('n.feedback_on', '>', day)]));
  return rows(db, overdue.orderBy('n.due_on').orderBy('n.code'));
}
