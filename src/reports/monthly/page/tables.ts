import { grouped } from '../../../kernel/money.ts';
import type { Text } from '../../../kernel/text.ts';
import type { Column, Row, Table } from '../../../kernel/view.ts';
import type { Shown } from '../views.ts';

/** The most rows of a table on the page; the workbook and the CSV have all. */
const MOST = 30;
/** Codes of what is named beside them. */
const NAMED_BESIDE: ReadonlySet<string> = new Set(['unit_code', 'category_code']);

/** What is a detail on a narrow screen and has room on paper: the rows of the tiers must balance there, too. */
const ON_PAPER: Readonly<Record<string, readonly string[]>> = {
  coverage: ['phone', 'absent'],
  resolution: ['reopened', 'handed_down', 'ended_otherwise'],
  petitions: ['declined', 'repeat_rate', 'response_rate'],
  overdue: ['status', 'holder'],
};

/** A table as the page has it: without details and codes, which do not fit the paper, and not too long. */
export function onPage({ content, view }: Shown): Table | undefined {
  if (view.shape !== 'table') return undefined;
  const rows = view.rows as readonly Row[];
  const isReturn = content.report === 'matrix';
  const details = ON_PAPER[content.report] ?? [];
  const columns = view.columns.filter(column => isShown(column, isReturn || details.includes(column.key)));
  const { title: _, groups: __, ...table } = view;
  return {
    ...table,
    columns: isReturn
      ? columns.filter(column => !isEmpty(column, view))
      : columns.map(({ detail: _, ...column }) => column),
    rows: rows.slice(0, MOST),
    notes: rows.length > MOST ? [cutText(rows.length, content.name)] : [],
  };
}

/** The return has its categories as details, and they are what it is about. */
function isShown({ key, detail, inFiles }: Column, withDetail: boolean): boolean {
  return !inFiles && !NAMED_BESIDE.has(key) && (withDetail || !detail);
}

/** The two halves of the return, which are there even where they are nothing. */
const HALVES: ReadonlySet<string> = new Set(['settled', 'unsettled']);

/** A category without any dispute in the month. */
function isEmpty({ key, kind }: Column, { rows, totals }: Table): boolean {
  if (HALVES.has(key)) return false;
  return kind === 'integer' && [...(rows as readonly Row[]), ...(totals ? [totals] : [])].every(row => row[key] === 0);
}

function cutText(rows: number, name: string): Text {
  const n = grouped(rows);
  return {
    zh: `只列前 ${MOST} 行，共 ${n} 行；全部见 month.xlsx 和 csv/${name}.csv`,
    en: `The first ${MOST} of ${n} rows; month.xlsx and csv/${name}.csv have all.`,
  };
}
