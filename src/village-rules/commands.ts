import type { Command } from '../cli/command.ts';
import { choice } from '../cli/param.ts';
import type { Text } from '../kernel/text.ts';
import { column, type Table } from '../kernel/view.ts';
import type { Db } from '../ledger/sqlite.ts';
import { simpleCommands } from '../register/simple-commands.ts';
import { referencedIds, type SimpleRow } from '../register/simple-store.ts';
import { inUnits } from '../units/views.ts';
import { FILING, STEPS } from './step.ts';
import { stepCommand } from './step-command.ts';
import { stepRecord } from './step-record.ts';
import { stepsOf } from './store.ts';
import { villageRuleRecord } from './village-rule-record.ts';

/** `--version` is the program's own, so the option for a rule's version is called otherwise. */
function withEdition(command: Command): Command {
  const { version } = command.params;
  if (!version) return command;
  return { ...command, params: { ...command.params, version: { ...version, term: '--edition <value>' } } };
}

export const villageRuleCommands: readonly Command[] = [
  ...simpleCommands(villageRuleRecord, {
    sample: '150722100200-G1',
    add: '--code 150722100200-G9 --unit-code 150722100200 --kind rule --title 村规民约 --edition 2 --adopted-on 2023-12-20 --on 2024-01-01',
    change: '--filed-on 2023-12-30',
    file: 'village-rules.csv',
    details: ['title', 'version', 'adopted_on'],
    longTexts: ['text'],
    ...inUnits(),
    notes: notFiled,
    more: (db, rule) => [stepTable(db, rule)],
  }).map(withEdition),
  stepCommand,
];

const IN_UNITS = inUnits();

/** The steps as a list of their own: to import, to correct, to withdraw. */
export const villageRuleStepCommands: readonly Command[] = simpleCommands(stepRecord, {
  sample: '150722100200-G1-1',
  add: '--code 150722100200-G2-1 --unit-code 150722100200 --edition 2 --step draft --done-on 2023-12-01',
  change: '--note 由两委起草 --reason 补记',
  file: 'village-rule-steps.csv',
  details: ['version', 'voters', 'present', 'votes_for', 'votes_against', 'abstained'],
  beside: IN_UNITS.beside,
  filters: {
    ...IN_UNITS.filters,
    step: { param: choice('--step <step>', { zh: '只看一种步骤', en: 'one kind of step only' }, STEPS) },
  },
}).map(withEdition);

/** How an edition came about, on its page: the filing is a day of the rule itself. */
function stepTable(db: Db, rule: SimpleRow): Table {
  const unitId = referencedIds(db, villageRuleRecord, 'unit_code').get(rule.id) ?? 0;
  const taken = stepsOf(db, unitId)
    .filter(({ version }) => version === rule.version)
    .map(({ step, ...row }) => ({ ...row, step: STEPS[step] }));
  const filed = rule.filed_on ? [{ step: FILING.filing, done_on: String(rule.filed_on) }] : [];
  return {
    shape: 'table',
    key: 'steps',
    title: { zh: '制定步骤', en: 'Steps' },
    columns: [
      column('step', '步骤', 'Step', 'word'),
      column('done_on', '日期', 'Day', 'day'),
      column('voters', '应到人数', 'Voters', 'integer'),
      column('present', '到会人数', 'Present', 'integer'),
      column('votes_for', '赞成', 'For', 'integer'),
      column('votes_against', '反对', 'Against', 'integer'),
      column('abstained', '弃权', 'Abstained', 'integer'),
      column('note', '说明', 'Note'),
    ],
    rows: [...taken, ...filed].sort((a, b) => (a.done_on < b.done_on ? -1 : a.done_on > b.done_on ? 1 : 0)),
  };
}

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
