import { dueTone } from '../deadlines/tones.ts';
import { type Day, dayNumber } from '../kernel/day.ts';
import { counted, type Text } from '../kernel/text.ts';
import { type Cell, type Column, column, type Part, type Tone } from '../kernel/view.ts';

/** States of deadlines that are still to be met. */
const OPEN: readonly string[] = ['running', 'overdue', 'not_fixed', 'interrupted', 'not_before'];

const codeOf = (cell: Cell) => (cell !== null && typeof cell === 'object' && 'code' in cell ? cell.code : '');

const DUE_COLUMNS: readonly Column[] = [
  { ...column('when', '还有', 'When'), tone: ({ tone }) => tone as Tone | undefined },
  column('due_on', '到期', 'Due', 'day'),
  column('name', '期限', 'Deadline'),
  column('unit', '责任单位', 'By'),
  column('basis', '性质', 'Basis', 'word'),
];

/** What is due of a case: the deadlines that are still running, with how long they have left. */
export const DUE: Part = {
  as: 'list',
  table: 'deadlines',
  columns: DUE_COLUMNS,
  row: (row, today) => {
    const state = codeOf(row.state);
    if (!OPEN.includes(state)) return undefined;
    const last = String(row.due_latest ?? row.due_on);
    const counts = state === 'running' || state === 'overdue';
    return {
      ...row,
      when: counts ? daysText(last, today) : row.state,
      tone: counts ? dueTone(last, today) : undefined,
    };
  },
  left: (rows, shown) => ({
    zh: `${shown > 0 ? '另有 ' : ''}${rows} 项已完成或不再计`,
    en: `${shown > 0 ? `and ${counted(rows, 'other')}` : counted(rows, 'deadline')}, done or no longer counted`,
  }),
};

function daysText(due: Day, today: Day): Text {
  const days = dayNumber(due) - dayNumber(today);
  if (days < 0) return { zh: `已逾期 ${-days} 天`, en: `overdue ${counted(-days, 'day')}` };
  return days === 0 ? { zh: '今天到期', en: 'due today' } : { zh: `还有 ${days} 天`, en: `in ${counted(days, 'day')}` };
}

/** What can be done with a case next, and what can be corrected in it. */
export const NEXT: Part = { as: 'steps', table: 'next', heading: 'move', by: 'unit' };
export const CORRECTIONS: Part = { as: 'steps', table: 'corrections', heading: 'correction', by: 'unit' };

/** What a page and a table show of the parties of a case. */
export const PARTY_COLUMNS = [
  column('party', '序号', 'Party'),
  column('role', '身份', 'Role', 'word'),
  column('name', '姓名', 'Name', 'name'),
  column('phone', '电话', 'Phone', 'phone'),
  column('id_number', '身份证号', 'Identity number', 'id'),
  column('household_code', '户编号', 'Household', 'code'),
];

export const PARTIES: Part = { as: 'list', table: 'parties', columns: PARTY_COLUMNS };

export const FACTS: Part = { as: 'facts', title: { zh: '基本情况', en: 'Facts' } };

/** What happened to a case: when, what, by whom, and what was written down. */
export const TIMELINE: Part = {
  as: 'timeline',
  table: 'history',
  line: ['on_day', 'move', 'unit', 'operator', 'status'],
  text: ['says', 'reason'],
};
