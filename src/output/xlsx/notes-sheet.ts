import type { Text } from '../../kernel/text.ts';
import type { Column, ColumnKind, View } from '../../kernel/view.ts';
import { MADE_BY, OWN_COMMAND } from '../../kernel/workbook-notes.ts';
import { timeIn } from '../../kernel/zone.ts';
import type { Style } from '../style.ts';
import type { SheetContent, SheetLine } from './sheet.ts';

const NAME: Text = { zh: '说明', en: 'Notes' };
const WIDTHS = [24, 80, 24];

/** What a workbook says of how it was made and how it counts, and what its columns hold. */
export function notesSheet(view: View, style: Style): SheetContent {
  const { lang, made, zone } = style;
  const facts: (readonly [Text, string])[] = [
    ...titlesOf(view).map(title => [TITLE, title[lang]] as const),
    ...(made.at === undefined ? [] : [[MADE_AT, timeIn(zone, made.at)] as const]),
    [LEDGER_DAY, made.today],
    [MADE_BY, OWN_COMMAND + made.command],
    ...(made.masked === undefined ? [] : [[PEOPLE, (made.masked ? MASKED : REVEALED)[lang]] as const]),
  ];
  const rules = notesOf(view).map(note => [RULE, note[lang]] as const);
  const lines = [...facts, ...rules].map(([what, text]): SheetLine => ({ cells: [what[lang], text] }));
  return { name: NAME[lang], lines: [...lines, ...columnLines(view, style)], widths: WIDTHS };
}

const TITLE: Text = { zh: '标题', en: 'Title' };
const MADE_AT: Text = { zh: '制表时间', en: 'Made at' };
const LEDGER_DAY: Text = { zh: '台账日期', en: 'Day of the ledger' };
const PEOPLE: Text = { zh: '姓名电话', en: 'Names and phones' };
const MASKED: Text = { zh: '部分隐去', en: 'partly hidden' };
const REVEALED: Text = { zh: '完整显示，请妥善保管', en: 'in full; keep this file safe' };
const RULE: Text = { zh: '统计口径', en: 'How it counts' };

function titlesOf(view: View): Text[] {
  if (view.shape === 'pages') return view.pages.flatMap(titlesOf);
  return view.shape === 'lines' || !view.title ? [] : [view.title];
}

function notesOf(view: View): Text[] {
  if (view.shape === 'pages') return view.pages.flatMap(notesOf);
  const own = view.shape === 'lines' ? [] : (view.notes ?? []);
  return view.shape === 'card' ? [...own, ...(view.tables ?? []).flatMap(notesOf)] : [...own];
}

const HEADS: readonly Text[] = [
  { zh: '各列', en: 'The columns' },
  { zh: '内容', en: 'What they hold' },
  { zh: 'CSV、JSON 里的名称', en: 'In CSV and JSON' },
];

const KIND_WORDS: Readonly<Record<ColumnKind, Text>> = {
  text: { zh: '文字', en: 'text' },
  word: { zh: '固定用词', en: 'a word of a closed list' },
  code: { zh: '编号，文本格式', en: 'a code, kept as text' },
  label: { zh: '名称', en: 'a name of a unit or the like' },
  command: { zh: '命令', en: 'a command' },
  integer: { zh: '整数', en: 'a whole number' },
  rate: { zh: '百分比（单元格里是 0 到 1 的小数）', en: 'a percentage (the cell holds a number from 0 to 1)' },
  money: { zh: '金额（元）', en: 'an amount in yuan' },
  yuan: { zh: '金额（元）', en: 'an amount in yuan' },
  day: { zh: '日期', en: 'a date' },
  instant: { zh: '日期和时间（当地时间）', en: 'a date and time (local)' },
  flag: { zh: '是、否', en: 'yes or no' },
  name: { zh: '姓名', en: 'a name' },
  phone: { zh: '电话，文本格式', en: 'a phone number, kept as text' },
  id: { zh: '身份证号，文本格式', en: 'an identity number, kept as text' },
  address: { zh: '地址', en: 'an address' },
};

function columnLines(view: View, { lang }: Style): SheetLine[] {
  const columns = columnsOf(view);
  if (columns.length === 0) return [];
  const seen = new Map(columns.map(column => [`${column.key} ${column.title[lang]}`, column]));
  const lines = [...seen.values()].map(
    ({ key, title, kind }): SheetLine => ({ cells: [title[lang], KIND_WORDS[kind][lang], key] }),
  );
  return [{ cells: [''] }, { cells: HEADS.map(head => head[lang]), isHeading: true }, ...lines];
}

function columnsOf(view: View): Column[] {
  if (view.shape === 'pages') return view.pages.flatMap(columnsOf);
  if (view.shape === 'table') return [...view.columns];
  return view.shape === 'card' ? [...view.columns, ...(view.tables ?? []).flatMap(columnsOf)] : [];
}
