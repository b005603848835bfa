import type { Connection } from '../database/connection.ts';
import { deleteFrom, insertInto, selectFrom, updateTable } from '../database/query.ts';
import type { CountyRow, LoadRow } from '../database/schema.ts';
import type { FactTable } from '../facts/tables.ts';

/** A county as it is loaded. */
export async function loadedCounty(region: Connection, code: string): Promise<CountyRow | undefined> {
  const [county] = await region.rows(selectFrom('county').selectAll().where('code', '=', code));
  return county;
}

/** The unfinished loads of a county. */
export function loadsOfCounty(region: Connection, county: string): Promise<LoadRow[]> {
  return region.rows(selectFrom('load').selectAll().where('county', '=', county).orderBy('edition'));
}

/** How many counties each server keeps or is about to. */
export async function countiesByHolder(region: Connection): Promise<ReadonlyMap<number, number>> {
  const counts = new Map<number, number>();
  const kept = await region.rows(selectFrom('county').select(['code', 'holder']));
  const coming = await region.rows(selectFrom('load').select(['county as code', 'holder']));
  for (const [, holder] of new Map([...coming, ...kept].map(({ code, holder }) => [code, holder])))
    if (holder !== null) counts.set(holder, (counts.get(holder) ?? 0) + 1);
  return counts;
}

export async function beginLoad(
  region: Connection,
  { county, holder, state }: Pick<LoadRow, 'county' | 'holder' | 'state'>,
): Promise<number> {
  const [next] = await region.run("select nextval('edition')::integer as edition");
  const edition = Number(next?.edition);
  const began_at = new Date().toISOString();
  await region.rows(insertInto('load').values({ edition, county, holder, state, began_at }));
  return edition;
}

/** Forgets a load, with the tables that it had complete. */
export async function endLoad(region: Connection, edition: number): Promise<void> {
  await region.rows(deleteFrom('load').where('edition', '=', edition));
}

/** The tables of a load that were noted as complete. */
export async function completeTables(region: Connection, edition: number): Promise<ReadonlySet<string>> {
  const tables = await region.rows(selectFrom('loaded_table').select('fact').where('edition', '=', edition));
  return new Set(tables.map(({ fact }) => fact));
}

export async function noteTable(region: Connection, edition: number, fact: FactTable, rows: number): Promise<void> {
  // A table that was noted and is not there any more was filled again.
  await region.rows(
    insertInto('loaded_table')
      .values({ edition, fact, rows })
      .onConflict(conflict => conflict.columns(['edition', 'fact']).doUpdateSet({ rows })),
  );
}

/** Notes in which state a county is loaded. */
export async function keepCounty(region: Connection, county: CountyRow): Promise<void> {
  const { code: _, ...rest } = county;
  await region.rows(
    insertInto('county')
      .values(county)
      .onConflict(conflict => conflict.column('code').doUpdateSet(rest)),
  );
}

/** Notes that a county was found to be as it is loaded, in a later state of its ledger. */
export async function keepState(region: Connection, code: string, state: Partial<CountyRow>): Promise<void> {
  await region.rows(updateTable('county').set(state).where('code', '=', code));
}

/** Forgets a county. */
export async function forgetCounty(region: Connection, code: string): Promise<void> {
  await region.rows(deleteFrom('county').where('code', '=', code));
}
