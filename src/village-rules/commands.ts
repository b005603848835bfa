import type { Command } from '../cli/command.ts';
import type { Text } from '../kernel/text.ts';
import { plainCommands } from '../register/plain-commands.ts';
import type { PlainRow } from '../register/plain-store.ts';
import { unitNames } from '../units/views.ts';
import { RULE_KINDS, type RuleKind } from './village-rule.ts';
import { villageRuleRecord } from './village-rule-record.ts';

export const villageRuleCommands: readonly Command[] = plainCommands(villageRuleRecord, {
  sample: 'CG-0001',
  add: '--code CG-9999 --unit-code 150722100200 --kind rule --title 村规民约 --edition 2 --adopted-on 2023-12-20',
  change: '--filed-on 2023-12-30',
  file: 'village-rules.csv',
  shown: { kind: (kind: RuleKind) => RULE_KINDS[kind] },
  kinds: { edition: 'integer' },
  units: unitNames,
  notes: notFiled,
});

/** What was adopted must be filed with the township; until then it is in force, and a list says so. */
function notFiled(rows: readonly PlainRow[]): Text[] {
  const missing = rows.filter(row => row.filed_on === null).length;
  if (missing === 0) return [];
  return [
    {
      zh: `其中未报乡镇备案的 ${missing} 条（备案日期为空；村民委员会组织法、城市居民委员会组织法）`,
      en: `Not filed with the township: ${missing} (no day of filing; Organic Laws of the Villagers’ and the Urban Residents’ Committees)`,
    },
  ];
}
