/** What hides a count: it is small, or a small one could be computed from it. */
export type Hiding = 'small' | 'beside';

type Row = readonly (number | undefined)[];
type Place = readonly [row: number, column: number];

/** Counts in rows and columns; what is no count is undefined. The last row can be the sum of the others. */
interface Counts {
  readonly rows: readonly Row[];
  readonly hasTotals: boolean;
  /** What adds up to nothing in each row: columns with their signs. */
  readonly sums?: readonly Sum[];
}

/** Columns that are added or taken off, together nothing: opening + registered - settled - closing. */
export type Sum = readonly (readonly [column: number, sign: 1 | -1])[];

/**
 * Which counts are hidden where those from 1 to below a limit are (PIPL Art. 73: de-identified is not anonymous): the small
 * ones, and in each row and in each column with a total as many others, smallest first, as keep them from being computed. At
 * least two counts of a row are hidden, and as many more as a reader would need who knows what adds up in it.
 */
export function hiddenCounts({ rows, hasTotals, sums = [] }: Counts, limit: number): (Hiding | undefined)[][] {
  const grid = new Grid(rows, limit);
  const across = rows.map((row, at) => row.map((_, column): Place => [at, column]));
  const columns = hasTotals ? (rows[0] ?? []).map((_, column) => rows.map((_, row): Place => [row, column])) : [];
  for (const column of columns) grid.hideParts(column);
  const equations = [
    ...rows.flatMap((_, row) => sums.map(sum => sum.map(([column, sign]): Term => [[row, column], sign]))),
    ...columns.map(line => line.map((place, at): Term => [place, at === line.length - 1 ? -1 : 1])),
  ];
  // Each round hides at least one more, so it comes to an end.
  for (let isChanged = true; isChanged; ) {
    const rowsChanged = across.filter(line => grid.hideOneOf(line)).length;
    const columnsChanged = columns.filter(line => grid.hideOneOf(line.slice(0, -1), line.at(-1))).length;
    isChanged = rowsChanged + columnsChanged > 0 || grid.hideFromReader(equations);
  }
  return grid.hidden;
}

/** How often counts are narrowed: each pass tells what follows from the one before, and nobody goes on for ever. */
const PASSES = 50;

/** A count of an equation, added or taken off. */
type Term = readonly [place: Place, sign: 1 | -1];

/** What a reader can tell of a hidden count: it is between these. */
interface Bounds {
  least: number;
  most: number;
}

class Grid {
  readonly hidden: (Hiding | undefined)[][];
  readonly #rows: readonly Row[];
  readonly #limit: number;

  constructor(rows: readonly Row[], limit: number) {
    this.#rows = rows;
    this.#limit = limit;
    this.hidden = rows.map(row => row.map(count => ((count ?? 0) > 0 && (count ?? 0) < limit ? 'small' : undefined)));
  }

