/** Cadres and their service teams, pairs ("2人一组"), households and who answers for them. */
export const people = `
create table cadre (
  id integer primary key,
  code text not null unique check (code <> ''),
  name text not null check (name <> ''),
  organ text not null,
  duty text not null,
  phone text not null,
  diary_no text not null,
  import_id integer references import (id)
) strict;

create table team_member (
  id integer primary key,
  cadre_id integer not null references cadre (id),
  unit_id integer not null references unit (id),
  from_on text not null,
  to_on text not null,
  check (from_on < to_on),
  unique (cadre_id, from_on)
) strict;
create unique index team_member_open on team_member (cadre_id) where to_on = '9999-12-31';
create index team_member_unit on team_member (unit_id);

create table pair (
  id integer primary key,
  code text not null unique check (code <> ''),
  unit_id integer not null references unit (id),
  cadre_a integer not null references cadre (id),
  cadre_b integer not null references cadre (id),
  from_on text not null,
  to_on text not null,
  import_id integer references import (id),
  check (from_on < to_on),
  check (cadre_a <> cadre_b)
) strict;
create index pair_unit on pair (unit_id);
create index pair_cadre_a on pair (cadre_a);
create index pair_cadre_b on pair (cadre_b);

create table household (
  id integer primary key,
  code text not null unique check (length(code) = 18),
  unit_id integer not null references unit (id),
  head_name text not null check (head_name <> ''),
  people integer check (people >= 0),
  phone text not null,
  address text not null,
  from_on text not null,
  to_on text not null,
  import_id integer references import (id),
  check (from_on < to_on)
) strict;
create index household_unit on household (unit_id, from_on, to_on);

-- Numbers never come back: an assignment taken away before it began stays in the history under its own.
create table assignment (
  id integer primary key autoincrement,
  household_id integer not null references household (id),
  pair_id integer not null references pair (id),
  responsible_id integer not null references cadre (id),
  from_on text not null,
  to_on text not null,
  import_id integer references import (id),
  check (from_on < to_on),
  unique (household_id, pair_id, from_on)
) strict;
create unique index assignment_open on assignment (household_id) where to_on = '9999-12-31';
create index assignment_pair on assignment (pair_id, from_on, to_on, household_id, responsible_id);
`;
