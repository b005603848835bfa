import type { FactTable } from '../facts/tables.ts';

/** A county's ledger in one state, with the facts of that moment; of a ledger or of a file that was exported from one. */
export interface CountyState {
  readonly county: string;
  readonly name: string;
  /** What tells the ledger from every other. */
  readonly origin: string;
  /** The key that it signs with. */
  readonly signer: string;
  /** The last entry of its journal: its number, its hash, its instant. */
  readonly entry: number;
  readonly hash: string;
  readonly at: string;
  /** The day on which the facts were taken. */
  readonly on: string;
}

/** Where a county's facts come from. Whoever opens it closes it. */
export interface CountySource extends CountyState {
  /** Whether it is a file that somebody carried, whose signer must be trusted. */
  readonly isFile: boolean;
  /** Makes what follows readable, once its signer is trusted. */
  open(): Promise<void>;
  /** Whether its journal has an entry with a hash. */
  hasEntry(entry: number, hash: string): boolean;
  rows(fact: FactTable): Iterable<object>;
  close(): void;
}
