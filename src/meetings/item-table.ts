import { type Day, dayNumber } from '../kernel/day.ts';
import { type Column, column, type Row } from '../kernel/view.ts';
import type { UnitTree } from '../units/tree.ts';
import type { ActionItem } from './store.ts';

const OWN: readonly Column[] = [
  column('item', '事项编号', 'Item'),
  column('text', '事项', 'What'),
  column('owner', '责任单位', 'Owner'),
  column('due_on', '办结期限', 'Due', 'day'),
  column('days_left', '剩余天数', 'Days left', 'integer'),
];
const DONE: readonly Column[] = [column('done_on', '办结日期', 'Done', 'day'), column('result', '办理结果', 'Result')];

/** The columns of a meeting's items, of all meetings' items, and of open ones on an agenda. */
export const ITEM_COLUMNS = {
  meeting: [...OWN, ...DONE],
  all: [column('unit_code', '机构代码', 'Unit code', 'code'), column('unit', '机构', 'Unit', 'label'), ...OWN, ...DONE],
  open: [...OWN.slice(0, 1), column('held_on', '会议日期', 'Meeting', 'day'), ...OWN.slice(1)],
} as const;

/** An item as a row of a list; only an open item has days left, a negative number where it is late. */
export function itemRow(item: ActionItem, tree: UnitTree | undefined, today: Day): Row {
  const unit = tree?.units.get(item.unit_id);
  return {
    ...item,
    item: item.code,
    unit_code: unit?.code,
    unit: unit?.name,
    days_left: item.done_on === null ? dayNumber(item.due_on) - dayNumber(today) : null,
  };
}
