/**
 * Assessment (考核): a scheme is rows, each indicator with its weight, the figure it takes from the ledger and its scoring rule.
 * The first scheme follows the rules that a real district published, with settlement and coverage in the place of a
 * leader's own cases; offices change its weights. Results are frozen by the quarter with what they were computed from.
 */
export const assessment = `
create table scheme (
  id integer primary key,
  code text not null unique check (code <> ''),
  name text not null check (name <> ''),
  annual text not null check (annual in ('mean')),
  from_on text not null,
  to_on text not null,
  import_id integer references import (id),
  check (from_on < to_on)
) strict;

create table indicator (
  id integer primary key,
  scheme_id integer not null references scheme (id),
  code text not null check (code <> ''),
  name_zh text not null check (name_zh <> ''),
  name_en text not null check (name_en <> ''),
  weight real not null check (weight between 0 and 100),
  source text not null check (source in ('coverage', 'acceptance_rate', 'reply_rate', 'repeat', 'satisfaction_rate',
    'response_rate', 'meetings_held', 'settlement_rate', 'escalation_rate', 'overdue', 'manual')),
  rule text not null check (json_extract(rule, '$.kind') in ('share', 'threshold', 'deduct', 'add')),
  import_id integer references import (id),
  unique (scheme_id, code)
) strict;

insert into scheme (code, name, annual, from_on, to_on) values
  ('standard', '乡镇（社区）矛盾纠纷调处和走访工作考核方案', 'mean', '0001-01-01', '9999-12-31');
insert into indicator (scheme_id, code, name_zh, name_en, weight, source, rule) values
  (1, 'acceptance', '及时受理', 'on-time acceptance', 5, 'acceptance_rate', '{"kind":"share"}'),
  (1, 'reply', '按期答复', 'on-time reply', 10, 'reply_rate', '{"kind":"share"}'),
  (1, 'repeats', '重复信访', 'repeat petitions', 10, 'repeat', '{"kind":"deduct","each":1}'),
  (1, 'satisfaction', '群众满意', 'satisfaction', 10, 'satisfaction_rate', '{"kind":"share"}'),
  (1, 'response', '群众参评', 'response', 5, 'response_rate', '{"kind":"share"}'),
  (1, 'meetings', '调度会', 'dispatch meetings', 6, 'meetings_held', '{"kind":"add","each":1,"most":6}'),
  (1, 'settlement', '纠纷化解', 'settlement', 24, 'settlement_rate', '{"kind":"threshold","at":0.85,"lose":1}'),
  (1, 'coverage', '走访覆盖', 'visit coverage', 20, 'coverage', '{"kind":"share"}'),
  (1, 'other', '其他工作', 'other work', 10, 'manual', '{"kind":"add","each":1,"most":10}');

create table manual_value (
  id integer primary key,
  indicator_id integer not null references indicator (id),
  subject_code text not null check (subject_code <> ''),
  quarter text not null check (length(quarter) = 7),
  value real not null check (value >= 0),
  note text not null,
  import_id integer references import (id),
  unique (indicator_id, subject_code, quarter)
) strict;

create table result (
  id integer primary key,
  scheme_id integer not null references scheme (id),
  quarter text not null check (length(quarter) = 7),
  subject_code text not null check (subject_code <> ''),
  subject_name text not null,
  indicator_id integer not null references indicator (id),
  weight real not null,
  value real,
  score real not null,
  inputs text not null check (json_valid(inputs)),
  hash text not null check (length(hash) = 64),
  frozen_at text not null,
  unique (quarter, subject_code, indicator_id)
) strict;
create trigger result_keeps_rows before delete on result begin select raise(abort, 'results are frozen'); end;
create trigger result_keeps_text before update on result begin select raise(abort, 'results are frozen'); end;

create table outcome (
  id integer primary key,
  subject_code text not null check (subject_code <> ''),
  year text not null check (length(year) = 4),
  text text not null check (text <> ''),
  unique (subject_code, year, text)
) strict;
`;
