import { column, type Table } from '../kernel/view.ts';
import type { UnitTree } from '../units/tree.ts';
import { type Dispute, FORMS } from './dispute.ts';
import type { MergedDispute } from './merge-store.ts';
import { yuanText } from './values.ts';

/** What was merged into the dispute, with what was merged into that. */
export function mergedTable(merged: readonly MergedDispute[], tree: UnitTree): Table {
  return {
    shape: 'table',
    key: 'merged',
    title: { zh: '并入本案', en: 'Merged into it' },
    columns: [
      column('number', '编号', 'Number'),
      column('title', '名称', 'Title'),
      column('registered_on', '登记日期', 'Registered', 'day'),
      column('registered_at', '登记单位', 'Registered at'),
      column('visit', '走访号', 'Visit'),
      column('merged_on', '并案日期', 'Merged', 'day'),
      column('reason', '原因', 'Reason'),
    ],
    rows: merged.map(({ id: _, unit_id, visit_id: visit, ...row }) => ({
      ...row,
      visit,
      registered_at: tree.units.get(unit_id)?.name,
    })),
  };
}

/** The agreement of the latest settlement. */
export function agreementTable({ agreement, parties }: Dispute): Table {
  return {
    shape: 'table',
    key: 'agreement',
    title: { zh: '协议', en: 'Agreement' },
    columns: [
      column('form', '形式', 'Form'),
      column('content', '内容', 'Content'),
      column('amount', '金额（元）', 'Amount (yuan)'),
      column('perform_by', '履行期限', 'Perform by', 'day'),
      column('signed', '当事人签署', 'Parties signed'),
      column('mediator_on', '调解员签名', 'Mediator', 'day'),
      column('committee_on', '调委会盖章', 'Committee', 'day'),
      column('effective_on', '生效日期', 'In effect', 'day'),
    ],
    rows: agreement
      ? [
          {
            form: FORMS[agreement.form],
            content: agreement.content,
            amount: yuanText(agreement.amountFen),
            perform_by: agreement.performBy,
            signed: agreement.form === 'oral' ? null : `${agreement.signed.size}/${parties.length}`,
            mediator_on: agreement.mediatorOn,
            committee_on: agreement.committeeOn,
            effective_on: agreement.effectiveOn,
          },
        ]
      : [],
  };
}
