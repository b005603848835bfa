import type { Span } from '../kernel/day.ts';

/** How records of another table are named: by which code, and for how long they exist. */
export interface Referent {
  /** A query for id, code, from_on, to_on of all of them, the current name of each last. */
  readonly all: string;
  /** An expression for the code of the record whose id is `%`. */
  readonly code: string;
}

/** A column that names a record of another table by its code; the table keeps the other's id. */
export interface Reference {
  /** The column of the table: `unit_id`. */
  readonly column: string;
  readonly referent: Referent;
  readonly optional?: boolean;
}

export interface Referenced extends Span {
  readonly id: number;
  readonly code: string;
  /** The code that it has now, where it was named by a former one. */
  readonly current: string;
  /** What kind it is, where its table has kinds: a unit's level. */
  readonly level?: string;
}

/** Units, by the codes they have and had; they exist from their first term on. */
export const UNITS: Referent = {
  all: `select t.unit_id as id, t.code, t.level, (select min(from_on) from unit_term where unit_id = t.unit_id) as from_on,
    (select max(to_on) from unit_term where unit_id = t.unit_id) as to_on from unit_term t order by t.from_on`,
  code: '(select code from unit_term where unit_id = % order by from_on desc limit 1)',
};

/** Records of a table with a code and, where it has one, a span. */
export function codedTable(table: string, spanned = true): Referent {
  const span = spanned ? 'from_on, to_on' : `'0001-01-01' as from_on, '9999-12-31' as to_on`;
  return { all: `select id, code, ${span} from ${table}`, code: `(select code from ${table} where id = %)` };
}
