import type { Text } from '../../../kernel/text.ts';
import { type Column, column, type Row, type Table } from '../../../kernel/view.ts';
import { explanationOf } from '../../../reports/explain.ts';
import type { ByCounty } from '../../figures/by-county.ts';
import { type By, PLACE_COLUMNS, placesBy } from './places.ts';
import type { RegionSource } from './source.ts';

/** What a report counts of each county, and what becomes of it in a row of one county or of several. */
export interface Counted<C> {
  readonly title: Text;
  /** The days that it counts, as a heading has them. */
  readonly span: Text;
  readonly notes: readonly Text[];
  readonly columns: readonly Column[];
  readonly none: C;
  readonly byCounty: ByCounty<C>;
  together(all: readonly C[]): C;
  figures(counts: C): Row;
  /** What a column that is a share has above and below the line; other columns are counts. */
  readonly shares: Readonly<Record<string, (counts: C) => readonly [part: number, whole: number | null]>>;
  /** The command that lists in a county's own ledger what a column counts. */
  command(column: string): string;
  /** Rows that are compared with each other, as by their rates. */
  ranked?(rows: readonly Row[]): Row[];
}

const LOADED: Text = {
  zh: '各旗县按装载时的台账（tiaochu region status）；盟市、全区是各旗县之和，比率由相加后的分子、分母得出',
  en: 'Each county as its ledger was when it was loaded (tiaochu region status). Leagues and regions are sums of counties; rates come from the summed parts.',
};

/** The table of a report: a row for each place, and all together. */
export function regionTable<C>(counted: Counted<C>, { counties, names }: RegionSource, by: By): Table {
  const { title, span, notes, columns } = counted;
  const of = (codes: readonly string[]) => counted.figures(countsOf(counted, codes));
  const rows = placesBy(by, names, counties).map(place => ({ ...of(place.counties), ...place.labels }));
  const [, name] = PLACE_COLUMNS[by];
  return {
    shape: 'table',
    title: { zh: `${title.zh}（${span.zh}）`, en: `${title.en} (${span.en})` },
    columns: [...PLACE_COLUMNS[by], ...columns],
    rows: by !== 'region' && counted.ranked ? counted.ranked(rows) : rows,
    totals: { ...of(counties), [name?.key ?? '']: { zh: '合计', en: 'Total' } },
    notes: [...notes, LOADED],
  };
}

function countsOf<C>({ byCounty, none, together }: Counted<C>, counties: readonly string[]): C {
  return together(counties.map(county => byCounty.get(county) ?? none));
}

/** Columns that compare rows with each other: no records stand behind them. */
const PLACES: readonly string[] = ['rank', 'spread_rank'];

/** A figure of each county with its part and its whole, and the command that lists the records behind it in the county's ledger. */
export function explainedByCounty<C>(counted: Counted<C>, { counties, names }: RegionSource, wanted: string): Table {
  const { span, columns } = counted;
  const explained = columns.filter(({ key }) => !PLACES.includes(key));
  const figure = explanationOf(Object.fromEntries(explained.map(column => [column.key, column])), wanted);
  const rows = placesBy('county', names, counties).map(({ labels, counties: own }): Row => {
    const counts = countsOf(counted, own);
    const value = counted.figures(counts)[wanted];
    const [part, whole] = counted.shares[wanted]?.(counts) ?? [typeof value === 'number' ? value : null, null];
    return { ...labels, part, whole, figure: value, command: counted.command(wanted) };
  });
  return {
    shape: 'table',
    title: {
      zh: `各旗县的「${figure.title.zh}」（${span.zh}）`,
      en: `"${figure.title.en}" county by county (${span.en})`,
    },
    columns: [
      ...PLACE_COLUMNS.county,
      column('part', '分子', 'Part', figure.kind === 'rate' ? 'integer' : figure.kind),
      column('whole', '分母', 'Whole', 'integer'),
      { key: 'figure', title: figure.title, kind: figure.kind },
      column('command', '在旗县台账中列出记录', 'Lists the records in the county’s ledger', 'command'),
    ],
    rows,
  };
}
