import { RIGHTS_LIST } from '../cases/rights.ts';
import type { Day } from '../kernel/day.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { Status } from './transitions.ts';

/** A petition as a row of a list. */
export interface PetitionListed {
  readonly id: number;
  readonly number: string;
  readonly demand: string;
  readonly status: Status;
  readonly category_id: number;
  readonly holder_id: number;
  readonly offered_id: number | null;
  readonly agent_id: number | null;
  readonly agent: string | null;
  readonly registered_on: Day;
  /** The earliest deadline that is still running. */
  readonly due_on: Day | null;
}

/** Petitions in some statuses, the latest lodged first. */
export function petitionList(db: Db, statuses: readonly Status[], text: string | undefined): PetitionListed[] {
  return db
    .prepare(
      `select m.id, m.number, p.demand, m.status, p.category_id, m.holder_id, o.to_unit as offered_id, p.agent_id,
         a.code as agent, m.registered_on, (select min(u.due_on) from deadline u join deadline_rule r on r.id = u.rule_id
           where u.case_id = m.id and u.done = '' and r.code not in (${RIGHTS_LIST})) as due_on
       from cases m join petition p on p.id = m.id left join agent a on a.id = p.agent_id
       left join offer o on o.case_id = m.id and o.ending = ''
       where m.kind = 'petition' and m.status in (select value from json_each(@statuses))
         and (@text is null or instr(p.demand, @text) > 0)
       order by m.registered_on desc, m.id desc`,
    )
    .all({ statuses: JSON.stringify(statuses), text: text ?? null }) as PetitionListed[];
}
