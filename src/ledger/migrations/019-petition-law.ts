import type { Db } from '../sqlite.ts';

/*
 * Petitions as the regulation has them. A village carries a petition (代办), which has time limits of the office's own; organs
 * handle it, a department among them, and a deadline can bind a department.
 */

const DEPARTMENT_DEADLINES = `
alter table deadline add column department_id integer references department (id);
create index deadline_department on deadline (department_id) where department_id is not null;
`;

const CARRYING = `
insert into deadline_rule (code, name_zh, name_en, starts_zh, starts_en, length, length_unit, roll, extension_length,
  extension_unit, extension_zh, extension_en, citation_zh, citation_en, is_law, from_on, to_on) values
  ('CARRY_ACCEPT_15', '村级受理代办', 'village decides whether to carry a petition', '村（社区）登记信访',
    'a village or community lodges a petition', 15, 'day', 'none', 0, 'day', '', '', '本单位工作惯例（非法定）',
    'office practice, not law', 0, '0001-01-01', '9999-12-31'),
  ('CARRY_60', '村级代办', 'village carries a petition', '村（社区）受理代办', 'a village or community begins to carry it', 60, 'day',
    'none', 0, 'day', '', '', '本单位工作惯例（非法定）', 'office practice, not law', 0, '0001-01-01', '9999-12-31');
`;

/** Numbers are given one after the other to each issuer, a unit or a department; a number that was given stays used. */
const NOTICES = `
create table notice (
  id integer primary key,
  case_id integer not null references cases (id),
  move_id integer not null references move (id),
  kind text not null check (kind in ('acceptance', 'refusal', 'transfer', 'extension', 'opinion')),
  unit_id integer not null references unit (id),
  department_id integer references department (id),
  number text not null,
  serial integer check (serial > 0),
  how text not null check (how in ('', 'in-person', 'mail', 'message')),
  served_on text not null check (length(served_on) = 10),
  check ((number = '') = (serial is null))
) strict;
create index notice_case on notice (case_id);
create index notice_move on notice (move_id);

create table notice_series (
  id integer primary key,
  unit_id integer references unit (id),
  department_id integer references department (id),
  year integer not null,
  last integer not null check (last > 0),
  unique (unit_id, year),
  unique (department_id, year),
  check ((unit_id is null) <> (department_id is null))
) strict;
`;

/** What was entered as 送达 notify is a notice of the opinion, without a number. */
const SERVED = `
update move set name = 'notice', details = json_set(details, '$.kind', 'opinion') where name = 'notify';
update voided_move set name = 'notice', details = json_set(details, '$.kind', 'opinion') where name = 'notify';
insert into notice (case_id, move_id, kind, unit_id, number, how, served_on)
  select case_id, id, 'opinion', unit_id, '', '', on_day from move where name = 'notice' order by id;
`;

/** Of a claim, which road it takes; null where nobody classified it. */
const CLASSES = `
alter table petition add column class text check (class in ('litigation', 'arbitration', 'party-appeal', 'administrative',
  'statutory-duty', 'residual'));
`;

/** Moves are append-only for the program; here they only get the name that they have from now on. */
export function petitionLaw(db: Db): void {
  db.exec([DEPARTMENT_DEADLINES, CARRYING, NOTICES, CLASSES].join('\n'));
  const kept = db
    .prepare("select name, sql from sqlite_schema where name in ('move_keeps_text', 'voided_move_keeps_text')")
    .all() as { name: string; sql: string }[];
  for (const { name } of kept) db.exec(`drop trigger ${name}`);
  db.exec(SERVED);
  for (const { sql } of kept) db.exec(sql);
}
