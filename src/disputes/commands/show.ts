import { OFFER_KINDS } from '../../cases/matter.ts';
import { ROLES } from '../../cases/party.ts';
import { duesOf, offersOf, partiesOf } from '../../cases/store.ts';
import { command } from '../../cli/command.ts';
import type { Text } from '../../kernel/text.ts';
import { type Column, column, type Row, type Table } from '../../kernel/view.ts';
import { loadTree } from '../../units/store.ts';
import type { UnitTree } from '../../units/tree.ts';
import { allCategories, allSources } from '../codes-store.ts';
import { type Dispute, FORMS, GRADES, RISKS } from '../dispute.ts';
import { nextSteps } from '../next-steps.ts';
import { agreementOf, disputeRow, loadDispute } from '../store.ts';
import { MOVES, STATUSES } from '../transitions.ts';
import { yuanText } from '../views.ts';
import { deadlineTable } from './deadline-table.ts';
import { historyRows } from './history.ts';
import { numberArgument } from './move-command.ts';

const COLUMNS: readonly Column[] = [
  column('number', '编号', 'Number'),
  column('title', '名称', 'Title'),
  column('status', '状态', 'Status'),
  column('grade', '难易', 'Grade'),
  column('holder', '持有单位', 'Held by'),
  column('offered_to', '移交给', 'Offered to'),
  column('category', '类别', 'Category'),
  column('source', '来源', 'Source'),
  column('registered_on', '登记日期', 'Registered', 'day'),
  column('registered_at', '登记单位', 'Registered at'),
  column('settled_on', '化解日期', 'Settled', 'day'),
  column('closed_on', '结案日期', 'Closed', 'day'),
  column('place', '地点', 'Place'),
  column('people', '涉及人数', 'People', 'integer'),
  column('amount', '涉及金额（元）', 'Amount (yuan)'),
  column('risk', '风险等级', 'Risk'),
  column('prevented_crime', '防止民转刑', 'Kept from crime', 'flag'),
  column('visit', '走访号', 'Visit'),
  column('facts', '简要情况', 'Facts'),
];

export const show = command({
  name: 'show',
  zh: '查看',
  summary: {
    zh: '查看一件纠纷：现状、当事人、期限、经过、下一步',
    en: 'show a dispute: where it stands, its parties, deadlines, history, next steps',
  },
  example: 'dispute show 2023-1',
  access: 'read',
  plain: true,
  personal: true,
  params: { number: numberArgument },
  run: ({ handle, today }, input) => {
    const tree = loadTree(handle, today);
    const dispute = loadDispute(handle, input.number);
    const row = disputeRow(handle, dispute.id);
    const nameOf = (unit: number | undefined) => (unit === undefined ? null : (tree.units.get(unit)?.name ?? null));
    const code = (rows: readonly { id: number; name_zh: string; name_en: string }[], id: number) => {
      const found = rows.find(one => one.id === id);
      return found && { zh: found.name_zh, en: found.name_en };
    };
    return {
      view: {
        shape: 'card',
        title: { zh: `纠纷 ${dispute.number}`, en: `Dispute ${dispute.number}` },
        columns: COLUMNS,
        row: {
          number: dispute.number,
          title: row.title,
          status: STATUSES[dispute.status],
          grade: GRADES[row.grade],
          holder: nameOf(dispute.holder),
          offered_to: nameOf(dispute.offer?.to),
          category: code(allCategories(handle), row.category_id),
          source: code(allSources(handle), row.source_id),
          registered_on: dispute.registeredOn,
          registered_at: nameOf(dispute.unit),
          settled_on: row.settled_on,
          closed_on: row.closed_on,
          place: row.place,
          people: row.people,
          amount: yuanText(row.amount_fen),
          risk: row.risk === '' ? null : RISKS[row.risk],
          prevented_crime: row.prevented_crime,
          visit: row.visit_id,
          facts: row.facts,
        },
        tables: [
          partyTable(handle, dispute.id),
          offerTable(handle, dispute.id, nameOf),
          agreementTable(handle, dispute),
          deadlineTable(handle, duesOf(handle, dispute.id), tree, today),
          {
            shape: 'table',
            key: 'history',
            title: { zh: '经过', en: 'History' },
            ...historyRows(handle, dispute.id, tree, false),
          },
          nextTable(dispute, tree),
        ],
      },
      records: [dispute.number],
    };
  },
});

type Handle = Parameters<typeof partiesOf>[0];

function partyTable(handle: Handle, id: number): Table {
  return {
    shape: 'table',
    key: 'parties',
    title: { zh: '当事人', en: 'Parties' },
    columns: [
      column('party', '序号', 'Party'),
      column('role', '身份', 'Role'),
      column('name', '姓名', 'Name', 'name'),
      column('phone', '电话', 'Phone', 'phone'),
      column('id_number', '身份证号', 'Identity number', 'id'),
      column('household_code', '户编号', 'Household'),
    ],
    rows: partiesOf(handle, id)
      .filter(party => party.removed_on === null)
      .map((party, i) => ({ ...party, party: i + 1, role: ROLES[party.role] })),
  };
}

function offerTable(handle: Handle, id: number, nameOf: (unit: number) => string | null): Table {
  const ENDINGS: Readonly<Record<string, Text>> = {
    '': { zh: '待答复', en: 'open' },
    accepted: { zh: '已接收', en: 'accepted' },
    returned: { zh: '被退回', en: 'returned' },
    recalled: { zh: '已收回', en: 'recalled' },
    lapsed: { zh: '已失效', en: 'lapsed' },
  };
  return {
    shape: 'table',
    key: 'offers',
    title: { zh: '移交', en: 'Offers' },
    columns: [
      column('kind', '方式', 'Kind'),
      column('from_unit', '移出', 'From'),
      column('to_unit', '移入', 'To'),
      column('offered_on', '移交日期', 'Offered', 'day'),
      column('due_on', '答复期限', 'Answer by', 'day'),
      column('ending', '结果', 'Outcome'),
      column('ended_on', '答复日期', 'Answered', 'day'),
    ],
    rows: offersOf(handle, id).map(offer => ({
      ...offer,
      kind: OFFER_KINDS[offer.kind],
      from_unit: nameOf(offer.from_unit),
      to_unit: nameOf(offer.to_unit),
      ending: ENDINGS[offer.ending],
    })),
  };
}

function agreementTable(handle: Handle, dispute: Dispute): Table {
  const agreement = dispute.agreement && agreementOf(handle, dispute.id);
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
            signed: agreement.form === 'oral' ? null : `${agreement.signed.size}/${dispute.parties.length}`,
            mediator_on: agreement.mediatorOn,
            committee_on: agreement.committeeOn,
            effective_on: agreement.effectiveOn,
          },
        ]
      : [],
  };
}

function nextTable(dispute: Dispute, tree: UnitTree): Table {
  return {
    shape: 'table',
    key: 'next',
    title: { zh: '下一步可做', en: 'What can be done next' },
    columns: [column('move', '办理', 'Act'), column('unit', '由谁', 'By'), column('command', '命令', 'Command')],
    rows: nextSteps(dispute, tree).map(
      ({ move, unit }): Row => ({
        move: MOVES[move],
        unit: tree.units.get(unit)?.name,
        command: `tiaochu dispute ${move} ${dispute.number}`,
      }),
    ),
  };
}
