/** A span of the ledger (from_on, to_on) runs from its first day up to the day before its end. */
export function activeOn(table: string, day: string): string {
  return `${table}.from_on <= ${day} and ${table}.to_on > ${day}`;
}

/** A span is active in a period where it covers any of its days; both ends of a period count. */
function activeIn(table: string): string {
  return `${table}.from_on <= @to and ${table}.to_on > @from`;
}

/** A day of a period, both ends included. */
export const IN_PERIOD = 'between @from and @to';

/**
 * Of a household's terms, the one in which a period counts it: the last that covers any of its days. A household that moves
 * in the period is one household, in its village of the last day (or of the last day on which it was in the register).
 */
export function countedTerm(term: string): string {
  return `${activeIn(term)} and (${term}.to_on > @to or not exists (select 1 from household_term next
    where next.household_id = ${term}.household_id and next.from_on between ${term}.to_on and @to))`;
}
