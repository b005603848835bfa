import type { Day } from '../../kernel/day.ts';
import { column, type Table } from '../../kernel/view.ts';
import { rows, selectFrom } from '../../ledger/query.ts';
import type { Db } from '../../ledger/sqlite.ts';

/** Whose turn it is: the two cadres of the pair that looks after a household on a day, and which of them answers for it. */
export function visitorsTable(db: Db, household: number, day: Day): Table {
  const visitors = selectFrom('assignment as a')
    .innerJoin('pair as p', 'p.id', 'a.pair_id')
    .innerJoin('cadre as c', join =>
      join.on(eb => eb.or([eb('c.id', '=', eb.ref('p.cadre_a')), eb('c.id', '=', eb.ref('p.cadre_b'))])),
    )
    .select(['p.code as pair_code', 'c.code', 'c.name', 'c.phone'])
    .select(eb => eb('c.id', '=', eb.ref('a.responsible_id')).as('responsible'))
    .where('a.household_id', '=', household)
    .where('a.from_on', '<=', day)
    .where('a.to_on', '>', day)
    .orderBy('responsible', 'desc');
  return {
    shape: 'table',
    key: 'visitors',
    title: { zh: '包户干部', en: 'Who looks after it' },
    columns: [
      column('code', '干部编号', 'Cadre', 'code'),
      column('name', '姓名', 'Name', 'name'),
      column('phone', '电话', 'Phone', 'phone'),
      column('pair_code', '结对编号', 'Pair', 'code'),
      column('responsible', '包户', 'Responsible', 'flag'),
    ],
    rows: rows(db, visitors).map(visitor => ({ ...visitor })),
  };
}
