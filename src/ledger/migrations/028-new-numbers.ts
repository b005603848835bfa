/*
 * A case whose registration is corrected gets a number of the right unit and year. The number that it had stays used and leads
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

export const newNumbers = [FORMER_NUMBERS, CORRECTED].join('\n');
