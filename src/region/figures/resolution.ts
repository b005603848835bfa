import type { Day } from '../../kernel/day.ts';
import { medianOfCounts } from '../../kernel/figures.ts';
import { keysOf, mapValues } from '../../kernel/keys.ts';
import { type Period, untilToday } from '../../kernel/period.ts';
import { COUNTS, partsOf, RATED_AS, RATES, resolutionRates, TIERS_UP } from '../../reports/resolution/figures.ts';
import { type FactsReader, factsFrom } from '../facts/reader.ts';
import { type ByCounty, countsByCounty, rowsByCounty } from './by-county.ts';
import { said } from './condition.ts';

const RATED = keysOf(RATED_AS);
/** In each tier, from below. */
const SETTLED_IN = ['settled_in_3', 'settled_in_2', 'settled_in_1'] as const;
const MEASURES = ['people', 'amount_fen', 'prevented_crimes'] as const;
type Count =
  | keyof typeof COUNTS
  | (typeof RATED_AS)[keyof typeof RATED_AS]
  | (typeof SETTLED_IN)[number]
  | (typeof MEASURES)[number];
type Counts = Readonly<Record<Count, number>>;

/** What the table of resolution counts of a county or of several, and how often their disputes took so many days. */
export interface DisputeCounts {
  readonly counts: Counts;
  readonly days: ReadonlyMap<number, number>;
}

const NONE = Object.fromEntries(
  [...keysOf(COUNTS), ...Object.values(RATED_AS), ...SETTLED_IN, ...MEASURES].map(count => [count, 0]),
) as Counts;
export const NO_DISPUTES: DisputeCounts = { counts: NONE, days: new Map() };

/** What the table of resolution counts, county by county, with each county as one row: what moves inside it is left out. */
export async function disputesByCounty(
  reader: FactsReader,
  period: Period,
  today: Day,
): Promise<ByCounty<DisputeCounts>> {
  const counts = await countsByCounty(reader, NONE, [stays(period, today), rated(period)]);
  const times = await rowsByCounty(reader, timesTaken(period, today));
  return new Map(
    [...counts].map(([county, counts]) => {
      const days = (times.get(county) ?? []).map(({ days, stays }) => [Number(days), Number(stays)] as const);
      return [county, { counts, days: new Map(days) }];
    }),
  );
}

/** Of the states that stays had on the last day that has come, those that touch the period. */
export const statesIn = (period: Period, today: Day) => {
  const { to } = untilToday(period, today);
  return factsFrom('stay_state').where('from_on', '<=', to).where('to_on', '>', to).where('left_on', '>=', period.from);
};

const settled = (period: Period) => said(COUNTS.settled, period);

const stays = (period: Period, today: Day) =>
  statesIn(period, today)
    .select(({ fn, eb }) => [
      'county',
      ...keysOf(COUNTS).map(key => fn.sum<number>('stays').filterWhere(said(COUNTS[key], period)).as(key)),
      ...TIERS_UP.map((tier, i) =>
        fn
          .sum<number>('stays')
          .filterWhere(settled(period))
          .filterWhere(eb('tier', '=', tier))
          .as(SETTLED_IN[i] ?? 'settled_in_1'),
      ),
      ...MEASURES.map(key => fn.sum<number>(key).filterWhere(settled(period)).as(key)),
    ])
    .groupBy('county');

/** Each settlement of which parties were asked in the period, by the last answer in it. */
const rated = ({ from, to }: Period) =>
  factsFrom('rating')
    .select(({ fn }) => [
      'county',
      ...RATED.map(answer => fn.sum<number>('disputes').filterWhere('satisfaction', '=', answer).as(RATED_AS[answer])),
    ])
    .where('answered_on', '>=', from)
    .where('answered_on', '<=', to)
    .where('next_on', '>', to)
    .groupBy('county');

const timesTaken = (period: Period, today: Day) =>
  statesIn(period, today)
    .select(({ fn }) => ['county', 'days', fn.sum<number>('stays').as('stays')])
    .where(settled(period))
    .groupBy(['county', 'days']);

/** Several counties together. */
export function disputesTogether(all: readonly DisputeCounts[]): DisputeCounts {
  const days = new Map<number, number>();
  for (const each of all) for (const [length, times] of each.days) days.set(length, (days.get(length) ?? 0) + times);
  return { counts: mapValues(NONE, (_, key) => all.reduce((sum, { counts }) => sum + counts[key], 0)), days };
}

/** The figures of a row. Escalations stay within a county, so that they have no rate. */
export function resolutionFigures({ counts, days }: DisputeCounts) {
  return resolutionRates({
    ...counts,
    settledIn: SETTLED_IN.map(tier => counts[tier]),
    escalation_rate: null,
    median_days: medianOfCounts(days),
  });
}

/** What each rate of a row is a share of. */
export const SHARES: Readonly<Record<string, (counts: DisputeCounts) => readonly [part: number, whole: number]>> = {
  ...mapValues(
    RATES,
    (_, rate) =>
      ({ counts }: DisputeCounts) =>
        partsOf(counts, rate),
  ),
  ...Object.fromEntries(
    (['share_village', 'share_township', 'share_banner'] as const).map((key, i) => [
      key,
      ({ counts }: DisputeCounts) => [counts[SETTLED_IN[i] ?? 'settled_in_1'], counts.settled] as const,
    ]),
  ),
};
