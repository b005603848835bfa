import { differingTallies } from '../ledger/visit-tallies.ts';
import { type Check, queryCheck } from '../register/check.ts';

export const visitChecks: readonly Check[] = [
  queryCheck(
    'visit-day',
    { zh: '走访日期是真实日期', en: 'a visit’s day is a real date' },
    `select id from visit where date(visited_on, '+0 days') is not visited_on`,
  ),
  queryCheck(
    'visit-ground',
    { zh: '走访当天户在册、结对有效', en: 'household and pair were active on the day of a visit' },
    `select v.id from visit v join pair p on p.id = v.pair_id
     where v.visited_on < p.from_on or v.visited_on >= p.to_on or not exists (select 1 from household_term t
       where t.household_id = v.household_id and t.from_on <= v.visited_on and t.to_on > v.visited_on)`,
  ),
  queryCheck(
    'visit-assigned',
    {
      zh: '不是代访的走访，由包户的结对进行',
      en: 'a visit that is not a substitute visit was made by the assigned pair',
    },
    `select v.id from visit v where v.substitute = 0 and not exists (select 1 from assignment a
     where a.household_id = v.household_id and a.pair_id = v.pair_id
     and a.from_on <= v.visited_on and a.to_on > v.visited_on)`,
  ),
  queryCheck(
    'visit-diary',
    { zh: '日记由两名走访人之一记录', en: 'a diary is by one of the two visitors' },
    `select v.id from visit v left join diary d on d.visit_id = v.id join pair p on p.id = v.pair_id
     where v.diary_by not in (p.cadre_a, p.cadre_b) or d.diary_by not in (p.cadre_a, p.cadre_b)`,
  ),
  queryCheck(
    'diary-visit',
    { zh: '补记的日记、阅示都有对应的走访', en: 'every further diary and every reading belongs to a visit' },
    `select d.visit_id from (select visit_id from diary where withdrawn_on is null
       union select visit_id from reading where withdrawn_on is null) d
     where d.visit_id not in (select id from visit) and d.visit_id not in (select id from withdrawn_visit)`,
  ),
  {
    name: 'visit-tallies',
    title: {
      zh: '各月、各年的走访合计与走访记录相符',
      en: 'the counts of each month and year agree with its visits',
    },
    find: differingTallies,
  },
  queryCheck(
    'visit-domains',
    { zh: '走访的工作领域都在目录中', en: 'a visit’s domains are all known' },
    `select id from visit where domains & ~(select sum(1 << (id - 1)) from domain) <> 0`,
  ),
];
