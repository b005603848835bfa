import type { Db } from '../sqlite.ts';
import { fillTallies } from '../visit-tallies.ts';

/**
 * What visits came to month by month and year by year (see visit-tallies.ts) in the place of three totals on each pair:
 * those served only a period without a beginning. The index by day serves the few days that are no whole month.
 */
const TABLES = `
create table visited_tally (
  calendar text not null check (calendar glob '[0-9][0-9][0-9][0-9]-[01][0-9]' or calendar glob '[0-9][0-9][0-9][0-9]'),
  block integer not null check (block >= 0),
  households blob not null check (length(households) = 512),
  primary key (calendar, block)
) strict;
create table made_tally (
  calendar text not null check (calendar glob '[0-9][0-9][0-9][0-9]-[01][0-9]' or calendar glob '[0-9][0-9][0-9][0-9]'),
  block integer not null check (block >= 0),
  visits blob not null check (length(visits) = 12288),
  primary key (calendar, block)
) strict;
alter table pair drop column home;
alter table pair drop column phone;
alter table pair drop column absent;
create index visit_day on visit (visited_on, mode, household_id, pair_id);
`;

export function visitTallies(db: Db): void {
  db.exec(TABLES);
  fillTallies(db);
}
