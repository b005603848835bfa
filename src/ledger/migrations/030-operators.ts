/**
 * Who may write. A ledger without operators is open to whoever can open its file. One who has left stays listed, since the
 * journal and the history name him; nobody else gets his name. The passphrase is kept as scrypt makes it, with its salt.
 */
export const operators = `
create table operator (
  id integer primary key,
  name text not null unique check (name <> ''),
  unit_id integer not null references unit (id),
  role text not null check (role in ('clerk', 'head', 'admin', 'auditor')),
  system_user text check (system_user <> ''),
  passphrase text check (passphrase like 'scrypt$%'),
  retired_on text check (length(retired_on) = 10),
  check (system_user is not null or passphrase is not null)
) strict;
create unique index operator_user on operator (system_user) where retired_on is null;
`;
