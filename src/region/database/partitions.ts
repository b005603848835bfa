import type { FactTable } from '../facts/tables.ts';
import type { Connection } from './connection.ts';
import { factDefinition, identifier, literal } from './definition.ts';
import { FACTS } from './fact-columns.ts';
import { holderServer } from './problems.ts';

/** The facts of a county in one edition: tables of their own, which become partitions once all of them are complete. */
export interface Edition {
  readonly county: string;
  readonly edition: number;
}

const nameOf = (fact: FactTable, { county, edition }: Edition) => `${fact}_${county}_${edition}`;
const tableOf = (fact: FactTable, edition: Edition) => `tiaochu.${identifier(nameOf(fact, edition))}`;

/** Makes a table of an edition on the server that is to keep it, and fills it; all of it or nothing. */
export async function fillTable(
  holder: Connection,
  fact: FactTable,
  edition: Edition,
  pieces: Iterable<Uint8Array>,
): Promise<void> {
  const table = tableOf(fact, edition);
  await holder.atomically(async () => {
    await holder.run(`drop table if exists ${table}`);
    // With the check the table becomes a partition without being read again.
    await holder.run(`create table ${table} (${factDefinition(fact)}, check (county = ${literal(edition.county)}))`);
    await holder.copy(`copy ${table} from stdin`, pieces);
  });
  await holder.run(`analyze ${table}`);
}

/** Puts the tables of an edition in the place of those of another one, within a transaction of the region's own server. */
export async function exchangePartitions(
  region: Connection,
  edition: Edition,
  before: { readonly edition: number; readonly holder: number | null } | undefined,
  holder: number | null,
): Promise<void> {
  const { county } = edition;
  if (before) await dropPartitions(region, { county, edition: before.edition }, before.holder);
  else await lockFacts(region);
  for (const fact of FACTS) {
    if (holder !== null) await region.run(foreignTable(fact, edition, holder));
    const [whole, part] = [identifier(fact), tableOf(fact, edition)];
    await region.run(`alter table ${whole} attach partition ${part} for values in (${literal(county)})`);
  }
}

/** Takes the tables of an edition away, within a transaction of the region's own server. */
export async function dropPartitions(region: Connection, edition: Edition, holder: number | null): Promise<void> {
  await lockFacts(region);
  const kind = holder === null ? 'table' : 'foreign table';
  await region.run(`drop ${kind} ${FACTS.map(fact => tableOf(fact, edition)).join(', ')}`);
}

/** Keeps every county's facts as they are until the transaction ends, so that a report does not mix two editions. */
export async function holdFacts(region: Connection): Promise<void> {
  await lockFacts(region, 'access share');
}

/** In one order for everybody, so that no two wait for each other. */
async function lockFacts(region: Connection, mode = 'access exclusive'): Promise<void> {
  await region.run(`lock table only ${FACTS.map(identifier).join(', only ')} in ${mode} mode`);
}

function foreignTable(fact: FactTable, edition: Edition, holder: number): string {
  return `create foreign table ${tableOf(fact, edition)} (${factDefinition(fact)})
    server ${holderServer(holder)} options (schema_name 'tiaochu', table_name ${literal(nameOf(fact, edition))})`;
}

/** The tables of an edition that a server has. */
export async function tablesOf(holder: Connection, edition: Edition): Promise<FactTable[]> {
  const found = await holder.run(`select tablename as name from pg_tables where schemaname = 'tiaochu'`);
  const names = new Set(found.map(({ name }) => name));
  return FACTS.filter(fact => names.has(nameOf(fact, edition)));
}

/** Drops the tables of a county's other editions from a server that keeps them. */
export async function dropOthers(holder: Connection, county: string, kept: readonly number[]): Promise<void> {
  const found = await holder.run(
    `select tablename as name from pg_tables where schemaname = 'tiaochu' and tablename ~ $1`,
    [`^(${FACTS.join('|')})_${county}_[0-9]+$`],
  );
  const strays = found
    .map(({ name }) => String(name))
    .filter(name => !kept.includes(Number(name.slice(name.lastIndexOf('_') + 1))));
  for (const name of strays) await holder.run(`drop table if exists tiaochu.${identifier(name)}`);
}
