/*
 * Ways back. A move that is stepped back leaves `move`, which only ever holds valid moves, and is kept in `voided_move`
 * with who did that, when and why. Every row that a move writes or ends names that move, so that stepping back needs no
 * code of its own for a table. The statuses of cases become rows: a case entered by mistake is void.
 */

/** A move leaves or changes only after it was kept as it was. */
const KEPT = `select 1 from voided_move v where v.move_id = old.id and v.at = old.at and v.on_day = old.on_day
    and v.unit_id = old.unit_id and v.holder_id = old.holder_id and v.status = old.status and v.details = old.details`;

const VOIDED_MOVES = `
create table voided_move (
  id integer primary key,
  move_id integer not null,
  case_id integer not null references cases (id),
  name text not null,
  on_day text not null check (length(on_day) = 10),
  at text not null,
  operator text not null,
  unit_id integer not null references unit (id),
  status text not null,
  holder_id integer not null references unit (id),
  reason text not null,
  details text not null check (json_valid(details)),
  import_id integer,
  voided_at text not null,
  voided_by text not null,
  voided_on text not null check (length(voided_on) = 10),
  voided_why text not null check (voided_why <> '')
) strict;
create index voided_move_case on voided_move (case_id);
create index voided_move_move on voided_move (move_id);
create trigger voided_move_keeps_rows before delete on voided_move
when not exists (select 1 from cases c join import i on i.id = c.import_id
  where c.id = old.case_id and i.undone_at is not null)
begin select raise(abort, 'voided moves are append-only'); end;
create trigger voided_move_keeps_text before update on voided_move
begin select raise(abort, 'voided moves are append-only'); end;

drop trigger move_keeps_rows;
create trigger move_keeps_rows before delete on move
when not exists (select 1 from import i where i.id = old.import_id and i.undone_at is not null)
  and not exists (${KEPT})
begin select raise(abort, 'moves are append-only'); end;
drop trigger move_keeps_text;
create trigger move_keeps_text before update on move
when not exists (${KEPT})
begin select raise(abort, 'moves are append-only'); end;
`;

const NAMED_MOVES = `
alter table deadline add column ended_by integer references move (id);
alter table offer add column move_id integer references move (id);
alter table offer add column ended_by integer references move (id);
alter table task add column ended_by integer references move (id);
create index deadline_move on deadline (move_id);
create index deadline_ended_by on deadline (ended_by) where ended_by is not null;
create index offer_move on offer (move_id);
create index offer_ended_by on offer (ended_by) where ended_by is not null;
create index agreement_move on agreement (move_id);
create index task_move on task (move_id);
create index task_ended_by on task (ended_by) where ended_by is not null;
`;

/**
 * The holder offers; only the unit to which a case is offered sends it back by the same name. So the nth offer of a kind was
 * made by the nth move of that name that the holder made.
 */
const OLD_OFFERS = `
update offer set move_id = coalesce(
  (select v.id from move v where v.case_id = offer.case_id and v.name = offer.kind and v.unit_id = v.holder_id
     and (select count(*) from offer o where o.case_id = offer.case_id and o.kind = offer.kind and o.id < offer.id)
       = (select count(*) from move w where w.case_id = v.case_id and w.name = v.name and w.unit_id = w.holder_id
            and w.id < v.id)),
  (select max(v.id) from move v where v.case_id = offer.case_id and v.on_day = offer.offered_on),
  (select min(v.id) from move v where v.case_id = offer.case_id));
update offer set ended_by = coalesce(
  (select min(v.id) from move v where v.case_id = offer.case_id and v.on_day = offer.ended_on and v.id > offer.move_id
     and case offer.ending when 'accepted' then v.name = 'accept' when 'returned' then v.name in ('return', 'object')
       when 'recalled' then v.name = 'recall'
       else v.status not in ('registered', 'mediating', 'suspended', 'lodged', 'accepted') end),
  (select max(v.id) from move v where v.case_id = offer.case_id and v.on_day = offer.ended_on and v.id > offer.move_id),
  (select max(v.id) from move v where v.case_id = offer.case_id))
where ending <> '';
`;

/** By which moves deadlines were met, code by code, when this step was written. */
const MET_BY: Readonly<Record<string, readonly string[]>> = {
  OFFER_3: ['accept', 'return', 'object', 'settle'],
  HANDDOWN_DUE: ['settle', 'conclude'],
  TIER_VILLAGE: ['accept', 'settle'],
  TIER_TOWNSHIP: ['accept', 'settle'],
  TIER_BANNER: ['accept', 'settle'],
  TJ_1M: ['settle'],
  PERFORM_BY: ['perform', 'settle'],
  FOLLOWUP_30: ['follow-up', 'settle'],
  SFQR_30: ['settle'],
  XF_NOTICE_15: ['accept', 'decline'],
  XF_OBJECT_5WD: ['object'],
  XF_HANDLE_60: ['conclude'],
  XF_REVIEW_APPLY_30: ['review'],
  XF_REVIEW_DECIDE_30: ['review'],
  XF_RECHECK_APPLY_30: ['re-examine'],
  XF_RECHECK_DECIDE_30: ['re-examine'],
};

/** The moves that leave running deadlines without object. */
const MOOT = ['recall', 'decline', 'terminate', 'withdraw', 'merge', 'reopen', 'conclude', 'close', 'accept'];

