import { agentRows } from '../../agents/store.ts';
import { numberOf } from '../../cases/case-store.ts';
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
import { type Column, column, type Layout, type Row, type Table } from '../../kernel/view.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { loadTree } from '../../units/store.ts';
import type { UnitTree } from '../../units/tree.ts';
import { PETITIONS } from '../area.ts';
import { CLASSES } from '../classes.ts';
import { NOTICE_KINDS, type Notice, SERVICES, type Service } from '../notice.ts';
import { CHANNELS, KINDS, OUTCOMES, type Petition, RATINGS } from '../petition.ts';
import { loadPetition, petitionCategories, petitionRow } from '../store.ts';
import { TASK_STATES, type Task } from '../tasks.ts';
import { STATUSES } from '../transitions.ts';

const COLUMNS: readonly Column[] = [
  column('number', '编号', 'Number', 'code'),
  column('demand', '诉求', 'Demand'),
  column('status', '状态', 'Status', 'word'),
  column('kind', '性质', 'Kind', 'word'),
  column('channel', '渠道', 'Channel', 'word'),
  column('category', '类别', 'Category', 'word'),
  column('class', '分类', 'Class'),
  column('holder', '持有单位', 'Held by'),
  column('offered_to', '移交给', 'Offered to'),
  column('agent', '代办员', 'Agent'),
  column('people', '涉及人数', 'People', 'integer'),
  column('registered_on', '登记日期', 'Lodged', 'day'),
  column('accepted_on', '受理日期', 'Accepted', 'day'),
  column('concluded_on', '办结日期', 'Concluded', 'day'),
  column('outcome', '结果', 'Outcome', 'word'),
  column('notified_on', '送达日期', 'Reply received', 'day'),
  column('rating', '评价', 'Rating', 'word'),
  column('closed_on', '结案日期', 'Closed', 'day'),
  column('repeat_of', '重复于', 'Repeats', 'code'),
  column('external_no', '国家系统编号', 'National number', 'code'),
  column('authority_on', '委托日期', 'Letter of authority', 'day'),
  column('window', '受理窗口', 'Window'),
  column('dispute', '关联纠纷', 'Linked dispute', 'code'),
];

/** On a terminal: where it stands, what is due, what can be done; then petitioners and facts; its history below. */
const LAYOUT: Layout = {
  title: 'demand',
  lead: ['status', 'kind', 'holder', 'offered_to', 'agent'],
  parts: [DUE, NEXT, PARTIES, FACTS, { as: 'tables' }, TIMELINE, CORRECTIONS],
};

export const show = command({
  name: 'show',
  zh: '查看',
  summary: {
    zh: '查看一件信访：现状、信访人、任务、期限、经过、下一步',
    en: 'show a petition: its status, petitioners, tasks, deadlines, history, next steps',
  },
  example: 'petition show 150722100200-2023-P1',
  access: 'read',
  personal: true,
  params: { number: numberArgument(PETITIONS) },
  run: ({ db, today, reveal }, input) => {
    const tree = loadTree(db, today);
    const petition = loadPetition(db, input.number);
    return {
      view: {
        shape: 'card',
        title: { zh: `信访 ${petition.number}`, en: `Petition ${petition.number}` },
        hides: peopleOfCase(PETITIONS, db, petition.id),
        columns: COLUMNS,
        row: described(db, petition, tree),
        layout: LAYOUT,
        tables: [
          formerNumberTable(db, petition.id, tree),
          partyTable(db, petition.id),
          partyFormTable(db, petition.id),
          taskTable(petition.tasks),
          noticeTable(petition.notices, tree),
          offerTable(db, petition.id, tree),
          deadlineTable(PETITIONS, db, petition.id, tree, today),
          caseHistory(PETITIONS, db, petition.id, tree, reveal),
          nextTable(PETITIONS, petition, tree),
          correctionTable(PETITIONS, db, petition, tree),
        ],
      },
      records: [petition.number],
    };
  },
});

/** What a petition is, in words. */
function described(db: Db, petition: Petition, tree: UnitTree): Row {
  const row = petitionRow(db, petition.id);
  return {
    ...row,
    number: petition.number,
    status: STATUSES[petition.status],
    kind: KINDS[row.kind],
    channel: CHANNELS[row.channel],
    class: row.class === null ? null : CLASSES[row.class],
    category: codeNames(petitionCategories(db)).get(row.category_id),
    holder: tree.units.get(petition.holder)?.name,
    offered_to: petition.offer && tree.units.get(petition.offer.to)?.name,
    agent: agentRows(db).find(({ id }) => id === row.agent_id)?.code,
    registered_on: petition.registeredOn,
    outcome: row.outcome === '' ? null : OUTCOMES[row.outcome],
    rating: row.rating === '' ? null : RATINGS[row.rating],
    repeat_of: row.repeat_of === null ? null : numberOf(db, row.repeat_of),
    window: windowLabel(db, row.window_id),
    dispute: row.dispute_id === null ? null : numberOf(db, row.dispute_id),
  };
}

function noticeTable(notices: readonly Notice[], { units }: UnitTree): Table {
  return {
    shape: 'table',
    key: 'notices',
    title: { zh: '告知', en: 'Notices' },
    columns: [
      column('number', '编号', 'Number', 'code'),
      column('kind', '内容', 'About', 'word'),
      column('by', '告知单位', 'By'),
      column('how', '送达方式', 'How', 'word'),
      column('served_on', '送达日期', 'Served', 'day'),
    ],
    rows: notices.map(({ number, kind, unit, by, how, servedOn }) => ({
      ...{ number, kind: NOTICE_KINDS[kind], by: by ?? units.get(unit)?.name },
      ...{ how: SERVICES[how as Service] ?? how, served_on: servedOn },
    })),
  };
}

function taskTable(tasks: readonly Task[]): Table {
  return {
    shape: 'table',
    key: 'tasks',
    title: { zh: '部门任务', en: 'Tasks of departments' },
    columns: [
      column('name', '部门', 'Department'),
      column('routed_on', '分流日期', 'Routed', 'day'),
      column('state', '情况', 'State', 'word'),
      column('accepted_on', '受理日期', 'Accepted', 'day'),
      column('due_on', '要求办结', 'Wanted by', 'day'),
      column('answered_on', '答复日期', 'Answered', 'day'),
      column('answer', '答复', 'Answer'),
    ],
    rows: tasks.map(({ name, routedOn, state, acceptedOn, due, answeredOn, answer }) => ({
      ...{ name, routed_on: routedOn, state: TASK_STATES[state], accepted_on: acceptedOn },
      ...{ due_on: due, answered_on: answeredOn, answer },
    })),
  };
}
