import { share } from '../../../kernel/figures.ts';
import { mapValues } from '../../../kernel/keys.ts';
import { type Period, periodText } from '../../../kernel/period.ts';
import type { Column } from '../../../kernel/view.ts';
import { COVERAGE, definitionsOf, figuresAt } from '../../../reports/headline/figures.ts';
import { headlineRule } from '../../../reports/headline/notes.ts';
import { type HeadlineCounts, headlineByCounty, NO_HEADLINE } from '../../figures/headline.ts';
import { periodWords, regionReport } from './report.ts';
import type { RegionSource } from './source.ts';
import type { Counted } from './table.ts';

export const headline = regionReport({
  summary: { zh: '总览：各旗县的机构、队伍、走访、化解、代办', en: 'the headline figures by county, league or region' },
  example: 'region report headline --by region --year 2023 --database postgresql://tiaochu@db/region',
  counted: headlineOf,
});

const FIGURES = figuresAt('banner');

/** The headline figures of a period, county by county. */
export async function headlineOf({ reader }: RegionSource, period: Period): Promise<Counted<HeadlineCounts>> {
  return {
    title: { zh: '总览', en: 'Headline figures' },
    span: periodText(period),
    notes: [headlineRule(period), definitionsOf(FIGURES)],
    columns: [
      ...FIGURES.map(({ key, title }): Column => ({ key, title, kind: 'integer' })),
      { key: COVERAGE.key, title: COVERAGE.title, kind: 'rate' },
    ],
    none: NO_HEADLINE,
    byCounty: await headlineByCounty(reader, period),
    together: all => mapValues(NO_HEADLINE, (_, key) => all.reduce((sum, counts) => sum + (counts[key] ?? 0), 0)),
    figures: counts => ({ ...counts, [COVERAGE.key]: share(...covered(counts)) }),
    shares: { [COVERAGE.key]: covered },
    command: column => `tiaochu report headline ${periodWords(period)} --explain ${column}`,
  };
}

const covered = ({ visited = 0, households = 0 }: HeadlineCounts): [number, number] => [visited, households];
