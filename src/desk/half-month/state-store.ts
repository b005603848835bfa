import { OPEN_STATUSES } from '../../disputes/transitions.ts';
import type { Day } from '../../kernel/day.ts';
import { rows, selectFrom } from '../../ledger/query.ts';
import type { Db } from '../../ledger/sqlite.ts';

/** The disputes that were open and of red risk on a day, by the holder of that day; a later change of risk is left out. */
export function redDisputesOn(db: Db, day: Day) {
  return db
    .prepare(
      `select m.number, d.title, m.registered_on, v.holder_id as unit_id
       from cases m join dispute d on d.id = m.id
       join move v on v.id = (select max(w.id) from move w where w.case_id = m.id and w.on_day <= @day)
       where m.registered_on <= @day and v.status in (${OPEN_STATUSES.map(status => `'${status}'`).join(', ')})
         and m.status <> 'void'
         and coalesce((select e.old_value from event e where e.noun = 'dispute' and e.record_id = d.id and e.field = 'risk'
           and e.on_day > @day order by e.id limit 1), d.risk) = 'red'
       order by m.registered_on, m.number`,
    )
    .all({ day }) as { number: string; title: string; registered_on: Day; unit_id: number }[];
}

/** The needs whose day had passed on a day, and that were not closed by then, the longest overdue first. */
export function needsOverdueOn(db: Db, day: Day) {
  const overdue = selectFrom('need as n')
    .innerJoin('household as h', 'h.id', 'n.household_id')
    .select(['n.code', 'h.code as household_code', 'h.unit_id', 'n.category', 'n.content', 'n.owner', 'n.due_on'])
    .where('n.due_on', '<', day)
    .where('n.withdrawn_on', 'is', null)
    .where(({ eb, or }) => or([eb('n.feedback_on', 'is', null), eb('n.feedback_on', '>', day)]));
  return rows(db, overdue.orderBy('n.due_on').orderBy('n.code'));
}
