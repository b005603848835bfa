import { STATUSES as DISPUTE_STATUSES } from '../disputes/transitions.ts';
import { dayNumber } from '../kernel/day.ts';
import type { Text } from '../kernel/text.ts';
import { column } from '../kernel/view.ts';
import { STATUSES as PETITION_STATUSES } from '../petitions/transitions.ts';
import { lateDeadlines } from './late-deadlines.ts';
import { dayReport } from './report.ts';
import { includes, type Scope, unitCells } from './scope.ts';

const STATUSES: Readonly<Record<string, Text>> = { ...DISPUTE_STATUSES, ...PETITION_STATUSES };

export const OVERDUE_COLUMNS = [
  column('number', '编号', 'Number', 'code'),
  column('title', '名称', 'Title'),
  column('status', '状态', 'Status'),
  column('deadline', '时限', 'Deadline'),
  column('unit_code', '机构代码', 'Unit code', 'code'),
  column('unit', '责任单位', 'By'),
  column('holder', '持有单位', 'Held by'),
  column('due_on', '到期日', 'Due', 'day'),
  column('days_over', '逾期天数', 'Days over', 'integer'),
] as const;

export const overdue = dayReport({
  summary: { zh: '已逾期的时限，逾期最久的在前', en: 'overdue deadlines, the longest overdue first' },
  example: 'report overdue --unit 150722100',
  title: { zh: '逾期', en: 'Overdue' },
  figures(scope) {
    const rows = overdueRows(scope);
    return {
      columns: OVERDUE_COLUMNS,
      rows,
      notes: [
        {
          zh: `共 ${rows.length} 项；移交后没有按时答复的也列在移出单位名下；当事人的权利期限（如申请司法确认）不算逾期；中止期间不计，日期待核定的过了最迟一日才算`,
          en: `${rows.length} in all. Offers that were not answered in time stay with the unit that offered, too. Time limits of the parties’ own rights are not counted, nor days of suspension; where a day is not fixed, its latest counts.`,
        },
      ],
    };
  },
});

/** The deadlines that are over on the last day, of the units that are bound by them or hold the case. */
export function overdueRows(scope: Scope) {
  return lateDeadlines(scope.db, scope.period.to)
    .filter(row => includes(scope, row.unit_id) || includes(scope, row.holder_id))
    .map(row => ({
      number: row.number,
      title: row.title,
      status: STATUSES[row.status],
      deadline: nameOf(row),
      // What binds a department is watched by the holder.
      ...unitCells(scope, row.department === null ? row.unit_id : row.holder_id),
      holder: scope.tree.units.get(row.holder_id)?.name,
      due_on: row.due_on,
      days_over: dayNumber(scope.period.to) - dayNumber(row.due_on),
    }));
}

/** The name of a deadline, with the department that it binds. */
function nameOf({ name_zh, name_en, department }: ReturnType<typeof lateDeadlines>[number]): Text {
  if (department === null) return { zh: name_zh, en: name_en };
  return { zh: `${department}：${name_zh}`, en: `${department}: ${name_en}` };
}
