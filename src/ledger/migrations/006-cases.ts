/**
 * What disputes (and petitions) share: a matter with its number, its holder and its moves; the offer to another unit,
 * which is a fact of its own beside the status; the stays in units' stock, from which reports count; parties; due days.
 * Moves are the history: they are never altered, and what stands in `matter`, `stay` and `dispute` follows from them.
 * Only the moves of an import that was taken back can go.
 */
export const cases = `
create table matter (
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
  check (kind <> 'dispute' or status in ('registered', 'mediating', 'suspended', 'settled', 'performed', 'closed',
    'declined', 'terminated', 'withdrawn', 'merged')),
  check (kind <> 'petition' or status in ('lodged', 'accepted', 'declined', 'concluded', 'under_review', 're_examined',
    'closed'))
) strict;
create index matter_registered on matter (kind, registered_on);
create index matter_holder on matter (holder_id, status);
create index matter_number on matter (kind, year, serial);

create table move (
  id integer primary key,
  matter_id integer not null references matter (id),
  name text not null,
  on_day text not null check (length(on_day) = 10),
  at text not null,
  operator text not null,
  unit_id integer not null references unit (id),
  status text not null,
  holder_id integer not null references unit (id),
  reason text not null,
  details text not null check (json_valid(details)),
  import_id integer references import (id)
) strict;
create index move_matter on move (matter_id);
create index move_named on move (name, on_day);
create trigger move_keeps_rows before delete on move
when not exists (select 1 from import i where i.id = old.import_id and i.undone_at is not null)
begin select raise(abort, 'moves are append-only'); end;
create trigger move_keeps_text before update on move begin select raise(abort, 'moves are append-only'); end;

create table offer (
  id integer primary key,
  matter_id integer not null references matter (id),
  kind text not null check (kind in ('register', 'escalate', 'hand-down', 'return')),
  from_unit integer not null references unit (id),
  to_unit integer not null references unit (id),
  offered_on text not null,
  due_on text not null,
  answer_by text,
  ended_on text,
  ending text not null check (ending in ('', 'accepted', 'returned', 'recalled', 'lapsed')),
  check (from_unit <> to_unit),
  check ((ending = '') = (ended_on is null))
) strict;
create unique index offer_open on offer (matter_id) where ending = '';
create index offer_matter on offer (matter_id);
create index offer_to on offer (to_unit, ending);

create table stay (
  id integer primary key,
  matter_id integer not null references matter (id),
  unit_id integer not null references unit (id),
  entered_on text not null,
  entry text not null check (entry in ('registered', 'received', 'reopened')),
  from_unit integer references unit (id),
  left_on text not null,
  leaving text not null check (leaving in ('', 'settled', 'escalated', 'handed_down', 'ended_otherwise')),
  to_unit integer references unit (id),
  returned integer not null check (returned in (0, 1)),
  check (entered_on <= left_on),
  check ((leaving = '') = (left_on = '9999-12-31')),
  check ((entry = 'received') = (from_unit is not null)),
  check ((leaving in ('escalated', 'handed_down')) = (to_unit is not null))
) strict;
create unique index stay_open on stay (matter_id) where leaving = '';
create index stay_matter on stay (matter_id);
create index stay_left on stay (left_on, entered_on);

create table due (
  id integer primary key,
  matter_id integer not null references matter (id),
  rule_id integer not null references deadline_rule (id),
  unit_id integer not null references unit (id),
  move_id integer not null references move (id),
  start_on text not null,
  due_on text not null,
  done_on text,
  done text not null check (done in ('', 'met', 'moot', 'extended')),
  check ((done = '') = (done_on is null))
) strict;
create index due_matter on due (matter_id);
create index due_open on due (due_on) where done = '';

create table party (
  id integer primary key,
  matter_id integer not null references matter (id),
  role text not null check (role in ('applicant', 'respondent', 'petitioner')),
  name text not null check (name <> ''),
  phone text not null,
  id_number text not null,
  household_id integer references household (id),
  removed_on text
) strict;
create index party_matter on party (matter_id);
create index party_household on party (household_id) where household_id is not null;

create table category (
  id integer primary key,
  code text not null unique check (code <> ''),
  name_zh text not null,
  name_en text not null,
  warning text not null check (warning in ('', 'tenure', 'family'))
) strict;
insert into category (code, name_zh, name_en, warning) values
  ('01', '婚姻家庭纠纷', 'marriage and family', 'family'),
  ('02', '邻里纠纷', 'neighbours', ''),
  ('03', '房屋宅基地纠纷', 'house and homestead', ''),
  ('04', '合同纠纷', 'contract', ''),
  ('05', '生产经营纠纷', 'production and business', ''),
  ('06', '损害赔偿纠纷', 'damages', ''),
  ('07', '山林土地（草原）纠纷', 'forest, land, grassland', 'tenure'),
  ('08', '征地拆迁纠纷', 'land taking and demolition', ''),
  ('09', '环境污染纠纷', 'pollution', ''),
  ('10', '劳动争议纠纷', 'labour', ''),
  ('10a', '拖欠农民工工资纠纷', 'migrant workers’ wages', ''),
  ('11', '消费纠纷', 'consumer', ''),
  ('12', '医疗纠纷', 'medical', ''),
  ('13', '道路交通事故纠纷', 'road accident', ''),
  ('14', '物业纠纷', 'property management', ''),
  ('15', '其他纠纷', 'other', ''),
  ('16', '互联网纠纷', 'internet', ''),
  ('17', '知识产权、证券期货保险等纠纷', 'intellectual property, finance', '');

create table source (
  id integer primary key,
  code text not null unique check (code <> ''),
  name_zh text not null,
  name_en text not null
) strict;
insert into source (code, name_zh, name_en) values
  ('applied', '当事人申请', 'applied for by a party'),
  ('proactive', '主动排查', 'found proactively'),
  ('police', '公安移交', 'passed on by the police'),
  ('court', '法院委派委托', 'delegated by a court'),
  ('petition', '信访转交', 'passed on from a petition'),
  ('government', '政府部门指定', 'named by a government department'),
  ('superior', '上级交办', 'from a unit above'),
  ('subordinate', '下级上报', 'from a unit below');

create table dispute (
  id integer primary key references matter (id),
  title text not null check (title <> ''),
  facts text not null,
  place text not null,
  grade text not null check (grade in ('simple', 'complex', 'major')),
  category_id integer not null references category (id),
  source_id integer not null references source (id),
  people integer not null check (people >= 0),
  amount_fen integer check (amount_fen >= 0),
  visit_id integer references visit (id),
  risk text not null check (risk in ('', 'red', 'yellow', 'blue', 'green')),
  prevented_crime integer not null check (prevented_crime in (0, 1)),
  rights_notified_on text,
  settled_on text,
  closed_on text
) strict;
create index dispute_visit on dispute (visit_id) where visit_id is not null;

create table agreement (
  id integer primary key,
  matter_id integer not null references matter (id),
  move_id integer not null references move (id),
  form text not null check (form in ('oral', 'written')),
  content text not null check (content <> ''),
  amount_fen integer check (amount_fen >= 0),
  perform_by text,
  mediator_on text,
  committee_on text,
  effective_on text
) strict;
create index agreement_matter on agreement (matter_id);

create table signature (
  id integer primary key,
  agreement_id integer not null references agreement (id),
  party_id integer not null references party (id),
  signed_on text not null,
  unique (agreement_id, party_id)
) strict;
`;
