import { BEGINNING, type Day, dayNumber, OPEN_END } from '../kernel/day.ts';
import { mapped } from '../kernel/mapped.ts';
import { remembered } from '../kernel/remembered.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { Domain } from './domain.ts';
import {
  cadresKey,
  type KnownAssignment,
  type KnownHousehold,
  type KnownPair,
  type Lookups,
  type NumberSpan,
} from './known.ts';

/*
 * A banner has a hundred thousand households and an import waits for them: SQL by hand, with rows as arrays, and over
 * the tables of teams and households themselves, since their own queries would hold every household twice. The reader
 * thread uses it too and starts sooner without a query compiler.
 */

/** A household with one of its assignments; bounds that are open come as null, which is cheaper than a text each. */
type HouseholdLine = [id: number, code: string, pair: number | null, assignedFrom: Day | null, assignedTo: Day | null];

const NOBODY: readonly KnownAssignment[] = [];

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

/** The numbers of days; the few days that come again and again are computed once. */
const numberOf = remembered(dayNumber);
const [BEGINS, ENDS] = [numberOf(BEGINNING), numberOf(OPEN_END)];
const ALWAYS_THERE: readonly NumberSpan[] = [{ from: BEGINS, to: ENDS }];

/** Row by row, since a banner’s households held twice would be felt in memory. */
function knownHouseholds(db: Db, code: string | undefined, pairs: ReadonlyMap<number, KnownPair>) {
  const assignedTo = assignments(pairs);
  const terms = boundedTerms(db, code);
  const households = new Map<string, KnownHousehold>();
  let last: (Omit<KnownHousehold, 'assigned'> & { assigned: readonly KnownAssignment[] }) | undefined;
  for (const [id, name, pair, assignedFrom, assignedUntil] of householdLines(db, code)) {
    const assigned = pair === null ? NOBODY : assignedTo(pair, assignedFrom, assignedUntil);
    if (last?.id === id) last.assigned = [...last.assigned, ...assigned];
    else {
      last = { id, terms: terms.get(id) ?? ALWAYS_THERE, assigned };
      households.set(name, last);
    }
  }
  return households;
}

function householdLines(db: Db, code: string | undefined): IterableIterator<HouseholdLine> {
  const query = `select h.id, h.code, a.pair_id, nullif(a.from_on, '${BEGINNING}'), nullif(a.to_on, '${OPEN_END}')
    from household h left join assignment a on a.household_id = h.id
    ${code === undefined ? '' : 'where h.code = ?'} order by h.id`;
  return linesOf(db, query, code);
}

function linesOf<L>(db: Db, query: string, code: string | undefined): IterableIterator<L> {
  return db
    .prepare(query)
    .raw()
    .iterate(...(code === undefined ? [] : [code])) as IterableIterator<L>;
}

/** The terms of the households that came or left: most have one without an end on either side. */
function boundedTerms(db: Db, code: string | undefined): Map<number, NumberSpan[]> {
  const bounded = `select household_id, from_on, to_on from household_term
    where (from_on <> '${BEGINNING}' or to_on <> '${OPEN_END}')
    ${code === undefined ? '' : 'and household_id = (select id from household where code = ?)'} order by household_id, from_on`;
  const terms = new Map<number, NumberSpan[]>();
  for (const [id, from, to] of linesOf<[number, Day, Day]>(db, bounded, code)) {
    const known = terms.get(id);
    if (known) known.push(spanOf(from, to));
    else terms.set(id, [spanOf(from, to)]);
  }
  return terms;
}

function spanOf(from: Day | null, to: Day | null) {
  return { from: from === null ? BEGINS : numberOf(from), to: to === null ? ENDS : numberOf(to) };
}

/** Most assignments of a pair are open at both ends: one object serves all its households. */
function assignments(pairs: ReadonlyMap<number, KnownPair>) {
  const always = new Map<number, readonly KnownAssignment[]>();
  return (id: number, from: Day | null, to: Day | null): readonly KnownAssignment[] => {
    const pair = mapped(pairs, id);
    if (from !== null || to !== null) return [{ pair, ...spanOf(from, to) }];
    const known = always.get(id) ?? [{ pair, ...spanOf(from, to) }];
    always.set(id, known);
    return known;
  };
}
