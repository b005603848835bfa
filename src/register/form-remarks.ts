import type { Context } from '../cli/command.ts';
import type { SkippedLine } from '../intake/below.ts';
import type { Header } from '../intake/header.ts';
import { keysOf } from '../kernel/keys.ts';
import { counted, type Text } from '../kernel/text.ts';
import type { NameKind } from '../naming/names.ts';
import type { Decision, Register } from './register.ts';

/** How many columns or lines a remark names. */
const MOST_NAMED = 20;

/** In which form a table was found. */
export interface ReadForm {
  /** What there is to say of its file: the sheet of a workbook, hidden rows. */
  readonly remarks: readonly Text[];
  readonly header: Header;
  readonly skipped: readonly SkippedLine[];
  /** How many rows had something of a kind that was found by its name. */
  readonly named?: Readonly<Partial<Record<NameKind, number>>>;
}

/** Says what of a file's form was understood in another way than it is written, and what was not imported. */
export function remarkForm(context: Context, file: string, { remarks, header, skipped, named }: ReadForm): void {
  for (const remark of remarks) context.remark(remark);
  remarkAbove(context, file, header);
  remarkTaken(context, file, header);
  remarkSet(context, file, header);
  remarkUnknown(context, file, header.unknown);
  remarkSkipped(context, file, skipped);
  if (named) remarkNamed(context, file, named);
}

function remarkNamed(context: Context, file: string, named: NonNullable<ReadForm['named']>): void {
  for (const kind of keysOf(named)) {
    const rows = named[kind] ?? 0;
    if (rows > 0) context.remark(namedText(file, kind, rows));
  }
}

function namedText(file: string, kind: NameKind, rows: number): Text {
  const { zh, en } = FOUND[kind];
  return { zh: `${file}：${rows} 行按${zh}`, en: `${file}: ${en} found by name in ${counted(rows, 'row')}` };
}

/** What was found, and by which words. */
const FOUND: Readonly<Record<NameKind, Text>> = {
  household: { zh: '村和户主（或组和户号）认出了户', en: 'the household' },
  cadre: { zh: '姓名认出了干部', en: 'cadres' },
  unit: { zh: '名称认出了机构', en: 'the unit' },
  pair: { zh: '队员姓名认出了结对', en: 'the pair' },
  agent: { zh: '姓名认出了代办员', en: 'the petition agent' },
  mediator: { zh: '姓名认出了调解员', en: 'the mediator' },
  department: { zh: '名称认出了部门', en: 'the department' },
  site: { zh: '名称认出了场所', en: 'the site' },
  window: { zh: '名称认出了窗口', en: 'the window' },
  guidance: { zh: '名称认出了指导组', en: 'the guidance group' },
  return_kind: { zh: '名称认出了报表种类', en: 'the kind of return' },
  expert: { zh: '姓名认出了专家', en: 'the expert' },
  linked_leader: { zh: '姓名认出了包联领导', en: 'the linked leader' },
  room: { zh: '名称认出了功能室', en: 'the room' },
  domain: { zh: '名称认出了工作领域', en: 'the task domain' },
  household_kind: { zh: '名称认出了户类型', en: 'the kind of household' },
};

function remarkAbove(context: Context, file: string, { line, above }: Header): void {
  if (above === 0) return;
  context.remark({
    zh: `${file}：表头在第 ${line} 行，它上面的 ${above} 行不是数据`,
    en: `${file}: the header is on line ${line}; ${counted(above, 'line')} above it are not data`,
  });
}

function remarkTaken(context: Context, file: string, { taken }: Header): void {
  if (taken.length === 0) return;
  context.remark({
    zh: `${file}：${taken.map(({ name, title }) => `「${name}」作为「${title.zh}」`).join('，')}`,
    en: `${file}: ${taken.map(({ name, title }) => `"${name}" is read as ${title.en}`).join(', ')}`,
  });
}

function remarkSet(context: Context, file: string, { set }: Header): void {
  if (set.length === 0) return;
  context.remark({
    zh: `${file}：各行的${set.map(({ title, shown, said }) => `「${title.zh}」都是「${shown.zh}」（${said.zh}）`).join('，')}`,
    en: `${file}: in all rows ${set.map(({ key, shown, said }) => `${key} is "${shown.en}" (${said.en})`).join(', ')}`,
  });
}

/** Columns that are not known are named, not silently dropped. */
function remarkUnknown(context: Context, file: string, unknown: readonly string[]): void {
  if (unknown.length === 0) return;
  const names = unknown.slice(0, MOST_NAMED).join('、') + (unknown.length > MOST_NAMED ? ` … (${unknown.length})` : '');
  context.remark({
    zh: `提醒：${file} 中以下列无法识别，已忽略：${names}`,
    en: `note: ${file} has unknown columns, which were ignored: ${names.replaceAll('、', ', ')}`,
  });
}

function remarkSkipped(context: Context, file: string, skipped: readonly SkippedLine[]): void {
  if (skipped.length === 0) return;
  const named = skipped.slice(0, MOST_NAMED);
  const more = skipped.length > MOST_NAMED ? ' …' : '';
  context.remark({
    zh: `${file}：${skipped.length} 行不是数据，未导入：${named.map(({ line, what }) => `第 ${line} 行${what.zh}`).join('、')}${more}`,
    en: `${file}: ${counted(skipped.length, 'line')} not imported, being no data: ${named.map(({ line, what }) => `line ${line} (${what.en})`).join(', ')}${more}`,
  });
}

/** Says in how many rows a column that the file leaves out was filled in, and by which rule. */
export function remarkDerived(
  context: Context,
  file: string,
  { derivedBy = {}, sheet }: Pick<Register, 'derivedBy' | 'sheet'>,
  { header }: Pick<ReadForm, 'header'>,
  decisions: readonly Decision[],
): void {
  const rows = decisions.flatMap(decision => (decision.verdict === 'reject' ? [] : [decision.row]));
  for (const [column, rule] of Object.entries(derivedBy)) {
    const filled = rows.filter(row => row[column] !== undefined).length;
    const title = sheet[column]?.title;
    if ((header.at[column] ?? -1) >= 0 || filled === 0 || !rule || !title) continue;
    context.remark({
      zh: `${file}：没有「${title.zh}」列，${filled} 行${rule.zh}得出`,
      en: `${file} has no ${column}: made in ${counted(filled, 'row')} ${rule.en}`,
    });
  }
}
