/** The command centre: its windows and their departments, what they served, and the pool of experts. */
export const centre = `
create table window (
  id integer primary key,
  code text not null unique check (code <> ''),
  name text not null check (name <> ''),
  from_on text not null,
  to_on text not null,
  import_id integer references import (id),
  check (from_on < to_on)
) strict;

create table stationing (
  id integer primary key,
  code text not null unique check (code <> ''),
  window_id integer not null references window (id),
  department_id integer not null references department (id),
  from_on text not null,
  to_on text not null,
  import_id integer references import (id),
  check (from_on < to_on)
) strict;
create index stationing_window on stationing (window_id);
create index stationing_department on stationing (department_id);

create table service (
  id integer primary key,
  code text not null unique check (code <> ''),
  window_id integer not null references window (id),
  kind text not null check (kind in ('notary', 'legal_aid', 'outreach', 'consultation')),
  served_on text not null check (length(served_on) = 10),
  people integer not null check (people >= 1),
  note text not null,
  import_id integer references import (id)
) strict;
create index service_window on service (window_id, served_on);
create index service_served on service (served_on);

create table expert (
  id integer primary key,
  code text not null unique check (code <> ''),
  name text not null check (name <> ''),
  department_id integer references department (id),
  specialties text not null check (specialties <> ''),
  engagement text not null check (engagement in ('on_call', 'online', 'seconded')),
  phone text not null,
  from_on text not null,
  to_on text not null,
  import_id integer references import (id),
  check (from_on < to_on)
) strict;
create index expert_department on expert (department_id) where department_id is not null;

create table invitation (
  id integer primary key,
  matter_id integer not null references matter (id),
  expert_id integer not null references expert (id),
  unit_id integer not null references unit (id),
  invited_on text not null check (length(invited_on) = 10),
  note text not null,
  answer text not null check (answer in ('', 'accepted', 'declined')),
  answered_on text check (answered_on >= invited_on),
  reply text not null,
  check ((answer = '') = (answered_on is null))
) strict;
create index invitation_matter on invitation (matter_id);
create index invitation_expert on invitation (expert_id);
create unique index invitation_once on invitation (matter_id, expert_id) where answer <> 'declined';
`;
