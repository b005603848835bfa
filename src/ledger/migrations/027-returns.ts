/**
 * What townships and villages deliver to the unit above, month by month (收报): which returns are expected, by which day of the
 * next month, and when each was received.
 */
const RETURNS = `
create table return_kind (
  id integer primary key,
  code text not null unique check (code <> ''),
  name text not null check (name <> ''),
  delivered_by text not null check (delivered_by in ('township', 'village')),
  due_day integer not null check (due_day between 1 and 28),
  from_on text not null,
  to_on text not null,
  import_id integer references import (id),
  check (from_on < to_on)
) strict;

create table receipt (
  id integer primary key,
  code text not null unique check (code <> ''),
  kind_id integer not null references return_kind (id),
  unit_id integer not null references unit (id),
  month text not null check (length(month) = 7),
  received_on text not null check (length(received_on) = 10),
  note text not null,
  import_id integer references import (id),
  withdrawn_on text check (length(withdrawn_on) = 10)
) strict;
create unique index receipt_once on receipt (kind_id, unit_id, month) where withdrawn_on is null;
create index receipt_unit on receipt (unit_id, month);
`;

/** On which day somebody last compared a deadline's citation with the text of the law: each time is a row. */
const CONFIRMATIONS = `
create table confirmation (
  id integer primary key,
  rule_id integer not null references deadline_rule (id),
  confirmed_on text not null check (length(confirmed_on) = 10),
  confirmed_by text not null check (confirmed_by <> ''),
  note text not null,
  withdrawn_on text check (length(withdrawn_on) = 10)
) strict;
create unique index confirmation_once on confirmation (rule_id, confirmed_on) where withdrawn_on is null;
`;

export const returns = RETURNS + CONFIRMATIONS;
