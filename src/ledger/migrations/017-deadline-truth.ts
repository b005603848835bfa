/**
 * Deadlines that can be trusted. A day that depends on holidays not announced yet is kept as a range; an extension keeps
 * its length; suspensions are rows, so that their days are not counted; a rule says what interrupts it and whether its
 * extension is law. Old rows keep their days: only a case that is suspended now gets its suspension as a row.
 */
const COLUMNS = `
alter table deadline add column due_latest text check (due_latest >= due_on);
alter table deadline add column extended_by integer not null default 0 check (extended_by >= 0);
alter table deadline_rule add column pauses text not null default '' check (pauses in ('', 'suspension', 'appraisal'));
alter table deadline_rule add column extension_is_law integer not null default 1 check (extension_is_law in (0, 1));

create table pause (
  id integer primary key,
  case_id integer not null references cases (id),
  kind text not null check (kind in ('suspension', 'appraisal')),
  from_on text not null check (length(from_on) = 10),
  to_on text,
  move_id integer not null references move (id),
  ended_by integer references move (id),
  check (from_on <= to_on),
  check ((to_on is null) = (ended_by is null))
) strict;
create index pause_case on pause (case_id);
create unique index pause_open on pause (case_id) where to_on is null;
`;

/** The days of an extension, or its months: a dispute is extended by one month each time. */
const OLD_EXTENSIONS = `
update deadline set extended_by = coalesce((select case c.kind when 'petition'
    then coalesce(json_extract(v.details, '$.days'), r.extension_length)
    else 1 + (select count(*) from deadline e where e.case_id = deadline.case_id and e.rule_id = deadline.rule_id
      and e.start_on = deadline.start_on and e.done = 'extended' and e.id < deadline.id
      and (select w.name from move w where w.id = e.move_id) = 'extend') end
  from move v join cases c on c.id = v.case_id join deadline_rule r on r.id = deadline.rule_id
  where v.id = deadline.move_id and v.name = 'extend'), 0);
`;

const SUSPENDED_NOW = `
insert into pause (case_id, kind, from_on, move_id)
select v.case_id, 'suspension', v.on_day, v.id from move v join cases c on c.id = v.case_id
where c.status = 'suspended' and v.id = (select min(s.id) from move s where s.case_id = c.id and s.status = 'suspended'
  and not exists (select 1 from move w where w.case_id = s.case_id and w.id > s.id and w.status <> 'suspended'));
`;

/** 在线调解规则 Arts 24, 26: not bound by the 30 days where both parties agree; the time of an appraisal is not counted. */
const RULES = `
update deadline_rule set pauses = 'suspension' where code in ('TJ_1M', 'TIER_VILLAGE', 'TIER_TOWNSHIP', 'TIER_BANNER');
update deadline_rule set extension_is_law = 0 where code = 'TJ_1M';
update deadline_rule set pauses = 'appraisal', extension_length = 0,
  extension_zh = '双方当事人同意的，不受此限', extension_en = 'not bound by it where both parties agree',
  citation_zh = '《人民法院在线调解规则》第二十四条、第二十六条',
  citation_en = 'Rules of the Courts on Online Mediation, Arts 24, 26'
where code = 'ODR_30';
`;

export const deadlineTruth = [COLUMNS, OLD_EXTENSIONS, SUSPENDED_NOW, RULES].join('\n');
