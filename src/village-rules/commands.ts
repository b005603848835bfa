import type { Command } from '../cli/command.ts';
import type { Text } from '../kernel/text.ts';
import { simpleCommands } from '../register/simple-commands.ts';
import type { SimpleRow } from '../register/simple-store.ts';
import { inUnits } from '../units/views.ts';
import { villageRuleRecord } from './village-rule-record.ts';

const COMMANDS = simpleCommands(villageRuleRecord, {
  sample: '150722100200-G1',
  add: '--code 150722100200-G9 --unit-code 150722100200 --kind rule --title 村规民约 --edition 2 --adopted-on 2023-12-20 --on 2024-01-01',
  change: '--filed-on 2023-12-30',
  file: 'village-rules.csv',
  details: ['title', 'adopted_on'],
  ...inUnits(),
  notes: notFiled,
});

/** `--version` is the program's own, so the option for a rule's version is called otherwise. */
export const villageRuleCommands: readonly Command[] = COMMANDS.map(command => {
  const { version } = command.params;
  if (!version) return command;
  return { ...command, params: { ...command.params, version: { ...version, term: '--edition <value>' } } };
});

/** What was adopted must be filed with the township; until then it is in force, and a list says so. */
function notFiled(rows: readonly SimpleRow[]): Text[] {
  const missing = rows.filter(row => row.filed_on === null).length;
  if (missing === 0) return [];
  return [
    {
      zh: `其中未报乡镇备案的 ${missing} 条（备案日期为空；村民委员会组织法、城市居民委员会组织法）`,
      en: `Not filed with the township: ${missing} (no day of filing; Organic Laws of the Villagers’ and the Urban Residents’ Committees)`,
    },
  ];
}
