/** How a column of facts is kept: codes and words as text, days as text (`YYYY-MM-DD`), counts and fen as integers. */
export type FactKind = 'text' | 'day' | 'integer';

const SPAN = { from_on: 'day', to_on: 'day' } as const;

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
  /** What the county's categories of disputes are called. */
  category_name: { code: 'text', name_zh: 'text', name_en: 'text' },
  /** Stays of disputes in stock, by the days on which they were known like this; what a stay counts in all. */
  stay_state: {
    ...SPAN,
    entered_on: 'day',
    entry: 'text',
    left_on: 'day',
    leaving: 'text',
    /** 1 where it came from, or went to, another unit of the county; where a deadline is over; where it is the dispute's last. */
    came_inside: 'integer',
    went_inside: 'integer',
    is_late: 'integer',
    is_last: 'integer',
    /** How the dispute's last stay ended. */
    ending: 'text',
    tier: 'integer',
    category: 'text',
    /** From the registration to the settlement. */
    days: 'integer',
    stays: 'integer',
    people: 'integer',
    amount_fen: 'integer',
    prevented_crimes: 'integer',
  },
  /** What parties of settled disputes said, by the day, and the day on which they were asked again (the end of all days: never). */
  rating: { answered_on: 'day', next_on: 'day', satisfaction: 'text', disputes: 'integer' },
  /** Petitions by the days on which they stood like this. */
  petition_state: {
    ...SPAN,
    status: 'text',
    lodged_on: 'day',
    accepted_on: 'day',
    notice_due: 'day',
    reply_due: 'day',
    concluded_on: 'day',
    rating: 'text',
    /** "yes" where it was lodged before. */
    repeat_of: 'text',
    petitions: 'integer',
  },
  /** How many a roster of the headline has, by the days on which it has as many. */
  roster_span: { figure: 'text', ...SPAN, members: 'integer' },
  /** How many things of the headline happened on a day. */
  happening_day: { figure: 'text', happened_on: 'day', happenings: 'integer' },
  /**
   * The points of the assessed units of a sheet together, indicator by indicator, in hundredths; part and whole of a rate, and
   * for a count its sum as part. A sheet is a quarter's, or a year's with the year's units.
   */
  sheet_entry: {
    sheet: 'text',
    quarter: 'text',
    place: 'integer',
    indicator: 'text',
    name_zh: 'text',
    name_en: 'text',
    source: 'text',
    subjects: 'integer',
    points: 'integer',
    part: 'integer',
    whole: 'integer',
  },
  /** The totals of the assessed units of a sheet together, in hundredths; a year's own total has no quarter. */
  sheet_total: {
    sheet: 'text',
    quarter: 'text',
    subjects: 'integer',
    points: 'integer',
    uncounted: 'integer',
    spread_subjects: 'integer',
    spread_points: 'integer',
  },
} as const satisfies Record<string, Readonly<Record<string, FactKind>>>;

type Tables = typeof FACT_TABLES;
export type FactTable = keyof Tables;

/** A row of facts, as a county has it. */
export type FactRow<T extends FactTable = FactTable> = {
  readonly [C in keyof Tables[T]]: Tables[T][C] extends 'integer' ? number : string;
};

/** The tables of a region: every row with the county that it is from. */
export type RegionSchema = { readonly [T in FactTable]: FactRow<T> & { readonly county: string } };
