/** Who mediates: the rosters of the people's mediation committees. */
const MEDIATORS = `
create table mediator (
  id integer primary key,
  code text not null unique check (code <> ''),
  name text not null check (name <> ''),
  unit_id integer not null references unit (id),
  sex text check (sex in ('male', 'female')),
  ethnicity text not null,
  languages text not null,
  phone text not null,
  from_on text not null,
  to_on text not null,
  import_id integer references import (id),
  check (from_on < to_on)
) strict;
create index mediator_unit on mediator (unit_id);
`;

/** The work on a dispute besides its moves between units: who does it, when and where, and what others are asked to do. */
export const disputeWork = MEDIATORS;
