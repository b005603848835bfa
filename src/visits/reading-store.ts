import type { Day } from '../kernel/day.ts';
import { rows, selectFrom, value } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { Referent } from '../register/simple-record.ts';
import type { ReadOn } from './entries.ts';

/** Visits, withdrawn ones too, by the numbers that the ledger gave them. */
export const ANY_VISIT: Referent = {
  all: `select id, cast(id as text) as code, visited_on as from_on, '9999-12-31' as to_on from visit
    union all select id, cast(id as text), visited_on, '9999-12-31' from withdrawn_visit`,
  code: 'cast(% as text)',
};

/** When diaries were read last; looked up in one query for a whole list. */
export function lastReadings(db: Db): ReadOn {
  const read = selectFrom('reading')
    .select(({ fn }) => ['visit_id', 'entry', fn.max<Day>('read_on').as('read_on')])
    .where('withdrawn_on', 'is', null)
    .groupBy(['visit_id', 'entry']);
  const days = new Map(rows(db, read).map(({ visit_id, entry, read_on }) => [`${visit_id} ${entry}`, read_on]));
  return days.size === 0 ? () => undefined : (visit, entry) => days.get(`${visit} ${entry}`);
}

/** The households of the visits whose diaries were read, by the numbers of the visits. */
export function householdsRead(db: Db): ReadonlyMap<string, string> {
  const read = (['visit', 'withdrawn_visit'] as const).flatMap(table =>
    rows(
      db,
      // Both tables have the columns of a visit.
      selectFrom(`${table as 'visit'} as v`)
        .innerJoin('household as h', 'h.id', 'v.household_id')
        .select(['v.id', 'h.code'])
        .where('v.id', 'in', selectFrom('reading').select('visit_id')),
    ),
  );
  return new Map(read.map(({ id, code }) => [String(id), code]));
}

/** Who read the diaries of a visit, the earliest first. */
export function readingsOf(db: Db, visitId: number) {
  return rows(
    db,
    selectFrom('reading')
      .select(['code', 'entry', 'read_by', 'post', 'read_on', 'remark'])
      .where('visit_id', '=', visitId)
      .where('withdrawn_on', 'is', null)
      .orderBy('read_on')
      .orderBy('id'),
  );
}

/** The next free number of a reading of a visit: withdrawn ones keep theirs. */
export function nextReading(db: Db, visitId: number): number {
  const all = selectFrom('reading').where('visit_id', '=', visitId);
  return (
    1 +
    (value(
      db,
      all.select(({ fn }) => fn.countAll<number>().as('readings')),
    ) ?? 0)
  );
}
