import { column, type Row } from '../../kernel/view.ts';
import { RATINGS } from '../../petitions/petition.ts';
import { STATUSES } from '../../petitions/transitions.ts';
import type { Scope } from '../scope.ts';
import type { PetitionFact } from './facts.ts';

/** How the petitions behind a figure are listed. */
export const PETITION_COLUMNS = [
  column('number', '编号', 'Number'),
  column('demand', '诉求', 'Demand'),
  column('status', '状态', 'Status'),
  column('holder', '持有单位', 'Held by'),
  column('lodged_on', '登记日期', 'Lodged', 'day'),
  column('accepted_on', '受理日期', 'Accepted', 'day'),
  column('reply_due_on', '答复期限', 'Reply due', 'day'),
  column('concluded_on', '办结日期', 'Concluded', 'day'),
  column('rating', '评价', 'Rating'),
] as const;

export function petitionRow({ tree }: Scope, petition: PetitionFact): Row {
  const { number, demand, status, holder, rating } = petition;
  return {
    number,
    demand,
    status: STATUSES[status],
    holder: tree.units.get(holder)?.name,
    lodged_on: petition.lodgedOn,
    accepted_on: petition.acceptedOn,
    reply_due_on: petition.replyDue,
    concluded_on: petition.concludedOn,
    rating: rating === '' ? null : RATINGS[rating],
  };
}
