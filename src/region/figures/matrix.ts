import type { Day } from '../../kernel/day.ts';
import type { Period } from '../../kernel/period.ts';
import { COUNTS } from '../../reports/resolution/figures.ts';
import { type FactsReader, factsFrom } from '../facts/reader.ts';
import { type ByCounty, rowsByCounty } from './by-county.ts';
import { said } from './condition.ts';
import { statesIn } from './resolution.ts';

/** Disputes settled and unsettled, each by category; under an empty one all of them. */
export type Halves = Readonly<Record<'settled' | 'unsettled', ReadonlyMap<string, number>>>;

export const NO_HALVES: Halves = { settled: new Map(), unsettled: new Map() };

/** What the monthly return counts, county by county. */
export async function halvesByCounty(reader: FactsReader, period: Period, today: Day): Promise<ByCounty<Halves>> {
  const query = statesIn(period, today)
    .select(({ fn }) => [
      'county',
      'category',
      fn.sum<number>('stays').filterWhere(said(COUNTS.settled, period)).as('settled'),
      fn.sum<number>('stays').filterWhere(said(COUNTS.closing, period)).as('unsettled'),
    ])
    .groupBy(['county', 'category']);
  const found = await rowsByCounty(reader, query);
  const half = (rows: readonly Readonly<Record<string, unknown>>[], key: keyof Halves) =>
    withAll(new Map(rows.map(row => [String(row.category), Number(row[key] ?? 0)])));
  return new Map(
    [...found].map(([county, rows]) => [
      county,
      { settled: half(rows, 'settled'), unsettled: half(rows, 'unsettled') },
    ]),
  );
}

const withAll = (counts: ReadonlyMap<string, number>) =>
  new Map([...counts, ['', [...counts.values()].reduce((sum, count) => sum + count, 0)]]);

/** Several counties together. */
export function halvesTogether(all: readonly Halves[]): Halves {
  return { settled: added(all.map(({ settled }) => settled)), unsettled: added(all.map(({ unsettled }) => unsettled)) };
}

function added(all: readonly ReadonlyMap<string, number>[]): ReadonlyMap<string, number> {
  const sum = new Map<string, number>();
  for (const counts of all) for (const [key, count] of counts) sum.set(key, (sum.get(key) ?? 0) + count);
  return sum;
}

/** The categories of all counties, in the order of their codes; one that counties call differently by one of its names. */
export async function categoriesOf(reader: FactsReader) {
  const names = await reader.rows(
    factsFrom('category_name')
      .select(({ fn }) => ['code', fn.min('name_zh').as('name_zh'), fn.min('name_en').as('name_en')])
      .groupBy('code')
      .orderBy('code'),
  );
  return names.map(({ code, name_zh, name_en }) => ({ code, name_zh: String(name_zh), name_en: String(name_en) }));
}
