import { type MoveRow, movesOf } from '../../cases/store.ts';
import { command } from '../../cli/command.ts';
import type { Text } from '../../kernel/text.ts';
import { column, type Row } from '../../kernel/view.ts';
import { loadTree } from '../../units/store.ts';
import type { UnitTree } from '../../units/tree.ts';
import { changesOf } from '../change-store.ts';
import { EXTENTS, FORMS, GRADES, OUTCOMES, SATISFACTIONS } from '../dispute.ts';
import { loadDispute } from '../store.ts';
import { MOVES, STATUSES, type Status } from '../transitions.ts';
import { yuanText } from '../views.ts';
import { numberArgument } from './move-command.ts';

const COLUMNS = [
  column('on_day', '日期', 'Day', 'day'),
  column('move', '办理', 'Act'),
  column('unit', '办理单位', 'By'),
  column('status', '办后状态', 'Status after'),
  column('holder', '持有单位', 'Held by'),
  column('reason', '原因', 'Reason'),
  column('says', '内容', 'What it says'),
  column('operator', '操作员', 'Operator'),
  column('at', '登记时间(UTC)', 'Entered (UTC)'),
] as const;

export const history = command({
  name: 'history',
  zh: '历史',
  summary: {
    zh: '一件纠纷的全部经过，含修改前的原值',
    en: 'all acts on a dispute, and what was changed, with the old values',
  },
  example: 'dispute history 2023-1',
  access: 'read',
  plain: true,
  personal: true,
  params: { number: numberArgument },
  run: ({ handle, today, reveal }, input) => {
    const dispute = loadDispute(handle, input.number);
    return {
      view: { shape: 'table', ...historyRows(handle, dispute.id, loadTree(handle, today), reveal) },
      records: [dispute.number],
    };
  },
});

type Handle = Parameters<typeof movesOf>[0];

/** The acts on a dispute and the changes of its description, in the order in which they were entered. */
export function historyRows(handle: Handle, id: number, tree: UnitTree, reveal: boolean) {
  const acts = movesOf(handle, id).map(move => moveRow(move, tree));
  const changes = changesOf(handle, id, reveal).map(change => ({
    ...change,
    move: { zh: '修改', en: 'change' },
    says: {
      zh: `${change.what.zh}：${change.from} → ${change.to}`,
      en: `${change.what.en}: ${change.from} → ${change.to}`,
    },
  }));
  const rows: Row[] = [...acts, ...changes]
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .map(({ ...row }) => row as unknown as Row);
  return { columns: COLUMNS, rows };
}

function moveRow(move: MoveRow, tree: UnitTree) {
  return {
    on_day: move.on_day,
    move: (MOVES as Readonly<Record<string, Text>>)[move.name] ?? { zh: '登记', en: 'register' },
    unit: tree.units.get(move.unit_id)?.name,
    status: STATUSES[move.status as Status],
    holder: tree.units.get(move.holder_id)?.name,
    reason: move.reason,
    says: saying(JSON.parse(move.details)),
    operator: move.operator,
    at: move.at,
  };
}

/** What an act says, as people read it: its words in the order in which they were given. */
const WORDS: Readonly<Record<string, readonly [Text, (value: unknown) => Text | string | null]>> = {
  mediator: [{ zh: '调解员', en: 'mediators' }, value => (Array.isArray(value) ? value.join('、') : String(value))],
  outcome: [{ zh: '结果', en: 'outcome' }, value => OUTCOMES[value as keyof typeof OUTCOMES]],
  record: [{ zh: '记录', en: 'record' }, String],
  place: [{ zh: '地点', en: 'place' }, String],
  present: [{ zh: '参加人', en: 'present' }, String],
  refused: [{ zh: '当事人拒绝', en: 'a party refuses' }, () => ({ zh: '是', en: 'yes' })],
  rightsNotified: [{ zh: '权利义务告知', en: 'rights told' }, String],
  direct: [{ zh: '直接上报', en: 'directly' }, String],
  due: [{ zh: '要求办结', en: 'wanted by' }, String],
  department: [{ zh: '部门', en: 'department' }, String],
  with: [{ zh: '联合单位', en: 'with' }, value => (value as string[]).join('、')],
  grade: [{ zh: '难易', en: 'grade' }, value => GRADES[value as keyof typeof GRADES]],
  leader: [{ zh: '包案领导', en: 'leader' }, String],
  form: [{ zh: '协议', en: 'agreement' }, value => FORMS[value as keyof typeof FORMS]],
  content: [{ zh: '内容', en: 'content' }, String],
  amountFen: [{ zh: '金额（元）', en: 'yuan' }, value => yuanText(Number(value))],
  performBy: [{ zh: '履行期限', en: 'perform by' }, String],
  preventedCrime: [{ zh: '防止民转刑', en: 'kept from turning criminal' }, () => ({ zh: '是', en: 'yes' })],
  parties: [{ zh: '当事人签署', en: 'parties signed' }, String],
  party: [
    { zh: '当事人签署', en: 'party signed' },
    value => (value as [number, string][]).map(([, day]) => day).join('、'),
  ],
  committee: [{ zh: '调委会盖章', en: 'committee' }, String],
  extent: [{ zh: '履行', en: 'performed' }, value => EXTENTS[value as keyof typeof EXTENTS]],
  satisfaction: [{ zh: '满意度', en: 'satisfaction' }, value => SATISFACTIONS[value as keyof typeof SATISFACTIONS]],
  by: [{ zh: '回访人', en: 'by' }, String],
  note: [{ zh: '说明', en: 'note' }, String],
  into: [{ zh: '并入', en: 'into' }, String],
};

function saying(details: Readonly<Record<string, unknown>>): Text {
  const said = Object.entries(details).flatMap(([key, value]) => {
    const word = WORDS[key];
    if (!word) return [];
    const text = word[1](value);
    const both = typeof text === 'string' || text === null ? { zh: text ?? '', en: text ?? '' } : text;
    return [{ zh: `${word[0].zh} ${both.zh}`, en: `${word[0].en}: ${both.en}` }];
  });
  return { zh: said.map(s => s.zh).join('；'), en: said.map(s => s.en).join('; ') };
}
