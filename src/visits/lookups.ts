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
const ALWAYS_THERE: readonly NumberSpan[] = [spanOf(BEGINNING, OPEN_END)];

/** What is known of a household while its assignments are still read. */
type Growing = Omit<KnownHousehold, 'assigned'> & { assigned: readonly KnownAssignment[] };

/** How many households share a line, as lists of their numbers and codes: a line for each would take twice as long. */
const TOGETHER = 512;

function knownHouseholds(db: Db, code: string | undefined, pairs: ReadonlyMap<number, KnownPair>) {
  const terms = boundedTerms(db, code);
  const households = new Map<string, KnownHousehold>();
  const byId = new Map<number, Growing>();
  const lists = `select group_concat(id, ' '), group_concat(code, ' ') from household
    ${code === undefined ? '' : 'where code = ?'} group by id / ${TOGETHER}`;
  for (const [ids, codes] of linesOf<[string, string]>(db, lists, code)) {
    const names = codes.split(' ');
    for (const [i, id] of numbersIn(ids).entries()) {
      const household = { id, terms: terms.get(id) ?? ALWAYS_THERE, assigned: NOBODY };
      byId.set(id, household);
      households.set(names[i] as string, household);
    }
  }
  addAssignments(db, code, byId, pairs);
  return households;
}

/** Adds what a pair is assigned to for the same time, which as a rule is all that it has: one object serves these households. */
function addAssignments(
  db: Db,
  code: string | undefined,
  households: ReadonlyMap<number, Growing>,
  pairs: ReadonlyMap<number, KnownPair>,
): void {
  const lists = `select pair_id, from_on, to_on, group_concat(household_id, ' ') from assignment
    ${ofHousehold('where', code)} group by pair_id, from_on, to_on`;
  for (const [pair, from, to, ids] of linesOf<[number, Day, Day, string]>(db, lists, code)) {
    const assigned = [{ pair: mapped(pairs, pair), ...spanOf(from, to) }];
    for (const id of numbersIn(ids)) {
      const household = households.get(id);
      if (household)
        household.assigned = household.assigned === NOBODY ? assigned : [...household.assigned, ...assigned];
    }
  }
}

const numbersIn = (list: string) => list.split(' ').map(Number);

const ofHousehold = (word: 'where' | 'and', code: string | undefined) =>
  code === undefined ? '' : `${word} household_id = (select id from household where code = ?)`;

function linesOf<L>(db: Db, query: string, code: string | undefined): L[] {
  return db
    .prepare(query)
    .raw()
    .all(...(code === undefined ? [] : [code])) as L[];
}

/** The terms of the households that came or left: most have one without an end on either side. */
function boundedTerms(db: Db, code: string | undefined): Map<number, NumberSpan[]> {
  const bounded = `select household_id, from_on, to_on from household_term
    where (from_on <> '${BEGINNING}' or to_on <> '${OPEN_END}') ${ofHousehold('and', code)} order by household_id, from_on`;
  const terms = new Map<number, NumberSpan[]>();
  for (const [id, from, to] of linesOf<[number, Day, Day]>(db, bounded, code)) {
    const known = terms.get(id);
    if (known) known.push(spanOf(from, to));
    else terms.set(id, [spanOf(from, to)]);
  }
  return terms;
}

function spanOf(from: Day, to: Day): NumberSpan {
  return { from: numberOf(from), to: numberOf(to) };
}
