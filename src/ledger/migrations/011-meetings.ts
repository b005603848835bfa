/**
 * Dispatch meetings (调度): half-monthly and monthly ones of townships, quarterly ones of the banner with the reports of the
 * guidance groups' heads, and what they decided. Items are numbered gap-free per meeting and stay open until they are done.
 */
export const meetings = `
create table meeting (
  id integer primary key,
  code text not null unique check (code <> ''),
  kind text not null check (kind in ('half_month', 'month', 'quarter')),
  unit_id integer not null references unit (id),
  held_on text not null check (length(held_on) = 10),
  chair text not null check (chair <> ''),
  linked_leader text not null,
  summary text not null,
  import_id integer references import (id)
) strict;
create index meeting_unit on meeting (unit_id, held_on);

create table meeting_report (
  id integer primary key,
  meeting_id integer not null references meeting (id),
  group_code text not null check (group_code <> ''),
  summary text not null check (summary <> ''),
  import_id integer references import (id),
  unique (meeting_id, group_code, summary)
) strict;

create table action_item (
  id integer primary key,
  meeting_id integer not null references meeting (id),
  serial integer not null check (serial > 0),
  code text not null unique,
  text text not null check (text <> ''),
  owner text not null check (owner <> ''),
  due_on text not null check (length(due_on) = 10),
  done_on text check (length(done_on) = 10),
  result text not null,
  import_id integer references import (id),
  unique (meeting_id, serial),
  check ((done_on is null) = (result = ''))
) strict;
create index action_item_open on action_item (due_on) where done_on is null;
`;
