/** What a window received, and where a dispute was mediated: at a window or in a room, which has one session at a time. */
const WINDOWS = `
alter table window add column site_id integer references site (id);
create index window_site on window (site_id) where site_id is not null;
alter table dispute add column window_id integer references window (id);
create index dispute_window on dispute (window_id) where window_id is not null;
alter table petition add column window_id integer references window (id);
create index petition_window on petition (window_id) where window_id is not null;

create table session_place (
  id integer primary key,
  case_id integer not null references cases (id),
  move_id integer not null references move (id),
  room_id integer references room (id),
  window_id integer references window (id),
  on_day text not null check (length(on_day) = 10),
  from_minute integer check (from_minute between 0 and 1439),
  until_minute integer check (until_minute between 1 and 1440),
  check ((room_id is null) <> (window_id is null)),
  check ((from_minute is null) = (until_minute is null)),
  check (from_minute < until_minute)
) strict;
create index session_place_case on session_place (case_id);
create index session_place_move on session_place (move_id);
create index session_place_room on session_place (room_id, on_day) where room_id is not null;
create index session_place_window on session_place (window_id, on_day) where window_id is not null;
`;

/** How many posts a site may have (编制), and which post counts against which establishment. */
const ESTABLISHMENTS = `
create table establishment (
  id integer primary key,
  code text not null unique check (code <> ''),
  site_id integer not null references site (id),
  kind text not null check (kind in ('administrative', 'institution', 'political_legal', 'service')),
  title text not null,
  seats integer not null check (seats >= 0),
  from_on text not null,
  to_on text not null,
  import_id integer references import (id),
  check (from_on < to_on)
) strict;
create index establishment_site on establishment (site_id);
alter table post add column establishment_id integer references establishment (id);
create index post_establishment on post (establishment_id) where establishment_id is not null;
`;

/** The visits of guidance groups, and the problems that they found. */
const GUIDANCE = `
create table guidance_visit (
  id integer primary key,
  code text not null unique check (code <> ''),
  group_id integer not null references guidance (id),
  unit_id integer not null references unit (id),
  visited_on text not null check (length(visited_on) = 10),
  visitors text not null check (visitors <> ''),
  looked_at text not null check (looked_at <> ''),
  withdrawn_on text check (length(withdrawn_on) = 10),
  import_id integer references import (id)
) strict;
create index guidance_visit_group on guidance_visit (group_id, visited_on);
create index guidance_visit_unit on guidance_visit (unit_id);

create table guidance_problem (
  id integer primary key,
  code text not null unique check (code <> ''),
  visit_id integer not null references guidance_visit (id),
  unit_id integer not null references unit (id),
  found_on text not null check (length(found_on) = 10),
  content text not null check (content <> ''),
  owner_unit_id integer references unit (id),
  owner_department_id integer references department (id),
  owner_post_id integer references post (id),
  due_on text not null check (due_on >= found_on),
  result text not null,
  done_on text check (done_on >= found_on),
  withdrawn_on text check (length(withdrawn_on) = 10),
  import_id integer references import (id),
  check ((result = '') = (done_on is null)),
  check ((owner_unit_id is not null) + (owner_department_id is not null) + (owner_post_id is not null) = 1)
) strict;
create index guidance_problem_visit on guidance_problem (visit_id);
create index guidance_problem_unit on guidance_problem (unit_id);
create index guidance_problem_open on guidance_problem (due_on) where done_on is null;
create index guidance_problem_department on guidance_problem (owner_department_id) where owner_department_id is not null;
create index guidance_problem_owner on guidance_problem (owner_unit_id) where owner_unit_id is not null;
create index guidance_problem_post on guidance_problem (owner_post_id) where owner_post_id is not null;
`;

/** Who leads a service team, one cadre at a time. */
const LEADERS = `
create table team_leader (
  id integer primary key,
  unit_id integer not null references unit (id),
  cadre_id integer not null references cadre (id),
  from_on text not null,
  to_on text not null,
  check (from_on < to_on)
) strict;
create index team_leader_cadre on team_leader (cadre_id);
create unique index team_leader_open on team_leader (unit_id) where to_on = '9999-12-31';
`;

