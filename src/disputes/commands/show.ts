import { codeNames } from '../../cases/codes.ts';
import { correctionTable } from '../../cases/corrections.ts';
import { formerNumberTable } from '../../cases/former-number-table.ts';
import { caseHistory } from '../../cases/history.ts';
import { CORRECTIONS, DUE, FACTS, NEXT, PARTIES, TIMELINE } from '../../cases/layout.ts';
import { numberArgument } from '../../cases/move-command.ts';
import { peopleOfCase } from '../../cases/people.ts';
import { deadlineTable, nextTable, offerTable, partyFormTable, partyTable } from '../../cases/tables.ts';
import { windowLabel } from '../../centre/window-store.ts';
import { command } from '../../cli/command.ts';
import { type Column, column, type Layout, type Row } from '../../kernel/view.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { loadTree } from '../../units/store.ts';
import type { UnitTree } from '../../units/tree.ts';
import { DISPUTES } from '../area.ts';
import { type Dispute, GRADES, RISKS } from '../dispute.ts';
import { invitationTable } from '../invitation-history.ts';
import { allMergedInto, type MergedDispute } from '../merge-store.ts';
import { pendingTables } from '../pending-tables.ts';
import { allCategories, allSources, type DisputeRow, disputeRow, loadDispute } from '../store.ts';
import { agreementTable, fileTable, instalmentTable, mergedTable, termsTable } from '../tables.ts';
import { STATUSES } from '../transitions.ts';
import { yuanText } from '../values.ts';

const COLUMNS: readonly Column[] = [
  column('number', '编号', 'Number', 'code'),
  column('title', '名称', 'Title'),
  column('status', '状态', 'Status', 'word'),
  column('grade', '难易程度', 'Grade', 'word'),
  column('holder', '持有单位', 'Held by'),
  column('offered_to', '移交给', 'Offered to'),
  column('category', '类别', 'Category', 'word'),
  column('source', '来源', 'Source', 'word'),
  column('registered_on', '登记日期', 'Registered', 'day'),
  column('registered_at', '登记单位', 'Registered at'),
  column('settled_on', '化解日期', 'Settled', 'day'),
  column('closed_on', '结案日期', 'Closed', 'day'),
  column('place', '地点', 'Place'),
  column('people', '涉及人数', 'People', 'integer'),
  column('amount', '涉及金额（元）', 'Amount (yuan)', 'yuan'),
  column('risk', '风险等级', 'Risk', 'word'),
  column('prevented_crime', '防止民转刑', 'Kept from crime', 'flag'),
  column('police_reported_on', '报告公安', 'Reported to police', 'day'),
  column('visit', '走访号', 'Visit'),
  column('window', '受理窗口', 'Window'),
  column('facts', '简要情况', 'Facts'),
];

/** On a terminal: where it stands, what is due, what can be done; then parties and facts; its history below. */
const LAYOUT: Layout = {
  title: 'title',
  lead: ['status', 'grade', 'holder', 'offered_to'],
  parts: [DUE, NEXT, PARTIES, FACTS, { as: 'tables' }, TIMELINE, CORRECTIONS],
};

export const show = command({
  name: 'show',
  zh: '查看',
  summary: {
    zh: '查看一件纠纷：现状、当事人、期限、经过、下一步',
    en: 'show a dispute: its status, parties, deadlines, history, next steps',
  },
  example: 'dispute show 150722100200-2023-1',
  access: 'read',
  personal: true,
  params: { number: numberArgument(DISPUTES) },
  run: ({ db, today, reveal }, input) => {
    const tree = loadTree(db, today);
    const dispute = loadDispute(db, input.number);
    const own = disputeRow(db, dispute.id);
    const merged = allMergedInto(db, dispute.id);
    return {
      view: {
        shape: 'card',
        title: { zh: `纠纷 ${dispute.number}`, en: `Dispute ${dispute.number}` },
        hides: peopleOfCase(DISPUTES, db, dispute.id),
        columns: COLUMNS,
        row: described(db, dispute, own, tree, merged),
        layout: LAYOUT,
        tables: [
          formerNumberTable(db, dispute.id, tree),
          partyTable(db, dispute.id),
          partyFormTable(db, dispute.id),
          mergedTable(merged, tree),
          offerTable(db, dispute.id, tree),
          invitationTable(db, dispute.id, tree),
          ...pendingTables(db, dispute.id, tree),
          agreementTable(dispute),
          termsTable(dispute),
          instalmentTable(dispute),
          fileTable(own),
          deadlineTable(DISPUTES, db, dispute.id, tree, today),
          caseHistory(DISPUTES, db, dispute.id, tree, reveal),
          nextTable(DISPUTES, dispute, tree),
          correctionTable(DISPUTES, db, dispute, tree),
        ],
      },
      records: [dispute.number],
    };
  },
});

/** The dispute in the columns of its page. */
function described(db: Db, dispute: Dispute, row: DisputeRow, tree: UnitTree, merged: readonly MergedDispute[]): Row {
  return {
    ...row,
    number: dispute.number,
    status: STATUSES[dispute.status],
    grade: GRADES[row.grade],
    holder: tree.units.get(dispute.holder)?.name,
    offered_to: dispute.offer && tree.units.get(dispute.offer.to)?.name,
    category: codeNames(allCategories(db)).get(row.category_id),
    source: codeNames(allSources(db)).get(row.source_id),
    police_reported_on: dispute.policeOn,
    registered_on: dispute.registeredOn,
    registered_at: tree.units.get(dispute.unit)?.name,
    amount: yuanText(row.amount_fen),
    risk: row.risk === '' ? null : RISKS[row.risk],
    window: windowLabel(db, row.window_id),
    visit: row.visit_id ?? merged.find(other => other.visit_id !== null)?.visit_id,
  };
}
