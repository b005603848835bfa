/** The ledger's own books: its settings, the journal of commands, the history of changed values, the imports. */
export const books = `
create table setting (
  key text primary key,
  value text not null
) strict, without rowid;

create table journal (
  id integer primary key,
  at text not null,
  operator text not null,
  command text not null,
  records text not null check (json_valid(records)),
  counts text not null check (json_valid(counts)),
  reason text
) strict;

create table import (
  id integer primary key,
  at text not null,
  operator text not null,
  noun text not null,
  file text not null,
  read integer not null,
  added integer not null,
  changed integer not null,
  already integer not null,
  rejected integer not null,
  undone_at text
) strict;

create table event (
  id integer primary key,
  at text not null,
  operator text not null,
  noun text not null,
  record_id integer not null,
  on_day text not null,
  field text not null,
  old_value any,
  new_value any,
  reason text,
  import_id integer references import (id)
) strict;
create index event_record on event (noun, record_id);
create index event_import on event (import_id) where import_id is not null;

create trigger journal_keeps_rows before delete on journal begin select raise(abort, 'the journal is append-only'); end;
create trigger journal_keeps_text before update on journal begin select raise(abort, 'the journal is append-only'); end;
create trigger event_keeps_rows before delete on event begin select raise(abort, 'events are append-only'); end;
create trigger event_keeps_text before update on event begin select raise(abort, 'events are append-only'); end;
`;
