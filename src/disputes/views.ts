import { yuan } from '../kernel/money.ts';
import { column } from '../kernel/view.ts';

export const disputeColumns = [
  column('number', '编号', 'Number'),
  column('title', '名称', 'Title'),
  column('status', '状态', 'Status'),
  column('grade', '难易程度', 'Grade'),
  column('category', '类别', 'Category'),
  column('holder', '持有单位', 'Held by'),
  column('offered_to', '移交给', 'Offered to'),
  column('registered_on', '登记日期', 'Registered', 'day'),
  column('due_on', '最近期限', 'Due', 'day'),
  column('overdue', '逾期', 'Overdue', 'flag'),
] as const;

/** Yuan as people write them, from fen. */
export function yuanText(fen: number | null): string | null {
  return fen === null ? null : yuan(fen);
}
