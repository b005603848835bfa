/** What an office calls the columns of its lists, besides what the program understands. */
export const columnNames = `
create table column_name (
  id integer primary key,
  name text not null unique check (name <> ''),
  column_key text not null check (column_key <> ''),
  from_on text not null,
  to_on text not null,
  import_id integer references import (id),
  check (from_on < to_on)
) strict;
`;
