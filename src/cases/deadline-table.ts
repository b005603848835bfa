import { isRight } from '../deadlines/codes.ts';
import { lengthText } from '../deadlines/rules.ts';
import { allRules } from '../deadlines/store.ts';
import type { Day } from '../kernel/day.ts';
import type { Text } from '../kernel/text.ts';
import { column, type Table } from '../kernel/view.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { UnitTree } from '../units/tree.ts';
import { type AnyCaseArea, moveTitle } from './area.ts';
import { type DeadlineRow, deadlinesOf } from './deadline-store.ts';

const DONE: Readonly<Record<DeadlineRow['done'], Text>> = {
  '': { zh: '进行中', en: 'running' },
  met: { zh: '已完成', en: 'done' },
  moot: { zh: '不再适用', en: 'without object' },
  extended: { zh: '已延长', en: 'extended' },
};

/** The deadlines of a case: each with its start event, its rule and article, and its state. */
export function deadlineTable(area: AnyCaseArea, db: Db, id: number, tree: UnitTree, today: Day): Table {
  const rules = new Map(allRules(db).map(rule => [rule.id, rule]));
  return {
    shape: 'table',
    key: 'deadlines',
    title: { zh: '期限', en: 'Deadlines' },
    columns: [
      column('rule', '代号', 'Rule'),
      column('name', '期限', 'Deadline'),
      column('unit', '责任单位', 'By'),
      column('start', '起算', 'Started by'),
      column('start_on', '起算日期', 'From', 'day'),
      column('length', '时长', 'Length'),
      column('due_on', '到期', 'Due', 'day'),
      column('state', '情况', 'State'),
      column('done_on', '完成日期', 'Done on', 'day'),
      column('citation', '依据', 'Source'),
    ],
    rows: deadlinesOf(db, id).map(deadline => {
      const rule = rules.get(deadline.rule_id);
      return {
        rule: deadline.code,
        name: rule?.name,
        unit: tree.units.get(deadline.unit_id)?.name,
        start: moveTitle(area, deadline.move_name),
        start_on: deadline.start_on,
        length: rule && lengthText(rule),
        due_on: deadline.due_on,
        state: stateOf(deadline, today),
        done_on: deadline.done_on,
        citation: rule?.citation,
      };
    }),
  };
}

/** Each deadline as a sentence: until when, counted from what, after which article. */
export function deadlineSentences(area: AnyCaseArea, db: Db, id: number): Text[] {
  const rules = new Map(allRules(db).map(rule => [rule.id, rule]));
  return deadlinesOf(db, id).flatMap(({ rule_id, move_name, start_on, due_on }) => {
    const rule = rules.get(rule_id);
    if (!rule) return [];
    const start = moveTitle(area, move_name);
    const length = lengthText(rule);
    const how =
      rule.unit === 'named'
        ? { zh: `${start.zh} ${start_on} 时写明`, en: `the day that was named on ${start_on}, ${start.en}` }
        : move_name === 'extend'
          ? { zh: `自 ${start_on} 起，经延长`, en: `from ${start_on}, extended` }
          : { zh: `${start.zh} ${start_on} 起 ${length.zh}`, en: `${start.en} on ${start_on}, ${length.en}` };
    return [
      {
        zh: `${rule.name.zh}到期 ${due_on}：${how.zh}（${rule.citation.zh}）`,
        en: `${rule.name.en}, due ${due_on}: ${how.en} (${rule.citation.en})`,
      },
    ];
  });
}

function stateOf({ code, due_on, done, done_on }: DeadlineRow, today: Day): Text {
  const isLate = due_on < (done_on ?? today);
  if (done === 'met' && isLate) return { zh: '逾期完成', en: 'done late' };
  if (done === '' && isLate) return isRight(code) ? { zh: '已届满', en: 'lapsed' } : { zh: '已逾期', en: 'overdue' };
  return DONE[done];
}
