import type { Day } from '../../../kernel/day.ts';
import { type Period, periodText } from '../../../kernel/period.ts';
import {
  RESOLUTION_COLUMNS,
  RESOLUTION_DEFINITIONS,
  RESOLUTION_TITLE,
  ranked,
} from '../../../reports/resolution/command.ts';
import {
  type DisputeCounts,
  disputesByCounty,
  disputesTogether,
  NO_DISPUTES,
  resolutionFigures,
  SHARES,
} from '../../figures/resolution.ts';
import { periodWords, regionReport } from './report.ts';
import type { RegionSource } from './source.ts';
import type { Counted } from './table.ts';

export const resolution = regionReport({
  summary: { zh: '纠纷化解，按旗县、盟市或全区', en: 'disputes settled and still open by county, league or region' },
  example: 'region report resolution --year 2023 --database postgresql://tiaochu@db/region',
  counted: resolutionOf,
});

const INSIDE = {
  zh: '一行是整个旗县（盟市、全区），内部的移交不计，所以没有上报率',
  en: 'A row is a whole county (league, region): transfers inside it are not counted, so that there is no escalation rate.',
};

/** The disputes of a period, county by county. */
export async function resolutionOf(
  { reader }: RegionSource,
  period: Period,
  today: Day,
): Promise<Counted<DisputeCounts>> {
  return {
    title: RESOLUTION_TITLE,
    span: periodText(period),
    notes: [...RESOLUTION_DEFINITIONS, INSIDE],
    columns: RESOLUTION_COLUMNS.filter(({ key }) => key !== 'escalation_rate'),
    none: NO_DISPUTES,
    byCounty: await disputesByCounty(reader, period, today),
    together: disputesTogether,
    figures: resolutionFigures,
    shares: SHARES,
    command: column => `tiaochu report resolution --by banner ${periodWords(period)} --explain ${column}`,
    ranked: rows => ranked(rows as Parameters<typeof ranked>[0]),
  };
}
