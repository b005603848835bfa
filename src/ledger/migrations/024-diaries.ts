/**
 * Of a visit's first diary the text stays in the row of the visit, as it is for nearly all visits; `diary` has what the
 * paper form (民情日记) asks besides, number 1 for that diary, and every further diary of the visit: of the second cadre, or
 * of the afternoon. A visit moves when it is withdrawn and keeps its number, so these rows name it without a foreign key.
 * A reading (阅示) is a leader's remark on one diary of a visit.
 */
export const diaries = `
create table diary (
  id integer primary key,
  visit_id integer not null,
  number integer not null check (number > 0),
  diary_by integer not null references cadre (id),
  diary text not null,
  place text not null,
  family text not null,
  difficulties text not null,
  requests text not null,
  thoughts text not null,
  follow_up text not null,
  import_id integer references import (id),
  withdrawn_on text check (length(withdrawn_on) = 10),
  unique (visit_id, number),
  check (number > 1 or diary = '')
) strict;
create index diary_import on diary (import_id) where import_id is not null;

create table reading (
  id integer primary key,
  code text not null unique check (code <> ''),
  visit_id integer not null,
  entry integer not null check (entry > 0),
  read_by text not null check (read_by <> ''),
  post text not null,
  read_on text not null check (length(read_on) = 10),
  remark text not null,
  import_id integer references import (id),
  withdrawn_on text check (length(withdrawn_on) = 10)
) strict;
create index reading_visit on reading (visit_id);
create index reading_day on reading (read_on);
`;
