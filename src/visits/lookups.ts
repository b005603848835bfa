import type { Span } from '../kernel/day.ts';
import type { Sqlite } from '../ledger/sqlite.ts';
import type { Domain } from './domain.ts';

/** A pair during its term, or an assignment to it. */
export interface PairTerm extends Span {
  readonly pair: number;
}

export interface KnownHousehold extends Span {
  readonly id: number;
  readonly assigned: PairTerm[];
}

/** Everything that a visit is checked against, in maps. */
export interface Lookups {
  readonly households: ReadonlyMap<string, KnownHousehold>;
  readonly cadres: ReadonlyMap<string, number>;
  /** The pairs of two cadres (see `cadresKey`), each with its term. */
  readonly pairs: ReadonlyMap<number, readonly PairTerm[]>;
  readonly domains: readonly Domain[];
  readonly highestPair: number;
  readonly highestHousehold: number;
}

/** One number for two cadres in either order. */
export function cadresKey(a: number, b: number): number {
  return a < b ? a * 0x4000000 + b : b * 0x4000000 + a;
}

/** Loads the lookups, for all households or only the one with a code. */
export function loadLookups(handle: Sqlite, household?: string): Lookups {
  const only = household === undefined ? '' : ' where h.code = ?';
  const given = household === undefined ? [] : [household];
  const households = new Map<string, KnownHousehold>();
  const byId = new Map<number, KnownHousehold>();
  const read = handle.prepare(`select h.id, h.code, h.from_on, h.to_on from household h${only}`).raw();
  for (const [id, code, from_on, to_on] of read.iterate(...given) as IterableIterator<
    [number, string, string, string]
  >) {
    const known = { id, from_on, to_on, assigned: [] };
    households.set(code, known);
    byId.set(id, known);
  }
  const assigned = handle
    .prepare(
      `select a.household_id, a.pair_id, a.from_on, a.to_on from assignment a${only && ` join household h on h.id = a.household_id${only}`}`,
    )
    .raw();
  for (const [id, pair, from_on, to_on] of assigned.iterate(...given) as IterableIterator<
    [number, number, string, string]
  >)
    byId.get(id)?.assigned.push({ pair, from_on, to_on });
  const pairs = new Map<number, PairTerm[]>();
  let highestPair = 0;
  const everyPair = handle.prepare('select id, cadre_a, cadre_b, from_on, to_on from pair').raw();
  for (const [pair, a, b, from_on, to_on] of everyPair.iterate() as IterableIterator<
    [number, number, number, string, string]
  >) {
    const key = cadresKey(a, b);
    pairs.set(key, [...(pairs.get(key) ?? []), { pair, from_on, to_on }]);
    highestPair = Math.max(highestPair, pair);
  }
  const cadres = new Map(handle.prepare('select code, id from cadre').raw().all() as [string, number][]);
  const domains = handle.prepare('select * from domain order by id').all() as Domain[];
  const highestHousehold = Math.max(0, ...[handle.prepare('select max(id) from household').pluck().get() as number]);
  return { households, cadres, pairs, domains, highestPair, highestHousehold };
}
