/** Which leader of the banner (处级) is linked with which township, and since when (包联, S-43). */
export const linkedLeaders = `
create table linked_leader (
  id integer primary key,
  code text not null unique check (code <> ''),
  name text not null check (name <> ''),
  duty text not null,
  unit_id integer not null references unit (id),
  from_on text not null,
  to_on text not null,
  import_id integer references import (id),
  check (from_on < to_on)
) strict;
create index linked_leader_unit on linked_leader (unit_id);
`;
