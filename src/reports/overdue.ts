import { redWhere } from '../deadlines/tones.ts';
import { STATUSES as DISPUTE_STATUSES } from '../disputes/transitions.ts';
import { dayNumber } from '../kernel/day.ts';
import type { Text, Word } from '../kernel/text.ts';
import { column, detail } from '../kernel/view.ts';
import { openNeeds } from '../needs/open-store.ts';
import { isOverdue } from '../needs/rules.ts';
import { STATUSES as PETITION_STATUSES } from '../petitions/transitions.ts';
import { lateDeadlines } from './late-deadlines.ts';
import { overdueProblems } from './overdue-problems.ts';
import { dayReport } from './report.ts';
import { includes, type Scope, unitCells } from './scope.ts';

const STATUSES: Readonly<Record<string, Text>> = { ...DISPUTE_STATUSES, ...PETITION_STATUSES };

export const OVERDUE_COLUMNS = [
  column('number', '编号', 'Number', 'code'),
  column('title', '名称', 'Title'),
  detail('status', '状态', 'Status', 'word'),
  column('deadline', '时限', 'Deadline', 'word'),
  column('unit_code', '机构代码', 'Unit code', 'code'),
  column('unit', '责任单位', 'By', 'label'),
  detail('holder', '持有单位', 'Held by'),
  column('due_on', '到期日', 'Due', 'day'),
  redWhere(({ due_on }) => due_on !== undefined, column('days_over', '逾期天数', 'Days over', 'integer')),
] as const;

export const overdue = dayReport({
  summary: { zh: '已逾期的时限和需求，逾期最久的在前', en: 'overdue deadlines and needs, the longest overdue first' },
  example: 'report overdue --unit 150722100',
  personal: true,
  title: { zh: '逾期', en: 'Overdue' },
  figures(scope) {
    const needs = overdueNeedRows(scope);
    const problems = overdueProblems(scope);
    const rows = [...overdueRows(scope), ...needs, ...problems].sort((a, b) => b.days_over - a.days_over);
    return {
      columns: OVERDUE_COLUMNS,
      rows,
      notes: [
        {
          zh: `共 ${rows.length} 项，其中需求 ${needs.length} 条（在户所在的村）、指导组发现的问题 ${problems.length} 个；移交后没有按时答复的也列在移出单位名下；当事人的权利期限（如申请司法确认）不算逾期；中止期间不计，日期待核定的过了最迟一日才算`,
          en: `${rows.length} in all, ${needs.length} of them needs, by the village of the household, ${problems.length} problems of guidance groups. Offers that were not answered in time stay with the unit that offered, too. Time limits of the parties’ own rights are not counted, nor days of suspension; where a day is not fixed, its latest counts.`,
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

/** Needs and problems have no more than one status while they are late. */
const OPEN: Word = { zh: '未办结', en: 'open', code: 'open' };

/** The needs that are late on the last day, of the households of these units: an owner is a department, or a person by their code. */
export function overdueNeedRows(scope: Scope) {
  const day = scope.period.to;
  return openNeeds(scope.db, day)
    .filter(need => isOverdue({ due_on: need.due_on, feedback_on: null }, day) && includes(scope, need.unit_id))
    .map(({ code, category, content, unit_id, due_on, department, owner_code }) => ({
      number: code,
      title: `${category}：${content}`,
      status: OPEN,
      deadline: { zh: '需求限办', en: 'need', code: 'need' },
      ...unitCells(scope, unit_id),
      holder: department ?? owner_code,
      due_on,
      days_over: dayNumber(day) - dayNumber(due_on ?? day),
    }));
}

/** The name of a deadline, with the department that it binds. */
function nameOf({ code, name_zh, name_en, department }: ReturnType<typeof lateDeadlines>[number]): Word {
  if (department === null) return { zh: name_zh, en: name_en, code };
  return { zh: `${department}：${name_zh}`, en: `${department}: ${name_en}`, code };
}
