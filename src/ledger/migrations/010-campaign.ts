/** What the visits bring about: guidance groups, needs, benefits, village rules, outreach. */
export const campaign = `
create table guidance (
  id integer primary key,
  code text not null unique check (code <> ''),
  name text not null check (name <> ''),
  head text not null check (head <> ''),
  linked_leader text not null,
  from_on text not null,
  to_on text not null,
  import_id integer references import (id),
  check (from_on < to_on)
) strict;

create table guidance_unit (
  id integer primary key,
  code text not null unique check (code <> ''),
  group_id integer not null references guidance (id),
  unit_id integer not null references unit (id),
  from_on text not null,
  to_on text not null,
  import_id integer references import (id),
  check (from_on < to_on)
) strict;
create index guidance_unit_group on guidance_unit (group_id);
create index guidance_unit_unit on guidance_unit (unit_id);
create unique index guidance_unit_open on guidance_unit (unit_id) where to_on = '9999-12-31';

create table need (
  id integer primary key,
  code text not null unique check (code <> ''),
  household_id integer not null references household (id),
  visit_id integer references visit (id),
  category text not null check (category <> ''),
  content text not null check (content <> ''),
  raised_on text not null,
  owner text not null check (owner <> ''),
  due_on text check (due_on >= raised_on),
  result text not null,
  feedback_on text check (feedback_on >= raised_on),
  import_id integer references import (id),
  check ((result = '') = (feedback_on is null))
) strict;
create index need_household on need (household_id);
create index need_visit on need (visit_id) where visit_id is not null;

create table benefit (
  id integer primary key,
  code text not null unique check (code <> ''),
  household_id integer not null references household (id),
  programme text not null check (programme <> ''),
  kind text not null check (kind in ('told', 'paid')),
  amount_fen integer check (amount_fen > 0),
  given_on text not null,
  import_id integer references import (id),
  check ((kind = 'paid') = (amount_fen is not null))
) strict;
create index benefit_household on benefit (household_id);
create index benefit_day on benefit (given_on);

create table village_rule (
  id integer primary key,
  code text not null unique check (code <> ''),
  unit_id integer not null references unit (id),
  kind text not null check (kind in ('rule', 'compact')),
  title text not null check (title <> ''),
  version integer not null check (version >= 1),
  adopted_on text not null,
  filed_on text check (filed_on >= adopted_on),
  from_on text not null,
  to_on text not null,
  import_id integer references import (id),
  check (from_on < to_on),
  check (from_on >= adopted_on)
) strict;
create index village_rule_unit on village_rule (unit_id);
create unique index village_rule_open on village_rule (unit_id) where to_on = '9999-12-31';

create table outreach (
  id integer primary key,
  code text not null unique check (code <> ''),
  unit_id integer not null references unit (id),
  topic text not null check (topic <> ''),
  kind text not null check (kind in ('lecture', 'leaflet', 'broadcast', 'online')),
  held_on text not null,
  people integer check (people >= 0),
  place text not null,
  import_id integer references import (id)
) strict;
create index outreach_unit on outreach (unit_id, held_on);
`;
