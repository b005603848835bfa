import { type Check, queryCheck } from '../register/check.ts';

export const villageRuleChecks: readonly Check[] = [
  queryCheck(
    'village-rule-once',
    { zh: '一个村或社区同时最多有一个村规在用', en: 'a village or community has at most one rule in force at a time' },
    `select b.code from village_rule a join village_rule b on b.unit_id = a.unit_id and b.id > a.id
     and a.from_on < b.to_on and b.from_on < a.to_on`,
  ),
  queryCheck(
    'village-rule-steps',
    {
      zh: '村规的起草、讨论、表决不晚于通过日期，公布不早于通过日期',
      en: 'rules are drafted, discussed and voted on by the day of adoption, and published from it on',
    },
    `select s.code from village_rule_step s join village_rule r on r.unit_id = s.unit_id and r.version = s.version
     where s.withdrawn_on is null and iif(s.step = 'publication', s.done_on < r.adopted_on, s.done_on > r.adopted_on)`,
  ),
  queryCheck(
    'village-rule-kind',
    { zh: '村订立村规民约，社区订立居民公约', en: 'villages have rules, communities compacts' },
    `select r.code from village_rule r join unit_term t on t.unit_id = r.unit_id and t.from_on <= r.from_on
     and r.from_on < t.to_on where t.level <> iif(r.kind = 'rule', 'village', 'community')`,
  ),
];
