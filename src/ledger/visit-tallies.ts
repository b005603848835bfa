import { endianness } from 'node:os';
import { isDeepStrictEqual } from 'node:util';
import type { Db } from './sqlite.ts';

/**
 * The counts of the visits of a calendar month (`2023-05`) or year (`2023`), stored beside them so that a report on many
 * years reads a few rows instead of every visit: which households were visited at home (a bit each), and how many visits
 * each pair made (three counts). Both are cut into blocks of ids, a row each. It is a cache: `check` counts it anew.
 */
export interface Tally {
  readonly visited: Map<number, Uint8Array>;
  readonly made: Map<number, Uint32Array>;
}

/** How many households, and how many pairs, share a row. */
const HOUSEHOLDS = 4096;
const PAIRS = 1024;
/** The modes of a visit, in the order of a pair's counts: home, phone, absent. */
const MODES = 3;
const HOME = 0;

export const noVisits = (): Tally => ({ visited: new Map(), made: new Map() });

/** Counts one visit; `mode` is 0 at home, 1 by phone, 2 where nobody was at home. */
export function countVisit({ visited, made }: Tally, household: number, pair: number, mode: number): void {
  if (mode === HOME) {
    const bits = entryOf(visited, Math.floor(household / HOUSEHOLDS), noHouseholds);
    const place = household % HOUSEHOLDS;
    bits[place >> 3] = (bits[place >> 3] ?? 0) | (1 << (place & 7));
  }
  const counts = entryOf(made, Math.floor(pair / PAIRS), noCounts);
  const at = (pair % PAIRS) * MODES + mode;
  counts[at] = (counts[at] ?? 0) + 1;
}

/** Adds the counts of months (`YYYY-MM`) to those that the ledger stores for them and for their years. */
export function addMonths(db: Db, months: ReadonlyMap<string, Tally>): void {
  const keepVisited = db.prepare('insert or replace into visited_tally (calendar, block, households) values (?, ?, ?)');
  const keepMade = db.prepare('insert or replace into made_tally (calendar, block, visits) values (?, ?, ?)');
  for (const [calendar, tally] of withYears(months)) {
    const sum = keptTally(db, [calendar]);
    addUp(sum, tally);
    for (const block of tally.visited.keys()) keepVisited.run(calendar, block, sum.visited.get(block));
    for (const block of tally.made.keys()) keepMade.run(calendar, block, bytesOf(sum.made.get(block)));
  }
}

/** The sum of the stored counts of months and years (`2023-05`, `2023`). */
export function keptTally(db: Db, calendar: readonly string[]): Tally {
  const sum = noVisits();
  const rows = (sql: string) =>
    db
      .prepare(`${sql} where calendar in (select value from json_each(?))`)
      .raw()
      .iterate(JSON.stringify(calendar)) as IterableIterator<[number, Buffer]>;
  for (const [block, bits] of rows('select block, households from visited_tally')) addBits(sum, block, bits);
  for (const [block, counts] of rows('select block, visits from made_tally')) addCounts(sum, block, numbersOf(counts));
  return sum;
}

/** The first and the last year with a visit, if there is any. */
export function yearsOfVisits(db: Db): readonly [first: string, last: string] | undefined {
  const [first, last] = db.prepare('select min(calendar), max(calendar) from made_tally').raw().get() as string[];
  return first && last ? [first.slice(0, 4), last.slice(0, 4)] : undefined;
}

/** Counts the visits of the years for which nothing is stored. */
export function fillTallies(db: Db): void {
  addMonths(db, countedMonths(db, 'where substr(visited_on, 1, 4) not in (select calendar from made_tally)'));
}

/** Counts the visits of a year anew, when some of them do not count any more. */
export function recountYear(db: Db, year: string): void {
  for (const table of ['visited_tally', 'made_tally'])
    db.prepare(`delete from ${table} where substr(calendar, 1, 4) = ?`).run(year);
  fillTallies(db);
}