  /** A small total of several small counts says what each is: then nobody may see which counts it has. */
  hideParts(column: readonly Place[]): void {
    const [parts, total] = [column.slice(0, -1), column.at(-1)];
    if (!total || this.#mark(total) !== 'small' || parts.filter(part => this.#count(part) > 0).length < 2) return;
    for (const [row, at] of parts) if (this.#rows[row]?.[at] !== undefined) this.#hide([row, at]);
  }

  /** Hides one more count of a line if what is hidden could be computed; returns whether it did. */
  hideOneOf(line: readonly Place[], total?: Place): boolean {
    if (total && this.#mark(total) !== undefined) return false;
    const covered = line.filter(place => this.#mark(place) !== undefined);
    if (covered.length === 0 || this.#isSafe(covered)) return false;
    const [next = total] = line
      .filter(place => this.#mark(place) === undefined && this.#count(place) > 0)
      .sort((one, other) => this.#count(one) - this.#count(other));
    if (next) this.#hide(next);
    return next !== undefined;
  }

  /** Whether the sum of hidden counts leaves more than one possibility for each: a small one is 1 at least, any other the limit. */
  #isSafe(covered: readonly Place[]): boolean {
    const sum = covered.reduce((all, place) => all + this.#count(place), 0);
    const small = covered.filter(place => this.#mark(place) === 'small').length;
    const least = small + (covered.length - small) * this.#limit;
    const most = small < covered.length ? Number.POSITIVE_INFINITY : small * (this.#limit - 1);
    return covered.length > 1 && sum !== least && sum !== most;
  }

  /**
   * Hides one more count of each row of which somebody who adds up and takes off could tell a small one: of those that stand in
   * one sum with it, the smallest. Returns whether there was any.
   */
  hideFromReader(equations: readonly (readonly Term[])[]): boolean {
    const rows = new Map(this.#toldBy(equations).map(place => [place[0], place]));
    return [...rows.values()].filter(told => this.#hideBeside(told, equations)).length > 0;
  }

  /** Hides the smallest count of a sum with a place; where all of these are hidden, of a sum with hidden counts. */
  #hideBeside(told: Place, equations: readonly (readonly Term[])[]): boolean {
    const key = String(told);
    const isNear = (terms: readonly Term[]) => terms.some(([place]) => String(place) === key);
    const isHiding = (terms: readonly Term[]) => terms.some(([place]) => this.#mark(place) !== undefined);
    const [next] = [equations.filter(isNear), equations.filter(isHiding)].flatMap(some =>
      some
        .flatMap(terms => terms.map(([place]) => place))
        .filter(place => this.#mark(place) === undefined && this.#rows[place[0]]?.[place[1]] !== undefined)
        .sort((one, other) => this.#costOf(one) - this.#costOf(other))
        .slice(0, 1),
    );
    if (next) this.#hide(next);
    return next !== undefined;
  }

  /** A nought is hidden last: it takes one more from the reader than a count does. */
  #costOf(place: Place): number {
    return this.#count(place) || Number.MAX_SAFE_INTEGER;
  }

  /** The small counts that a reader can tell, by narrowing what each hidden one can be until nothing changes. */
  #toldBy(equations: readonly (readonly Term[])[]): Place[] {
    const bounds = new Map<string, Bounds>();
    const hiding = equations.filter(terms => terms.some(([place]) => this.#mark(place) !== undefined));
    const known = hiding.map(terms =>
      terms.map(([place, sign]) => {
        const key = String(place);
        const own = bounds.get(key) ?? this.#boundsOf(place);
        bounds.set(key, own);
        return { place, sign, own };
      }),
    );
    // Totals that count what rows share once are no sums, and would narrow for ever.
    for (let pass = 0; pass < PASSES && known.filter(narrowed).length > 0; pass++);
    return known
      .flat()
      .filter(({ place, own }) => this.#mark(place) === 'small' && own.least === own.most)
      .map(({ place }) => place);
  }

  #boundsOf(place: Place): Bounds {
    const mark = this.#mark(place);
    if (mark === 'small') return { least: 1, most: this.#limit - 1 };
    if (mark === 'beside') return { least: 0, most: Number.POSITIVE_INFINITY };
    return { least: this.#count(place), most: this.#count(place) };
  }

  #count([row, column]: Place): number {
    return this.#rows[row]?.[column] ?? 0;
  }

  #mark([row, column]: Place): Hiding | undefined {
    return this.hidden[row]?.[column];
  }

  #hide([row, column]: Place): void {
    const cells = this.hidden[row];
    if (cells) cells[column] = 'beside';
  }
}

/** A count of an equation, with what is known of it. */
interface KnownTerm {
  readonly sign: 1 | -1;
  readonly own: Bounds;
}

/** Narrows the counts of one equation by what the others of it can be; returns whether that told anything new. */
function narrowed(terms: readonly KnownTerm[]): boolean {
  const low = new Sums(terms.map(({ sign, own }) => (sign === 1 ? own.least : -own.most)));
  const high = new Sums(terms.map(({ sign, own }) => (sign === 1 ? own.most : -own.least)));
  let isNarrowed = false;
  for (const [at, { sign, own }] of terms.entries()) {
    // What this one is, is what the others leave, with the other sign.
    const [least, most] = sign === 1 ? [-high.without(at), -low.without(at)] : [low.without(at), high.without(at)];
    if (least > own.least) [own.least, isNarrowed] = [least, true];
    if (most < own.most) [own.most, isNarrowed] = [most, true];
  }
  return isNarrowed;
}

/** The sum of values, some of them infinite, and what it is without one of them. */
class Sums {
  readonly #values: readonly number[];
  readonly #finite: number;
  readonly #infinite: readonly number[];

  constructor(values: readonly number[]) {
    this.#values = values;
    this.#infinite = values.filter(value => !Number.isFinite(value));
    this.#finite = values.filter(value => Number.isFinite(value)).reduce((sum, value) => sum + value, 0);
  }

  without(at: number): number {
    const own = this.#values[at] ?? 0;
    const [rest, others] = Number.isFinite(own) ? [own, 0] : [0, 1];
    return this.#infinite.length > others ? (this.#infinite[0] ?? 0) : this.#finite - rest;
  }
}
