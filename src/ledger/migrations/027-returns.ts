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

/**
 * Rural revitalisation (乡村振兴) can be assessed from what the ledger has: needs, benefits, visits to households in hardship,
 * village rules. The rows of indicators come in again under the same name, so that what refers to them is whole.
 */
const SOURCES = `
pragma defer_foreign_keys = on;
create temporary table indicator_kept as select * from indicator;
drop table indicator;
create table indicator (
  id integer primary key,
  scheme_id integer not null references scheme (id),
  code text not null check (code <> ''),
  name_zh text not null check (name_zh <> ''),
  name_en text not null check (name_en <> ''),
  weight real not null check (weight between 0 and 100),
  source text not null check (source in ('coverage', 'acceptance_rate', 'reply_rate', 'repeat', 'satisfaction_rate',
    'response_rate', 'meetings_held', 'settlement_rate', 'escalation_rate', 'overdue', 'needs_rate', 'benefits',
    'hardship_rate', 'village_rules_rate', 'manual')),
  rule text not null check (json_extract(rule, '$.kind') in ('share', 'threshold', 'deduct', 'add')),
  import_id integer references import (id),
  unique (scheme_id, code)
) strict;
insert into indicator (id, scheme_id, code, name_zh, name_en, weight, source, rule, import_id)
  select id, scheme_id, code, name_zh, name_en, weight, source, rule, import_id from indicator_kept order by id;
drop table indicator_kept;
`;

/** An outcome that was entered by mistake is withdrawn: its words stay, and no list has them. */
const OUTCOMES = `
alter table outcome add column withdrawn_on text check (length(withdrawn_on) = 10);
`;

export const returns = RETURNS + CONFIRMATIONS + SOURCES + OUTCOMES;
