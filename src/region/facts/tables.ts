/** How a column of facts is kept: codes and words as text, days as text (`YYYY-MM-DD`), counts and fen as integers. */
export type FactKind = 'text' | 'day' | 'integer';

/**
 * What a region keeps of each county: the facts that the reports count, and nothing of persons. Rows that differ in nothing
 * that a report asks are one row with a count. Each table also has the county's code.
 */
export const FACT_TABLES = {
  /** Households by the days of a term, and the last day before it on which the household was counted (empty: never). */
  household_span: { from_on: 'day', to_on: 'day', previous_to: 'day', households: 'integer' },
  /** Assigned households, by the days of the assignment. */
  assignment_span: { from_on: 'day', to_on: 'day', households: 'integer' },
  /** Visits by day and mode, and the day of the household's home visit before it (empty: none). */
  visit_day: { visited_on: 'day', mode: 'text', previous_on: 'day', visits: 'integer' },
} as const satisfies Record<string, Readonly<Record<string, FactKind>>>;
