import { sql } from 'kysely';
import { IN_STOCK as DISPUTES_IN_STOCK } from '../../disputes/transitions.ts';
import type { Day } from '../../kernel/day.ts';
import { rows, selectFrom } from '../../ledger/query.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { IN_STOCK as PETITIONS_IN_STOCK } from '../../petitions/transitions.ts';

/** The households for which a cadre is responsible on a day, with their last home visit up to it. */
export function householdsOf(db: Db, cadreId: number, day: Day) {
  const lastVisit = sql<Day | null>`(select max(v.visited_on) from visit v
    where v.household_id = h.id and v.mode = 'home' and v.visited_on <= ${day})`;
  return rows(
    db,
    selectFrom('assignment as a')
      .innerJoin('household as h', 'h.id', 'a.household_id')
      .innerJoin('household_term as t', 't.household_id', 'h.id')
      .select(['h.id', 't.unit_id', 'h.code', 'h.head_name', 'h.phone', 'h.address'])
      .select(lastVisit.as('last_on'))
      .where('a.responsible_id', '=', cadreId)
      .where('a.from_on', '<=', day)
      .where('a.to_on', '>', day)
      .where('t.from_on', '<=', day)
      .where('t.to_on', '>', day)
      .orderBy('h.code'),
  );
}

/** Open cases with a party of some households, by the household. */
export function openCasesOf(db: Db, households: readonly number[]) {
  return rows(
    db,
    selectFrom('party as p')
      .innerJoin('cases as c', 'c.id', 'p.case_id')
      .select(['p.household_id', 'c.number'])
      .distinct()
      .where('p.household_id', 'in', households)
      .where('p.removed_on', 'is', null)
      .where('c.status', 'in', [...DISPUTES_IN_STOCK, ...PETITIONS_IN_STOCK])
      .orderBy('c.number'),
  );
}
