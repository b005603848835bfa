import type { FactTable } from '../facts/tables.ts';
import type { Address } from './address.ts';
import type { Connection } from './connection.ts';
import { columnsOf, FACTS, FACTS_VERSION } from './fact-columns.ts';
import { holderServer } from './problems.ts';
import { REGION_VERSION } from './region.ts';

/** Bytes are compared, not what a language sorts by: days and codes in their order, the same on every server. */
const TYPES = { text: 'text collate "C"', day: 'text collate "C"', integer: 'bigint' } as const;

/** The columns of a table of facts, as they are defined: the county's code goes first. */
export function factDefinition(fact: FactTable): string {
  const columns = columnsOf(fact).map(([name, kind]) => `${identifier(name)} ${TYPES[kind]}`);
  return ['county text collate "C" not null', ...columns].join(', ');
}

/** A name as SQL has it; the names of facts are words. */
export const identifier = (name: string) => `"${name.replaceAll('"', '""')}"`;
/** A text as SQL has it, where no parameter may stand. */
export const literal = (text: string) =>
  /\\/.test(text) ? `E'${text.replace(/[\\']/g, '\\$&')}'` : `'${text.replaceAll("'", "''")}'`;

/** What a region's database has beside the facts. */
const TABLES = `
  create table region (id uuid not null default gen_random_uuid(), version integer not null, facts text not null,
    made_at timestamptz not null default now());
  create table holder (id integer primary key, address text not null unique);
  create table county (code text collate "C" primary key, name text not null, league text collate "C" not null,
    holder integer references holder, edition bigint not null, origin text not null, signer text not null,
    entry bigint not null, entry_hash text not null, entry_at text not null, facts_on text not null,
    digest text not null, rows bigint not null, loaded_at timestamptz not null);
  create sequence edition;
  create table load (edition bigint primary key, county text collate "C" not null, holder integer references holder,
    state text not null, began_at timestamptz not null default now());
  create table loaded_table (edition bigint not null references load on delete cascade, fact text not null,
    rows bigint not null, primary key (edition, fact));
  create table place (code text collate "C" primary key, name text not null)`;

/** Makes what a region's database has: the list of counties, the loads, and the tables of facts, parted by county. */
export async function defineRegion(region: Connection): Promise<void> {
  await region.run('create schema tiaochu');
  await region.run('set local search_path = tiaochu');
  await region.run(TABLES);
  for (const fact of FACTS)
    await region.run(`create table ${identifier(fact)} (${factDefinition(fact)}) partition by list (county)`);
  await region.run('insert into region (version, facts) values ($1, $2)', [REGION_VERSION, FACTS_VERSION]);
}

/** Makes what a server has that keeps counties for a region; says of which region it does. */
export async function defineHolder(holder: Connection, regionId: string): Promise<string> {
  await holder.run('create schema if not exists tiaochu');
  await holder.run('create table if not exists tiaochu.held_for (region uuid not null)');
  const [known] = await holder.run('select region::text from tiaochu.held_for');
  if (known) return String(known.region);
  await holder.run('insert into tiaochu.held_for (region) values ($1)', [regionId]);
  return regionId;
}

/** Lets the region's own server read what another one holds. Its password goes to the database, which needs it for that. */
export async function defineServer(region: Connection, id: number, address: Address, password?: string): Promise<void> {
  const name = holderServer(id);
  const place = { host: address.host, port: address.port, dbname: address.database };
  const manner = { connect_timeout: '5', fetch_size: '10000', async_capable: 'true', use_remote_estimate: 'false' };
  const mode = address.sslmode === undefined ? {} : { sslmode: address.sslmode };
  await region.run('create extension if not exists postgres_fdw');
  await region.run(
    `create server ${name} foreign data wrapper postgres_fdw options (${options({ ...place, ...mode, ...manner })})`,
  );
  await defineLogin(region, id, address, password);
}

/** Says as whom the region's own server reads another one, in place of what was said before. */
export async function defineLogin(region: Connection, id: number, address: Address, password?: string): Promise<void> {
  const name = holderServer(id);
  const login = { ...(address.user ? { user: address.user } : {}), ...(password ? { password } : {}) };
  await region.run(`drop user mapping if exists for current_user server ${name}`);
  await region.run(`create user mapping for current_user server ${name} options (${options(login)})`);
}

const options = (given: Readonly<Record<string, string>>) =>
  Object.entries(given)
    .map(([name, value]) => `${identifier(name)} ${literal(value)}`)
    .join(', ');
