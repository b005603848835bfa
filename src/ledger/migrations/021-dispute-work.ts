/** Who mediates: the rosters of the people's mediation committees. */
const MEDIATORS = `
create table mediator (
  id integer primary key,
  code text not null unique check (code <> ''),
  name text not null check (name <> ''),
  unit_id integer not null references unit (id),
  sex text check (sex in ('male', 'female')),
  ethnicity text not null,
  languages text not null,
  phone text not null,
  from_on text not null,
  to_on text not null,
  import_id integer references import (id),
  check (from_on < to_on)
) strict;
create index mediator_unit on mediator (unit_id);
`;

/** What departments are asked for, what units above want to hear of, and when people are to meet. */
const ASKED = `
create table referral (
  id integer primary key,
  case_id integer not null references cases (id),
  department_id integer not null references department (id),
  move_id integer not null references move (id),
  ended_by integer references move (id),
  referred_on text not null check (length(referred_on) = 10),
  due_on text not null check (length(due_on) = 10),
  answered_on text check (length(answered_on) = 10),
  answer text not null,
  check ((ended_by is null) = (answered_on is null))
) strict;
create index referral_case on referral (case_id);
create index referral_department on referral (department_id);
create index referral_move on referral (move_id);
create index referral_ended_by on referral (ended_by) where ended_by is not null;

create table supervision (
  id integer primary key,
  case_id integer not null references cases (id),
  unit_id integer not null references unit (id),
  move_id integer not null references move (id),
  ended_by integer references move (id),
  supervised_on text not null check (length(supervised_on) = 10),
  due_on text not null check (length(due_on) = 10),
  note text not null,
  ending text not null check (ending in ('', 'replied', 'settled', 'lapsed')),
  ended_on text check (length(ended_on) = 10),
  reply text not null,
  check ((ending = '') = (ended_by is null)),
  check ((ending = '') = (ended_on is null))
) strict;
create index supervision_case on supervision (case_id);
create index supervision_unit on supervision (unit_id);
create index supervision_move on supervision (move_id);
create index supervision_ended_by on supervision (ended_by) where ended_by is not null;

create table appointment (
  id integer primary key,
  case_id integer not null references cases (id),
  unit_id integer not null references unit (id),
  move_id integer not null references move (id),
  ended_by integer references move (id),
  on_day text not null check (length(on_day) = 10),
  from_minute integer not null check (from_minute between 0 and 1439),
  until_minute integer not null check (until_minute between 1 and 1440),
  place text not null,
  room_id integer references room (id),
  mediators text not null check (json_valid(mediators)),
  ending text not null check (ending in ('', 'kept', 'missed', 'replaced', 'cancelled', 'lapsed')),
  check (from_minute < until_minute),
  check ((ending = '') = (ended_by is null))
) strict;
create index appointment_case on appointment (case_id);
create index appointment_day on appointment (on_day) where ending = '';
create index appointment_move on appointment (move_id);
create index appointment_ended_by on appointment (ended_by) where ended_by is not null;
create index appointment_room on appointment (room_id) where room_id is not null;
`;

/** Whether the parties consented to the expert (人民调解法 Art. 20); of earlier invitations that is not on record. */
const CONSENT = `
alter table invitation add column consented integer not null default 0 check (consented in (0, 1));
`;

/** The work on a dispute besides its moves between units: who does it, when and where, and what others are asked to do. */
export const disputeWork = [MEDIATORS, ASKED, CONSENT].join('\n');
