import { column, type Table } from '../kernel/view.ts';
import type { UnitTree } from '../units/tree.ts';
import { type Dispute, EXTENTS, FORMS } from './dispute.ts';
import { RETENTIONS } from './file-rules.ts';
import type { MergedDispute } from './merge-store.ts';
import type { DisputeRow } from './store.ts';
import { yuanText } from './values.ts';

/** What was merged into the dispute, with what was merged into that. */
export function mergedTable(merged: readonly MergedDispute[], tree: UnitTree): Table {
  return {
    shape: 'table',
    key: 'merged',
    title: { zh: '并入本案', en: 'Merged into it' },
    columns: [
      column('number', '编号', 'Number', 'code'),
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

/** Where its file is, once it is made up. */
export function fileTable({ file_number, shelf, retention, pages, filed_by, filed_on }: DisputeRow): Table {
  const isThere = [file_number, shelf, retention, filed_by].some(text => text !== '') || pages !== null;
  const kept = retention === '' ? null : RETENTIONS[retention];
  return {
    shape: 'table',
    key: 'file',
    title: { zh: '卷宗', en: 'File' },
    columns: [
      column('file_number', '卷号', 'Number', 'code'),
      column('shelf', '存放位置', 'Shelf'),
      column('retention', '保管期限', 'Kept', 'word'),
      column('pages', '页数', 'Pages', 'integer'),
      column('filed_by', '立卷人', 'Made up by', 'name'),
      column('filed_on', '立卷日期', 'Made up on', 'day'),
    ],
    rows: isThere ? [{ file_number, shelf, retention: kept, pages, filed_by, filed_on }] : [],
  };
}

/** What the agreement says besides its content, where it says more. */
export function termsTable({ agreement }: Dispute): Table {
  const terms =
    agreement && Object.values(agreement.terms).some(term => term !== '' && term !== null) ? [agreement.terms] : [];
  return {
    shape: 'table',
    key: 'terms',
    title: { zh: '协议条款', en: 'Terms of the agreement' },
    columns: [
      column('facts', '主要事实', 'Facts'),
      column('issues', '争议事项', 'Points at issue'),
      column('manner', '履行方式', 'Manner'),
      column('place', '履行地点', 'Place'),
      column('recorder', '记录人', 'Recorder', 'name'),
      column('copies', '份数', 'Copies', 'integer'),
    ],
    rows: terms.map(row => ({ ...row })),
  };
}

/** What is to be paid when, and what was. */
export function instalmentTable({ agreement }: Dispute): Table {
  return {
    shape: 'table',
    key: 'instalments',
    title: { zh: '分期履行', en: 'Instalments' },
    columns: [
      column('instalment', '期次', 'Instalment', 'integer'),
      column('due_on', '到期', 'Due', 'day'),
      column('amount', '金额（元）', 'Amount (yuan)', 'yuan'),
      column('performed', '履行', 'Performed', 'word'),
    ],
    rows: (agreement?.instalments ?? []).map(({ dueOn, amountFen, extent }, i) => ({
      ...{ instalment: i + 1, due_on: dueOn, amount: yuanText(amountFen) },
      performed: extent === '' ? null : EXTENTS[extent],
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
      column('form', '形式', 'Form', 'word'),
      column('content', '内容', 'Content'),
      column('amount', '金额（元）', 'Amount (yuan)', 'yuan'),
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
