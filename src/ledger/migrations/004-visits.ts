/**
 * Task domains (rows, since offices add their own) and visits. A visit's domains are a bit mask over domain ids and its
 * pair stands for the two cadres: integer keys made the import of 270,000 rows a third faster than text keys.
 * The unique key is also the index that coverage probes, one household at a time.
 */
export const visits = `
create table domain (
  id integer primary key check (id between 1 and 30),
  code text not null unique check (code <> ''),
  name_zh text not null check (name_zh <> ''),
  name_en text not null check (name_en <> ''),
  is_key integer not null check (is_key in (0, 1)),
  from_on text not null,
  to_on text not null,
  check (from_on < to_on)
) strict;
insert into domain (id, code, name_zh, name_en, is_key, from_on, to_on) values
  (1, 'mediation', '矛盾调处', 'dispute mediation', 1, '0001-01-01', '9999-12-31'),
  (2, 'petition', '信访维稳', 'petition work', 1, '0001-01-01', '9999-12-31'),
  (3, 'revitalisation', '乡村振兴', 'rural revitalisation', 1, '0001-01-01', '9999-12-31'),
  (4, 'unity', '民族团结', 'ethnic unity', 0, '0001-01-01', '9999-12-31'),
  (5, 'publicity', '政策宣传', 'policy publicity', 0, '0001-01-01', '9999-12-31'),
  (6, 'law', '法律法规', 'laws and regulations', 0, '0001-01-01', '9999-12-31'),
  (7, 'governance', '基层治理', 'grass-roots governance', 0, '0001-01-01', '9999-12-31'),
  (8, 'discipline', '纪检监察', 'discipline inspection', 0, '0001-01-01', '9999-12-31');

create table visit (
  id integer primary key,
  household_id integer not null references household (id),
  visited_on text not null check (length(visited_on) = 10),
  mode text not null check (mode in ('home', 'phone', 'absent')),
  pair_id integer not null references pair (id),
  substitute integer not null check (substitute in (0, 1)),
  domains integer not null check (domains between 1 and 1073741823),
  diary text not null,
  diary_by integer not null references cadre (id),
  import_id integer references import (id),
  unique (household_id, visited_on, mode, pair_id)
) strict;
create index visit_pair on visit (pair_id, mode, visited_on);
-- How many visits of each mode a pair has made in all: kept with every visit, so that a report on all years reads no visit.
alter table pair add column home integer not null default 0;
alter table pair add column phone integer not null default 0;
alter table pair add column absent integer not null default 0;
create index visit_substitute on visit (visited_on) where substitute = 1;
`;
