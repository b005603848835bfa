/**
 * How often a household is visited at home, by the kind of household (入户走访台账: an ordinary household twice a year, a
 * household in hardship every month). A kind is a row, so that an office adds its own.
 */
const STANDARDS = `
create table visit_standard (
  id integer primary key,
  code text not null unique check (code <> ''),
  name_zh text not null check (name_zh <> ''),
  name_en text not null check (name_en <> ''),
  visits integer not null check (visits between 1 and 31),
  per text not null check (per in ('month', 'quarter', 'half-year', 'year')),
  from_on text not null,
  to_on text not null,
  import_id integer references import (id),
  check (from_on < to_on)
) strict;
insert into visit_standard (id, code, name_zh, name_en, visits, per, from_on, to_on) values
  (1, 'ordinary', '普通户', 'ordinary household', 2, 'year', '0001-01-01', '9999-12-31'),
  (2, 'hardship', '困难户', 'hardship household', 1, 'month', '0001-01-01', '9999-12-31');
`;

/** Of what kind a household was, and when. Nearly all are ordinary all the time: that has no row. */
const KINDS = `
create table household_kind (
  id integer primary key,
  household_id integer not null references household (id),
  standard_id integer not null references visit_standard (id),
  from_on text not null,
  to_on text not null,
  check (standard_id <> 1),
  check (from_on < to_on)
) strict;
create index household_kind_household on household_kind (household_id, from_on);
create index household_kind_standard on household_kind (standard_id);
`;

/**
 * A need belongs to a department, a cadre or an agent; `owner` is the name of somebody who is not in the ledger, as old
 * books have it. When the household was informed, it said how satisfied it is (需求簿).
 */
const NEEDS = `
create table need_with_owner (
  id integer primary key,
  code text not null unique check (code <> ''),
  household_id integer not null references household (id),
  visit_id integer references visit (id),
  category text not null check (category <> ''),
  content text not null check (content <> ''),
  raised_on text not null,
  owner text not null,
  department_id integer references department (id),
  cadre_id integer references cadre (id),
  agent_id integer references agent (id),
  due_on text check (due_on >= raised_on),
  result text not null,
  feedback_on text check (feedback_on >= raised_on),
  satisfaction text not null check (satisfaction in ('', 'satisfied', 'basically', 'not')),
  import_id integer references import (id),
  withdrawn_on text check (length(withdrawn_on) = 10),
  check ((result = '') = (feedback_on is null)),
  check (satisfaction = '' or feedback_on is not null),
  check ((owner <> '') + (department_id is not null) + (cadre_id is not null) + (agent_id is not null) <= 1)
) strict;
insert into need_with_owner (id, code, household_id, visit_id, category, content, raised_on, owner, due_on, result,
    feedback_on, satisfaction, import_id, withdrawn_on)
  select id, code, household_id, visit_id, category, content, raised_on, owner, due_on, result, feedback_on, '',
    import_id, withdrawn_on from need;
drop table need;
alter table need_with_owner rename to need;
create index need_household on need (household_id);
create index need_visit on need (visit_id) where visit_id is not null;
create index need_department on need (department_id) where department_id is not null;
create index need_cadre on need (cadre_id) where cadre_id is not null;
create index need_agent on need (agent_id) where agent_id is not null;
create index need_open on need (due_on) where feedback_on is null;
`;

export const visitStandards = [STANDARDS, KINDS, NEEDS].join('\n');
