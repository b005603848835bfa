import { VOID } from '../cases/case.ts';
import { column, type Table } from '../kernel/view.ts';
import { rows, selectFrom } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';

/** The disputes that were found in a visit and the needs that were raised in it, for its page; both are above visits. */
export function visitFindings(db: Db, visitId: number): Table[] {
  const disputes = selectFrom('dispute')
    .innerJoin('cases', 'cases.id', 'dispute.id')
    .select(['cases.number', 'dispute.title'])
    .where('dispute.visit_id', '=', visitId)
    .where('cases.status', '<>', VOID)
    .orderBy('cases.id');
  const needs = selectFrom('need')
    .select(['code', 'category', 'content', 'feedback_on'])
    .where('visit_id', '=', visitId)
    .where('withdrawn_on', 'is', null)
    .orderBy('code');
  return [
    {
      shape: 'table',
      key: 'disputes',
      title: { zh: '走访中发现的纠纷', en: 'Disputes found in it' },
      columns: [column('number', '编号', 'Number', 'code'), column('title', '名称', 'Title')],
      rows: rows(db, disputes),
    },
    {
      shape: 'table',
      key: 'needs',
      title: { zh: '走访中提出的需求', en: 'Needs raised in it' },
      columns: [
        column('code', '需求编号', 'Need', 'code'),
        column('category', '类别', 'Category'),
        column('content', '内容', 'Content'),
        column('feedback_on', '反馈日期', 'Feedback on', 'day'),
      ],
      rows: rows(db, needs),
    },
  ];
}
