import { OPEN_END } from '../kernel/day.ts';
import type { SimpleRecord } from '../register/simple-record.ts';
import { UNITS } from '../register/simple-record.ts';
import { adoptedFirstProblems, kindProblems, oneInForceProblems } from './rules.ts';
import { levelOn } from './store.ts';
import { VILLAGE_RULE_TITLE, type VillageRuleRow, villageRuleSheet } from './village-rule.ts';

export const villageRuleRecord: SimpleRecord<VillageRuleRow> = {
  noun: 'village-rule',
  table: 'village_rule',
  title: VILLAGE_RULE_TITLE,
  sheet: villageRuleSheet,
  numbering: { start: ({ unit_code }) => `${unit_code}-G`, digits: 1, by: ['kind', 'adopted_on'] },
  immutable: ['unit_code', 'kind'],
  references: { unit_code: { column: 'unit_id', referent: UNITS } },
  limits: row => ({ from_on: row.adopted_on, to_on: OPEN_END }),
  rules: ({ row, references: { unit_code: unit }, db, othersNaming }) => {
    const level = unit && levelOn(db, unit.id, row.from_on);
    return [
      ...kindProblems(row.kind, row.unit_code, level),
      ...adoptedFirstProblems(row.adopted_on, row.filed_on, row.from_on),
      ...oneInForceProblems(row, othersNaming('unit_code')),
    ];
  },
};
