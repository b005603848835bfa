import type { Day } from '../../../kernel/day.ts';
import { type Period, periodText } from '../../../kernel/period.ts';
import { countsOf, MATRIX_TEXT, type Show, showParam } from '../../../reports/matrix.ts';
import { categoriesOf, type Halves, halvesByCounty, halvesTogether, NO_HALVES } from '../../figures/matrix.ts';
import { periodWords, regionReport } from './report.ts';
import type { RegionSource } from './source.ts';
import type { Counted } from './table.ts';

export const matrix = regionReport({
  summary: { zh: '排查化解统计表，按旗县、盟市或全区', en: 'the monthly return by county, league or region' },
  example: 'region report matrix --month 2023-06 --database postgresql://tiaochu@db/region',
  params: { show: showParam },
  counted: (source, period, today, { show = 'both' }) => matrixOf(source, period, today, show),
});

/** The monthly return, county by county. */
export async function matrixOf(
  { reader }: RegionSource,
  period: Period,
  today: Day,
  show: Show,
): Promise<Counted<Halves>> {
  const counts = countsOf(await categoriesOf(reader), show);
  return {
    title: MATRIX_TEXT.title,
    span: periodText(period),
    notes: [MATRIX_TEXT.rule],
    columns: counts.map(({ half: _, category: __, ...column }) => column),
    none: NO_HALVES,
    byCounty: await halvesByCounty(reader, period, today),
    together: halvesTogether,
    figures: halves =>
      Object.fromEntries(counts.map(({ key, half, category = '' }) => [key, halves[half].get(category) ?? 0])),
    shares: {},
    command: column => `tiaochu report matrix ${periodWords(period)} --explain ${column}`,
  };
}
