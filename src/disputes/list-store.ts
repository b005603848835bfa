import { RIGHTS_LIST } from '../cases/rights.ts';
import type { Day } from '../kernel/day.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { Grade } from './dispute.ts';
import type { Status } from './transitions.ts';

/** A dispute as a row of a list. */
export interface DisputeListed {
  readonly id: number;
  readonly number: string;
  readonly title: string;
  readonly status: Status;
  readonly grade: Grade;
  readonly category_id: number;
  readonly holder_id: number;
  readonly offered_id: number | null;
  readonly registered_on: Day;
  /** The earliest deadline that is still running. */
  readonly due_on: Day | null;
}

/** Disputes in some statuses, the latest registered first; `text` is looked for in title, facts and place. */
export function disputeList(
  db: Db,
  { statuses, text }: { readonly statuses: readonly Status[]; readonly text: string | undefined },
): DisputeListed[] {
  const words = text === undefined ? '' : `and instr(d.title || char(10) || d.facts || char(10) || d.place, @text) > 0`;
  return db
    .prepare(
      `select m.id, m.number, d.title, m.status, d.grade, d.category_id, m.holder_id, o.to_unit as offered_id,
         m.registered_on, (select min(u.due_on) from deadline u join deadline_rule r on r.id = u.rule_id
           where u.case_id = m.id and u.done = '' and r.code not in (${RIGHTS_LIST})) as due_on
       from cases m join dispute d on d.id = m.id left join offer o on o.case_id = m.id and o.ending = ''
       where m.kind = 'dispute' and m.status in (select value from json_each(@statuses)) ${words}
       order by m.registered_on desc, m.id desc`,
    )
    .all({ statuses: JSON.stringify(statuses), ...(text === undefined ? {} : { text }) }) as DisputeListed[];
}
