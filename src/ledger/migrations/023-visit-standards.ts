/**
 * How often a household is visited at home, by the kind of household (入户走访台账: an ordinary household twice a year, a
 * household in hardship every month). A kind is a row, so that an office adds its own.
 */
const STANDARDS = `
create table visit_standard (
  id integer primary key,
  code text not null unique check (code <> ''),
  name_zh text not null check (name_zh <> ''),
  name_en text not null check (name_en <> ''),
  visits integer not null check (visits between 1 and 31),
  per text not null check (per in ('month', 'quarter', 'half-year', 'year')),
  from_on text not null,
  to_on text not null,
  import_id integer references import (id),
  check (from_on < to_on)
) strict;
insert into visit_standard (id, code, name_zh, name_en, visits, per, from_on, to_on) values
  (1, 'ordinary', '普通户', 'ordinary household', 2, 'year', '0001-01-01', '9999-12-31'),
  (2, 'hardship', '困难户', 'hardship household', 1, 'month', '0001-01-01', '9999-12-31');
`;

/** Of what kind a household was, and when. Nearly all are ordinary all the time: that has no row. */
const KINDS = `
create table household_kind (
  id integer primary key,
  household_id integer not null references household (id),
  standard_id integer not null references visit_standard (id),
  from_on text not null,
  to_on text not null,
  check (standard_id <> 1),
  check (from_on < to_on)
) strict;
create index household_kind_household on household_kind (household_id, from_on);
create index household_kind_standard on household_kind (standard_id);
`;

export const visitStandards = [STANDARDS, KINDS].join('\n');