const quoted = (names: readonly string[]) => names.map(name => `'${name}'`).join(', ');
const metByName = Object.entries(MET_BY)
  .map(([code, names]) => `when '${code}' then v.name in (${quoted(names)})`)
  .join(' ');

/**
 * What ended an old deadline: the first move of that day, after the one that started it, which ends a deadline of its kind;
 * else the last move of that day. A unit's own limit ends with its stay; a performance in part ends nothing.
 */
const OLD_DEADLINES = `
update deadline set ended_by = coalesce(
  (select min(v.id) from move v join deadline_rule r on r.id = deadline.rule_id
   where v.case_id = deadline.case_id and v.on_day = deadline.done_on and v.id > deadline.move_id
     and case deadline.done when 'extended' then v.name = 'extend' when 'moot' then v.name in (${quoted(MOOT)})
       else (case r.code ${metByName} else 0 end)
         and (v.name <> 'perform' or v.status = 'performed')
         and (r.code not like 'TIER%' or v.name <> 'accept' or v.holder_id <> deadline.unit_id) end),
  (select max(v.id) from move v where v.case_id = deadline.case_id and v.on_day = deadline.done_on and v.id > deadline.move_id),
  (select max(v.id) from move v where v.case_id = deadline.case_id))
where done <> '';
`;

const OLD_TASKS = `
update task set ended_by = coalesce(
  (select min(v.id) from move v where v.case_id = task.case_id and v.on_day = task.reported_on and v.id > task.move_id
     and v.name = 'report' and json_extract(v.details, '$.departmentId') = task.department_id),
  (select max(v.id) from move v where v.case_id = task.case_id and v.on_day = task.reported_on))
where reported_on is not null;
`;

/** Rows come in again under the same name, so that what refers to them is whole when the step ends. */
const STATUSES = `
create table case_status (
  kind text not null check (kind in ('dispute', 'petition')),
  status text not null check (status <> ''),
  primary key (kind, status)
) strict, without rowid;
insert into case_status (kind, status) values
  ('dispute', 'registered'), ('dispute', 'mediating'), ('dispute', 'suspended'), ('dispute', 'settled'),
  ('dispute', 'performed'), ('dispute', 'closed'), ('dispute', 'declined'), ('dispute', 'terminated'),
  ('dispute', 'withdrawn'), ('dispute', 'merged'), ('dispute', 'void'),
  ('petition', 'lodged'), ('petition', 'accepted'), ('petition', 'declined'), ('petition', 'concluded'),
  ('petition', 'under_review'), ('petition', 're_examined'), ('petition', 'closed'), ('petition', 'void');

pragma defer_foreign_keys = on;
create temporary table cases_kept as select * from cases;
drop table cases;
create table cases (
  id integer primary key,
  kind text not null check (kind in ('dispute', 'petition')),
  number text not null unique,
  unit_id integer not null references unit (id),
  year integer not null,
  serial integer not null check (serial > 0),
  registered_on text not null check (length(registered_on) = 10),
  status text not null,
  holder_id integer not null references unit (id),
  last_on text not null,
  old_number text unique,
  import_id integer references import (id),
  unique (unit_id, kind, year, serial),
  foreign key (kind, status) references case_status (kind, status)
) strict;
insert into cases (id, kind, number, unit_id, year, serial, registered_on, status, holder_id, last_on, old_number, import_id)
  select id, kind, number, unit_id, year, serial, registered_on, status, holder_id, last_on, old_number, import_id
  from cases_kept order by id;
drop table cases_kept;
create index cases_registered on cases (kind, registered_on);
create index cases_holder on cases (holder_id, status);
create index cases_number on cases (kind, year, serial);
`;

/** A visit that was entered by mistake leaves `visit`, so that every count has only valid ones; its number is not given again. */
const WITHDRAWN_VISITS = `
create table withdrawn_visit (
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
  withdrawn_on text not null check (length(withdrawn_on) = 10)
) strict;
create index withdrawn_visit_household on withdrawn_visit (household_id, visited_on);
`;

/** Corrections of records that leave with the import that brought them are kept apart: their numbers may be given again. */
const UNDONE_EVENTS = `
create table undone_event (
  id integer primary key,
  undone_import integer not null references import (id),
  event_id integer not null,
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
create index undone_event_import on undone_event (undone_import);
create index undone_event_event on undone_event (event_id);
create trigger undone_event_keeps_rows before delete on undone_event
begin select raise(abort, 'events are append-only'); end;
create trigger undone_event_keeps_text before update on undone_event
begin select raise(abort, 'events are append-only'); end;
drop trigger event_keeps_rows;
create trigger event_keeps_rows before delete on event
when not exists (select 1 from undone_event u where u.event_id = old.id and u.at = old.at and u.noun = old.noun
  and u.record_id = old.record_id and u.field = old.field)
begin select raise(abort, 'events are append-only'); end;
`;

export const waysBack = [
  STATUSES,
  VOIDED_MOVES,
  NAMED_MOVES,
  OLD_OFFERS,
  OLD_DEADLINES,
  OLD_TASKS,
  WITHDRAWN_VISITS,
  UNDONE_EVENTS,
].join('\n');