/** The months and years whose stored counts are not those of their visits. */
export function differingTallies(db: Db): string[] {
  const counted = withYears(countedMonths(db));
  const kept = db.prepare('select calendar from visited_tally union select calendar from made_tally').pluck().all();
  return [...new Set([...counted.keys(), ...(kept as string[])])]
    .filter(calendar => !isDeepStrictEqual(counted.get(calendar) ?? noVisits(), keptTally(db, [calendar])))
    .sort();
}

/** One byte a household, at the place of its id: 1 where it was visited at home. */
export function visitedFlags({ visited }: Tally): Uint8Array {
  const highest = Math.max(-1, ...visited.keys());
  const flags = new Uint8Array((highest + 1) * HOUSEHOLDS);
  for (const [block, bits] of visited)
    for (let place = 0; place < bits.length; place++) {
      const byte = bits[place] ?? 0;
      for (let bit = 0; byte >> bit > 0; bit++) flags[block * HOUSEHOLDS + place * 8 + bit] = (byte >> bit) & 1;
    }
  return flags;
}

/** The visits of each pair that made any: at home, by phone, and with nobody at home. */
export function* madeByPairs({ made }: Tally): Generator<[pair: number, home: number, phone: number, absent: number]> {
  for (const [block, counts] of made)
    for (let place = 0; place < PAIRS; place++) {
      const at = place * MODES;
      const [home = 0, phone = 0, absent = 0] = [counts[at], counts[at + 1], counts[at + 2]];
      if (home + phone + absent > 0) yield [block * PAIRS + place, home, phone, absent];
    }
}

function countedMonths(db: Db, where = ''): Map<string, Tally> {
  const months = new Map<string, Tally>();
  const visits = db
    .prepare(
      `select substr(visited_on, 1, 7), household_id, pair_id, case mode when 'home' then 0 when 'phone' then 1 else 2 end
       from visit ${where}`,
    )
    .raw()
    .iterate() as IterableIterator<[string, number, number, number]>;
  for (const [month, household, pair, mode] of visits)
    countVisit(entryOf(months, month, noVisits), household, pair, mode);
  return months;
}

function withYears(months: ReadonlyMap<string, Tally>): Map<string, Tally> {
  const all = new Map(months);
  for (const [month, tally] of months) addUp(entryOf(all, month.slice(0, 4), noVisits), tally);
  return all;
}

function addUp(sum: Tally, more: Tally): void {
  for (const [block, bits] of more.visited) addBits(sum, block, bits);
  for (const [block, counts] of more.made) addCounts(sum, block, counts);
}

function addBits({ visited }: Tally, block: number, more: Uint8Array): void {
  const bits = entryOf(visited, block, noHouseholds);
  for (let at = 0; at < bits.length; at++) bits[at] = (bits[at] ?? 0) | (more[at] ?? 0);
}

function addCounts({ made }: Tally, block: number, more: Uint32Array): void {
  const counts = entryOf(made, block, noCounts);
  for (let at = 0; at < counts.length; at++) counts[at] = (counts[at] ?? 0) + (more[at] ?? 0);
}

const noHouseholds = () => new Uint8Array(HOUSEHOLDS / 8);
const noCounts = () => new Uint32Array(PAIRS * MODES);

/** Counts are stored with their low byte first, whatever machine writes them. */
const numbersOf = (bytes: Uint8Array) => new Uint32Array(inOrder(bytes).buffer);
const bytesOf = (counts: Uint32Array | undefined) => counts && inOrder(new Uint8Array(counts.buffer));

/** A copy, with its bytes swapped on a big-endian machine. */
function inOrder(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(bytes);
  if (endianness() === 'BE') Buffer.from(copy.buffer).swap32();
  return copy;
}

function entryOf<K, T>(entries: Map<K, T>, at: K, make: () => T): T {
  let entry = entries.get(at);
  if (entry === undefined) {
    entry = make();
    entries.set(at, entry);
  }
  return entry;
}

/** Whether any visit is counted: a ledger without one is still being set up. */
export function hasVisits(db: Db): boolean {
  return db.prepare('select 1 from made_tally limit 1').get() !== undefined;
}
