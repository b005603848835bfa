import { BEGINNING, type Day, dayNumber, OPEN_END } from '../kernel/day.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { Domain } from './domain.ts';

/** A span of days as numbers (see `dayNumber`), which compare faster than texts: `from` is the first day, `to` the first after it. */
interface NumberSpan {
  readonly from: number;
  readonly to: number;
}

/** Whether a span contains a day. */
export const holds = (span: NumberSpan, day: number): boolean => span.from <= day && day < span.to;

/** A pair during its term, with its two cadres. */
export interface KnownPair extends NumberSpan {
  readonly id: number;
  readonly a: number;
  readonly b: number;
  readonly codeA: string;
  readonly codeB: string;
}

/** A pair that looks after a household for a time. */
interface Assigned extends NumberSpan {
  readonly pair: KnownPair;
}

export interface KnownHousehold extends NumberSpan {
  readonly id: number;
  readonly assigned: readonly Assigned[];
}

/** Everything that a visit is checked against, in maps. */
export interface Lookups {
  readonly households: ReadonlyMap<string, KnownHousehold>;
  readonly cadres: ReadonlyMap<string, number>;
  /** The pairs of two cadres (see `cadresKey`), each with its term. */
  readonly pairs: ReadonlyMap<number, readonly KnownPair[]>;
  readonly domains: readonly Domain[];
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

const NOBODY: readonly Assigned[] = [];

/** Loads the lookups, for all households or only the one with a code. */
export function loadLookups(db: Db, household?: string): Lookups {
  const codes = new Map(db.prepare('select id, code from cadre').raw().all() as [number, string][]);
  const pairs = knownPairs(db, codes);
  const byCadres = new Map<number, KnownPair[]>();
  for (const pair of pairs.values())
    byCadres.set(cadresKey(pair.a, pair.b), [...(byCadres.get(cadresKey(pair.a, pair.b)) ?? []), pair]);
  return {
    households: knownHouseholds(db, household, pairs),
    cadres: new Map([...codes].map(([id, code]) => [code, id])),
    pairs: byCadres,
    domains: db.prepare('select * from domain order by id').all() as Domain[],
  };
}

function knownPairs(db: Db, codes: ReadonlyMap<number, string>): Map<number, KnownPair> {
  const rows = db.prepare('select id, cadre_a, cadre_b, from_on, to_on from pair').raw();
  const known = (rows.all() as [number, number, number, Day, Day][]).map(([id, a, b, from, to]) => {
    const [codeA, codeB] = [codes.get(a) ?? '', codes.get(b) ?? ''];
    return [id, { id, a, b, codeA, codeB, from: dayNumber(from), to: dayNumber(to) }] as const;
  });
  return new Map(known);
}

/** Row by row, since a banner's households held twice would be felt in memory. */
function knownHouseholds(db: Db, code: string | undefined, pairs: ReadonlyMap<number, KnownPair>) {
  const lines = db
    .prepare(
      `select h.id, h.code, nullif(h.from_on, '${BEGINNING}'), nullif(h.to_on, '${OPEN_END}'),
         a.pair_id, nullif(a.from_on, '${BEGINNING}'), nullif(a.to_on, '${OPEN_END}')
       from household h left join assignment a on a.household_id = h.id
       ${code === undefined ? '' : 'where h.code = ?'} order by h.id`,
    )
    .raw()
    .iterate(...(code === undefined ? [] : [code])) as IterableIterator<HouseholdLine>;
  const [beginning, end] = [dayNumber(BEGINNING), dayNumber(OPEN_END)];
  const numbers = new Map<Day, number>();
  const numberOf = (day: Day | null, open: number) => {
    if (day === null) return open;
    const number = numbers.get(day) ?? dayNumber(day);
    numbers.set(day, number);
    return number;
  };
  // Most assignments of a pair are open at both ends: one serves all its households.
  const always = new Map<number, readonly Assigned[]>();
  const assignedTo = (id: number, from: Day | null, to: Day | null): readonly Assigned[] => {
    const pair = pairs.get(id);
    if (!pair) return NOBODY;
    if (from !== null || to !== null) return [{ pair, from: numberOf(from, beginning), to: numberOf(to, end) }];
    const known = always.get(id) ?? [{ pair, from: beginning, to: end }];
    always.set(id, known);
    return known;
  };
  const households = new Map<string, KnownHousehold>();
  let before: { readonly id: number; assigned: readonly Assigned[] } | undefined;
  for (const [id, code, from, to, pair, assignedFrom, assignedUntil] of lines) {
    const assigned = pair === null ? NOBODY : assignedTo(pair, assignedFrom, assignedUntil);
    if (before?.id === id) before.assigned = [...before.assigned, ...assigned];
    else {
      const household = { id, from: numberOf(from, beginning), to: numberOf(to, end), assigned };
      households.set(code, household);
      before = household;
    }
  }
  return households;
}
