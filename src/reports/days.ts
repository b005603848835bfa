/** A span of the ledger (from_on, to_on) runs from its first day up to the day before its end. */
export function activeOn(table: string, day: string): string {
  return `${table}.from_on <= ${day} and ${table}.to_on > ${day}`;
}

/** A span is active in a period where it covers any of its days; both ends of a period count. */
export function activeIn(table: string): string {
  return `${table}.from_on <= @to and ${table}.to_on > @from`;
}

/** A day of a period, both ends included. */
export const IN_PERIOD = 'between @from and @to';
