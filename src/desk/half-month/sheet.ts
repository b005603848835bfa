import type { Day } from '../../kernel/day.ts';
import { type Period, periodText } from '../../kernel/period.ts';
import { type Text, untranslated } from '../../kernel/text.ts';
import { type Column, chosen, column, lines, type Row, type Table, type View } from '../../kernel/view.ts';
import { shortenedTo } from '../../output/shorten.ts';
import { OVERDUE_COLUMNS, overdueRows } from '../../reports/overdue.ts';
import type { Scope } from '../../reports/scope.ts';
import type { UnitTerm } from '../../units/tree.ts';
import { FIGURES, figureNamed, type Rows } from './figures.ts';
import { type Leaders, leadersData, leadersText } from './leaders.ts';

/** A half month up to a day and the whole one before it, of one unit, and who leads its meeting on that day. */
export interface Sheet {
  readonly unit: UnitTerm;
  readonly now: Scope;
  readonly before: Scope;
  readonly leaders: Leaders;
  readonly reveal: boolean;
}

/** How many rows of each list the page has room for; the command under it lists all. */
const MOST = { decisions: 5, red: 4, overdue: 4 } as const;

/** The half-month sheet: one A4 page for the township's head (S-42). Lists are cut, figures are not. */
export function sheetPages(sheet: Sheet): View {
  const { unit, now, before, leaders, reveal } = sheet;
  const day = now.period.to;
  const heading = {
    zh: `${unit.name}半月调度表（${periodText(now.period).zh}）`,
    en: `Half-month sheet of ${unit.name} (${periodText(now.period).en})`,
  };
  const data: Row = {
    unit_code: unit.code,
    unit: unit.name,
    from: now.period.from,
    to: day,
    previous_from: before.period.from,
    previous_to: before.period.to,
    ...leadersData(leaders),
  };
  return {
    shape: 'pages',
    pages: [
      lines(data, heading, leadersText(leaders, reveal)),
      figuresTable(sheet),
      decisions(unit, now),
      red(unit, now),
      late(unit, now),
    ],
  };
}

function figuresTable({ unit, now, before }: Sheet): Table {
  return {
    shape: 'table',
    columns: [
      column('figure', '项目', 'Figure'),
      column('now', '本半月', 'This half month', 'integer'),
      column('before', '上半月', 'The one before', 'integer'),
      column('key', '--explain', '--explain'),
      { ...column('command', '明细命令', 'Command', 'command'), inFiles: true },
    ],
    rows: FIGURES.map(({ key, title, behind }) => ({
      figure: title,
      now: behind(now).rows.length,
      before: behind(before).rows.length,
      key,
      command: explaining(unit, now.period.to, key),
    })),
    notes: [countingText(unit, now.period, before.period)],
  };
}

/** The command that lists the rows behind a figure. */
function explaining({ code }: UnitTerm, day: Day, key: string): string {
  return `tiaochu meeting agenda --unit ${code} --on ${day} --explain ${key}`;
}

function countingText(unit: UnitTerm, now: Period, before: Period): Text {
  const command = explaining(unit, now.to, FIGURES[0]?.key ?? '');
  return {
    zh: `上半月：${periodText(before).zh}；在办、逾期、未办结的按各自末日。逐条明细：${command}（换成其他明细名亦可）`,
    en: `The one before: ${periodText(before).en}; what is open or overdue is so on the last day of each. Row by row: ${command} (or another word of that column)`,
  };
}

/** A list of the page: which columns of it there is room for, how wide the long ones may be, and how many rows. */
interface List {
  readonly title: Text;
  readonly keys: readonly string[];
  readonly widths: Readonly<Record<string, number>>;
  readonly most: number;
  /** The command that lists all. */
  readonly command: string;
}

/** The first rows of a list, a line each, and under them the command for all where some are left out. */
function cut({ columns, rows }: Rows, { title, keys, widths, most, command }: List): Table {
  const more = rows.length - most;
  return {
    shape: 'table',
    title: { zh: `${title.zh}（${rows.length}）`, en: `${title.en} (${rows.length})` },
    columns: chosen(columns, keys).map(own => ({ ...own, ...shortening(widths[own.key]) })),
    rows: rows.slice(0, most),
    notes:
      more > 0
        ? [{ zh: `只列前 ${most} 条，另有 ${more} 条：${command}`, en: `The first ${most}; ${more} more: ${command}` }]
        : [],
  };
}

/** Cuts what is shown of a long text, so that a row is one line; files and JSON have it in full. */
function shortening(width: number | undefined): Pick<Column, 'reads'> {
  if (width === undefined) return {};
  const short = (text: string) => shortenedTo(width, text);
  return {
    reads: cell => {
      if (cell === null || typeof cell !== 'object') return untranslated(short(String(cell ?? '')));
      return { zh: short(cell.zh), en: short(cell.en) };
    },
  };
}

function decisions(unit: UnitTerm, scope: Scope): Table {
  return cut(figureNamed('decisions').behind(scope), {
    title: { zh: '一、未办结的会议事项', en: '1. Open decisions' },
    keys: ['item', 'text', 'due_on'],
    widths: { text: 36 },
    most: MOST.decisions,
    command: explaining(unit, scope.period.to, 'decisions'),
  });
}

function red(unit: UnitTerm, scope: Scope): Table {
  return cut(figureNamed('red').behind(scope), {
    title: { zh: '二、红色风险纠纷', en: '2. Red disputes' },
    keys: ['number', 'title', 'registered_on'],
    widths: { title: 36 },
    most: MOST.red,
    command: explaining(unit, scope.period.to, 'red'),
  });
}

/** What is overdue, the longest first. */
function late(unit: UnitTerm, scope: Scope): Table {
  return cut(
    { columns: OVERDUE_COLUMNS, rows: overdueRows(scope) },
    {
      title: { zh: '三、逾期的时限', en: '3. Overdue deadlines' },
      keys: ['number', 'deadline', 'due_on', 'days_over'],
      widths: { deadline: 26 },
      most: MOST.overdue,
      command: `tiaochu report overdue --unit ${unit.code} --on ${scope.period.to}`,
    },
  );
}
