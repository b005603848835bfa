import { notFound } from '../../kernel/failure.ts';
import type { Connection } from '../database/connection.ts';
import { dropOthers, dropPartitions } from '../database/partitions.ts';
import type { CountyRow } from '../database/schema.ts';
import { holding } from './county-lock.ts';
import type { Holders } from './holders.ts';
import { endLoad, forgetCounty, loadedCounty, loadsOfCounty } from './load-store.ts';

/** Takes a county out of a region, with whatever loads of it are unfinished. Throws where it is not in it (exit 3). */
export async function removeCounty(region: Connection, holders: Holders, code: string): Promise<CountyRow> {
  return holding(region, code, async () => {
    const county = await loadedCounty(region, code);
    if (!county) return notFound(COUNTY, code);
    await region.atomically(async () => {
      await dropPartitions(region, { county: code, edition: county.edition }, county.holder);
      for (const { edition } of await loadsOfCounty(region, code)) await endLoad(region, edition);
      await forgetCounty(region, code);
    });
    await dropOthers(await holders.at(county.holder), code, []);
    return county;
  });
}

/** Refers to the counties of a region. */
const COUNTY = { zh: '旗县', en: 'counties', one: 'county', list: 'region status' } as const;
