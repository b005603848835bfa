import type { RegionSchema as FactsSchema } from '../facts/tables.ts';

/** The one row that says which program made the database. */
interface RegionRow {
  id: string;
  version: number;
  facts: string;
  made_at: string;
}

/** A server that keeps the facts of some counties; its address has no password. */
export interface HolderRow {
  id: number;
  address: string;
}

/** A county as it is loaded: which ledger, in which state. */
export interface CountyRow {
  code: string;
  name: string;
  /** The first four digits of its code. */
  league: string;
  /** The server that keeps it; null for the region's own. */
  holder: number | null;
  edition: number;
  /** What its ledger is known by. */
  origin: string;
  /** The key that files of its facts are signed with. */
  signer: string;
  entry: number;
  entry_hash: string;
  entry_at: string;
  /** The day on which its facts were taken, and what they are told apart by. */
  facts_on: string;
  digest: string;
  rows: number;
  loaded_at: string;
}

/** A load that is under way or was interrupted: its tables are not counted yet. */
export interface LoadRow {
  edition: number;
  county: string;
  holder: number | null;
  /** Of which state of which ledger. */
  state: string;
  began_at: string;
}

/** A table of a load that is complete. */
interface LoadedTableRow {
  edition: number;
  fact: string;
  rows: number;
}

/** What leagues and the region are called, by the first digits of the codes in them. */
interface PlaceRow {
  code: string;
  name: string;
}

/** The tables of a region's database. */
export type RegionSchema = FactsSchema & {
  region: RegionRow;
  holder: HolderRow;
  county: CountyRow;
  load: LoadRow;
  loaded_table: LoadedTableRow;
  place: PlaceRow;
};
