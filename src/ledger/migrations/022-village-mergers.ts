/*
 * A household is in a village from a day to a day: villages merge, and households move away, elsewhere, and back. Its
 * terms replace the one village and span of its row. A unit that was merged into another names it.
 */

const TERMS = `
create table household_term (
  household_id integer not null references household (id),
  from_on text not null,
  to_on text not null,
  unit_id integer not null references unit (id),
  primary key (household_id, from_on),
  check (from_on < to_on)
) strict, without rowid;
insert into household_term (household_id, from_on, to_on, unit_id) select id, from_on, to_on, unit_id from household order by id;
create index household_term_unit on household_term (unit_id, from_on, to_on);
create index household_term_ended on household_term (to_on) where to_on <> '9999-12-31';
`;

/** Rows come in again under the same number, so that what refers to them is whole when the step ends. */
const HOUSEHOLDS = `
pragma defer_foreign_keys = on;
create temporary table household_kept as select id, code, head_name, people, phone, address, import_id from household;
drop table household;
create table household (
  id integer primary key,
  code text not null unique check (length(code) = 18),
  head_name text not null check (head_name <> ''),
  people integer check (people >= 0),
  phone text not null,
  address text not null,
  import_id integer references import (id)
) strict;
insert into household (id, code, head_name, people, phone, address, import_id)
  select id, code, head_name, people, phone, address, import_id from household_kept order by id;
drop table household_kept;
`;

const MERGERS = `
alter table unit add column merged_into integer references unit (id);
`;

export const villageMergers = [TERMS, HOUSEHOLDS, MERGERS].join('\n');
