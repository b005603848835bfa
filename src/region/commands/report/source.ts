import type { Context } from '../../../cli/command.ts';
import type { Address } from '../../database/address.ts';
import { databaseOf, openRegion } from '../../database/region.ts';
import { type FactsReader, factsFrom } from '../../facts/reader.ts';
import { placesOf } from '../../loading/region-store.ts';

/** Facts of counties, and what these, their leagues and their region are called. */
export interface RegionSource {
  readonly reader: FactsReader;
  readonly counties: readonly string[];
  readonly names: ReadonlyMap<string, string>;
}

/** Opens a region's database for as long as some work takes. */
export async function withRegion<T>(
  { env }: Pick<Context, 'env'>,
  database: Address | undefined,
  work: (source: RegionSource) => Promise<T>,
): Promise<T> {
  const region = await openRegion(databaseOf(database, env), env);
  try {
    return await work(await sourceOf(region, await placesOf(region)));
  } finally {
    await region.close();
  }
}

/** The counties that have facts, by the names that they brought with them. */
export async function sourceOf(reader: FactsReader, places: ReadonlyMap<string, string>): Promise<RegionSource> {
  const named = await reader.rows(factsFrom('county_name').select(['county', 'name']).orderBy('county'));
  const names = new Map([...places, ...named.map(({ county, name }) => [county, name] as const)]);
  return { reader, counties: named.map(({ county }) => county), names };
}
