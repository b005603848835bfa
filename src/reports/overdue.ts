import { command } from '../cli/command.ts';
import { asOfParam, unitParam } from '../cli/places.ts';
import { RIGHTS_IN_SQL } from '../deadlines/codes.ts';
import { STATUSES as DISPUTES } from '../disputes/transitions.ts';
import { type Day, dayNumber } from '../kernel/day.ts';
import type { Text } from '../kernel/text.ts';
import { column } from '../kernel/view.ts';
import type { Db } from '../ledger/sqlite.ts';
import { STATUSES as PETITIONS } from '../petitions/transitions.ts';
import { loadTree } from '../units/store.ts';
import { unitsWithin } from '../units/tree.ts';
import { explainParam, explainsItself } from './explain.ts';

const DISPUTE_STATUSES: Readonly<Record<string, Text>> = DISPUTES;
const PETITION_STATUSES: Readonly<Record<string, Text>> = PETITIONS;

const COLUMNS = [
  column('number', '编号', 'Number'),
  column('title', '名称', 'Title'),
  column('status', '状态', 'Status'),
  column('deadline', '期限', 'Deadline'),
  column('unit_code', '机构代码', 'Unit code'),
  column('unit', '由谁', 'By'),
  column('holder', '持有单位', 'Held by'),
  column('due_on', '到期', 'Due', 'day'),
  column('days_over', '逾期天数', 'Days over', 'integer'),
] as const;

export const overdue = command({
  name: 'overdue',
  zh: '逾期',
  summary: { zh: '已经逾期的期限，拖得最久的在前', en: 'deadlines that are over, the longest overdue first' },
  example: 'report overdue --unit 150722100',
  access: 'read',
  params: { unit: unitParam, on: asOfParam, explain: explainParam },
  run: ({ db, today }, input) => {
    const day = input.on ?? today;
    const tree = loadTree(db, day);
    const within = unitsWithin(tree, input.unit);
    explainsItself(COLUMNS, input.explain);
    const rows = lateDeadlines(db, day)
      .filter(row => !within || within.has(row.unit_id) || within.has(row.holder_id))
      .map(row => ({
        ...row,
        status: (row.kind === 'dispute' ? DISPUTE_STATUSES : PETITION_STATUSES)[row.status],
        unit_code: tree.units.get(row.unit_id)?.code,
        unit: tree.units.get(row.unit_id)?.name,
        holder: tree.units.get(row.holder_id)?.name,
        deadline: { zh: row.name_zh, en: row.name_en },
        days_over: dayNumber(day) - dayNumber(row.due_on),
      }));
    return {
      view: {
        shape: 'table',
        title: { zh: `逾期（截至 ${day}）`, en: `Overdue (on ${day})` },
        columns: COLUMNS,
        rows,
        notes: [
          {
            zh: `共 ${rows.length} 项；移交后没有按时答复的也列在移出单位名下；当事人的权利期限（如申请司法确认）不算逾期`,
            en: `${rows.length} in all. Offers that were not answered in time stay with the unit that offered, too. Time limits of the parties’ own rights are not counted.`,
          },
        ],
      },
    };
  },
});

interface LateDeadline {
  readonly kind: 'dispute' | 'petition';
  readonly number: string;
  readonly title: string;
  readonly status: string;
  readonly unit_id: number;
  readonly holder_id: number;
  readonly due_on: Day;
  readonly name_zh: string;
  readonly name_en: string;
}

/** The deadlines that are over on a day, those of the parties’ own rights left out. */
export function lateDeadlines(db: Db, day: Day): LateDeadline[] {
  return db
    .prepare(
      `select m.kind, m.number, coalesce(d.title, p.demand) as title, m.status, u.unit_id, m.holder_id, u.due_on, r.name_zh, r.name_en
       from deadline u join cases m on m.id = u.case_id left join dispute d on d.id = m.id
         left join petition p on p.id = m.id join deadline_rule r on r.id = u.rule_id
       where u.due_on < @day and u.start_on <= @day and (u.done_on is null or u.done_on > @day)
         and r.code not in (${RIGHTS_IN_SQL})
       order by u.due_on, m.number`,
    )
    .all({ day }) as LateDeadline[];
}
