/** How a column of facts is kept: codes and words as text, days as text (`YYYY-MM-DD`), counts and fen as integers. */
export type FactKind = 'text' | 'day' | 'integer';

/**
 * What a region keeps of each county: the facts that the reports count, and nothing of persons. Rows that differ in nothing
 * that a report asks are one row with a count. Each table also has the county's code. Nothing is null: what is missing is
 * empty, so that every comparison is true or false. A span runs from its first day up to the day before its end.
 */
export const FACT_TABLES = {
  /** What the county is called. */
  county_name: { name: 'text' },
  /** Households by the days of a term, and the end of the household's term before it (empty: none). */
  household_span: { from_on: 'day', to_on: 'day', previous_to: 'day', households: 'integer' },
  /** Assignments of households to a pair. */
  assignment_span: { from_on: 'day', to_on: 'day', households: 'integer' },
  /** Visits by day and mode, and the day of the household's home visit before it (empty: none). */
  visit_day: { visited_on: 'day', mode: 'text', previous_on: 'day', visits: 'integer' },
} as const satisfies Record<string, Readonly<Record<string, FactKind>>>;

type Tables = typeof FACT_TABLES;
export type FactTable = keyof Tables;

/** A row of facts, as a county has it. */
export type FactRow<T extends FactTable = FactTable> = {
  readonly [C in keyof Tables[T]]: Tables[T][C] extends 'integer' ? number : string;
};

/** The tables of a region: every row with the county that it is from. */
export type RegionSchema = { readonly [T in FactTable]: FactRow<T> & { readonly county: string } };
