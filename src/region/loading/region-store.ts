import type { Connection } from '../database/connection.ts';
import { insertInto, selectFrom } from '../database/query.ts';
import type { CountyRow, HolderRow, LoadRow } from '../database/schema.ts';

/** The servers that keep counties for a region. */
export function holdersOf(region: Connection): Promise<HolderRow[]> {
  return region.rows(selectFrom('holder').select(['id', 'address']).orderBy('id'));
}

/** Notes a server that is to keep counties; returns its number. */
export async function addHolder(region: Connection, address: string): Promise<number> {
  const id = (await holdersOf(region)).reduce((most, holder) => Math.max(most, holder.id), 0) + 1;
  await region.rows(insertInto('holder').values({ id, address }));
  return id;
}

export async function regionId(region: Connection): Promise<string> {
  const [made] = await region.rows(selectFrom('region').select('id'));
  return String(made?.id);
}

/** The counties that are loaded, by their codes. */
export function countiesOf(region: Connection): Promise<CountyRow[]> {
  return region.rows(selectFrom('county').selectAll().orderBy('code'));
}

/** What is under way or was interrupted. */
export function loadsOf(region: Connection): Promise<LoadRow[]> {
  return region.rows(selectFrom('load').selectAll().orderBy('edition'));
}

/** What leagues and the region are called. */
export async function placesOf(region: Connection): Promise<ReadonlyMap<string, string>> {
  const places = await region.rows(selectFrom('place').select(['code', 'name']));
  return new Map(places.map(({ code, name }) => [code, name]));
}

/** Keeps what leagues and the region are called; a name that was known is replaced. */
export async function keepPlaces(
  region: Connection,
  places: readonly { readonly code: string; readonly name: string }[],
): Promise<void> {
  for (const place of places)
    await region.rows(
      insertInto('place')
        .values(place)
        .onConflict(conflict => conflict.column('code').doUpdateSet({ name: place.name })),
    );
}
