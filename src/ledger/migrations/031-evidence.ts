/**
 * Every entry of the journal commits to the entry before it and to the rows that its command wrote, whose hashes are kept
 * beside it: for each row, or for a block of rows that an import wrote. Entries and rows from before are sealed by the upgrade itself, once all steps were taken.
 */
export const evidence = `
alter table journal add column hash text not null default '';

create table seal (
  entry integer not null,
  tbl text not null,
  keys text not null check (json_valid(keys)),
  hashes blob not null,
  removed text not null check (json_valid(removed)),
  primary key (entry, tbl)
) strict, without rowid;

create table seal_block (
  entry integer not null,
  tbl text not null,
  first_id integer not null,
  last_id integer not null,
  hash blob not null,
  primary key (tbl, last_id, entry)
) strict, without rowid;
create index seal_block_entry on seal_block (entry);

create trigger seal_keeps_rows before delete on seal begin select raise(abort, 'seals are append-only'); end;
create trigger seal_keeps_text before update on seal begin select raise(abort, 'seals are append-only'); end;
create trigger seal_block_keeps_rows before delete on seal_block
  begin select raise(abort, 'seals are append-only'); end;
create trigger seal_block_keeps_text before update on seal_block
  begin select raise(abort, 'seals are append-only'); end;
`;
