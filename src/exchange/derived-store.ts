import { recount, runningDeadlines } from '../deadlines/counted-store.ts';
import { loadCalendar } from '../deadlines/store.ts';
import type { Db } from '../ledger/sqlite.ts';
import { recountYear } from '../ledger/visit-tallies.ts';
import type { Taken } from './incoming.ts';

/** What a ledger counts by itself follows what came in: tallies of visits, running deadlines, the series of notices. */
export function followRecords(db: Db, { nouns }: Taken): void {
  if (nouns.has('household')) for (const year of yearsOfVisits(db)) recountYear(db, year);
  if (['case', 'holiday', 'deadline'].some(noun => nouns.has(noun)))
    recount(db, runningDeadlines(db), loadCalendar(db));
  if (nouns.has('case')) raiseSeries(db);
}

function yearsOfVisits(db: Db): string[] {
  const years = `select distinct substr(calendar, 1, 4) from made_tally union select distinct substr(visited_on, 1, 4) from visit`;
  return db.prepare(years).pluck().all() as string[];
}

/** The number of a notice is not given again, wherever it was given. */
function raiseSeries(db: Db): void {
  const year = 'cast(substr(served_on, 1, 4) as integer)';
  for (const [column, of] of [
    ['department_id', 'department_id is not null'],
    ['unit_id', 'department_id is null'],
  ] as const) {
    const given = db
      .prepare(`select ${column} as whose, ${year} as year, max(serial) as last from notice
        where serial is not null and ${of} group by 1, 2`)
      .all() as { whose: number; year: number; last: number }[];
    const known = db.prepare(`select id, last from notice_series where ${column} = ? and year = ?`);
    const raise = db.prepare('update notice_series set last = ? where id = ?');
    const add = db.prepare(`insert into notice_series (${column}, year, last) values (?, ?, ?)`);
    for (const { whose, year: of, last } of given) {
      const series = known.get(whose, of) as { id: number; last: number } | undefined;
      if (!series) add.run(whose, of, last);
      else if (series.last < last) raise.run(last, series.id);
    }
  }
}
