/** What hides a count: it is small, or a small one could be computed from it. */
export type Hiding = 'small' | 'beside';

type Row = readonly (number | undefined)[];
type Place = readonly [row: number, column: number];

/** Counts in rows and columns; what is no count is undefined. The last row can be the sum of the others. */
interface Counts {
  readonly rows: readonly Row[];
  readonly hasTotals: boolean;
}

/**
 * Which counts are hidden where those from 1 to below a limit are (PIPL Art. 73: de-identified is not anonymous): the small
 * ones, and in each row and in each column with a total as many others, smallest first, as keep them from being computed. What
 * adds up in a row is not known here: so that nothing can be, at least two counts of a row are hidden.
 */
export function hiddenCounts({ rows, hasTotals }: Counts, limit: number): (Hiding | undefined)[][] {
  const grid = new Grid(rows, limit);
  const across = rows.map((row, at) => row.map((_, column): Place => [at, column]));
  const columns = hasTotals ? (rows[0] ?? []).map((_, column) => rows.map((_, row): Place => [row, column])) : [];
  for (const column of columns) grid.hideParts(column);
  // Each round hides at least one more, so it comes to an end.
  for (let isChanged = true; isChanged; ) {
    const rowsChanged = across.filter(line => grid.hideOneOf(line)).length;
    const columnsChanged = columns.filter(line => grid.hideOneOf(line.slice(0, -1), line.at(-1))).length;
    isChanged = rowsChanged + columnsChanged > 0;
  }
  return grid.hidden;
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
