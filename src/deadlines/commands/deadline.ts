import { type Command, command } from '../../cli/command.ts';
import { flag } from '../../cli/param.ts';
import { asOfParam } from '../../cli/places.ts';
import { covers } from '../../kernel/day.ts';
import type { Text } from '../../kernel/text.ts';
import { column, detail, type Row, spanColumns } from '../../kernel/view.ts';
import { historyCommand } from '../../register/history-command.ts';
import { type Confirmation, lastConfirmations } from '../confirmation-store.ts';
import type { Pauses } from '../pause.ts';
import { type DeadlineRule, lengthText } from '../rules.ts';
import { allRules } from '../store.ts';
import { confirm, unconfirm } from './confirm.ts';
import { DEADLINE, deadlineChange, versionsOf } from './deadline-change.ts';

const COLUMNS = [
  column('code', '代号', 'Code', 'code'),
  column('name', '时限', 'Deadline'),
  detail('starts', '起算', 'Starts with'),
  column('length', '时长', 'Length'),
  detail('roll', '遇休假日顺延', 'Rolls', 'flag'),
  detail('extension', '可延长', 'Extension'),
  detail('pauses', '不计入的时间', 'Not counted'),
  column('is_law', '法定', 'Law', 'flag'),
  column('citation', '依据', 'Source'),
  column('confirmed_on', '依据最近确认', 'Confirmed on', 'day'),
  detail('confirmed_by', '确认人', 'Confirmed by', 'name'),
  ...spanColumns.map(bound => ({ ...bound, detail: true })),
] as const;

const list = command({
  name: 'list',
  zh: '列表',
  summary: { zh: '列出各种时限及其依据', en: 'list the deadlines with their articles' },
  example: 'deadline list',
  access: 'read',
  personal: true,
  params: { on: asOfParam, all: flag('--all', { zh: '含以前的', en: 'earlier versions too' }) },
  run: ({ db, today }, input) => {
    const day = input.on ?? today;
    const confirmed = lastConfirmations(db, day);
    const rules = allRules(db).filter(rule => input.all || covers(rule, day));
    const rows = rules.map(rule => ({ ...ruleRow(rule), ...confirmationCells(rule, confirmed.get(rule.id)) }));
    return { view: { shape: 'table', columns: COLUMNS, rows, notes: NOTES } };
  },
});

const NOTES: readonly Text[] = [
  {
    zh: '起算当日不计入；月到相应之日；顺延的，最后一日是休假日的到下一个工作日',
    en: 'The first day is not counted; a month runs to the corresponding day; a deadline that rolls over moves from a day off to the next working day.',
  },
  {
    zh: '依据最近确认：最近一次有人将依据与法律法规原文核对的日期（tiaochu deadline confirm）；程序自带的依据没有代为确认，超过一年或从未确认的见 tiaochu report gaps',
    en: 'Confirmed on: the last day on which somebody compared the citation with the text of the law (deadline confirm). Nothing is confirmed from the start; report gaps names what never was, or not for a year.',
  },
];

/** When an article was last confirmed; the office’s own practice has none. */
function confirmationCells({ isLaw }: DeadlineRule, last: Confirmation | undefined): Row {
  if (!isLaw) return { confirmed_on: null, confirmed_by: null };
  return { confirmed_on: last?.confirmed_on, confirmed_by: last?.confirmed_by };
}

const history = historyCommand(
  'deadline',
  DEADLINE,
  'TIER_VILLAGE',
  (db, code) => versionsOf(db, code).map(version => version.id),
  { titles: { length: { zh: '时长', en: 'length' }, confirmed_on: { zh: '依据确认日期', en: 'confirmed_on' } } },
);

export const deadlineCommands: readonly Command[] = [list, deadlineChange, confirm, unconfirm, history];

function ruleRow(rule: DeadlineRule): Row {
  return {
    code: rule.code,
    name: rule.name,
    starts: rule.starts,
    length: lengthText(rule),
    roll: rule.roll === 'next_workday',
    extension: extensionText(rule),
    pauses: PAUSED_BY[rule.pauses],
    is_law: rule.isLaw,
    citation: rule.citation,
    from_on: rule.from_on,
    to_on: rule.to_on,
  };
}

/** What interrupts a deadline. */
const PAUSED_BY: Readonly<Record<Pauses, Text | null>> = {
  '': null,
  suspension: { zh: '中止期间', en: 'while suspended' },
  appraisal: { zh: '鉴定期间', en: 'while under appraisal' },
};

/** How far a deadline can be extended, by whom, and whether only practice provides for it; or what else holds. */
function extensionText({ extension }: DeadlineRule): Text | null {
  const { length, by, isLaw } = extension;
  if (length === 0) return by.zh === '' ? null : by;
  const { zh, en } = lengthText(extension);
  return isLaw
    ? { zh: `${zh}（${by.zh}）`, en: `${en} (${by.en})` }
    : { zh: `${zh}（${by.zh}；惯例，非法定）`, en: `${en} (${by.en}; practice, not law)` };
}
