/**
 * Petition agents, the departments that tasks go to, and petition matters (their numbers, holders, moves, offers, stays and
 * deadlines are in the tables that disputes use too). Accusations against persons and matters of litigation are not stored.
 */
export const petitions = `
create table department (
  id integer primary key,
  code text not null unique check (code <> ''),
  name text not null check (name <> ''),
  tier text not null check (tier in ('banner', 'township')),
  from_on text not null,
  to_on text not null,
  import_id integer references import (id),
  check (from_on < to_on)
) strict;

create table agent (
  id integer primary key,
  code text not null unique check (code <> ''),
  name text not null check (name <> ''),
  unit_id integer not null references unit (id),
  phone text not null,
  cadre_id integer references cadre (id),
  from_on text not null,
  to_on text not null,
  import_id integer references import (id),
  check (from_on < to_on)
) strict;
create index agent_unit on agent (unit_id);

create table petition_category (
  id integer primary key,
  code text not null unique check (code <> ''),
  name_zh text not null,
  name_en text not null
) strict;
insert into petition_category (code, name_zh, name_en) values
  ('01', '农村农业', 'farming and countryside'),
  ('02', '自然资源', 'natural resources'),
  ('03', '城乡建设', 'building and housing'),
  ('04', '劳动和社会保障', 'labour and social security'),
  ('05', '卫生健康', 'health'),
  ('06', '教育体育', 'education and sport'),
  ('07', '民政救助', 'civil affairs and relief'),
  ('08', '交通运输', 'transport'),
  ('09', '生态环境', 'environment'),
  ('10', '市场监管', 'market supervision'),
  ('11', '文化旅游', 'culture and tourism'),
  ('12', '退役军人', 'veterans'),
  ('13', '基层治理', 'grass-roots governance'),
  ('14', '其他', 'other');

create table petition (
  id integer primary key references matter (id),
  channel text not null check (channel in ('visit', 'letter', 'call', 'online')),
  kind text not null check (kind in ('claim', 'suggestion')),
  demand text not null check (demand <> ''),
  category_id integer not null references petition_category (id),
  people integer not null check (people >= 1),
  repeat_of integer references matter (id),
  external_no text not null,
  authority_on text,
  agent_id integer references agent (id),
  accepted_on text,
  concluded_on text,
  outcome text not null check (outcome in ('', 'support', 'explain', 'not_supported')),
  notified_on text,
  rating text not null check (rating in ('', 'satisfied', 'basically', 'not', 'none')),
  reviewed integer not null check (reviewed in (0, 1)),
  dispute_id integer references dispute (id),
  closed_on text
) strict;
create index petition_agent on petition (agent_id) where agent_id is not null;
create index petition_repeat on petition (repeat_of) where repeat_of is not null;

create table task (
  id integer primary key,
  matter_id integer not null references matter (id),
  department_id integer not null references department (id),
  move_id integer not null references move (id),
  routed_on text not null,
  due_on text,
  reported_on text,
  answer text not null
) strict;
create index task_matter on task (matter_id);
create index task_department on task (department_id);
`;
