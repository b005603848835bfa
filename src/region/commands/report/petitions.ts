import type { Day } from '../../../kernel/day.ts';
import { mapValues } from '../../../kernel/keys.ts';
import { type Period, periodText } from '../../../kernel/period.ts';
import { PETITION_FIGURES, PETITIONS_TEXT } from '../../../reports/petitions/command.ts';
import { type PetitionCounts, petitionRates, RATES } from '../../../reports/petitions/figures.ts';
import { NO_PETITIONS, petitionsByCounty } from '../../figures/petitions.ts';
import { periodWords, regionReport } from './report.ts';
import type { RegionSource } from './source.ts';
import type { Counted } from './table.ts';

export const petitions = regionReport({
  summary: { zh: '信访，按旗县、盟市或全区', en: 'petitions by county, league or region' },
  example: 'region report petitions --quarter 2023-Q3 --database postgresql://tiaochu@db/region',
  counted: petitionsOf,
});

/** The petitions of a period, county by county. */
export async function petitionsOf(
  { reader }: RegionSource,
  period: Period,
  today: Day,
): Promise<Counted<PetitionCounts>> {
  return {
    title: PETITIONS_TEXT.title,
    span: periodText(period),
    notes: [PETITIONS_TEXT.rule],
    columns: PETITION_FIGURES,
    none: NO_PETITIONS,
    byCounty: await petitionsByCounty(reader, period, today),
    together: all => mapValues(NO_PETITIONS, (_, key) => all.reduce((sum, counts) => sum + counts[key], 0)),
    figures: petitionRates,
    shares: mapValues(
      RATES,
      ([part, whole]) =>
        (counts: PetitionCounts) =>
          [counts[part], counts[whole]] as const,
    ),
    command: column => `tiaochu report petitions ${periodWords(period)} --explain ${column}`,
  };
}
