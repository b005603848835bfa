import { rounded } from '../../assessment/scoring/points.ts';
import { gathered } from '../../kernel/gathered.ts';
import { type FactsReader, factsFrom } from '../facts/reader.ts';
import type { RegionSchema } from '../facts/tables.ts';
import type { ByCounty } from './by-county.ts';

type Entry = Omit<RegionSchema['sheet_entry'], 'county'>;
type Total = Omit<RegionSchema['sheet_total'], 'county'>;

/** The sheets of one or several counties together: entries by indicator, totals by quarter. */
export interface Sheets {
  readonly entries: ReadonlyMap<string, Entry>;
  readonly totals: ReadonlyMap<string, Total>;
}

export const NO_SHEETS: Sheets = { entries: new Map(), totals: new Map() };

/** The entries and totals of a sheet (2023-Q2, or the year 2023), county by county. */
export async function sheetsByCounty(reader: FactsReader, sheet: string): Promise<ByCounty<Sheets>> {
  const entries = await reader.rows(
    factsFrom('sheet_entry').selectAll().where('sheet', '=', sheet).orderBy('county').orderBy('place'),
  );
  const totals = await reader.rows(factsFrom('sheet_total').selectAll().where('sheet', '=', sheet).orderBy('county'));
  const [entriesOf, totalsOf] = [gathered(entries, ({ county }) => county), gathered(totals, ({ county }) => county)];
  const counties = [...new Set([...entriesOf.keys(), ...totalsOf.keys()])];
  return new Map(counties.map(county => [county, sheetsOf(entriesOf.get(county) ?? [], totalsOf.get(county) ?? [])]));
}

/** Several counties together: every assessed unit counts once. */
export function sheetsTogether(all: readonly Sheets[]): Sheets {
  const rows = <V>(of: (sheets: Sheets) => ReadonlyMap<string, V>) => all.flatMap(sheets => [...of(sheets).values()]);
  return sheetsOf(
    rows(({ entries }) => entries),
    rows(({ totals }) => totals),
  );
}

function sheetsOf(entries: readonly Entry[], totals: readonly Total[]): Sheets {
  return {
    entries: summed(entries, ({ indicator }) => indicator, ['subjects', 'points', 'part', 'whole']),
    totals: summed(totals, ({ quarter }) => quarter, [
      'subjects',
      'points',
      'uncounted',
      'spread_subjects',
      'spread_points',
    ]),
  };
}

/** Rows that are of one kind added up; a database may hand over counts as texts. */
function summed<R extends Readonly<Record<string, string | number>>>(
  rows: readonly R[],
  kindOf: (row: R) => string,
  counts: readonly (keyof R & string)[],
): ReadonlyMap<string, R> {
  const sum = (own: readonly R[], key: keyof R) => own.reduce((all, row) => all + Number(row[key]), 0);
  return new Map(
    [...gathered(rows, kindOf)].map(([kind, own]) => [
      kind,
      { ...(own[0] as R), ...Object.fromEntries(counts.map(key => [key, sum(own, key)])) },
    ]),
  );
}

/** The mean of points that are known as their sum in hundredths; null of none. */
export function meanPoints(points: number, subjects: number): number | null {
  return subjects === 0 ? null : rounded(points / 100 / subjects);
}