/** The leading group meets, too. The table is built anew for its list of kinds; its rows keep their numbers. */
const MEETINGS = `
pragma defer_foreign_keys = on;
create temp table kept_meeting as select * from meeting;
drop table meeting;
create table meeting (
  id integer primary key,
  code text not null unique check (code <> ''),
  kind text not null check (kind in ('half_month', 'month', 'quarter', 'leading_group')),
  unit_id integer not null references unit (id),
  held_on text not null check (length(held_on) = 10),
  chair text not null check (chair <> ''),
  linked_leader text not null,
  attendees text not null,
  summary text not null,
  import_id integer references import (id),
  withdrawn_on text check (length(withdrawn_on) = 10)
) strict;
insert into meeting (id, code, kind, unit_id, held_on, chair, linked_leader, attendees, summary, import_id, withdrawn_on)
  select id, code, kind, unit_id, held_on, chair, linked_leader, '', summary, import_id, withdrawn_on from kept_meeting;
drop table kept_meeting;
create index meeting_unit on meeting (unit_id, held_on);
`;

/** The three key works, the three main tasks that the office names itself, and all other domains. */
const DOMAINS = `
alter table domain add column kind text not null default 'other' check (kind in ('key', 'main', 'other'));
update domain set kind = 'key' where is_key = 1;
alter table domain drop column is_key;
`;

/** What people were told about, such as the petition agency, and in which way: also at home, by a notice, in a meeting. */
const OUTREACH = `
create table new_outreach (
  id integer primary key,
  code text not null unique check (code <> ''),
  unit_id integer not null references unit (id),
  subject text not null check (subject in ('', 'agency', 'law', 'policy')),
  topic text not null check (topic <> ''),
  kind text not null check (kind in ('lecture', 'leaflet', 'broadcast', 'online', 'notice', 'home', 'meeting')),
  held_on text not null,
  people integer check (people >= 0),
  place text not null,
  import_id integer references import (id),
  withdrawn_on text check (length(withdrawn_on) = 10)
) strict;
insert into new_outreach (id, code, unit_id, subject, topic, kind, held_on, people, place, import_id, withdrawn_on)
  select id, code, unit_id, '', topic, kind, held_on, people, place, import_id, withdrawn_on from outreach;
drop table outreach;
alter table new_outreach rename to outreach;
create index outreach_unit on outreach (unit_id, held_on);
create index outreach_subject on outreach (subject, unit_id) where subject <> '';
`;

/** The text of village rules, and the steps by which each edition came about. */
const VILLAGE_RULES = `
alter table village_rule add column text text not null default '';

create table village_rule_step (
  id integer primary key,
  code text not null unique check (code <> ''),
  unit_id integer not null references unit (id),
  version integer not null check (version >= 1),
  step text not null check (step in ('draft', 'discussion', 'vote', 'publication')),
  done_on text not null check (length(done_on) = 10),
  voters integer check (voters >= 0),
  present integer check (present <= voters),
  votes_for integer check (votes_for >= 0),
  votes_against integer check (votes_against >= 0),
  abstained integer check (abstained >= 0),
  note text not null,
  withdrawn_on text check (length(withdrawn_on) = 10),
  import_id integer references import (id),
  check (votes_for + votes_against + abstained <= present),
  check ((step = 'vote') = (votes_for is not null))
) strict;
create index village_rule_step_unit on village_rule_step (unit_id, version);
create unique index village_rule_step_once on village_rule_step (unit_id, version, step) where withdrawn_on is null and step <> 'vote';
`;

/** People and places of the centre, the guidance groups, the teams and the villages become records. */
export const centreAndGroups = [
  ...[WINDOWS, ESTABLISHMENTS, GUIDANCE, LEADERS, MEETINGS, DOMAINS, OUTREACH, VILLAGE_RULES],
].join('\n');
