/*
 * New numbers, and hearings. A case whose registration is corrected gets a number of the right unit and year. The number that it had stays used and leads
 * to it. Moves that are corrected with the registration are kept as they were, and told from those that were stepped back.
 */

const FORMER_NUMBERS = `
create table former_number (
  id integer primary key,
  case_id integer not null references cases (id),
  number text not null unique,
  unit_id integer not null references unit (id),
  kind text not null check (kind in ('dispute', 'petition')),
  year integer not null,
  serial integer not null check (serial > 0),
  renumbered_to text not null,
  renumbered_on text not null check (length(renumbered_on) = 10),
  at text not null,
  operator text not null,
  reason text not null check (reason <> ''),
  unique (unit_id, kind, year, serial)
) strict;
create index former_number_case on former_number (case_id);
`;

/** A move that is kept as void and still is in the history was corrected there. Voided moves are append-only for the program. */
const CORRECTED = `
drop trigger voided_move_keeps_text;
alter table voided_move add column kind text not null default 'stepped_back' check (kind in ('stepped_back', 'corrected'));
update voided_move set kind = 'corrected' where move_id in (select id from move);
create trigger voided_move_keeps_text before update on voided_move
begin select raise(abort, 'voided moves are append-only'); end;
`;

/**
 * The days of a hearing are not counted in a re-examination (信访工作条例 Art. 36): what nothing else interrupts, a pause of any
 * kind does. A table's closed list only changes with the table.
 */
const HEARINGS = `
create temporary table pause_kept as select * from pause;
drop table pause;
create table pause (
  id integer primary key,
  case_id integer not null references cases (id),
  kind text not null check (kind in ('suspension', 'appraisal', 'hearing')),
  from_on text not null check (length(from_on) = 10),
  to_on text,
  move_id integer not null references move (id),
  ended_by integer references move (id),
  check (from_on <= to_on),
  check ((to_on is null) = (ended_by is null))
) strict;
insert into pause (id, case_id, kind, from_on, to_on, move_id, ended_by)
  select id, case_id, kind, from_on, to_on, move_id, ended_by from pause_kept order by id;
drop table pause_kept;
create index pause_case on pause (case_id);
create unique index pause_open on pause (case_id) where to_on is null;
update deadline_rule set pauses = 'suspension' where code = 'XF_RECHECK_DECIDE_30';
`;

export const newNumbers = [FORMER_NUMBERS, CORRECTED, HEARINGS].join('\n');
