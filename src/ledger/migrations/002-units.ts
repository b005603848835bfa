/**
 * Units are date-effective: a code, a name, a level and a parent hold for a term, the unit itself is only an identity
 * (codes get revoked and reused, villages merge and move).
 */
export const units = `
create table unit (
  id integer primary key,
  import_id integer references import (id)
) strict;

create table unit_term (
  id integer primary key,
  unit_id integer not null references unit (id),
  code text not null check (length(code) in (6, 9, 12)),
  name text not null check (name <> ''),
  level text not null check (level in ('banner', 'township', 'village', 'community')),
  parent_id integer references unit (id),
  from_on text not null,
  to_on text not null,
  check (from_on < to_on),
  check ((level = 'banner') = (parent_id is null)),
  unique (unit_id, from_on)
) strict;
create unique index unit_open_term on unit_term (unit_id) where to_on = '9999-12-31';
create unique index unit_open_code on unit_term (code) where to_on = '9999-12-31';
create index unit_term_parent on unit_term (parent_id);
`;
