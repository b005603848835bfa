import { gathered } from '../../../kernel/gathered.ts';
import type { Text } from '../../../kernel/text.ts';
import { type Column, column, type Row } from '../../../kernel/view.ts';
import { byParam } from '../../../reports/report.ts';

/** What the rows are: a county, a league, a region, each by the first digits of the counties' codes. */
const BY = {
  county: { zh: '旗县', en: 'county' },
  league: { zh: '盟市', en: 'league' },
  region: { zh: '全区', en: 'region' },
} as const satisfies Record<string, Text>;
export type By = keyof typeof BY;

export const byPlace = byParam<By>(BY, 'county');

const DIGITS: Readonly<Record<By, number>> = { county: 6, league: 4, region: 2 };

const COUNTIES = column('counties', '旗县数', 'Counties', 'integer');

/** The first columns of a table. */
export const PLACE_COLUMNS: Readonly<Record<By, readonly Column[]>> = {
  county: [column('county_code', '旗县代码', 'County code', 'code'), column('county', '旗县', 'County', 'label')],
  league: [
    column('league_code', '盟市代码', 'League code', 'code'),
    column('league', '盟市', 'League', 'label'),
    COUNTIES,
  ],
  region: [
    column('region_code', '省区代码', 'Region code', 'code'),
    column('region', '省区', 'Region', 'label'),
    COUNTIES,
  ],
};

/** A row of a table: what it is called, and the counties that it counts. */
export interface Place {
  readonly labels: Row;
  readonly counties: readonly string[];
}

/** The rows of a table in the order of their codes; a place whose name nobody entered goes by its code. */
export function placesBy(by: By, names: ReadonlyMap<string, string>, counties: readonly string[]): Place[] {
  const places = gathered([...counties].sort(), county => county.slice(0, DIGITS[by]));
  return [...places].map(([code, own]) => ({
    counties: own,
    labels: {
      [`${by}_code`]: code,
      [by]: names.get(code) ?? code,
      ...(by === 'county' ? {} : { counties: own.length }),
    },
  }));
}
