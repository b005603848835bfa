import { BEGINNING, type Day, OPEN_END, type Span } from '../kernel/day.ts';
import type { Sqlite } from '../ledger/sqlite.ts';
import type { Domain } from './domain.ts';

/** A pair during its term, or an assignment to it. */
interface PairTerm extends Span {
  readonly pair: number;
}

export interface KnownHousehold extends Span {
  readonly id: number;
  readonly assigned: PairTerm[];
}

/** The two cadres of a pair. */
export interface Members {
  readonly a: number;
  readonly b: number;
  readonly codeA: string;
  readonly codeB: string;
}

/** Everything that a visit is checked against, in maps. */
export interface Lookups {
  readonly households: ReadonlyMap<string, KnownHousehold>;
  readonly cadres: ReadonlyMap<string, number>;
  /** The pairs of two cadres (see `cadresKey`), each with its term. */
  readonly pairs: ReadonlyMap<number, readonly PairTerm[]>;
  /** The two of each pair: comparing a visitor with those expected is cheaper than looking every code up. */
  readonly members: ReadonlyMap<number, Members>;
  readonly domains: readonly Domain[];
  readonly highestPair: number;
  readonly highestHousehold: number;
}

/** One number for two cadres in either order. */
export function cadresKey(a: number, b: number): number {
  return a < b ? a * 0x4000000 + b : b * 0x4000000 + a;
}

/** A household with one of its assignments; bounds that are open come as null, which is cheaper than a text each. */
type HouseholdLine = [
  id: number,
  code: string,
  from: Day | null,
  to: Day | null,
  pair: number | null,
  assignedFrom: Day | null,
  assignedTo: Day | null,
];

/** Loads the lookups, for all households or only the one with a code. */
export function loadLookups(handle: Sqlite, household?: string): Lookups {
  const households = new Map<string, KnownHousehold>();
  const known = handle
    .prepare(
      `select h.id, h.code, nullif(h.from_on, '${BEGINNING}'), nullif(h.to_on, '${OPEN_END}'),
         a.pair_id, nullif(a.from_on, '${BEGINNING}'), nullif(a.to_on, '${OPEN_END}')
       from household h left join assignment a on a.household_id = h.id
       ${household === undefined ? '' : 'where h.code = ?'} order by h.id`,
    )
    .raw()
    .all(...(household === undefined ? [] : [household])) as HouseholdLine[];
  for (const [id, code, from, to, pair, assignedFrom, assignedTo] of known) {
    let entry = households.get(code);
    if (!entry) {
      entry = { id, from_on: from ?? BEGINNING, to_on: to ?? OPEN_END, assigned: [] };
      households.set(code, entry);
    }
    if (pair !== null) entry.assigned.push({ pair, from_on: assignedFrom ?? BEGINNING, to_on: assignedTo ?? OPEN_END });
  }
  const pairs = new Map<number, PairTerm[]>();
  let highestPair = 0;
  const members = new Map<number, Members>();
  const codes = new Map(handle.prepare('select id, code from cadre').raw().all() as [number, string][]);
  const everyPair = handle.prepare('select id, cadre_a, cadre_b, from_on, to_on from pair').raw();
  for (const [pair, a, b, from_on, to_on] of everyPair.iterate() as IterableIterator<
    [number, number, number, string, string]
  >) {
    const key = cadresKey(a, b);
    pairs.set(key, [...(pairs.get(key) ?? []), { pair, from_on, to_on }]);
    members.set(pair, { a, b, codeA: codes.get(a) ?? '', codeB: codes.get(b) ?? '' });
    highestPair = Math.max(highestPair, pair);
  }
  const cadres = new Map([...codes].map(([id, code]) => [code, id]));
  const domains = handle.prepare('select * from domain order by id').all() as Domain[];
  const highestHousehold = handle.prepare('select coalesce(max(id), 0) from household').pluck().get() as number;
  return { households, cadres, pairs, members, domains, highestPair, highestHousehold };
}
