import { isRate, type Source } from '../../../assessment/scheme/scheme.ts';
import { placesOf } from '../../../assessment/scoring/points.ts';
import { asQuarter, quarterAround, quartersOf } from '../../../assessment/scoring/quarter.ts';
import { unnamed } from '../../../cli/command.ts';
import { periodParams } from '../../../cli/places.ts';
import { misuse } from '../../../kernel/failure.ts';
import { type Text, untranslated } from '../../../kernel/text.ts';
import { type Column, column, detail, type Row } from '../../../kernel/view.ts';
import { LAST, QUARTERS, UNCOUNTED } from '../../../reports/scorecard/tables.ts';
import { meanPoints, NO_SHEETS, type Sheets, sheetsByCounty, sheetsTogether } from '../../figures/scorecard.ts';
import { placeParams, shown } from './report.ts';
import type { RegionSource } from './source.ts';
import type { Counted } from './table.ts';

export const scorecard = unnamed({
  summary: { zh: '考核评分，按旗县、盟市或全区', en: 'points of assessed units, by county, league or region' },
  example: 'region report scorecard --quarter 2023-Q3 --database postgresql://tiaochu@db/region',
  access: 'none',
  params: { quarter: periodParams.quarter, year: periodParams.year, ...placeParams },
  run: (context, { quarter, year, ...asked }) => {
    if (quarter !== undefined && year !== undefined)
      misuse({ zh: '--quarter 与 --year 只能写一个', en: 'Name a quarter or a year, not both' });
    const named = quarter === undefined ? quarterAround(context.today) : asQuarter(quarter);
    return shown(context, asked, source =>
      year === undefined
        ? quarterOf(source, named.name)
        : yearOf(source, quartersOf(year)[0]?.name.slice(0, 4) ?? year),
    );
  },
});

const SUBJECTS = column('subjects', '考核单位', 'Units assessed', 'integer');
const MEANS: Text = {
  zh: '各列是所辖考核单位得分的平均，每个考核单位（乡镇，或指导组单独指导的社区、村）权重相同；各旗县方案不同的，同代码的指标并为一列；重分总分按有基数的单位平均',
  en: 'Each column is the mean of the points of the units assessed there (townships, and what a guidance group has to itself), all with the same weight. Where counties have other schemes, indicators of the same code are one column. The spread total is the mean of those units that have something to count.',
};

/** A quarter's points, county by county. */
export async function quarterOf({ reader }: RegionSource, quarter: string): Promise<Counted<Sheets>> {
  const byCounty = await sheetsByCounty(reader, quarter);
  const { entries } = sheetsTogether([...byCounty.values()]);
  const indicators = [...entries.values()].map(
    ({ indicator, name_zh, name_en }): Column =>
      detail(indicator, name_zh, name_en.charAt(0).toUpperCase() + name_en.slice(1), 'integer'),
  );
  const figures = ({ entries, totals }: Sheets): Row => {
    const { subjects = 0, points = 0, uncounted = 0 } = totals.get(quarter) ?? {};
    return {
      subjects,
      ...Object.fromEntries([...entries].map(([key, entry]) => [key, meanPoints(entry.points, entry.subjects)])),
      uncounted: meanPoints(uncounted, subjects),
      total: meanPoints(points, subjects),
      spread_total: spreadIn(totals.get(quarter)),
    };
  };
  const shares = [...entries.values()].map(
    ({ indicator, source: from }) => [indicator, partsOf(indicator, from as Source)] as const,
  );
  return {
    ...common(byCounty, quarter),
    columns: [SUBJECTS, ...indicators, UNCOUNTED, ...LAST],
    figures,
    shares: Object.fromEntries(shares),
    command: key => `tiaochu report scorecard --quarter ${quarter}${entries.has(key) ? ` --explain ${key}` : ''}`,
  };
}

/** A year's points, county by county. */
export async function yearOf({ reader }: RegionSource, year: string): Promise<Counted<Sheets>> {
  const figures = ({ totals }: Sheets): Row => {
    const mean = (quarter: string) => {
      const { points = 0, subjects = 0 } = totals.get(quarter) ?? {};
      return meanPoints(points, subjects);
    };
    const quarters = quartersOf(year).map(({ name }) => [name.slice(5).toLowerCase(), mean(name)]);
    return {
      subjects: totals.get('')?.subjects ?? 0,
      ...Object.fromEntries(quarters),
      total: mean(''),
      spread_total: spreadIn(totals.get('')),
    };
  };
  return {
    ...common(await sheetsByCounty(reader, year), year),
    columns: [SUBJECTS, ...QUARTERS, ...LAST],
    figures,
    shares: {},
    command: () => `tiaochu report scorecard --year ${year}`,
  };
}

function common(byCounty: Counted<Sheets>['byCounty'], sheet: string) {
  return {
    title: { zh: '考核评分', en: 'Scorecard' },
    span: untranslated(sheet),
    notes: [MEANS],
    none: NO_SHEETS,
    byCounty,
    together: sheetsTogether,
    ranked: withPlaces,
  };
}

const spreadIn = (total: { readonly spread_points: number; readonly spread_subjects: number } | undefined) =>
  meanPoints(total?.spread_points ?? 0, total?.spread_subjects ?? 0);

/** Part and whole of an indicator's figure; a count has no whole. */
function partsOf(indicator: string, source: Source) {
  return ({ entries }: Sheets): readonly [number, number | null] => {
    const { part = 0, whole = 0 } = entries.get(indicator) ?? {};
    return [part, isRate(source) ? whole : null];
  };
}

function withPlaces(rows: readonly Row[]): Row[] {
  const places = (key: string) => placesOf(rows.map(row => (row[key] ?? null) as number | null));
  const [rank, spread_rank] = [places('total'), places('spread_total')];
  return rows.map((row, i) => ({ ...row, rank: rank[i], spread_rank: spread_rank[i] }));
}
