import type { Context } from '../../../cli/command.ts';
import type { Text } from '../../../kernel/text.ts';
import type { Address } from '../../database/address.ts';
import { holdFacts } from '../../database/partitions.ts';
import { databaseOf, openRegion } from '../../database/region.ts';
import { type FactsReader, factsFrom } from '../../facts/reader.ts';
import { placesOf } from '../../loading/region-store.ts';

/** Facts of counties, and what these, their leagues and their region are called. */
export interface RegionSource {
  readonly reader: FactsReader;
  readonly counties: readonly string[];
  readonly names: ReadonlyMap<string, string>;
}

/** Opens a region's database for as long as some work takes; meanwhile its facts do not change. */
export async function withRegion<T>(
  { env, remark }: Pick<Context, 'env' | 'remark'>,
  database: Address | undefined,
  work: (source: RegionSource) => Promise<T>,
): Promise<T> {
  const region = await openRegion(databaseOf(database, env), env);
  try {
    return await region.atomically(async () => {
      await holdFacts(region);
      const source = await sourceOf(region, await placesOf(region));
      if (source.counties.length === 0) remark(NOTHING_LOADED);
      return work(source);
    });
  } finally {
    await region.close();
  }
}

const NOTHING_LOADED: Text = {
  zh: '汇总库中尚无旗县，先用 tiaochu region load 台账 装载',
  en: 'No county is loaded yet: load them with tiaochu region load LEDGER',
};

/** The counties that have facts, by the names that they brought with them. */
export async function sourceOf(reader: FactsReader, places: ReadonlyMap<string, string>): Promise<RegionSource> {
  const named = await reader.rows(factsFrom('county_name').select(['county', 'name']).orderBy('county'));
  const names = new Map([...places, ...named.map(({ county, name }) => [county, name] as const)]);
  return { reader, counties: named.map(({ county }) => county), names };
}
