import { BENEFIT_KINDS } from '../benefits/benefit.ts';
import { benefitsOf } from '../benefits/store.ts';
import { SATISFACTIONS } from '../disputes/dispute.ts';
import type { HouseholdAccount } from '../households/commands/household-show.ts';
import type { Day } from '../kernel/day.ts';
import { column, detail, type Table } from '../kernel/view.ts';
import type { Db } from '../ledger/sqlite.ts';
import { needsOf } from '../needs/open-store.ts';
import { caseTables } from './household/cases.ts';
import { visitorsTable } from './household/people.ts';
import { VISIT_COLUMNS, visitCells, visitsTable } from './household/visits.ts';

/**
 * What the areas above households have on record about one, for its page: who looks after it, its visits and its standard,
 * what it needs and what it was given (S-19), its disputes and petitions. Each is a query on an index.
 */
export function householdAccount(db: Db, { id }: { readonly id: number }, today: Day): HouseholdAccount {
  return {
    columns: VISIT_COLUMNS,
    row: visitCells(db, id, today),
    tables: [
      visitorsTable(db, id, today),
      visitsTable(db, id),
      needsTable(db, id),
      benefitsTable(db, id),
      ...caseTables(db, id),
    ],
  };
}

/** Needs with their owners: a department by its name, others by their codes; a name only where somebody has no code. */
function needsTable(db: Db, household: number): Table {
  const needs = needsOf(db, household);
  return {
    shape: 'table',
    key: 'needs',
    title: { zh: '需求', en: 'Needs' },
    columns: [
      column('code', '需求编号', 'Need code', 'code'),
      detail('category', '类别', 'Category'),
      column('content', '内容', 'Content'),
      detail('raised_on', '提出日期', 'Raised', 'day'),
      column('owner_code', '承办', 'Owner'),
      ...(needs.some(need => need.owner) ? [column('owner', '承办人', 'Owner’s name', 'name')] : []),
      column('due_on', '限办日期', 'Due', 'day'),
      column('feedback_on', '反馈日期', 'Feedback', 'day'),
      detail('satisfaction', '满意度', 'Satisfaction', 'word'),
    ],
    rows: needs.map(need => ({
      ...need,
      owner_code: need.department ?? need.owner_code,
      satisfaction: need.satisfaction && SATISFACTIONS[need.satisfaction],
    })),
  };
}

function benefitsTable(db: Db, household: number): Table {
  const given = benefitsOf(db, household);
  const paid = given.reduce((sum, { amount_fen }) => sum + (amount_fen ?? 0), 0);
  return {
    shape: 'table',
    key: 'benefits',
    title: { zh: '惠民账', en: 'Benefits' },
    columns: [
      column('code', '惠民编号', 'Benefit code', 'code'),
      column('programme', '政策（项目）', 'Programme'),
      column('kind', '方式', 'Kind', 'word'),
      column('amount_fen', '金额（元）', 'Amount (yuan)', 'money'),
      column('given_on', '日期', 'Day', 'day'),
    ],
    rows: given.map(benefit => ({ ...benefit, kind: BENEFIT_KINDS[benefit.kind] })),
    ...(given.length > 0 ? { totals: { code: { zh: '合计', en: 'Total' }, amount_fen: paid } } : {}),
  };
}
