import { BEGINNING, type Day, OPEN_END } from '../../kernel/day.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { figuresAt, type HeadlineFigure } from '../../reports/headline/figures.ts';
import type { FactRow } from './tables.ts';

const FIGURES = figuresAt('banner');
/** The whole county: all its units. */
const everywhere = () => 'true';

/** How many each roster of the headline has, by the days on which it has as many: its own query is asked on each day of change. */
export function* rosterSpans(db: Db): Generator<FactRow<'roster_span'>> {
  for (const figure of FIGURES.filter(({ day }) => day === undefined)) {
    const count = db.prepare(`select count(*) from (${figure.sql(everywhere)})`).pluck();
    let span = { figure: figure.key, from_on: BEGINNING, to_on: OPEN_END, members: 0 };
    for (const day of daysOf(db, figure)) {
      const members = count.get({ from: day, to: day }) as number;
      if (members === span.members) continue;
      if (span.members > 0) yield { ...span, to_on: day };
      span = { ...span, from_on: day, members };
    }
    if (span.members > 0) yield span;
  }
}

/** How many things of the headline happened on each day, by the figure's own query. */
export function* happeningDays(db: Db): Generator<FactRow<'happening_day'>> {
  for (const { key, day, sql } of FIGURES) {
    if (day === undefined) continue;
    const byDay = `select ${day} as happened_on, count(*) as happenings from (${sql(everywhere)}) group by ${day}`;
    const days = db.prepare(byDay).iterate({ from: BEGINNING, to: OPEN_END }) as IterableIterator<
      FactRow<'happening_day'>
    >;
    for (const { happened_on, happenings } of days) yield { figure: key, happened_on, happenings };
  }
}

/** The days on which rows of a figure can begin or end to count: all that stand in the tables of its query, in their order. */
function daysOf(db: Db, { sql }: HeadlineFigure): Day[] {
  const named = [...sql(everywhere).matchAll(/\b(?:from|join) (\w+)/g)].flatMap(([, table]) => table ?? []);
  // What something was called before is in the history, and does not change how many there are.
  const tables = [...new Set(named)].filter(table => table !== 'event');
  const days = tables.flatMap(table => dayColumns(db, table).map(column => `select ${column} as day from ${table}`));
  const all = `select distinct day from (${days.join(' union all ')}) where day is not null order by day`;
  return db.prepare(all).pluck().all() as Day[];
}

const dayColumns = (db: Db, table: string) =>
  db
    .prepare(`select name from pragma_table_info(?) where name like '%\\_on' escape '\\'`)
    .pluck()
    .all(table) as string[];
