import { type Check, queryCheck } from '../register/check.ts';

export const householdChecks: readonly Check[] = [
  queryCheck(
    'assignment-one',
    { zh: '一户同时最多有一条包户', en: 'a household has at most one assignment at a time' },
    `select h.code from assignment a join assignment b on a.id < b.id and a.household_id = b.household_id
     and a.from_on < b.to_on and b.from_on < a.to_on join household h on h.id = a.household_id`,
  ),
  queryCheck(
    'assignment-responsible',
    { zh: '包户干部是结对的一员', en: 'the responsible cadre is one of the pair' },
    `select h.code from assignment a join pair p on p.id = a.pair_id join household h on h.id = a.household_id
     where a.responsible_id not in (p.cadre_a, p.cadre_b)`,
  ),
  queryCheck(
    'assignment-ground',
    {
      zh: '包户的结对属于本村，且户和结对一直有效',
      en: 'an assignment’s pair is of the household’s village, and neither ends before it',
    },
    `select h.code from assignment a join pair p on p.id = a.pair_id join household h on h.id = a.household_id
     where a.from_on < p.from_on or a.to_on > p.to_on or not exists (select 1 from household_term t
       where t.household_id = h.id and t.unit_id = p.unit_id and t.from_on <= a.from_on and t.to_on >= a.to_on)`,
  ),
  queryCheck(
    'household-unit',
    { zh: '户在村或社区', en: 'a household is in a village or community' },
    `select h.code from household h where not exists (select 1 from household_term t where t.household_id = h.id)
     union select h.code from household_term t join household h on h.id = t.household_id where not exists
       (select 1 from unit_term u where u.unit_id = t.unit_id and u.level in ('village', 'community'))`,
  ),
  queryCheck(
    'household-term-one',
    { zh: '一户同时只在一个村', en: 'a household is in one village at a time' },
    `select h.code from household_term a join household_term b on a.household_id = b.household_id and a.from_on < b.from_on
     and a.to_on > b.from_on join household h on h.id = a.household_id`,
  ),
];
