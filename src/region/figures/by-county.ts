import type { Compilable } from 'kysely';
import { gathered } from '../../kernel/gathered.ts';
import type { FactsReader } from '../facts/reader.ts';

/** Something of each county, by its code. */
export type ByCounty<V> = ReadonlyMap<string, V>;

type Counts = Readonly<Record<string, number>>;

/** The counts of several queries, each with a row a county; a county without a row has none, and a sum of nothing is 0. */
export async function countsByCounty<C extends Counts>(
  reader: FactsReader,
  none: C,
  queries: readonly Compilable<{ county: string }>[],
): Promise<ByCounty<C>> {
  const found = new Map<string, C>();
  for (const query of queries)
    for (const { county, ...counts } of await reader.rows(query))
      found.set(county, { ...(found.get(county) ?? none), ...asNumbers(counts) });
  return found;
}

/** The rows of a query that has several a county. */
export async function rowsByCounty<R extends { readonly county: string }>(
  reader: FactsReader,
  query: Compilable<R>,
): Promise<ByCounty<readonly R[]>> {
  return gathered(await reader.rows(query), ({ county }) => county);
}

/** Databases differ in how they hand over sums: as numbers, as texts of digits, null for nothing. */
function asNumbers(counts: Readonly<Record<string, unknown>>): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).map(([key, count]) => [key, Number(count ?? 0)]));
}
