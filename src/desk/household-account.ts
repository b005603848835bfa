import { BENEFIT_KINDS } from '../benefits/benefit.ts';
import { benefitsOf } from '../benefits/store.ts';
import { column, type Table } from '../kernel/view.ts';
import type { Db } from '../ledger/sqlite.ts';
import { openNeedsOf } from '../needs/store.ts';

/** What a household still needs and what it was given (S-19), for its page; needs and benefits are layers above households. */
export function householdAccount(db: Db, { id }: { readonly id: number }): Table[] {
  const given = benefitsOf(db, id);
  const paid = given.reduce((sum, { amount_fen }) => sum + (amount_fen ?? 0), 0);
  return [
    {
      shape: 'table',
      key: 'needs',
      title: { zh: '未办结的需求', en: 'Open needs' },
      columns: [
        column('code', '需求编号', 'Need code', 'code'),
        column('category', '类别', 'Category'),
        column('content', '内容', 'Content'),
        column('raised_on', '提出日期', 'Raised', 'day'),
        column('owner', '承办人', 'Owner', 'name'),
        column('due_on', '限办日期', 'Due', 'day'),
      ],
      rows: openNeedsOf(db, id).map(need => ({ ...need })),
    },
    {
      shape: 'table',
      key: 'benefits',
      title: { zh: '惠民账', en: 'Benefits' },
      columns: [
        column('code', '惠民编号', 'Benefit code', 'code'),
        column('programme', '政策（项目）', 'Programme'),
        column('kind', '方式', 'Kind'),
        column('amount_fen', '金额（元）', 'Amount (yuan)', 'money'),
        column('given_on', '日期', 'Day', 'day'),
      ],
      rows: given.map(benefit => ({ ...benefit, kind: BENEFIT_KINDS[benefit.kind] })),
      ...(given.length > 0 ? { totals: { code: { zh: '合计', en: 'Total' }, amount_fen: paid } } : {}),
    },
  ];
}
