import { choice } from '../cli/param.ts';
import { allCategories } from '../disputes/store.ts';
import { type Column, chosen, column, detail, type Row, sumOf } from '../kernel/view.ts';
import { explanationOf } from './explain.ts';
import { periodReport } from './report.ts';
import { divisionOf } from './resolution/division.ts';
import { STAY_COLUMNS, stayRow } from './resolution/explain.ts';
import { resolutionFacts, type StayFact } from './resolution/facts.ts';
import { noStays, sortIntoRows } from './resolution/figures.ts';
import { type Scope, UNIT_COLUMNS } from './scope.ts';

const SHOW = {
  both: { zh: '化解和未化解', en: 'settled and unsettled' },
  settled: { zh: '已化解', en: 'settled' },
  unsettled: { zh: '未化解', en: 'unsettled' },
} as const;
export type Show = keyof typeof SHOW;

/** What the return is called and how it counts. */
export const MATRIX_TEXT = {
  title: { zh: '排查化解统计表', en: 'Monthly return' },
  rule: {
    zh: '已化解：统计期内化解的件次，按化解单位；未化解：期末仍未了结的，按持有单位；乡镇含所属村（社区），旗本级另列；类别按期末',
    en: 'Settled: settlements of the period, at the unit that settled. Unsettled: still open at its end, at the unit that holds them. A township with its villages; the banner’s own desk separately; category as on the last day.',
  },
} as const;

export const showParam = choice(
  '--show <half>',
  { zh: '只列已化解或未化解（默认都列）', en: 'settled or unsettled only (default both)' },
  SHOW,
);

/** The county's monthly return (排查化解统计表): townships down, categories across, settled and unsettled, with totals. */
export const matrix = periodReport({
  summary: {
    zh: '排查化解统计表：乡镇 × 类别，已化解、未化解',
    en: 'the monthly return: township by category, settled and unsettled',
  },
  example: 'report matrix --month 2023-06',
  ...MATRIX_TEXT,
  params: { show: showParam },
  figures(scope, { show = 'both' }) {
    const rows = townships(scope).filter(row => row.shown);
    const counts = countsOf(allCategories(scope.db), show);
    const figures = (stays: readonly Halves[]): Row =>
      Object.fromEntries(counts.map(count => [count.key, stays.flatMap(row => counted(count, row)).length]));
    return {
      columns: [...UNIT_COLUMNS, ...counts.map(({ half: _, category: __, ...column }) => column)],
      rows: rows.map(({ labels, stays }) => ({ ...labels, ...figures([stays]) })),
      totals: { unit: { zh: '合计', en: 'Total' }, ...figures(rows.map(({ stays }) => stays)) },
    };
  },
  explain(scope, wanted, { show = 'both' }) {
    const counts = countsOf(allCategories(scope.db), show).map(count => [count.key, count] as const);
    const count = explanationOf(Object.fromEntries(counts), wanted);
    const rows = townships(scope).flatMap(({ labels, stays }) =>
      counted(count, stays).map(stay => ({ ...labels, ...stayRow(scope, stay), category: stay.category })),
    );
    return { title: count.title, columns: [...UNIT_COLUMNS, ...CASE_COLUMNS], rows };
  },
});

const CASE_COLUMNS: readonly Column[] = [
  ...chosen(STAY_COLUMNS, ['number', 'title']),
  column('category', '类别', 'Category'),
  ...chosen(STAY_COLUMNS, ['at_unit', 'registered_on']),
  column('left_on', '化解日期', 'Settled', 'day'),
];

/** The disputes of a row: settled in the period, and unsettled at its end. */
type Halves = Readonly<Record<'settled' | 'unsettled', readonly StayFact[]>>;

function townships(scope: Scope) {
  const { rows, rowOf } = divisionOf(scope, 'township');
  const sorted = sortIntoRows(resolutionFacts(scope), scope.period, rowOf);
  return rows.map(({ key, labels, always }) => {
    const { settled, closing } = sorted.get(key) ?? noStays();
    return { labels, shown: always || sorted.has(key), stays: { settled, unsettled: closing } satisfies Halves };
  });
}

/** A column of the return: the disputes of one half, all of them or those of a category. */
interface Count extends Column {
  readonly half: keyof Halves;
  readonly category?: string;
}

function counted({ half, category }: Count, stays: Halves): readonly StayFact[] {
  return category === undefined ? stays[half] : stays[half].filter(stay => stay.category === category);
}

/** All first, then category by category. */
export function countsOf(categories: readonly Category[], show: Show): Count[] {
  const halves = (['settled', 'unsettled'] as const).filter(half => show === 'both' || show === half);
  const all = halves.map((half): Count => {
    const { zh, en } = SHOW[half];
    const parts = categories.map(({ code }) => `${half}_${code}`);
    return { ...sumOf(column(half, zh, en, 'integer'), parts), half };
  });
  const ofCategories = categories.flatMap(({ code, name_zh, name_en }) =>
    halves.map((half): Count => {
      const [zh, en] = show === 'both' ? [` ${SHOW[half].zh}`, `, ${SHOW[half].en}`] : ['', ''];
      return { ...detail(`${half}_${code}`, name_zh + zh, name_en + en, 'integer'), half, category: code };
    }),
  );
  return [...all, ...ofCategories];
}

type Category = Readonly<Record<'code' | 'name_zh' | 'name_en', string>>;
