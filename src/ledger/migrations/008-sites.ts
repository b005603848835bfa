/** Where mediation happens: the command centre, township stations, village groups; who sits there, in which rooms. */
export const sites = `
create table site (
  id integer primary key,
  code text not null unique check (code <> ''),
  kind text not null check (kind in ('command_centre', 'work_station', 'working_group', 'leading_group')),
  unit_id integer not null references unit (id),
  name text not null check (name <> ''),
  founded_on text,
  host_place text not null,
  forces text not null check (replace(replace(replace(replace(
    forces || ';', 'grid;', ''), 'mediation;', ''), 'legal;', ''), 'petition;', '') in ('', ';')),
  from_on text not null,
  to_on text not null,
  import_id integer references import (id),
  check (from_on < to_on)
) strict;
create index site_unit on site (unit_id);
create unique index site_open on site (unit_id, kind) where to_on = '9999-12-31';

create table post (
  id integer primary key,
  code text not null unique check (code <> ''),
  site_id integer not null references site (id),
  role text not null check (role in ('head', 'deputy', 'member')),
  holder text not null check (holder <> ''),
  duty_title text not null,
  category text check (category in ('committee', 'group_head', 'grid_worker', 'veteran_member', 'veteran_cadre', 'resident',
    'office')),
  phone text not null,
  from_on text not null,
  to_on text not null,
  import_id integer references import (id),
  check (from_on < to_on)
) strict;
create index post_site on post (site_id);

create table room (
  id integer primary key,
  code text not null unique check (code <> ''),
  site_id integer not null references site (id),
  kind text not null check (kind in ('front', 'back', 'window', 'office', 'mediation', 'file')),
  name text not null check (name <> ''),
  from_on text not null,
  to_on text not null,
  import_id integer references import (id),
  check (from_on < to_on)
) strict;
create index room_site on room (site_id);
`;
