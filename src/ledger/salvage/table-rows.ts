import type { Db } from '../sqlite.ts';

/** A row with its number, which is undefined where a table has none. */
export interface SalvagedRow {
  readonly number: number | undefined;
  readonly values: readonly unknown[];
}

/** Numbers of rows that could not be read, both ends included; the last is undefined where nobody knows. */
export interface Lost {
  readonly from: number;
  readonly to: number | undefined;
}

/** How many looks into the gaps of a table are taken at most: a page that cannot be read holds some hundred rows. */
const MOST_LOOKS = 20_000;

/** How far a reading came: the last number, and whether it met no damage. */
interface Reading {
  readonly last: number | undefined;
  readonly isAll: boolean;
}

/** Reads the rows between two numbers, from below or from above, until a damaged page. */
function readerOf(db: Db, table: string, columns: readonly string[], take: (row: SalvagedRow) => void) {
  const rising = `select rowid, ${columns.join(', ')} from ${table} not indexed where rowid > ? and rowid < ? order by rowid`;
  const prepared = (sql: string) => db.prepare(sql).raw().safeIntegers();
  const ways = { up: prepared(rising), down: prepared(`${rising} desc`) };
  return (way: keyof typeof ways, above: number, below: number): Reading => {
    let last: number | undefined;
    try {
      for (const [number, ...values] of ways[way].iterate(above, below) as Iterable<unknown[]>) {
        last = Number(number);
        take({ number: last, values });
      }
      return { last, isAll: true };
    } catch {
      return { last, isAll: false };
    }
  };
}

/**
 * Reads the rows of a table around what cannot be read: from below until a damaged page, from above until another, then
 * into the gap between, halving it. Returns the numbers that were not found in such gaps.
 */
export function rowsAround(
  db: Db,
  table: string,
  columns: readonly string[],
  take: (row: SalvagedRow) => void,
): Lost[] {
  const read = readerOf(db, table, columns, take);
  const lost: Lost[] = [];
  let looks = 0;
  const walk = (above: number, below: number): void => {
    looks++;
    const rising = read('up', above, below);
    if (rising.isAll) return;
    const low = rising.last ?? above;
    const falling = read('down', low, below);
    const high = falling.last ?? below;
    if (falling.isAll || high - low <= 1) return;
    const isOpen = high >= UNKNOWN;
    const middle = isOpen ? Math.max(1, low) * 2 : Math.floor((low + high) / 2);
    if (high - low === 2 || looks > MOST_LOOKS || (isOpen && low >= MOST_ROWS)) {
      lost.push({ from: Math.max(1, low + 1), to: isOpen ? undefined : high - 1 });
      return;
    }
    walk(low, middle + 1);
    walk(middle, high);
  };
  walk(-1, UNKNOWN);
  return merged(lost);
}

/** Above every number of a row. */
const UNKNOWN = Number.MAX_SAFE_INTEGER;
/** Rows above this are not looked for where the end of a table cannot be read. */
const MOST_ROWS = 1 << 26;

function merged(lost: readonly Lost[]): Lost[] {
  const sorted = [...lost].sort((a, b) => a.from - b.from);
  const ranges: Lost[] = [];
  for (const { from, to } of sorted) {
    const last = ranges.at(-1);
    if (last && (last.to === undefined || from <= last.to + 1))
      ranges[ranges.length - 1] = {
        from: last.from,
        to: last.to === undefined || to === undefined ? undefined : Math.max(last.to, to),
      };
    else ranges.push({ from, to });
  }
  return ranges;
}

/** The rows of a table without numbers, from both ends; whether all were read. */
export function rowsFromBothEnds(
  db: Db,
  table: string,
  columns: readonly string[],
  key: readonly string[],
  take: (row: SalvagedRow) => void,
): boolean {
  for (const way of ['asc', 'desc'])
    try {
      const order = key.map(column => `${column} ${way}`).join(', ');
      const statement = db
        .prepare(`select ${columns.join(', ')} from ${table} order by ${order}`)
        .raw()
        .safeIntegers();
      for (const values of statement.iterate() as Iterable<unknown[]>) take({ number: undefined, values });
      return true;
    } catch {
      // The other end is tried.
    }
  return false;
}

/** Rows that show whose they are. */
const SHOWN_ROWS = 200;

/** The first rows of a table, as far as they can be read. */
export function firstRows(db: Db, table: string, columns: readonly string[], hasNumbers: boolean): SalvagedRow[] {
  const rows: SalvagedRow[] = [];
  const number = hasNumbers ? 'rowid' : 'null';
  const sql = `select ${number}, ${columns.join(', ')} from ${table} not indexed limit ${SHOWN_ROWS}`;
  try {
    for (const [first, ...values] of db.prepare(sql).raw().safeIntegers().iterate() as Iterable<unknown[]>)
      rows.push({ number: hasNumbers ? Number(first) : undefined, values });
  } catch {
    // Those before the damage are enough.
  }
  return rows;
}
