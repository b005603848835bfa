import { type Period, periodText } from '../../../kernel/period.ts';
import { COVERAGE_TEXT } from '../../../reports/coverage/command.ts';
import {
  addFigures,
  COVERAGE_COLUMNS,
  type CoverageFigures,
  coverageRow,
  noFigures,
} from '../../../reports/coverage/figures.ts';
import { coverageByCounty } from '../../figures/coverage.ts';
import { periodWords, regionReport } from './report.ts';
import type { RegionSource } from './source.ts';
import type { Counted } from './table.ts';

export const coverage = regionReport({
  summary: { zh: '走访覆盖率，按旗县、盟市或全区', en: 'visit coverage by county, league or region' },
  example: 'region report coverage --by league --year 2023 --database postgresql://tiaochu@db/region',
  counted: coverageOf,
});

/** Visit coverage of a period, county by county. */
export async function coverageOf({ reader }: RegionSource, period: Period): Promise<Counted<CoverageFigures>> {
  return {
    ...COVERAGE_TEXT,
    span: periodText(period),
    notes: [COVERAGE_TEXT.rule],
    columns: COVERAGE_COLUMNS,
    none: noFigures(),
    byCounty: await coverageByCounty(reader, period),
    together: all => all.reduce((sum, more) => addFigures(sum, more), noFigures()),
    figures: counts => coverageRow({}, counts),
    shares: { coverage: ({ visited, households }) => [visited, households] },
    command: column => `tiaochu report coverage --by banner ${periodWords(period)} --explain ${column}`,
  };
}
