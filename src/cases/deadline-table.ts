import { lengthText } from '../deadlines/rules.ts';
import { allRules } from '../deadlines/store.ts';
import type { Day } from '../kernel/day.ts';
import type { Text } from '../kernel/text.ts';
import { column, type Table } from '../kernel/view.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { UnitTree } from '../units/tree.ts';
import type { AnyCaseArea } from './area.ts';
import { RIGHTS_OF_PARTIES } from './rights.ts';
import { type DueRow, duesOf } from './store.ts';

const DONE: Readonly<Record<DueRow['done'], Text>> = {
  '': { zh: '进行中', en: 'running' },
  met: { zh: '已完成', en: 'done' },
  moot: { zh: '不再适用', en: 'without object' },
  extended: { zh: '已延长', en: 'extended' },
};

/** The deadlines of a case: each with its start event, its rule and article, and how it stands. */
export function deadlineTable(area: AnyCaseArea, db: Db, id: number, tree: UnitTree, today: Day): Table {
  const rules = new Map(allRules(db).map(rule => [rule.id, rule]));
  return {
    shape: 'table',
    key: 'deadlines',
    title: { zh: '期限', en: 'Deadlines' },
    columns: [
      column('rule', '代号', 'Rule'),
      column('name', '期限', 'Deadline'),
      column('unit', '由谁', 'By'),
      column('start', '起算', 'Started by'),
      column('start_on', '起算日期', 'From', 'day'),
      column('length', '长短', 'Length'),
      column('due_on', '到期', 'Due', 'day'),
      column('state', '情况', 'State'),
      column('done_on', '完成日期', 'Done on', 'day'),
      column('citation', '依据', 'Source'),
    ],
    rows: duesOf(db, id).map(due => {
      const rule = rules.get(due.rule_id);
      return {
        rule: rule?.code,
        name: rule?.name,
        unit: tree.units.get(due.unit_id)?.name,
        start: startName(area, due.move_name),
        start_on: due.start_on,
        length: rule && lengthText(rule),
        due_on: due.due_on,
        state: stateOf(due, rule?.code, today),
        done_on: due.done_on,
        citation: rule?.citation,
      };
    }),
  };
}

/** Each deadline as a sentence: until when, counted from what, after which article. */
export function deadlineSentences(area: AnyCaseArea, db: Db, id: number): Text[] {
  const rules = new Map(allRules(db).map(rule => [rule.id, rule]));
  return duesOf(db, id).flatMap(due => {
    const rule = rules.get(due.rule_id);
    if (!rule) return [];
    const start = startName(area, due.move_name);
    const length = lengthText(rule);
    const how =
      rule.unit === 'named'
        ? { zh: `${start.zh} ${due.start_on} 时写明`, en: `the day that was named on ${due.start_on}, ${start.en}` }
        : due.move_name === 'extend'
          ? { zh: `自 ${due.start_on} 起，经延长`, en: `from ${due.start_on}, extended` }
          : { zh: `${start.zh} ${due.start_on} 起 ${length.zh}`, en: `${start.en} on ${due.start_on}, ${length.en}` };
    return [
      {
        zh: `${rule.name.zh}到期 ${due.due_on}：${how.zh}（${rule.citation.zh}）`,
        en: `${rule.name.en}, due ${due.due_on}: ${how.en} (${rule.citation.en})`,
      },
    ];
  });
}

/** What started a deadline. */
function startName(area: AnyCaseArea, move: string): Text {
  return (area.life.moves as Readonly<Record<string, Text>>)[move] ?? area.birth;
}

function stateOf(due: DueRow, code: string | undefined, today: Day): Text {
  const late = due.due_on < (due.done_on ?? today);
  if (due.done === 'met' && late) return { zh: '逾期完成', en: 'done late' };
  if (due.done === '' && late && RIGHTS_OF_PARTIES.includes(code ?? '')) return { zh: '已届满', en: 'lapsed' };
  if (due.done === '' && late) return { zh: '已逾期', en: 'overdue' };
  return DONE[due.done];
}
