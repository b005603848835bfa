import { dueTone } from '../../deadlines/tones.ts';
import { type Day, dayNumber } from '../../kernel/day.ts';
import { counted, type Text } from '../../kernel/text.ts';
import { type Column, column, type Row, type Tone } from '../../kernel/view.ts';
import type { UnitTree } from '../../units/tree.ts';
import { type Group, grouped, type TodoLine, WAITS } from './rules.ts';

/** What people see: fits a window of 80 columns; the whole lines are in CSV, JSON and with `--all-lines`. */
export const BRIEF_COLUMNS: readonly Column[] = [
  // `do` takes it.
  column('line', '序号', 'No.', 'integer'),
  { ...column('when', '期限', 'Due'), tone: ({ tone }) => tone as Tone | undefined },
  column('number', '编号', 'Number'),
  column('what', '事项', 'What'),
  column('do', '办理', 'Do', 'command'),
  // Named for what texts hide of the people concerned.
  { ...column('about', '编号', 'Number', 'code'), inFiles: true },
  { ...column('household', '户编号', 'Household', 'code'), inFiles: true },
];

/** One line a case, with how much else waits in it; one a village for the visits that are due. */
export function briefRows(lines: readonly TodoLine[], { units }: UnitTree, today: Day): Row[] {
  const areMany = new Set(lines.map(({ unit }) => unit)).size > 1;
  return grouped(lines).map((group, i) => {
    const { first } = group;
    return {
      line: i + 1,
      when: whenText(first, today),
      tone: toneOf(first, today),
      number: shortNumber(first, group),
      what: whatText(group, areMany ? units.get(first.unit)?.name : undefined),
      do: doText(group),
      about: first.about,
      household: first.household,
    };
  });
}

/** How long a line has been overdue or has left; without a last day, what kind of line it is. */
function whenText({ dueOn, wait }: TodoLine, today: Day): Text {
  if (wait === 'today') return WAITS.today;
  if (dueOn === null) return WAITS[wait];
  const days = dayNumber(dueOn) - dayNumber(today);
  if (days < 0) return { zh: `已逾期 ${-days} 天`, en: `${counted(-days, 'day')} overdue` };
  return days === 0 ? { zh: '今天到期', en: 'today' } : { zh: `还有 ${days} 天`, en: `in ${counted(days, 'day')}` };
}

function toneOf({ dueOn, wait }: TodoLine, today: Day): Tone | undefined {
  if (wait === 'today') return 'soon';
  return dueOn === null ? undefined : dueTone(dueOn, today);
}

/**
 * A case's number without the banner's six digits, which all of its cases share: every command finds the case by that. A
 * village with several visits has no number of its own.
 */
function shortNumber({ about, wait }: TodoLine, { others }: Group): string {
  if (wait === 'visit' && others.length > 0) return '';
  return CASE.test(about) ? about.slice(6) : about;
}

const CASE = /^\d{12,}-\d{4}-P?\d+$|^\d{9}-\d{4}-P?\d+$/;

function whatText({ first, others }: Group, unit: string | undefined): Text {
  if (first.wait === 'visit' && others.length > 0) {
    const households = visitsText(others.length + 1, first.ofMany);
    return unit === undefined ? households : { zh: `${unit}${households.zh}`, en: `${unit}: ${households.en}` };
  }
  const more = moreText(others);
  const [zh, en] = [headOf(first.title, unit, '（', '）'), headOf(first.title, unit, ' (', ')')];
  return {
    zh: `${zh ? `${zh}：` : ''}${first.what.zh}${more.zh}`,
    en: `${en ? `${en}: ` : ''}${first.what.en}${more.en}`,
  };
}

/** The households of a village that are due for a visit, and how many of them the list has. */
export function visitsText(listed: number, all = listed): Text {
  const some = listed < all ? { zh: `，列出 ${listed} 户`, en: `, ${listed} of them listed` } : { zh: '', en: '' };
  return { zh: `应入户 ${all} 户${some.zh}`, en: `${counted(all, 'household')} to visit${some.en}` };
}

/** What a line is about, and at which unit it waits, where the list has several. */
function headOf(title: string | null, unit: string | undefined, open: string, close: string): string {
  if (!title) return unit ?? '';
  return unit === undefined ? title : `${title}${open}${unit}${close}`;
}

/** And 2 more: report of 旗人社局, conclude a petition. */
function moreText(others: readonly TodoLine[]): Text {
  if (others.length === 0) return { zh: '', en: '' };
  const zh = others.map(({ what }) => what.zh).join('、');
  const en = others.map(({ what }) => what.en).join(', ');
  return { zh: `；另有 ${others.length} 项：${zh}`, en: `; and ${others.length} more: ${en}` };
}

/** The command without the program and what it is about. */
function doText({ first, others }: Group): string {
  if (first.wait === 'visit' && others.length > 0) return 'report missed --standard';
  return first.command
    .replace('tiaochu ', '')
    .replace(` ${first.about}`, '')
    .replaceAll(/ --\S+ …/g, '');
}
