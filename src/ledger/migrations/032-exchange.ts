/**
 * Offices that keep ledgers of their own, the bundles that went between them and this one, and of each record that a bundle
 * can carry the edition that this ledger has.
 */
export const exchange = `
create table office (
  id integer primary key,
  unit_id integer not null unique references unit (id),
  public_key text not null unique check (length(public_key) = 43),
  recipient text not null check (recipient like 'age1%'),
  is_own integer not null default 0 check (is_own in (0, 1))
) strict;
create unique index office_own on office (is_own) where is_own = 1;

create table edition (
  id integer primary key,
  noun text not null check (noun <> ''),
  key text not null check (key <> ''),
  counter integer not null check (counter > 0),
  hash text not null check (length(hash) in (0, 43)),
  writer text not null check (writer <> ''),
  seq integer not null check (seq > 0),
  unique (noun, key)
) strict;
create index edition_seq on edition (seq);

create table bundle (
  id integer primary key,
  direction text not null check (direction in ('sent', 'received')),
  unit_id integer not null references unit (id),
  serial integer not null check (serial > 0),
  made_at text not null,
  handled_at text not null,
  sha256 text not null check (length(sha256) = 64),
  seq integer not null check (seq >= 0),
  since integer check (since > 0),
  records integer not null check (records >= 0),
  seen_at text,
  check (direction = 'sent' or seen_at is null),
  unique (direction, unit_id, serial)
) strict;
create index bundle_unit on bundle (unit_id);
`;
