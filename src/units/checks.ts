import { type Check, queryCheck } from '../register/check.ts';

export const unitChecks: readonly Check[] = [
  queryCheck(
    'unit-parent',
    { zh: '上级机构恰高一级', en: 'a unit’s parent is one level up' },
    `select distinct c.code from unit_term c join unit_term p on p.unit_id = c.parent_id
     and p.from_on < c.to_on and c.from_on < p.to_on
     where (case p.level when 'banner' then 1 when 'township' then 2 else 3 end)
        <> (case c.level when 'banner' then 1 when 'township' then 2 else 3 end) - 1`,
  ),
  queryCheck(
    'unit-code-length',
    { zh: '机构代码位数与层级相符', en: 'a unit’s code has the digits of its level' },
    `select code from unit_term where length(code) <> (case level when 'banner' then 6 when 'township' then 9 else 12 end)`,
  ),
  queryCheck(
    'unit-code-once',
    { zh: '同一天一个代码只属于一个机构', en: 'a code belongs to one unit at a time' },
    `select a.code from unit_term a join unit_term b on a.id < b.id and (a.code = b.code or a.unit_id = b.unit_id)
     and a.from_on < b.to_on and b.from_on < a.to_on`,
  ),
];
